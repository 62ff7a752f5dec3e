query __type__Record($id: ID!) {
  __field__Record(id: $id) {
    number
    registeredOn
    personName
    person {
      __typename
    }
  }
}

query __type__Records($first: Int, $after: String) {
  __field__Records(first: $first, after: $after) {
    edges {
      node {
        id
        number
        registeredOn
        personName
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
