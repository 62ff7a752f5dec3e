import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { Knex } from 'knex';
import type { Asker } from '../../demo/story/people.ts';
import * as operations from '../../schema/generated/operations.ts';
import { createNotices } from '../../subgraphs/exchange/relay/deadlines/notices.ts';
import { loadAgencyKeys } from '../../subgraphs/kit/crypto/keys.ts';
import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { loadReferralRules } from '../../subgraphs/kit/referrals/rules.ts';
import { createLogger } from '../../subgraphs/kit/server/logger.ts';
import { acceptedLead, createLead, freshKey, referredLead, sideOf, step, until } from '../harness/leads.ts';
import { operation } from '../harness/operation.ts';
import { recordWage } from '../harness/register.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';

/** CASEGRAPH_ACTIONS=whole walks every state, in two minutes; otherwise one in three, always the same. */
const ONE_IN = process.env.CASEGRAPH_ACTIONS === 'whole' ? 1 : 3;
const REASON = { reasonCode: 'OTHER', text: '测试。' };

interface Side {
  status: string;
  version: number;
  availableActions: { action: string; operation: string; inputs: string[] }[];
}
interface Shown {
  aidLead: Lead | null;
}
interface Lead {
  version: number;
  status: string;
  availableActions: string[];
  referral: {
    id: string;
    status: string;
    version: number;
    womensFederationSide: Side | null;
    prosecutorsSide: Side | null;
  } | null;
  aidCase: { id: string; version: number; availableActions: string[] } | null;
}
/** As a lead is to people who do not see it: a draft to the prosecutors. */
const UNSEEN: Lead = { version: 0, status: '', availableActions: [], referral: null, aidCase: null };

const SIDE = 'status version availableActions { action operation inputs }';
const SHOWN = operation<Shown>(`query Shown($id: ID!) {
  aidLead(id: $id) {
    version status availableActions
    referral { id status version womensFederationSide { ${SIDE} } prosecutorsSide { ${SIDE} } }
    aidCase { id version availableActions }
  }
}`);

/** What can be tried with a lead: mutations of its own, and by the agency's step mutation one for each action. */
const LEAD = ['updateAidLead', 'cancelAidLead', 'referAidLead'];
const STEPS = [
  'WITHDRAW',
  'REQUEST_WITHDRAWAL',
  'CANCEL_WITHDRAWAL_REQUEST',
  'ENTERED_IN_ERROR',
  'ACKNOWLEDGE',
  'RETURN',
  'AGREE_WITHDRAWAL',
  'REFUSE_WITHDRAWAL',
  'REOPEN',
  'REFER_ONWARD',
  'WITHDRAW_DUPLICATE',
];
const AID_CASE = [
  'requestAidMaterials',
  'recordAidMaterials',
  'proposeAid',
  'decideAid',
  'recordAidPayment',
  'concludeAidLead',
];
const ALL = [...LEAD, ...STEPS, 'acceptAidLead', ...AID_CASE];

const DOCUMENTS: Record<string, TypedDocumentNode<object, { input: never }>> = {
  updateAidLead: operations.UpdateAidLeadDocument,
  cancelAidLead: operations.CancelAidLeadDocument,
  referAidLead: operations.ReferAidLeadDocument,
  acceptAidLead: operations.AcceptAidLeadDocument,
  requestAidMaterials: operations.RequestAidMaterialsDocument,
  recordAidMaterials: operations.RecordAidMaterialsDocument,
  proposeAid: operations.ProposeAidDocument,
  decideAid: operations.DecideAidDocument,
  recordAidPayment: operations.RecordAidPaymentDocument,
  concludeAidLead: operations.ConcludeAidLeadDocument,
  womensFederationReferralStep: operations.WomensFederationReferralStepDocument,
  prosecutorsReferralStep: operations.ProsecutorsReferralStepDocument,
} as never;

const FEDERATION = 'womens-federation.shenyang';
const PROSECUTORS = 'prosecutors.shenyang';
/** Roles that the permissions tell apart: a supervisor of the federation may do what its officers may, and a leader nothing. */
const VIEWERS = [`${FEDERATION}.officer`, `${FEDERATION}.leader`, `${PROSECUTORS}.prosecutor`, `${PROSECUTORS}.chief`];

describe('what is offered can be done, and nothing else', () => {
  let system: TestSystem;
  let officer: Asker;
  let prosecutor: Asker;
  let chief: Asker;
  let exchange: Knex;
  let federation: Knex;
  let serial = 0;

  before(async () => {
    system = await startSystem();
    officer = await system.people.as(`${FEDERATION}.officer`);
    prosecutor = await system.people.as(`${PROSECUTORS}.prosecutor`);
    chief = await system.people.as(`${PROSECUTORS}.chief`);
    exchange = connectDatabase(system.databaseUrls.exchange as string, 1);
    federation = connectDatabase(system.databaseUrls['womens-federation'] as string, 1);
    await recordWage(system.databaseUrls.prosecutors as string);
  });
  after(async () => {
    await Promise.all([exchange.destroy(), federation.destroy()]);
    await system.stop();
  });

  const look = async (who: Asker, id: string) => (await who.ask(SHOWN, { id })).aidLead ?? UNSEEN;
  /** Until both sides and the ledger hold the same of the lead's referral. */
  const settled = async (id: string): Promise<string> => {
    await until('both sides and the ledger agree', async () => {
      const { referral } = await look(prosecutor, id);
      const [ledger, ...sides] = [referral, referral?.womensFederationSide, referral?.prosecutorsSide];
      return sides.every((side) => side?.status === ledger?.status && side?.version === ledger?.version);
    });
    return id;
  };

  /** The input of something to try, at the versions that the lead has now. */
  function inputOf(what: string, id: string, { version, referral, aidCase }: Lead, side: Side | null) {
    serial += 1;
    const nothing = '00000000-0000-7000-8000-000000000000';
    const ofLead = { ...freshKey(), aidLeadId: id, expectedVersion: version };
    const ofReferral = { ...freshKey(), referralId: referral?.id ?? nothing, expectedVersion: side?.version ?? 0 };
    const ofCase = { ...freshKey(), aidCaseId: aidCase?.id ?? nothing, expectedVersion: aidCase?.version ?? 0 };
    const codes: Record<string, string> = {
      RETURN: 'INCOMPLETE',
      ENTERED_IN_ERROR: 'RECORDED_BY_MISTAKE',
      REFER_ONWARD: 'NOT_COMPETENT',
    };
    const more: Record<string, object> = {
      updateAidLead: { ...ofLead, description: `更正${serial}。` },
      cancelAidLead: { ...ofLead, ...REASON },
      referAidLead: ofLead,
      acceptAidLead: ofReferral,
      requestAidMaterials: { ...ofCase, materials: ['证明'] },
      recordAidMaterials: ofCase,
      proposeAid: { ...ofCase, amount: '1000', reason: '测试。' },
      decideAid: { ...ofCase, approve: true, reason: '测试。' },
      recordAidPayment: { ...ofCase, amount: '100', paidOn: '2026-01-05', voucher: `凭证${serial}` },
      concludeAidLead: { ...ofCase, feedback: '测试。' },
    };
    const target = what === 'REFER_ONWARD' ? { toAgency: 'PROSECUTORS', toRegion: '210200' } : {};
    return more[what] ?? { ...ofReferral, action: what, reasonCode: codes[what] ?? 'OTHER', text: '测试。', ...target };
  }
  async function attempt(who: Asker, what: string, id: string, seen?: Lead): Promise<string> {
    const lead = seen ?? (await look(who, id));
    const isFederation = who.username.startsWith(FEDERATION);
    const side = (isFederation ? lead.referral?.womensFederationSide : lead.referral?.prosecutorsSide) ?? null;
    const steps = isFederation ? 'womensFederationReferralStep' : 'prosecutorsReferralStep';
    const document = DOCUMENTS[STEPS.includes(what) ? steps : what];
    assert.ok(document);
    const data = await who.ask(document, { input: inputOf(what, id, lead, side) as never });
    const [payload] = Object.values(data) as [{ problems: { code: string }[] }];
    return payload.problems[0]?.code ?? 'done';
  }
  async function offeredTo(who: Asker, id: string): Promise<string[]> {
    const lead = await look(who, id);
    const isFederation = who.username.startsWith(FEDERATION);
    const own = isFederation ? lead.referral?.womensFederationSide : lead.referral?.prosecutorsSide;
    const other = isFederation ? lead.referral?.prosecutorsSide : lead.referral?.womensFederationSide;
    assert.deepEqual(other?.availableActions ?? [], [], 'nobody acts for the other side');
    const ofCase = lead.aidCase?.availableActions ?? [];
    const ofSide = own?.availableActions ?? [];
    const steps = ofSide.filter(({ operation }) => operation.endsWith('ReferralStep'));
    const others = ofSide.filter((each) => !steps.includes(each)).map(({ operation }) => operation);
    assert.deepEqual(
      others.filter((name) => name !== 'acceptAidLead' && !ofCase.includes(name)),
      [],
      'a side offers no mutation of the aid case that the aid case does not',
    );
    for (const { action, operation: name, inputs } of ofSide) {
      const given = Object.keys(inputOf(name.endsWith('ReferralStep') ? action : name, id, lead, own ?? null));
      assert.deepEqual(
        inputs.filter((input) => !given.includes(input)),
        [],
        `${action} asks for no more`,
      );
    }
    const accept = others.filter((name) => name === 'acceptAidLead');
    return [...lead.availableActions, ...steps.map(({ action }) => action), ...accept, ...ofCase];
  }

  async function withCase(then: (aidCaseId: string, aidLeadId: string) => Promise<unknown>): Promise<string> {
    const { aidLeadId, aidCaseId } = await acceptedLead(system, officer, prosecutor);
    await then(aidCaseId, aidLeadId);
    return settled(aidLeadId);
  }
  const doing = async (who: Asker, id: string, ...whats: string[]) => {
    for (const what of whats) assert.equal(await attempt(who, what, id), 'done', what);
  };
  const stepping = async (who: Asker, id: string, action: string) => {
    await settled(id);
    assert.deepEqual((await step(who, id, { action, ...REASON })).problems, []);
    return settled(id);
  };
  const decided = (approve: boolean) =>
    withCase(async (aidCaseId, id) => {
      await doing(prosecutor, id, 'proposeAid');
      const input = { ...freshKey(), aidCaseId, expectedVersion: 2, approve, reason: '测试。' };
      assert.deepEqual((await chief.ask(operations.DecideAidDocument, { input })).decideAid.problems, []);
    });
  const paid = async (amount: string) => {
    const id = await decided(true);
    serial += 1;
    const { aidCase } = await look(prosecutor, id);
    const input = {
      ...freshKey(),
      aidCaseId: aidCase?.id as string,
      expectedVersion: 3,
      amount,
      paidOn: '2026-01-05',
      voucher: `凭证${serial}`,
    };
    const { recordAidPayment } = await prosecutor.ask(operations.RecordAidPaymentDocument, { input });
    assert.deepEqual(recordAidPayment.problems, []);
    return id;
  };
  const concluded = async () => {
    const id = await paid('1000');
    await doing(prosecutor, id, 'concludeAidLead');
    return settled(id);
  };

  const STATES: Record<string, () => Promise<string>> = {
    'a draft': () => createLead(system, officer),
    'a cancelled draft': async () => {
      const id = await createLead(system, officer);
      await doing(officer, id, 'cancelAidLead');
      return id;
    },
    received: async () => settled(await referredLead(system, officer)),
    orphaned: async () => {
      const id = await settled(await referredLead(system, officer));
      await federation('referrals').where({ subjectId: id }).update({ orphaned: true });
      return id;
    },
    returned: async () => stepping(prosecutor, await referredLead(system, officer), 'RETURN'),
    withdrawn: async () => stepping(officer, await referredLead(system, officer), 'WITHDRAW'),
    'entered in error': async () => {
      const id = await settled(await referredLead(system, officer));
      await doing(officer, id, 'ENTERED_IN_ERROR');
      return settled(id);
    },
    expired: async () => {
      const id = await settled(await referredLead(system, officer));
      const keys = await loadAgencyKeys(system.config.keysFolder, 'HUB');
      const notices = createNotices({
        db: exchange,
        keys,
        rules: loadReferralRules(),
        log: createLogger('test', 'fatal'),
      });
      await notices.expire((await sideOf(officer, id)).referralId);
      return settled(id);
    },
    accepted: () => withCase(async () => undefined),
    'accepted, with a request to withdraw': async () =>
      stepping(officer, await withCase(async () => undefined), 'REQUEST_WITHDRAWAL'),
    'on hold': () => withCase((_, id) => doing(prosecutor, id, 'requestAidMaterials')),
    'under review again': () => withCase((_, id) => doing(prosecutor, id, 'requestAidMaterials', 'recordAidMaterials')),
    proposed: () => withCase((_, id) => doing(prosecutor, id, 'proposeAid')),
    'proposed by the one who decides': () => withCase((_, id) => doing(chief, id, 'proposeAid')),
    approved: () => decided(true),
    'approved, with a request to withdraw': async () => stepping(officer, await decided(true), 'REQUEST_WITHDRAWAL'),
    'not approved': () => decided(false),
    'paid in part': () => paid('400'),
    'paid in part, with a request to withdraw': async () => stepping(officer, await paid('400'), 'REQUEST_WITHDRAWAL'),
    paid: () => paid('1000'),
    concluded,
    acknowledged: async () => {
      const id = await concluded();
      await doing(officer, id, 'ACKNOWLEDGE');
      return settled(id);
    },
    reopened: async () => stepping(chief, await concluded(), 'REOPEN'),
    'withdrawn after acceptance': async () => {
      const id = await stepping(officer, await withCase(async () => undefined), 'REQUEST_WITHDRAWAL');
      await doing(prosecutor, id, 'AGREE_WITHDRAWAL');
      return settled(id);
    },
  };

  for (const [state, make] of Object.entries(STATES).filter((_, index) => index % ONE_IN === 0)) {
    it(`of a lead that is ${state}`, async () => {
      const id = await make();
      for (const username of VIEWERS) {
        const who = await system.people.as(username);
        const offered = await offeredTo(who, id);
        assert.deepEqual(
          offered.filter((what) => !ALL.includes(what)),
          [],
          'the test knows all that is offered',
        );
        const seen = await look(who, id);
        for (const what of ALL.filter((each) => !offered.includes(each)))
          assert.notEqual(await attempt(who, what, id, seen), 'done', `${what} was not offered to ${username}`);
        assert.deepEqual(await offeredTo(who, id), offered, 'what was refused has changed nothing');
        await Promise.all(
          offered.map(async (what) =>
            assert.equal(await attempt(who, what, await make()), 'done', `${what} was offered to ${username}`),
          ),
        );
      }
    });
  }

  it('of a lead that is returned: its federation corrects it and refers it again', async () => {
    const id = await (STATES.returned as () => Promise<string>)();
    assert.deepEqual(await offeredTo(officer, id), ['updateAidLead', 'referAidLead']);
  });

  it('the second mutation of one request shows the state after it', async () => {
    const id = await createLead(system, officer);
    const twice = operation<Record<'one' | 'two', { aidLead: { version: number } }>>(
      `mutation Twice($one: UpdateAidLeadInput!, $two: UpdateAidLeadInput!) {
        one: updateAidLead(input: $one) { aidLead { version } }
        two: updateAidLead(input: $two) { aidLead { version } }
      }`,
    );
    const input = (expectedVersion: number) => ({
      ...freshKey(),
      aidLeadId: id,
      expectedVersion,
      description: `第${expectedVersion}次更正。`,
    });
    const { one, two } = await officer.ask(twice, { one: input(0), two: input(1) });
    assert.deepEqual([one.aidLead.version, two.aidLead.version], [1, 2]);
  });
});
