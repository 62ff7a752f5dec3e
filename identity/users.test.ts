import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { AGENCIES } from '../protocol/generated/agencies.ts';
import { loadUsers } from './users.ts';

test('every agency has people of the demonstration', () => {
  const agencies = new Set(loadUsers().map(({ agency }) => agency));
  assert.deepEqual(
    AGENCIES.map(({ code }) => code).filter((code) => !agencies.has(code)),
    [],
  );
});

test('the users that guides and tests sign in as exist, with the role and region their name promises', () => {
  const found = new Map(loadUsers().map((user) => [user.username, `${user.region} ${user.roles.join(' ')}`]));
  const promised = {
    'hub.auditor': '000000 auditor',
    'hub.operator': '000000 operator',
    'womens-federation.shenyang.officer': '210100 officer',
    'womens-federation.shenyang.supervisor': '210100 supervisor',
    'womens-federation.shenyang.leader': '210100 leader',
    'womens-federation.shenyang.integrator': '210100 integrator',
    'womens-federation.heping.officer': '210102 officer',
    'womens-federation.dalian.officer': '210200 officer',
    'prosecutors.shenyang.prosecutor': '210100 officer',
    'prosecutors.shenyang.chief': '210100 supervisor',
    'prosecutors.shenyang.leader': '210100 leader',
    'prosecutors.shenyang.integrator': '210100 integrator',
    'prosecutors.heping.prosecutor': '210102 officer',
    'prosecutors.shenhe.prosecutor': '210103 officer',
    'prosecutors.dalian.prosecutor': '210200 officer',
    'prosecutors.dalian.chief': '210200 supervisor',
    'police.shenyang.officer': '210100 officer',
    'police.shenyang.leader': '210100 leader',
    'police.shenyang.integrator': '210100 integrator',
    'police.liuzhou.officer': '450200 officer',
    'police.liuzhou.leader': '450200 leader',
    'justice.shenyang.officer': '210100 officer',
    'justice.shenyang.integrator': '210100 integrator',
    'justice.dalian.officer': '210200 officer',
    'courts.shenyang.judge': '210100 officer',
    'courts.shenyang.integrator': '210100 integrator',
    'courts.hexigten.judge': '150425 officer',
  };
  for (const [username, expected] of Object.entries(promised)) assert.equal(found.get(username), expected, username);
});

test('a fault in the users names the file, the user and the field', (t) => {
  const path = join(tmpdir(), `casegraph-users-${process.pid}.yml`);
  t.after(() => rmSync(path, { force: true }));
  writeFileSync(
    path,
    `- { username: police.shenyang.officer, name: 甲, agency: COURTS, region: '2101', roles: [boss], title: 民警 }
- { username: hub.auditor, name: 乙, agency: HUB, region: '210100', roles: [auditor], title: 审计员 }
- { username: hub.auditor, name: 乙, agency: HUB, region: '000000', roles: [auditor], title: 审计员 }
`,
  );
  assert.throws(
    () => loadUsers(pathToFileURL(path)),
    (error) =>
      error instanceof Error &&
      [path, 'police.shenyang.officer › region', 'police.shenyang.officer › roles › 0', 'hub.auditor › region'].every(
        (part) => error.message.includes(part),
      ),
  );
});
