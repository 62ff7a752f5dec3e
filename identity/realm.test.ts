import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { formatRealm, REALM_FILE, realmFromUsers } from './keycloak/generate.ts';
import { loadUsers } from './users.ts';

test('the committed Keycloak realm is what the generator makes of the users', () => {
  assert.equal(
    readFileSync(REALM_FILE, 'utf8'),
    formatRealm(realmFromUsers(loadUsers())),
    'stale: run node identity/keycloak/generate.ts',
  );
});

test('formatting the realm changes nothing but white space', () => {
  const realm = realmFromUsers(loadUsers());
  assert.deepEqual(JSON.parse(formatRealm(realm)), realm);
});

test('only administrators may edit what decides about access in Keycloak', () => {
  const [provider] = realmFromUsers(loadUsers()).components['org.keycloak.userprofile.UserProfileProvider'];
  const profile: { attributes: { name: string; permissions: { edit: string[] } }[] } = JSON.parse(
    provider?.config['kc.user.profile.config'][0] ?? '',
  );
  for (const { name, permissions } of profile.attributes) assert.deepEqual(permissions.edit, ['admin'], name);
});
