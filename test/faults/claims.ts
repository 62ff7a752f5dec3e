import { feedbackOf, type Lead } from './lives.ts';
import type { Records, ReferralRecord } from './records.ts';

/** A lead that its officer has recorded and referred, under the id that came back. */
export interface Lived {
  lead: Lead;
  id: string;
}

/** Something that must hold, whatever was killed; the records that break it, told apart by id and code. */
export interface Claim {
  says: string;
  brokenBy(records: Records, lived: readonly Lived[]): string[];
}

/** What must hold of leads, referrals and messages when everything has settled. */
export const CLAIMS: readonly Claim[] = [
  {
    says: 'each lead was recorded once, under the key that asked for it',
    brokenBy: ({ sender }, lived) => [
      ...difference(ids(sender.leads), ids(lived), 'lead that nobody knows'),
      ...difference(ids(lived), ids(sender.leads), 'lead lost'),
      ...(sender.createdByKey === lived.length
        ? []
        : [`${sender.createdByKey} keys of creation for ${lived.length} leads`]),
    ],
  },
  {
    says: 'each lead was referred as often as its officer did',
    brokenBy: ({ sender }, lived) =>
      lived
        .map(({ lead, id }) => ({
          id,
          asked: lead.path === 'REFERRED_AGAIN' ? 2 : 1,
          made: sender.referrals.filter(({ subject_id }) => subject_id === id).length,
        }))
        .filter(({ asked, made }) => asked !== made)
        .map(({ id, asked, made }) => `${id} referred ${made} times, not ${asked}`),
  },
  {
    says: 'of callers who act on a lead at the same moment one is done, and no lead has two open referrals',
    brokenBy: ({ exchange }) => [
      ...repeated(exchange.ledger.filter(({ action }) => action === 'ACCEPT').map(({ referral_id }) => referral_id)),
      ...repeated(
        exchange.referrals
          .filter(({ status }) => !['ACKNOWLEDGED', 'RETURNED', 'WITHDRAWN'].includes(status))
          .map(({ subject_id }) => subject_id),
      ),
    ],
  },
  {
    says: 'every committed lead is at the receiver exactly once',
    brokenBy: ({ sender, receiver }) => {
      const sent = sender.leads.filter(({ referral_id }) => referral_id !== null);
      const pair = ({ id, referral_id }: { id: string; referral_id: string | null }) => `${id} by ${referral_id}`;
      return [
        ...difference(sent.map(pair), receiver.leads.map(pair), 'not received'),
        ...difference(receiver.leads.map(pair), sent.map(pair), 'never sent'),
        ...repeated(ids(receiver.leads)),
      ];
    },
  },
  {
    says: 'every referral is at sender, exchange and receiver, in one status and version',
    brokenBy: ({ sender, receiver, exchange }) => {
      const told = ({ id, status, version }: ReferralRecord) => `${id} ${status} v${version}`;
      const ledger = exchange.referrals.map(told);
      return [
        ...difference(sender.referrals.map(told), ledger, 'sender alone holds'),
        ...difference(receiver.referrals.map(told), ledger, 'receiver alone holds'),
        ...difference(ledger, sender.referrals.map(told), 'exchange, but not the sender, holds'),
        ...difference(ledger, receiver.referrals.map(told), 'exchange, but not the receiver, holds'),
      ];
    },
  },
  {
    says: 'every feedback is at the sender exactly once',
    brokenBy: ({ sender, exchange }, lived) => {
      const concluded = new Set(
        exchange.ledger.filter(({ action }) => action === 'CONCLUDE').map(({ referral_id }) => referral_id),
      );
      const due = exchange.referrals.filter(({ id }) => concluded.has(id)).map(({ subject_id }) => subject_id);
      const words = new Map(lived.map(({ lead, id }) => [id, feedbackOf(lead.serial)]));
      const kept = sender.feedback.map(({ aid_lead_id }) => aid_lead_id);
      return [
        ...difference(due, kept, 'feedback lost'),
        ...difference(kept, due, 'feedback of nothing'),
        ...repeated(kept),
        ...sender.feedback
          .filter(({ aid_lead_id, text }) => words.get(aid_lead_id) !== text)
          .map(({ aid_lead_id }) => `${aid_lead_id} has other words`),
      ];
    },
  },
  {
    says: 'every life came to its end',
    brokenBy: ({ exchange }, lived) => {
      const ends = {
        CONCLUDED: ['ACKNOWLEDGED'],
        ACTED_ON_TWICE: ['ACKNOWLEDGED'],
        RETURNED: ['RETURNED'],
        REFERRED_AGAIN: ['ACKNOWLEDGED', 'RETURNED'],
        WITHDRAWN_OR_ACCEPTED: ['ACCEPTED', 'WITHDRAWN'],
      };
      const pathOf = new Map(lived.map(({ lead, id }) => [id, lead.path]));
      return exchange.referrals
        .filter(({ subject_id, status }) => {
          const path = pathOf.get(subject_id);
          return path !== undefined && !ends[path].includes(status);
        })
        .map(({ id, subject_id, status }) => `${id} is ${status} on the path ${pathOf.get(subject_id)}`);
    },
  },
  {
    says: 'an aid case is open only where the ledger has its acceptance',
    brokenBy: ({ receiver, exchange }) => {
      const accepted = actionsOf(exchange.ledger, 'ACCEPT');
      const valid = receiver.aidCases.filter(({ withdrawn }) => !withdrawn).map(({ referral_id }) => referral_id);
      return [
        ...difference(accepted, valid, 'no aid case for the acceptance of'),
        ...difference(valid, accepted, 'aid case without acceptance of'),
        ...repeated(receiver.aidCases.map(({ referral_id }) => referral_id)),
      ];
    },
  },
  {
    says: 'every message that was sent is in the ledger exactly once, and nothing else is',
    brokenBy: ({ sender, receiver, exchange }) => {
      const relayed = [...sender.outgoing, ...receiver.outgoing].filter(({ state }) => state === 'RELAYED');
      const taken = exchange.ledger.map(({ envelope_id }) => envelope_id);
      return [
        ...difference(ids(relayed), taken, 'not in the ledger'),
        ...difference(taken, ids(relayed), 'in the ledger alone'),
        ...repeated(taken),
      ];
    },
  },
  {
    says: 'every message of the ledger was delivered, and applied once by its receiver',
    brokenBy: ({ sender, receiver, exchange }) => {
      const due = exchange.ledger.map(({ envelope_id, to_agency }) => `${envelope_id} to ${to_agency}`);
      const delivered = exchange.deliveries.map(({ envelope_id, to_agency }) => `${envelope_id} to ${to_agency}`);
      const applied = [
        ...sender.inbox.map(({ envelope_id }) => `${envelope_id} to WOMENS_FEDERATION`),
        ...receiver.inbox.map(({ envelope_id }) => `${envelope_id} to PROSECUTORS`),
      ];
      return [
        ...exchange.deliveries
          .filter(({ state }) => state !== 'DELIVERED')
          .map(({ envelope_id, state, last_error }) => `${envelope_id} ${state} ${last_error ?? ''}`),
        ...difference(due, delivered, 'no delivery of'),
        ...difference(due, applied, 'not applied'),
        ...difference(applied, due, 'applied without the ledger'),
        ...repeated(applied),
      ];
    },
  },
  {
    says: 'both sides tell the same history as the ledger',
    brokenBy: ({ sender, receiver, exchange }) => {
      const ledger = exchange.ledger.map(({ envelope_id }) => envelope_id);
      const told = (events: Records['sender']['events']) =>
        events.filter(({ superseded }) => !superseded).map(({ envelope_id }) => envelope_id);
      return [
        ...difference(ledger, told(sender.events), 'the sender lacks'),
        ...difference(told(sender.events), ledger, 'the sender alone has'),
        ...difference(ledger, told(receiver.events), 'the receiver lacks'),
        ...difference(told(receiver.events), ledger, 'the receiver alone has'),
      ];
    },
  },
  {
    says: 'nothing is left unsent, and nothing was refused but what lost to the other side',
    brokenBy: ({ sender, receiver, exchange }, lived) => {
      const contested = new Set(lived.filter(({ lead }) => lead.path === 'WITHDRAWN_OR_ACCEPTED').map(({ id }) => id));
      const mayBeRefused = new Set(ids(exchange.referrals.filter(({ subject_id }) => contested.has(subject_id))));
      const outgoing = [...sender.outgoing, ...receiver.outgoing];
      const referralOf = new Map(outgoing.map(({ id, referral_id }) => [id, referral_id]));
      return [
        ...outgoing
          .filter(
            ({ state, referral_id }) => state !== 'RELAYED' && !(state === 'REFUSED' && mayBeRefused.has(referral_id)),
          )
          .map(({ id, action, state, last_error }) => `${id} ${action} ${state} ${last_error ?? ''}`),
        ...exchange.refused
          .filter(({ envelope_id }) => !mayBeRefused.has(referralOf.get(envelope_id ?? '') ?? ''))
          .map(({ envelope_id, code }) => `${envelope_id} refused: ${code}`),
      ];
    },
  },
  {
    says: 'no job that is due is left over',
    brokenBy: ({ sender, receiver, exchange }) =>
      [...sender.jobs, ...receiver.jobs, ...exchange.jobs].map(
        ({ task_identifier, attempts, last_error }) =>
          `${task_identifier} after ${attempts} attempts: ${last_error ?? ''}`,
      ),
  },
];

function ids(list: readonly { id: string }[]): string[] {
  return list.map(({ id }) => id);
}

function actionsOf(ledger: Records['exchange']['ledger'], action: string): string[] {
  return ledger.filter((entry) => entry.action === action).map(({ referral_id }) => referral_id);
}

function difference(these: readonly string[], those: readonly string[], what: string): string[] {
  const there = new Set(those);
  return these.filter((each) => !there.has(each)).map((each) => `${what}: ${each}`);
}

function repeated(list: readonly string[]): string[] {
  const seen = new Set<string>();
  return list.filter((each) => seen.size === seen.add(each).size).map((each) => `twice: ${each}`);
}
