/** Where a part's row types are, below the root. */
export function fileOf(part: string): string {
  return `subgraphs/${part}/generated/rows.ts`;
}
