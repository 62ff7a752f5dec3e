import { writeFileSync } from 'node:fs';
import { CLI_CLIENT_ID, CLI_REDIRECT_URI, WEB_CLIENT_ID } from '../clients.ts';
import { type AgencySystem, SYSTEMS } from '../systems.ts';
import { type DemoUser, loadUsers } from '../users.ts';
import { gatewayClient, publicClient, systemClient } from './clients.ts';
import { ATTRIBUTES, claimMappers, namedBy } from './mappers.ts';

export type RealmOptions = {
  audience: string;
  /** Of every user. */
  password: string;
  /** Of the web client, each whole: Keycloak would take `*` for any path. */
  redirectUris: string[];
};

export const REALM_FILE = new URL('./casegraph-realm.json', import.meta.url);

/** What the committed file is made with; a deployment that differs changes the clients in Keycloak's console. */
export const REALM_DEFAULTS: RealmOptions = {
  audience: 'casegraph',
  password: 'casegraph-demo',
  redirectUris: ['http://localhost:4000/graphql', 'http://127.0.0.1:4000/graphql'],
};

const HOUR = 60 * 60;

/**
 * A realm of Keycloak 25 or later (before, `sub` was of no scope, and could not be mapped) with the clients, claims, users and systems that the
 * embedded provider has. Users get their realm's default roles only; what they may do stands in the claims.
 */
export function createRealm(
  { users, systems }: { users: readonly DemoUser[]; systems: readonly AgencySystem[] },
  { audience, password, redirectUris }: RealmOptions = REALM_DEFAULTS,
) {
  const protocolMappers = claimMappers(audience);
  return {
    realm: 'casegraph',
    displayName: '案件协同平台',
    enabled: true,
    sslRequired: 'external',
    registrationAllowed: false,
    loginWithEmailAllowed: false,
    editUsernameAllowed: false,
    bruteForceProtected: true,
    internationalizationEnabled: true,
    supportedLocales: ['zh-CN', 'en'],
    defaultLocale: 'zh-CN',
    accessTokenLifespan: HOUR,
    ssoSessionMaxLifespan: 12 * HOUR,
    clients: [
      {
        ...publicClient(WEB_CLIENT_ID, '案件协同平台', redirectUris),
        webOrigins: ['+'],
        protocolMappers,
      },
      {
        ...publicClient(CLI_CLIENT_ID, '命令行工具', [CLI_REDIRECT_URI]),
        webOrigins: [],
        protocolMappers,
      },
      gatewayClient(audience),
      ...systems.map((system) => ({
        ...systemClient(system),
        protocolMappers: [...claimMappers(audience), ...namedBy(system)],
      })),
    ],
    components: {
      'org.keycloak.userprofile.UserProfileProvider': [
        {
          providerId: 'declarative-user-profile',
          subComponents: {},
          config: { 'kc.user.profile.config': [JSON.stringify(userProfile())] },
        },
      ],
    },
    users: [
      ...users.map((user) => ({
        username: user.username,
        enabled: true,
        // The whole name: Keycloak's own `name` claim joins first and last with a space, which is wrong in Chinese.
        firstName: user.name,
        attributes: { agency: [user.agency], region: [user.region], roles: [...user.roles], title: [user.title] },
        credentials: [{ type: 'password', value: password, temporary: false }],
      })),
      ...systems.map(serviceAccount),
    ],
  };
}

/** The user that Keycloak keeps for a client: what its tokens say, and by disabling it the system is shut out. */
function serviceAccount({ client, name, agency, region }: AgencySystem) {
  return {
    username: `service-account-${client}`,
    enabled: true,
    firstName: name,
    serviceAccountClientId: client,
    attributes: { agency: [agency], region: [region], roles: ['integrator'], title: ['业务系统'] },
  };
}

/**
 * Keycloak drops attributes that the profile does not declare, and would let people edit those it lets through. These
 * decide who may read what, so only administrators edit them; people have no e-mail address to fill in.
 */
function userProfile() {
  const byAdmin = { view: ['admin', 'user'], edit: ['admin'] };
  return {
    attributes: [
      { name: 'username', displayName: '用户名', permissions: byAdmin, multivalued: false },
      { name: 'email', displayName: '电子邮件', permissions: byAdmin, multivalued: false },
      { name: 'firstName', displayName: '姓名', permissions: byAdmin, multivalued: false },
      { name: 'lastName', displayName: '姓（不使用）', permissions: byAdmin, multivalued: false },
      ...ATTRIBUTES.map((attribute) => ({ ...attribute, permissions: byAdmin })),
    ],
  };
}

/** The text of the file: as the repository's formatter writes JSON, with short lists on one line. */
export function formatRealm(realm: ReturnType<typeof createRealm>): string {
  const text = JSON.stringify(realm, null, 2);
  const compact = text.replace(/\[\n\s+("[^[\]{}\n]*"(?:,\n\s+"[^[\]{}\n]*")*)\n\s+\]/g, (_, items: string) => {
    return `[${items.replace(/,\n\s+/g, ', ')}]`;
  });
  return `${compact}\n`;
}

if (import.meta.main) writeFileSync(REALM_FILE, formatRealm(createRealm({ users: loadUsers(), systems: SYSTEMS })));
