extend type Query {
  "A record by its id 业务记录; null where there is none that the viewer may see."
  __field__Record("The record's id." id: ID!): __type__Record
  "Records 业务记录 of the viewer's region, newest first; the agency only, an empty page for others."
  __field__Records(
    "How many, 1 to 100."
    first: Int = 20
    "The cursor after which the page starts."
    after: String
  ): __type__RecordConnection! @listSize(slicingArguments: ["first"], sizedFields: ["edges"])
}

"What the agency records on a person 业务记录."
type __type__Record @key(fields: "id") @sharing(level: UNCONDITIONAL) {
  "Global id (UUIDv7)."
  id: ID!
  "The agency's own number of the record 编号."
  number: String!
  "The day on which it was registered 登记日期."
  registeredOn: Date!
  "Where it belongs 地区."
  region: Region
  "Whom it is about 当事人."
  person: Person @sharing(level: CONDITIONAL)
  "The person's name 当事人姓名."
  personName: String @sharing(level: CONDITIONAL, otherwise: NAME)
  "The case of the register that it is about 所属案件; null where it is about none."
  case: Case
}

"A page of records."
type __type__RecordConnection @sharing(level: UNCONDITIONAL) {
  "The records with their cursors."
  edges: [__type__RecordEdge!]!
  "Where the page stands."
  pageInfo: PageInfo!
}

"A record in a page."
type __type__RecordEdge @sharing(level: UNCONDITIONAL) {
  "The cursor of this record."
  cursor: String!
  "The record."
  node: __type__Record!
}

extend type Case {
  "Records of this agency about the case 业务记录, newest first."
  __field__Records("How many, 1 to 100." first: Int = 20): [__type__Record!] @listSize(slicingArguments: ["first"])
}
