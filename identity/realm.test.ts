import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { GATEWAY_SECRET_VARIABLE } from './keycloak/clients.ts';
import { createRealm, formatRealm, REALM_FILE } from './keycloak/generate.ts';
import { SYSTEMS } from './systems.ts';
import { loadUsers } from './users.ts';

const realm = () => createRealm({ users: loadUsers(), systems: SYSTEMS });

test('the committed Keycloak realm is what the generator makes of the users', () => {
  assert.equal(readFileSync(REALM_FILE, 'utf8'), formatRealm(realm()), 'stale: run node identity/keycloak/generate.ts');
});

test('formatting the realm changes nothing but white space', () => {
  assert.deepEqual(JSON.parse(formatRealm(realm())), realm());
});

test('only administrators may edit what decides about access in Keycloak', () => {
  const [provider] = realm().components['org.keycloak.userprofile.UserProfileProvider'];
  const profile: { attributes: { name: string; permissions: { edit: string[] } }[] } = JSON.parse(
    provider?.config['kc.user.profile.config'][0] ?? '',
  );
  for (const { name, permissions } of profile.attributes) assert.deepEqual(permissions.edit, ['admin'], name);
});

test('in the realm people agree to each client, and redirects go to whole addresses, of any port for the command line alone', () => {
  const clients = realm().clients.filter(({ publicClient }) => publicClient);
  assert.deepEqual(
    clients.map(({ clientId, consentRequired }) => [clientId, consentRequired]),
    [
      ['casegraph-web', true],
      ['casegraph-cli', true],
    ],
  );
  for (const { clientId, redirectUris } of realm().clients)
    for (const uri of redirectUris) {
      assert.doesNotMatch(uri, /\*/, clientId);
      assert.equal(new URL(uri).port === '', clientId === 'casegraph-cli', uri);
    }
});

test('a system of the realm has no way in but a key of its own, which the realm does not hold', () => {
  const { clients, users } = realm();
  for (const { client, agency, region } of SYSTEMS) {
    const found = clients.find(({ clientId }) => clientId === client);
    assert.ok(found && 'clientAuthenticatorType' in found && !('secret' in found), client);
    assert.deepEqual(
      [found.publicClient, found.standardFlowEnabled, found.directAccessGrantsEnabled, found.clientAuthenticatorType],
      [false, false, false, 'client-jwt'],
    );
    assert.deepEqual(Object.keys(found.attributes), ['token.endpoint.auth.signing.alg']);
    const account = users.find((user) => 'serviceAccountClientId' in user && user.serviceAccountClientId === client);
    assert.deepEqual(account?.attributes, {
      agency: [agency],
      region: [region],
      roles: ['integrator'],
      title: ['业务系统'],
    });
    assert.ok(account && !('credentials' in account), 'nobody signs in as the service account');
  }
});

test('the gateway’s secret is not in the realm, and its client is named as the audience', () => {
  const gateway = realm().clients.find((client) => 'secret' in client);
  assert.ok(gateway && 'secret' in gateway);
  assert.deepEqual([gateway.clientId, gateway.secret], ['casegraph', `\${${GATEWAY_SECRET_VARIABLE}}`]);
  const audiences = realm().clients.flatMap(({ protocolMappers }) =>
    protocolMappers.flatMap(({ config }) =>
      'included.custom.audience' in config ? [config['included.custom.audience']] : [],
    ),
  );
  assert.deepEqual(new Set(audiences), new Set(['casegraph']));
});

test('a person of the realm is known by Keycloak’s own id, which no renaming changes', () => {
  for (const { clientId, publicClient, defaultClientScopes, protocolMappers } of realm().clients) {
    if (!publicClient) continue;
    assert.deepEqual(defaultClientScopes, ['basic', 'profile'], clientId);
    const mapped = protocolMappers.flatMap(({ config }) => ('claim.name' in config ? [config['claim.name']] : []));
    assert.ok(!mapped.includes('sub'), clientId);
  }
});
