type Query @sharing(level: UNCONDITIONAL)

type Mutation @sharing(level: UNCONDITIONAL) {
  """
  Take a step of a referral that carries no data of its own 移送步骤: withdraw, return, acknowledge and the like. `availableActions` of the agency's own
  side lists the steps that are possible now.
  """
  __field__ReferralStep("Which referral and which step." input: ReferralStepInput!): ReferralStepPayload!
}

"A person, joined by token; nobody owns it."
type Person @key(fields: "token", resolvable: false) @sharing(level: UNCONDITIONAL) {
  "HMAC of the identity number under a key that only agencies hold: the gateway joins by it, and no client can ask for it."
  token: ID! @inaccessible
}

"Who has read what is held on a person 个人信息查询记录, for the data-protection officer."
type PersonReaders @key(fields: "token") @sharing(level: UNCONDITIONAL, with: ["HUB"]) {
  "The person's token; no client can ask for it."
  token: ID! @inaccessible
  "Readings of the records of this agency __zh__ on the person, newest first; auditors only."
  __field__(
    "How many, 1 to 100."
    first: Int = 100
    "Only those before this number of the chain, for the next page."
    before: Int
  ): [Disclosure!] @listSize(slicingArguments: ["first"])
}

"A case of the register 案件: its kind, region, stage and agencies; no personal data."
type Case @key(fields: "id") @sharing(level: UNCONDITIONAL) {
  "Global id of the case."
  id: ID!
}

"A handing over from one agency to another 移送, as the exchange's ledger has it."
type Referral @key(fields: "id") @sharing(level: UNCONDITIONAL) {
  "Global id of the referral."
  id: ID!
  "The agency's own side of the referral; null where it has none."
  __field__Side: ReferralSide
}

"A region 行政区划 (GB/T 2260)."
type Region @key(fields: "code", resolvable: false) @sharing(level: UNCONDITIONAL) {
  "The region's code (GB/T 2260)."
  code: ID!
}
