import type { AgencySystem } from '../systems.ts';

/** User attributes that become claims, with their name in Keycloak's console. */
export const ATTRIBUTES = [
  { name: 'agency', displayName: '机关', multivalued: false },
  { name: 'region', displayName: '行政区划代码', multivalued: false },
  { name: 'roles', displayName: '角色', multivalued: true },
  { name: 'title', displayName: '职务', multivalued: false },
];

/** Mappers that give a system's tokens the client's own id and name. */
export function namedBy({ client, name }: AgencySystem) {
  // By it Keycloak finds the service account of a token whose subject is not the account's id, when the gateway asks.
  const account = claimMapper('oidc-usermodel-property-mapper', 'username', 'preferred_username', false);
  const fixed = [
    { claim: 'sub', value: client },
    { claim: 'name', value: name },
  ].map(({ claim, value }) => ({
    name: claim,
    protocol: 'openid-connect',
    protocolMapper: 'oidc-hardcoded-claim-mapper',
    config: {
      'claim.name': claim,
      'claim.value': value,
      'jsonType.label': 'String',
      'access.token.claim': 'true',
      'id.token.claim': 'false',
      'introspection.token.claim': 'true',
    },
  }));
  return [account, ...fixed];
}

/** What every access token for the hub says. */
export function claimMappers(audience: string) {
  return [
    {
      name: 'audience',
      protocol: 'openid-connect',
      protocolMapper: 'oidc-audience-mapper',
      config: {
        'included.custom.audience': audience,
        'access.token.claim': 'true',
        'id.token.claim': 'false',
        'introspection.token.claim': 'true',
      },
    },
    ...ATTRIBUTES.map(({ name, multivalued }) =>
      claimMapper('oidc-usermodel-attribute-mapper', name, name, multivalued),
    ),
  ];
}

export function claimMapper(protocolMapper: string, source: string, claim: string, multivalued: boolean) {
  return {
    name: claim,
    protocol: 'openid-connect',
    protocolMapper,
    config: {
      'user.attribute': source,
      'claim.name': claim,
      'jsonType.label': 'String',
      multivalued: String(multivalued),
      'access.token.claim': 'true',
      'id.token.claim': 'true',
      'userinfo.token.claim': 'true',
      'introspection.token.claim': 'true',
    },
  };
}
