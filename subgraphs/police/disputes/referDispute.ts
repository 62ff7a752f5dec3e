import { optionalText, payload, requireBetween, requireText, runCommand } from '../../kit/command.ts';
import { lockRecord } from '../../kit/lockRecord.ts';
import { invalidInput, transitionConflict } from '../../kit/problems/problem.ts';
import type { MutationResolvers, ReferDisputeInput } from '../generated/resolvers.ts';
import { INCIDENT_AFTER, REFERABLE } from './rules/disputeSteps.ts';
import { type DisputeParty, setIncidentStatus } from './store/disputes.ts';

const LONGEST = { name: 50, summary: 4_000, note: 2_000 };
const PARTIES = { fewest: 2, most: 20 };

export const referDispute: Required<MutationResolvers>['referDispute'] = async (_, { input }, context) => {
  const { store, viewer, referrals, personTokens } = context;
  const outcome = await runCommand({
    name: 'referDispute',
    input,
    context,
    run: async (tx) => {
      const summary = requireText(['summary'], input.summary, LONGEST.summary);
      const note = optionalText(['note'], input.note, LONGEST.note);
      const parties = checkParties(input.parties);
      const locked = await lockRecord(tx, 'incidents', input.incidentId);
      const incident = locked ? await store.incidents.find(tx, input.incidentId) : null;
      if (!incident) throw invalidInput(['incidentId'], 'NOT_FOUND', input.incidentId);
      if (incident.kind !== 'DISPUTE') throw invalidInput(['incidentId'], NOT_A_DISPUTE, incident.kind);
      if (!REFERABLE.includes(incident.status))
        throw transitionConflict('STATUS_CONFLICT', { status: incident.status, version: 0 });
      const earlier = await store.disputes.find(tx, incident.id);
      if (earlier?.referralId && !(await referrals.isConfirmed(tx, earlier.referralId)))
        throw transitionConflict('WITHDRAWAL_UNCONFIRMED', { status: incident.status, version: 0 });
      const { regionCode } = incident;
      const id = await store.disputes.record(tx, earlier?.id ?? null, {
        incidentId: incident.id,
        regionCode,
        kind: input.kind,
        summary,
        note,
        parties,
        referredBy: viewer.username,
      });
      const referral = {
        kind: 'POLICE_MEDIATION',
        to: 'JUSTICE',
        subjectId: id,
        caseId: null,
        personTokens: parties.map(({ idNumber }) => personTokens.of(idNumber)),
        regionCode,
        parentId: earlier?.referralId ?? null,
      };
      const body = { incidentNumber: incident.number, disputeKind: input.kind, summary, parties, note };
      const side = await referrals.send(tx, referral, viewer, body);
      await store.disputes.follow(tx, id, side.id);
      await setIncidentStatus(tx, side.id, INCIDENT_AFTER.SEND);
      return id;
    },
  });
  return payload('dispute', outcome, (id) => context.store.disputes.byId.load(id));
};

const NOT_A_DISPUTE = {
  code: 'NOT_A_DISPUTE',
  message: { zh: '该警情不是纠纷警情，不能移交调解。', en: 'The incident is not a dispute.' },
  accepted: { zh: '纠纷警情', en: 'an incident of the kind DISPUTE' },
};

/** Two parties or more, each once. @throws Problem */
function checkParties(given: ReferDisputeInput['parties']): DisputeParty[] {
  requireBetween(['parties', 'length'], given.length, PARTIES.fewest, PARTIES.most);
  const numbers = given.map(({ idNumber }) => idNumber);
  return given.map(({ name, idNumber, phone }, index) => {
    if (numbers.indexOf(idNumber) !== index) {
      throw invalidInput(['parties', index, 'idNumber'], {
        code: 'PARTY_TWICE',
        message: { zh: '同一当事人重复填写。', en: 'The party is named twice.' },
        accepted: { zh: '每名当事人只填一次', en: 'each party once' },
      });
    }
    return { name: requireText(['parties', index, 'name'], name, LONGEST.name), idNumber, phone: phone ?? null };
  });
}
