import type { Knex } from 'knex';
import { payload, requireBetween, requireText, runCommand } from '../../../kit/command.ts';
import { shanghaiDay } from '../../../kit/formats/day.ts';
import { invalidInput, transitionConflict } from '../../../kit/problems/problem.ts';
import { narrowScope, regionScope, type Viewer } from '../../../kit/viewer.ts';
import type { Context } from '../../context.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import type { Mediation } from '../../mediation/store/mediations.ts';
import { beforeAgreement, noAgreement, notAParty, partyMissing, tooLate } from '../rules/applicationFaults.ts';
import { applicationStatus, canApply } from '../rules/applicationStatus.ts';
import { lastDayToApply } from '../rules/applicationTerm.ts';

type Resolver = Required<MutationResolvers>['applyForJudicialConfirmation'];

const MOST_DOCUMENTS = 20;
const LONGEST_DOCUMENT = 200;

export const applyForJudicialConfirmation: Resolver = async (_, { input }, context) => {
  const { store, viewer, referrals } = context;
  const outcome = await runCommand({
    name: 'applyForJudicialConfirmation',
    input,
    context,
    run: async (tx) => {
      const found = await store.mediations.lock(tx, input.mediationId);
      if (!found) throw invalidInput(['mediationId'], 'NOT_FOUND', input.mediationId);
      const mediation = requireAgreement(found, context.cipher);
      const { appliedOn } = input;
      const agreedOn = requireInTime(appliedOn, mediation.agreedAt);
      const partyTokens = await store.mediationParties.readTokens(tx, mediation.id);
      requireAllParties(input.applicants, partyTokens, context);
      const documents = readDocuments(input.documents);
      const regionCode = requireOwnRegion(input.courtRegion ?? mediation.regionCode, viewer);
      await requireNoOther(tx, mediation.id, context);
      const referral = {
        kind: 'JUDICIAL_CONFIRMATION',
        to: 'COURTS',
        subjectId: mediation.id,
        caseId: mediation.caseId,
        personTokens: partyTokens,
        regionCode,
        parentId: mediation.referralId,
      };
      const { number: mediationNumber, agreement, agreementAmount: amount } = mediation;
      const body = { mediationNumber, agreedOn, agreement, amount, appliedOn, documents };
      const side = await referrals.send(tx, referral, viewer, body);
      await store.confirmationApplications.insert(tx, {
        mediationId: mediation.id,
        referralId: side.id,
        appliedOn,
        documents,
      });
      return mediation.id;
    },
  });
  return payload('mediation', outcome, (id) => context.store.mediations.byId.load(id));
};

/** @throws Problem where the mediation has not ended with an agreement in writing */
function requireAgreement(mediation: Mediation, cipher: Context['cipher']) {
  const { status, agreementSealed, concludedAt } = mediation;
  if (status !== 'AGREED' || agreementSealed === null || concludedAt === null) throw noAgreement(mediation.id);
  return { ...mediation, agreement: cipher.open(agreementSealed), agreedAt: concludedAt };
}

/** The day of the agreement, where the day of the application is in its term and the term is not over yet. @throws Problem */
function requireInTime(appliedOn: string, agreedAt: Date): string {
  const today = shanghaiDay(new Date());
  const agreedOn = shanghaiDay(agreedAt);
  const lastDay = lastDayToApply(agreedAt);
  if (appliedOn > today) throw invalidInput(['appliedOn'], 'DATE_IN_FUTURE', appliedOn);
  if (appliedOn < agreedOn) throw beforeAgreement(agreedOn, appliedOn);
  // The application has to reach the court in time: one that was signed in time and is handed over afterwards is late as well.
  if (today > lastDay) throw tooLate(lastDay);
  return agreedOn;
}

/** @throws Problem where somebody else applies, or not all parties do */
function requireAllParties(applicants: readonly string[], partyTokens: readonly string[], { personTokens }: Context) {
  const tokens = applicants.map((idNumber) => personTokens.of(idNumber));
  const other = tokens.findIndex((token) => !partyTokens.includes(token));
  if (other >= 0) throw notAParty(other);
  if (partyTokens.some((token) => !tokens.includes(token))) throw partyMissing();
}

function readDocuments(documents: readonly string[]): string[] {
  requireBetween(['documents', 'length'], documents.length, 1, MOST_DOCUMENTS);
  return documents.map((document, index) => requireText(['documents', index], document, LONGEST_DOCUMENT));
}

/** The viewer's own region, or one below it: whoever hands the application over follows it. @throws Problem */
function requireOwnRegion(region: string, viewer: Viewer): string {
  if (narrowScope(viewer, region) === regionScope(region)) return region;
  throw invalidInput(['courtRegion'], 'REGION_OUT_OF_SCOPE', region);
}

/** @throws Problem where another application is under way or has been ruled on, or its withdrawal is on its way */
async function requireNoOther(
  tx: Knex.Transaction,
  mediationId: string,
  { store, referrals, rules }: Context,
): Promise<void> {
  const newest = await store.confirmationApplications.readNewest(tx, mediationId);
  if (!newest) return;
  const side = await referrals.byId(tx, newest.referralId);
  const current = { status: applicationStatus(newest.referralStatus, newest.confirmed), version: side?.version ?? 0 };
  if (side && rules.isOpen(side.status)) throw transitionConflict('REFERRAL_OPEN', current);
  if (!canApply(current.status)) throw transitionConflict('STATUS_CONFLICT', current);
  if (!(await referrals.isConfirmed(tx, newest.referralId)))
    throw transitionConflict('WITHDRAWAL_UNCONFIRMED', current);
}
