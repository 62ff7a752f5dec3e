import { setTimeout as sleep } from 'node:timers/promises';
import type { Asker } from '../../demo/story/people.ts';
import * as operations from '../../schema/generated/operations.ts';
import { inventedIdNumber, registerCase } from './register.ts';
import type { TestSystem } from './system.ts';

/** Above the serials of the demonstration's cases, whose numbers are taken where it is loaded. */
let serial = 50_000;

/** A new key each time. */
export function freshKey(): { idempotencyKey: string } {
  serial += 1;
  return { idempotencyKey: `key-${process.pid}-${serial}` };
}

export type LeadInput = operations.CreateAidLeadInput;

/** A lead that is accepted as it is, on a case and an applicant of its own. */
export async function leadInput(system: TestSystem, changes: Partial<LeadInput> = {}): Promise<LeadInput> {
  serial += 1;
  const { number } = await registerCase(system.databaseUrls.exchange as string, serial);
  return {
    ...freshKey(),
    applicant: { name: '测试人', idNumber: inventedIdNumber(serial), phone: '13800000000' },
    source: 'HOME_VISIT',
    hardship: 'EARNER_KILLED_OR_DISABLED',
    household: { members: 2, minors: 1, monthlyIncome: '1860.00' },
    caseNumber: number,
    description: '测试线索。',
    // Several tests have leads of their own on the woman of the story.
    allowDuplicate: true,
    ...changes,
  };
}

export async function createLead(
  system: TestSystem,
  officer: Asker,
  changes: Partial<LeadInput> = {},
): Promise<string> {
  const { createAidLead } = await officer.ask(operations.CreateAidLeadDocument, {
    input: await leadInput(system, changes),
  });
  if (!createAidLead.aidLead)
    throw new Error(`No lead: ${createAidLead.problems.map((problem) => problem.code).join(', ')}`);
  return createAidLead.aidLead.id;
}

/** A lead that was referred, and received by the prosecutors. */
export async function referredLead(
  system: TestSystem,
  officer: Asker,
  changes: Partial<LeadInput> = {},
): Promise<string> {
  const aidLeadId = await createLead(system, officer, changes);
  await officer.ask(operations.ReferAidLeadDocument, { input: { ...freshKey(), aidLeadId, expectedVersion: 0 } });
  await untilVersion(officer, aidLeadId, 2);
  return aidLeadId;
}

/** The aid case of a lead that was referred and accepted. */
export async function acceptedLead(
  system: TestSystem,
  officer: Asker,
  prosecutor: Asker,
  changes: Partial<LeadInput> = {},
): Promise<{ aidLeadId: string; aidCaseId: string }> {
  const aidLeadId = await referredLead(system, officer, changes);
  const { acceptAidLead } = await accept(prosecutor, aidLeadId);
  if (!acceptAidLead.aidCase)
    throw new Error(`Not accepted: ${acceptAidLead.problems.map((problem) => problem.code).join(', ')}`);
  return { aidLeadId, aidCaseId: acceptAidLead.aidCase.id };
}

/** Accepts the lead by its newest referral. @param expectedVersion of the prosecutors' side; the current one unless given */
export async function accept(
  prosecutor: Asker,
  aidLeadId: string,
  expectedVersion?: number,
): Promise<operations.AcceptAidLeadMutation> {
  const { referralId, version } = await sideOf(prosecutor, aidLeadId);
  return prosecutor.ask(operations.AcceptAidLeadDocument, {
    input: { ...freshKey(), referralId, expectedVersion: expectedVersion ?? version },
  });
}

type Step = Partial<operations.ReferralStepInput> & { action: string };

/** A step of the lead's newest referral by the viewer's agency; its current version is expected unless another is given. */
export async function step(
  viewer: Asker,
  aidLeadId: string,
  input: Step,
): Promise<operations.ProsecutorsReferralStepMutation['prosecutorsReferralStep']> {
  const { referralId, version } = await sideOf(viewer, aidLeadId);
  const whole = { input: { ...freshKey(), referralId, expectedVersion: version, ...input } };
  return isProsecutor(viewer)
    ? (await viewer.ask(operations.ProsecutorsReferralStepDocument, whole)).prosecutorsReferralStep
    : (await viewer.ask(operations.WomensFederationReferralStepDocument, whole)).womensFederationReferralStep;
}

/** The newest referral of a lead, and the version of the viewer's own side. */
export async function sideOf(viewer: Asker, aidLeadId: string): Promise<{ referralId: string; version: number }> {
  const { aidLead } = await viewer.ask(operations.LeadReferralDocument, { id: aidLeadId });
  if (!aidLead?.referral) throw new Error('The lead was not referred.');
  const { id, womensFederationSide, prosecutorsSide } = aidLead.referral;
  const side = isProsecutor(viewer) ? prosecutorsSide : womensFederationSide;
  return { referralId: id, version: side?.version ?? 0 };
}

function isProsecutor({ username }: Asker): boolean {
  return username.startsWith('prosecutors.');
}

/** The newest referral of a lead, to be named as the reason for reading what is about it. */
export async function referralOf(viewer: Asker, aidLeadId: string): Promise<string> {
  const { aidLead } = await viewer.ask(operations.LeadReferralDocument, { id: aidLeadId });
  if (!aidLead?.referral) throw new Error('The lead was not referred.');
  return aidLead.referral.id;
}

const PATIENCE_MS = 10_000;

/** Waits until the viewer sees the lead at a version or above. */
export async function untilVersion(viewer: Asker, aidLeadId: string, version: number): Promise<void> {
  await until(`lead at version ${version}`, async () => {
    const { aidLead } = await viewer.ask(operations.LeadProgressDocument, { id: aidLeadId });
    return (aidLead?.version ?? 0) >= version;
  });
}

/** Waits until something holds; fails after 10 seconds. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const since = Date.now();
  while (!(await holds())) {
    if (Date.now() - since > PATIENCE_MS) throw new Error(`Not within ${PATIENCE_MS} ms: ${what}.`);
    await sleep(25);
  }
}
