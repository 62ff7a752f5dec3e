import type { DemoUser } from './users.ts';

/** What a token says about its bearer, besides the registered claims. Every deployment's provider has to issue these. */
export type IdentityClaims = {
  /** Display name. */
  name: string;
  preferred_username: string;
  agency: string;
  /** GB/T 2260, six digits; the bearer's rights reach this region and what is below it. */
  region: string;
  roles: string[];
  title: string;
};

export const IDENTITY_CLAIMS = [
  'name',
  'preferred_username',
  'agency',
  'region',
  'roles',
  'title',
] as const satisfies readonly (keyof IdentityClaims)[];

export function claimsOf({ username, name, agency, region, roles, title }: DemoUser): IdentityClaims {
  return { name, preferred_username: username, agency, region, roles: [...roles], title };
}
