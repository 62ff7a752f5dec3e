import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { AGENCY_PARTS } from '../../runtime/partNames.ts';
import { loadSubgraph } from '../../runtime/parts.ts';
import { readParts } from '../matrix/expected/schemaText.ts';
import { type Edge, isAtLeastAsClosed, opennessOf, otherWays, readEdges } from './sharingPaths/edges.ts';

const SUBJECTS = new Set([
  'Case',
  'Person',
  ...(await Promise.all(AGENCY_PARTS.map(loadSubgraph))).flatMap(({ recordTypes }) => recordTypes),
]);

/** Ways that show more than an edge does, and why that is right. */
const permitted: readonly { reason: string; ways: readonly string[] }[] = parse(
  readFileSync(new URL('sharingPaths/permitted.yml', import.meta.url), 'utf8'),
);
const permittedWays = permitted.flatMap(({ ways }) => ways);

const parts = readParts();
const edges = readEdges(parts, SUBJECTS);

/** Edges that are closed to an agency but under a referral, each with the ways that show the agency the same without. */
function moreOpenWays(all: readonly Edge[]): string[] {
  return parts.flatMap(({ owner: agency }) =>
    all.flatMap((edge) => {
      const rule = opennessOf(edge.fields, agency);
      if (rule.level === 'OWN' || rule.level === 'OPEN') return [];
      return otherWays(edge, all)
        .filter((way) => {
          const openness = opennessOf(
            way.flatMap(({ fields }) => fields),
            agency,
          );
          return openness.level !== 'OWN' && !isAtLeastAsClosed(openness, rule);
        })
        .map((way) => `${edge.name} to ${agency} by ${way.map(({ name }) => name).join(', ')}`);
    }),
  );
}

/** To any agency, and from what any agency says of readers. */
const ofAnyAgency = (way: string) =>
  way.replace(/ to \w+ by /, ' to * by ').replace(/\bPersonReaders\.\w+/, 'PersonReaders.*');
const isPermitted = (way: string) => permittedWays.includes(way) || permittedWays.includes(ofAnyAgency(way));

describe('what is closed without a referral', () => {
  it('is as closed from its other end, by a query that chooses by it, and over any third record', () => {
    assert.deepEqual(
      moreOpenWays(edges).filter((way) => !isPermitted(way)),
      [],
    );
  });

  it('has no exception that is not needed any more, and none without a reason', () => {
    const found = moreOpenWays(edges);
    assert.deepEqual(
      permittedWays.filter((entry) => !found.some((way) => [way, ofAnyAgency(way)].includes(entry))),
      [],
    );
    assert.ok(permitted.every(({ reason }) => /\w+ \w+/.test(reason)));
  });

  it('would be found if one end were opened: the search sees every conditional link', () => {
    const conditional = edges.filter(({ fields }) => fields.some(({ rule }) => rule.level === 'CONDITIONAL'));
    assert.ok(conditional.length >= 20, `${conditional.length} conditional links`);
    for (const field of ['Case.aidLeads', 'Case.aidCases', 'Referral.case', 'Case.referrals', 'AidCase.applicant']) {
      const opened = edges.map((edge) =>
        edge.name === field
          ? {
              ...edge,
              fields: edge.fields.map((each) => ({ ...each, rule: { ...each.rule, level: 'UNCONDITIONAL' as const } })),
            }
          : edge,
      );
      const ways = moreOpenWays(opened).filter((way) => !isPermitted(way));
      assert.ok(
        ways.some((way) => way.split(' by ')[1]?.includes(field)),
        field,
      );
    }
  });
});
