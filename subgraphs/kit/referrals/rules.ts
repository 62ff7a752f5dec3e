import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { AGENCIES } from '../../../protocol/generated/agencies.ts';
import { parseDeadlineRule } from '../formats/deadline.ts';
import type { Words } from '../formats/fault.ts';
import type { WorkingHours } from '../formats/workingHours.ts';
import type { Purpose } from '../generated/schema.ts';

const wordsShape = z.object({ zh: z.string(), en: z.string() });
const codes = z.array(z.string());
/** Agencies by code, or ANY. */
const parties = z.union([z.literal('ANY'), codes]);
const actionShape = z.object({
  by: z.enum(['SENDER', 'RECEIVER', 'EITHER', 'HUB']),
  from: codes,
  to: z.string().nullable().default(null),
  reason: z.boolean().default(false),
  automatic: z.boolean().default(false),
  request: z.boolean().default(false),
  answers: z.string().nullable().default(null),
  label: wordsShape,
});
const PURPOSES = [
  'JUDICIAL_AID',
  'MEDIATION',
  'JUDICIAL_CONFIRMATION',
  'CRIMINAL_PROCEEDINGS',
  'PROTECTION',
  'LEGAL_AID',
  'PETITION',
  'COMMUNITY',
] as const satisfies readonly Purpose[];
const daysOffShape = z.object({ ends: z.enum(['MOVES', 'STAYS']), basis: z.string() });
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const hoursShape = z
  .object({ from: time, until: time })
  .refine(({ from, until }) => from < until, { error: 'hours must begin before they end' });
const kindShape = z.object({
  name: wordsShape,
  purpose: z.enum(PURPOSES),
  from: parties,
  to: parties,
  acceptWithin: z.string().nullable().default(null),
  finishWithin: z.string().nullable().default(null),
  expireAfter: z.string().nullable().default(null),
  basis: z.string(),
  daysOff: daysOffShape.nullable().default(null),
  actionReasons: z.record(z.string(), codes).optional(),
  operations: z.record(z.string(), z.string()).default({}),
});
const fileShape = z.object({
  open: codes,
  actions: z.record(z.string(), actionShape),
  steps: z.record(z.enum(['ACCEPT', 'FINISH']), z.object({ startedBy: codes, doneBy: codes })),
  escalation: z.object({ remindAfterShare: z.number().min(0).max(1), superviseAfter: z.string(), hours: hoursShape }),
  reasons: z.record(z.string(), wordsShape),
  actionReasons: z.record(z.string(), codes),
  kinds: z.record(z.string(), kindShape),
});

export type ReferralAction = z.infer<typeof actionShape> & { code: string };
export type ReferralKind = Omit<z.infer<typeof kindShape>, 'from' | 'to'> & {
  code: string;
  /** Codes of agencies. */
  from: string[];
  to: string[];
};
export type Step = 'ACCEPT' | 'FINISH';
export type Party = 'SENDER' | 'RECEIVER' | 'HUB';
/** An agency's own part in a referral. */
export type AgencyParty = Exclude<Party, 'HUB'>;

/** What decides on the next action: the status, and the request that waits for an answer. */
export interface ReferralState {
  status: string;
  openRequest: string | null;
}

/** Whether an action counts in the referral's version: it changes the status, or it asks for something or answers. Notes do not. */
export function isTransition(action: Pick<ReferralAction, 'to' | 'request' | 'answers'>): boolean {
  return action.to !== null || action.request || action.answers !== null;
}

/** The rules of all referrals, as data: what may be done, when, by whom, with which reasons. */
export interface ReferralRules {
  kinds: readonly ReferralKind[];
  kind(code: string): ReferralKind | null;
  action(code: string): ReferralAction | null;
  openStatuses: readonly string[];
  isOpen(status: string): boolean;
  /** All actions, in the order of the file. */
  actions: readonly ReferralAction[];
  /** Whether the action can be done by that party in that state. */
  allows(action: ReferralAction, party: Party, state: ReferralState): boolean;
  /** The state after the action. */
  next(action: ReferralAction, state: ReferralState): ReferralState;
  reasonsFor(kind: ReferralKind, action: string): { code: string; words: Words }[];
  steps: Record<Step, { startedBy: readonly string[]; doneBy: readonly string[] }>;
  escalation: { remindAfterShare: number; superviseAfter: string; hours: WorkingHours };
}

const FILE = new URL('../../exchange/referral-kinds.yml', import.meta.url);

let loaded: ReferralRules | null = null;

/** The rules of subgraphs/exchange/referral-kinds.yml, read once in a process. @throws where the file breaks its form */
export function loadReferralRules(): ReferralRules {
  loaded ??= readRules();
  return loaded;
}

function readRules(): ReferralRules {
  const file = fileShape.parse(parse(readFileSync(FILE, 'utf8')));
  const actions = new Map(Object.entries(file.actions).map(([code, action]) => [code, { code, ...action }]));
  const kinds = new Map(Object.entries(file.kinds).map(([code, kind]) => [code, withParties(code, kind)]));
  for (const kind of kinds.values()) requireDaysOff(kind);
  const allows = (action: ReferralAction, party: Party, { status, openRequest }: ReferralState) =>
    action.from.includes(status) &&
    (action.by === party || (action.by === 'EITHER' && party !== 'HUB')) &&
    (action.answers === null || action.answers === openRequest) &&
    (!action.request || openRequest === null);
  const next = (action: ReferralAction, before: ReferralState): ReferralState => {
    const status = action.to ?? before.status;
    if (action.request) return { status, openRequest: action.code };
    const open = before.openRequest === null ? null : actions.get(before.openRequest);
    // A request lapses where it could not be made any more.
    const stays = open && action.answers === null && open.from.includes(status);
    return { status, openRequest: stays ? open.code : null };
  };
  return {
    kinds: [...kinds.values()],
    kind: (code) => kinds.get(code) ?? null,
    action: (code) => actions.get(code) ?? null,
    openStatuses: file.open,
    isOpen: (status) => file.open.includes(status),
    allows,
    actions: [...actions.values()],
    next,
    reasonsFor: (kind, action) =>
      (kind.actionReasons?.[action] ?? file.actionReasons[action] ?? []).map((code) => {
        const words = file.reasons[code];
        if (!words) throw new Error(`referral-kinds.yml: the reason ${code} of ${action} has no words.`);
        return { code, words };
      }),
    steps: file.steps as Record<Step, { startedBy: string[]; doneBy: string[] }>,
    escalation: file.escalation,
  };
}

/** ANY is every agency of the hub but those on the other side, and but the hub itself, which sends and receives nothing. */
function withParties(code: string, kind: z.infer<typeof kindShape>): ReferralKind {
  const { from, to } = kind;
  const anyBut = (others: readonly string[]) =>
    AGENCIES.map(({ code }): string => code).filter((agency) => agency !== 'HUB' && !others.includes(agency));
  return {
    ...kind,
    code,
    from: from === 'ANY' ? anyBut(to === 'ANY' ? [] : to) : from,
    to: to === 'ANY' ? anyBut(from === 'ANY' ? [] : from) : to,
  };
}

/** Whether a term of the kind whose last day is a day off ends on the next working day. */
export function movesToWorkingDay(kind: ReferralKind | null): boolean {
  return kind?.daysOff?.ends === 'MOVES';
}

/** @throws where a kind has a term in days or months and does not say what a day off does to it */
function requireDaysOff({ code, acceptWithin, finishWithin, expireAfter, daysOff }: ReferralKind): void {
  const terms = [acceptWithin, finishWithin, expireAfter].filter((rule) => rule !== null).map(parseDeadlineRule);
  if (!daysOff && terms.some(({ unit }) => unit === 'd' || unit === 'M'))
    throw new Error(`referral-kinds.yml: ${code} has a term in days or months and needs daysOff.`);
}
