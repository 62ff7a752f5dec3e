import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Kind, type ObjectTypeDefinitionNode, type ObjectTypeExtensionNode, parse } from 'graphql';
import { ownSdl } from '../subgraphs/kit/schema/sdl.ts';
import { AGENCY_PARTS } from './partNames.ts';
import { readersReport } from './readersReport.ts';
import { readRecordWords, TECHNICAL } from './readersWords.ts';

/** What the hub's operators read of deliveries is about no person. */
const ABOUT_NOBODY = new Set(['DeadLetter', 'RefusedEnvelope']);

/** The types that are records, with an id, of all agencies: what the trail names. */
const records = AGENCY_PARTS.flatMap((part) =>
  parse(ownSdl(part)).definitions.filter(
    (node): node is ObjectTypeDefinitionNode | ObjectTypeExtensionNode =>
      (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION) &&
      !ABOUT_NOBODY.has(node.name.value) &&
      (node.fields ?? []).some(({ name }) => name.value === 'id'),
  ),
);

test('every record and each of its fields has Chinese words for the page that a person takes home', () => {
  const words = readRecordWords();
  const isChinese = (word: string | null) => word !== null && /^\P{Script=Latin}+$/u.test(word);
  const without = records.flatMap(({ name, fields = [] }) => [
    ...(isChinese(words.ofRecord(name.value)) ? [] : [name.value]),
    ...fields
      .map((field) => field.name.value)
      .filter((field) => !TECHNICAL.has(field) && !isChinese(words.ofField(name.value, field)))
      .map((field) => `${name.value}.${field}`),
  ]);
  assert.deepEqual(without, [], 'name the Chinese term in the description, or give a word in readersWords.ts');
});

test('a masked field says so, and a field of an agency names it', () => {
  const { ofField } = readRecordWords();
  assert.equal(ofField('AidLead', 'applicantName (masked)'), '申请人姓名（脱敏）');
  assert.equal(ofField('PersonReaders', 'womensFederation'), '妇女联合会所持记录的查询情况');
});

test('readings that differ in nothing that is shown are one row, and no code stands on the page', () => {
  const reading = {
    sequence: 1,
    at: '2026-11-30T02:00:00.000Z',
    subject: 'x',
    username: 'x',
    agency: 'PROSECUTORS',
    role: 'officer',
    purpose: null,
    referralId: null,
    recordType: 'Consultation',
    recordId: 'a',
    fields: ['id', 'heldOn'],
    denied: ['newField'],
  };
  const readings = [reading, { ...reading, recordId: 'b' }];
  const page = readersReport(
    '210102********9046',
    { agencies: [{ agency: 'POLICE', readings }], names: { POLICE: '公安局', PROSECUTORS: '人民检察院' } } as never,
    new Date(),
  );
  const body = page.slice(page.indexOf('<tbody>'), page.indexOf('</tbody>'));
  assert.equal(body.match(/<tr>/g)?.length, 1);
  assert.match(body, /当日共 2 次/);
  assert.doesNotMatch(body.replaceAll(/<[^>]*>/g, ''), /[a-z]/i);
});
