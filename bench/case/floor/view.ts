import { randomUUID } from 'node:crypto';
import { type DemoUser, loadUsers } from '../../../identity/users.ts';
import type { Config } from '../../../runtime/config.ts';
import { databaseUrlOf } from '../../../runtime/installation.ts';
import { AGENCY_PARTS } from '../../../runtime/partNames.ts';
import { loadAgencyKeys } from '../../../subgraphs/kit/crypto/keys.ts';
import { scopeOf } from '../../../subgraphs/kit/database/rowScope.ts';
import { agencyOfPart } from '../../../subgraphs/kit/definition.ts';
import { regionName } from '../../../subgraphs/kit/formats/regions.ts';
import type { Samples } from '../sample.ts';
import { connect, type Database } from './database.ts';
import { type Sent, type StatementName, statementsOf } from './statements.ts';
import { type Content, openTrail, type Trail } from './trail.ts';

// biome-ignore lint/suspicious/noExplicitAny: rows as PostgreSQL gives them.
type Row = any;

/** The view of a case for an officer: what the gateway answers, from the same statements in the same order. */
export type ViewOf = (username: string, caseId: string) => Promise<unknown>;

/** What the gateway says of each agency that the view asks: leads are none of it, since they need a referral. */
const ASKED = AGENCY_PARTS.filter((part) => part !== 'womens-federation');
const ALL_ANSWERED = { agencies: Object.fromEntries(ASKED.map((part) => [part, 'answered'])) };

export async function createViews(config: Config, samples: Samples): Promise<ViewOf> {
  const databases: Record<string, Database> = {};
  const trails: Record<string, Trail> = {};
  for (const part of AGENCY_PARTS) {
    const database = connect(databaseUrlOf(config, part) as string);
    databases[part] = database;
    trails[part] = openTrail(database, await loadAgencyKeys(config.keysFolder, agencyOfPart(part)));
  }
  const officers = new Map<string, ViewOf>();
  for (const user of loadUsers()) {
    const sample = samples[user.username];
    if (sample) officers.set(user.username, officerView(user, statementsOf(sample)));
  }
  return (username, caseId) => {
    const view = officers.get(username);
    if (!view) throw new Error('Nobody of that name was sampled.');
    return view(username, caseId);
  };

  function officerView(user: DemoUser, statements: ReturnType<typeof statementsOf>): ViewOf {
    const scope = scopeOf(user);
    const rowsOf = (part: string, statement: Sent): Promise<Row[]> =>
      (databases[part] as Database).rows<Row>(statement, scope);
    const rows = (part: string, name: StatementName, caseId: string) => rowsOf(part, statements[name](caseId));

    /** Other agencies' rows, read and written down. */
    async function noted(
      part: string,
      name: StatementName,
      [type, fields]: Noted,
      { caseId, requestId }: { caseId: string; requestId: string },
    ): Promise<Row[]> {
      const found = await rows(part, name, caseId);
      const who = { subject: user.username, username: user.username, agency: user.agency, role: user.roles.join('+') };
      const contents = found.map(
        (row): Content => ({
          at: new Date(),
          ...who,
          purpose: null,
          referralId: null,
          requestId,
          recordType: type,
          recordId: row.id,
          caseId: row.case_id,
          personTokens: [],
          fields: [...fields],
          denied: [],
          regionCode: row.region_code ?? null,
        }),
      );
      await (trails[part] as Trail).append(contents);
      return found;
    }

    return async (_, caseId) => {
      const [row] = await rows('exchange', 'case', caseId);
      if (!row) return { data: { case: null } };
      const members = rows('exchange', 'caseAgencies', caseId);
      const names = members.then((found) => {
        const codes = found.map(({ agency }) => agency);
        return rowsOf('exchange', statements.agencies(caseId, codes));
      });
      const [agencies, named, numbers, events] = await Promise.all([
        members,
        names,
        rows('exchange', 'caseNumbers', caseId),
        rows('exchange', 'caseEvents', caseId),
      ]);
      const request = { caseId, requestId: randomUUID() };
      const [policeCases, prosecutions, aidCases, trials, mediations] = await Promise.all([
        noted('police', 'policeCase', NOTED.policeCase, request),
        rows('prosecutors', 'prosecution', caseId),
        rows('prosecutors', 'aidCases', caseId),
        noted('courts', 'trials', NOTED.trials, request),
        noted('justice', 'mediations', NOTED.mediations, request),
      ]);
      const nameOf = new Map(named.map(({ code, name_en }) => [code, name_en]));
      const [policeCase] = policeCases;
      const [prosecution] = prosecutions;
      const brief = ({ number, status }: Row) => ({ number, status });
      return {
        data: {
          case: {
            id: row.id,
            number: row.number,
            kind: row.kind,
            stage: row.stage,
            openedAt: row.opened_at,
            region: { code: row.region_code, name: regionName(row.region_code) },
            agencies: agencies.map(({ agency }) => ({ code: agency, name: nameOf.get(agency) })),
            numbers: numbers.map(({ number, agency }) => ({ number, agency: { code: agency } })),
            policeCase: policeCase ? { ...brief(policeCase), filedAt: policeCase.filed_at } : null,
            prosecution: prosecution ? { ...brief(prosecution), charge: prosecution.charge } : null,
            trials: trials.map(({ cause, ...trial }) => ({ ...brief(trial), cause })),
            mediations: mediations.map(brief),
            aidCases: aidCases.map(brief),
            timeline: events
              .reverse()
              .map(({ at, what, stage, agency }) => ({ at, what, stage, agency: { code: agency } })),
          },
        },
        extensions: ALL_ANSWERED,
      };
    };
  }
}

/** How a record stands in its agency's trail: its type and the fields that were read. */
type Noted = readonly [type: string, fields: readonly string[]];

const NOTED = {
  policeCase: ['PoliceCase', ['filedAt', 'number', 'status']],
  trials: ['CourtCase', ['cause', 'number', 'status']],
  mediations: ['Mediation', ['number', 'status']],
} as const satisfies Record<string, Noted>;
