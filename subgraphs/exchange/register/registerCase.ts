import { payload, runCommand } from '../../kit/command.ts';
import { HUB } from '../../kit/exchange/hub.ts';
import { invalidInput } from '../../kit/problems/problem.ts';
import { narrowScope, regionScope } from '../../kit/viewer.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';
import { numberAgency, numberFitsKind } from './caseNumbers.ts';
import { FAULTS } from './faults.ts';

export const registerCase: Required<MutationResolvers>['registerCase'] = async (_, { input }, context) => {
  const { store, viewer, sharing } = context;
  const { number, kind, region, stage } = input;
  const outcome = await runCommand({
    name: 'registerCase',
    input,
    context,
    run: async (tx) => {
      if (narrowScope(viewer, region) !== regionScope(region))
        throw invalidInput(['region'], 'REGION_OUT_OF_SCOPE', region);
      if (!numberFitsKind(number, kind)) throw invalidInput(['kind'], FAULTS.CASE_KIND_MISMATCH, kind);
      const registration = await store.caseRegister.register(tx, {
        number,
        givenBy: numberAgency(number),
        registeredBy: viewer.agency === HUB ? null : viewer.agency,
        kind,
        stage,
        regionCode: region,
        at: new Date(),
      });
      if (registration.outcome === 'REGISTERED') return registration.id;
      // That the number of a case which the viewer does not see is taken is told all the same: on record.
      if (registration.outcome === 'HIDDEN')
        sharing.denied({ record: { type: 'Case', id: number, caseId: null, persons: [] }, path: '' }, 'number');
      throw invalidInput(['number'], FAULTS.CASE_NUMBER_TAKEN, number);
    },
  });
  return payload('case', outcome, (id) => store.cases.byId.load(id));
};
