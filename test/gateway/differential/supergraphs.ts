/** Federated schemas that have, between them, what makes plans and answers hard. */
export interface FederatedSchema {
  name: string;
  /** SDL by subgraph. */
  subgraphs: Readonly<Record<string, string>>;
}

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@shareable", "@external", "@requires", "@provides", "@override", "@interfaceObject", "@inaccessible"
])`;

const sdl = (text: string) => `${LINK}\n${text}`;

/** Interfaces within unions within lists of lists, fields of one name and different types, value types in two subgraphs. */
const abstractTypes: FederatedSchema = {
  name: 'abstract types and value types',
  subgraphs: {
    catalogue: sdl(`
      type Query {
        media(id: ID!): Media
        allMedia(first: Int = 3): [Media!]!
        search(text: String): [SearchResult]
        shelves: [[Media!]]
        featured: Featured!
      }
      interface Media { id: ID! title: String! size: Size }
      interface Printed implements Media { id: ID! title: String! size: Size pages: Int }
      type Book implements Media & Printed @key(fields: "id") {
        id: ID! title: String! size: Size pages: Int author: Author related: [Media]
      }
      type Magazine implements Media & Printed @key(fields: "id") {
        id: ID! title: String! size: Size pages: Int issue: Int! publisher: Publisher!
      }
      type Film implements Media @key(fields: "id") {
        id: ID! title: String! size: Size minutes: Float! related: [Media!] isColour: Boolean
      }
      type Author @key(fields: "id") { id: ID! }
      type Publisher @key(fields: "id", resolvable: false) { id: ID! }
      union SearchResult = Book | Film | Author | Note
      union Featured = Book | Film
      type Note { text: String! about: Media }
      type Size @shareable { width: Int! height: Int unit: Unit! }
      enum Unit { CENTIMETRE INCH @inaccessible }
    `),
    people: sdl(`
      type Query { authors(first: Int): [Author!] newest: Media }
      type Author @key(fields: "id") { id: ID! name: String! portrait: Size works(kind: Kind): [Media!]! }
      type Publisher @key(fields: "id") { id: ID! name: String address: Address! }
      type Address { lines: [String!]! town: String }
      interface Media { id: ID! borrowers: [Person!] }
      interface Printed implements Media { id: ID! borrowers: [Person!] }
      type Book implements Media & Printed @key(fields: "id") { id: ID! borrowers: [Person!] }
      type Magazine implements Media & Printed @key(fields: "id") { id: ID! borrowers: [Person!] }
      type Film implements Media @key(fields: "id") { id: ID! borrowers: [Person!] director: Author! }
      type Person @key(fields: "id") { id: ID! name: String }
      type Size @shareable { width: Int! height: Int unit: Unit! }
      enum Unit { CENTIMETRE INCH @inaccessible }
      enum Kind { BOOK FILM }
    `),
    loans: sdl(`
      type Query { loans: [Loan!] }
      type Mutation { lend(id: ID!): Loan giveBack(id: ID!): Loan! }
      type Loan @key(fields: "id") { id: ID! item: Item! by: Person! on: String }
      union Item = Book | Film
      type Book @key(fields: "id") { id: ID! isLent: Boolean! }
      type Film @key(fields: "id") { id: ID! isLent: Boolean }
      type Person @key(fields: "id") { id: ID! loans(first: Int!): [Loan] limit: Int! }
    `),
  },
};

/** A subgraph that knows an interface as one type; entities whose kind another subgraph must say. */
const interfaceObjects: FederatedSchema = {
  name: 'interface objects',
  subgraphs: {
    records: sdl(`
      type Query { records(first: Int): [Record!]! record(id: ID!): Record documents: [Document] }
      interface Record @key(fields: "id") { id: ID! opened: String! }
      type CaseFile implements Record @key(fields: "id") { id: ID! opened: String! number: String! parts: [Document!] }
      type Letter implements Record @key(fields: "id") { id: ID! opened: String! subject: String answers: Record }
      type Document { record: Record! page: Int }
    `),
    reviews: sdl(`
      type Query { reviewed: [Record] newest: Record! }
      type Record @interfaceObject @key(fields: "id") {
        id: ID! reviews(first: Int): [Review!]! mark: Float urgency: Int!
      }
      type Review { text: String! of: Record! by: Reviewer }
      type Reviewer @key(fields: "id") { id: ID! name: String! favourite: Record }
    `),
    clerks: sdl(`
      type Query { clerks: [Clerk!] }
      type Record @interfaceObject @key(fields: "id") { id: ID! clerk: Clerk urgency: Int! @external overdue: Boolean! @requires(fields: "urgency") }
      type Clerk @key(fields: "id") { id: ID! name: String! files: [Record!] }
    `),
  },
};

/** Fields that need fields that need fields, with arguments; keys of several parts; what is given on the way; what has moved. */
const requirements: FederatedSchema = {
  name: 'requires, provides, override and nested keys',
  subgraphs: {
    products: sdl(`
      type Query { products(first: Int = 4): [Product!] product(sku: ID!): Product organisations: [Organisation] }
      type Product @key(fields: "sku organisation { id }") @key(fields: "upc") {
        sku: ID! upc: ID! organisation: Organisation! weight: Float measures: [Measure!]! price(currency: String): Int
        note: String
      }
      type Organisation @key(fields: "id") { id: ID! name: String! }
      type Measure @shareable { kind: String! value: Float }
    `),
    shipping: sdl(`
      type Product @key(fields: "upc") {
        upc: ID! weight: Float @external price(currency: String): Int @external
        measures: [Measure!]! @external
        postage: Int @requires(fields: "weight price(currency: \\"CNY\\")")
        label(lang: String): String! @requires(fields: "measures { kind value }")
        depot: Depot
      }
      type Measure @shareable { kind: String! value: Float }
      type Depot @key(fields: "code place { town }") { code: ID! place: Place! products: [Product!] }
      type Place @shareable { town: String! street: String }
    `),
    stock: sdl(`
      type Query { depots: [Depot!]! }
      type Depot @key(fields: "code place { town }") { code: ID! place: Place! stock(upc: ID): Int! keeper: Keeper }
      type Place @shareable { town: String! }
      type Keeper @key(fields: "id") { id: ID! name: String @external }
      type Product @key(fields: "sku organisation { id }") {
        sku: ID! organisation: Organisation!
        postage: Int @external
        advice: String @requires(fields: "postage")
        keepers: [Keeper!] @provides(fields: "name")
        note: String @override(from: "products")
      }
      type Organisation @key(fields: "id") { id: ID! }
    `),
    people: sdl(`
      type Query { keeper(id: ID!): Keeper }
      type Keeper @key(fields: "id") { id: ID! name: String @shareable age: Int! boss: Keeper deputies: [Keeper!]! }
    `),
  },
};

/** Never null from top to bottom: what fails far below takes all with it, or stops at the one place that may be null. */
const nonNull: FederatedSchema = {
  name: 'nulls that travel',
  subgraphs: {
    trees: sdl(`
      type Query { root: Node! maybe: Node nodes: [Node!]! maybeNodes: [Node] }
      type Node @key(fields: "id") { id: ID! left: Node! right: Node children: [Node!]! maybe: [Node]! constructor: String valueOf: Int! }
    `),
    leaves: sdl(`
      type Query { leaf: Leaf! }
      type Node @key(fields: "id") { id: ID! weight: Int! colour: Colour leaves: [Leaf!]! toString: String }
      type Leaf { size: Float! colour: Colour! onto: Node! grid: [[Int!]!] }
      enum Colour { GREEN YELLOW BROWN }
    `),
  },
};

export const FEDERATED_SCHEMAS: readonly FederatedSchema[] = [abstractTypes, interfaceObjects, requirements, nonNull];
