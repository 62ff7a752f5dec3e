import { type Configuration, errors } from 'oidc-provider';
import { claimsOf } from './claims.ts';
import type { LivenessClaims } from './introspection.ts';
import type { Standing } from './standing.ts';
import type { AgencySystem } from './systems.ts';
import type { DemoUser } from './users.ts';

export interface Accounts {
  users(): readonly DemoUser[];
  systems: readonly AgencySystem[];
  standing: Standing;
}

/** Who there is, what tokens say of them, and whether they may come in now. */
export function createAccounts({ users, systems, standing }: Accounts) {
  const userOf = (username: string) => users().find((user) => user.username === username);
  const systemOf = new Map(systems.map((system) => [system.client, system]));

  return {
    isDisabled: standing.isDisabled,

    /** The claims of a token's user or system as they are now; null where it is not known, or has been disabled since. */
    claimsNow({ sub, client_id: client, iat, auth_time: signedInAt }: LivenessClaims): object | null {
      if (sub === client) {
        const system = systemOf.get(client);
        return system && !standing.isOut(client, iat) ? claimsOfSystem(system) : null;
      }
      const user = userOf(sub);
      return user && signedInAt !== undefined && !standing.isOut(sub, signedInAt) ? claimsOf(user) : null;
    },

    configuration: {
      async findAccount(ctx, sub, source) {
        const user = userOf(sub);
        // A code or refresh token knows when its person signed in; else it is the browser's session that asks.
        const signedInAt = (source && 'authTime' in source ? source.authTime : undefined) ?? ctx.oidc.session?.loginTs;
        if (!user || standing.isOut(sub, signedInAt ?? 0)) return undefined;
        return { accountId: sub, claims: () => ({ sub, ...claimsOf(user) }) };
      },

      extraTokenClaims(ctx, token) {
        if (!('accountId' in token)) return claimsOfClient(systemOf.get(token.clientId ?? ''), standing);
        const user = userOf(token.accountId);
        // The code or refresh token that is redeemed.
        const source = ctx.oidc.entities.AuthorizationCode ?? ctx.oidc.entities.RefreshToken;
        return (
          user && {
            ...claimsOf(user),
            auth_time: source?.authTime,
            session: token.sessionUid,
            grant: token.grantId,
          }
        );
      },
    } satisfies Configuration,
  };
}

/** @throws UnauthorizedClient for a system that is disabled: oidc-provider asks nobody else before it signs */
function claimsOfClient(system: AgencySystem | undefined, standing: Standing) {
  if (!system || standing.isDisabled(system.client)) throw new errors.UnauthorizedClient('the client is disabled');
  return claimsOfSystem(system);
}

function claimsOfSystem({ name, agency, region }: AgencySystem) {
  return { name, agency, region, roles: ['integrator'] };
}
