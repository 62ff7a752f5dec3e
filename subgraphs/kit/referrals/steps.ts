import type { GraphQLInputObjectType, GraphQLResolveInfo } from 'graphql';
import { getNamedType, isNonNullType } from 'graphql';
import type { Knex } from 'knex';
import { optionalText, runCommand } from '../command.ts';
import type { Context, OwnSteps } from '../definition.ts';
import { rolesForStep } from '../permissions.ts';
import { invalidInput, notPermitted, transitionConflict } from '../problems/problem.ts';
import { requireTarget } from './onward.ts';
import { mayDo, operationOf, stepMutation } from './permitted.ts';
import type { ReferralAction, ReferralKind, ReferralRules } from './rules.ts';
import { actorOf, type ReferralSide } from './side.ts';
import { isPossible } from './sides.ts';

export interface ReferralStepInput {
  idempotencyKey: string;
  referralId: string;
  action: string;
  expectedVersion: number;
  reasonCode?: string | null;
  text?: string | null;
  toAgency?: string | null;
  toRegion?: string | null;
}

/** An action that is offered, with the mutation that does it. */
export interface OfferedAction extends ReferralAction {
  kind: ReferralKind;
  operation: string;
}

const LONGEST_TEXT = 2_000;
const REFER_ONWARD = 'REFER_ONWARD';

/** The steps of an agency: what `availableActions` offers and the mutation does, by one rule. */
export function createReferralSteps<Store>(agency: string, rules: ReferralRules, own: Record<string, OwnSteps<Store>>) {
  const isAllowed = async (db: Knex, side: ReferralSide, action: ReferralAction, context: Context<Store>) =>
    isPossible(rules, action, side) && ((await own[side.kind]?.allows?.(db, side, action.code, context)) ?? true);

  return {
    /** What the viewer can do with a side now; nothing for people of other agencies. */
    async available(side: ReferralSide, context: Context<Store>): Promise<OfferedAction[]> {
      const kind = rules.kind(side.kind);
      if (!kind || context.viewer.agency !== agency) return [];
      const offered: OfferedAction[] = [];
      for (const action of rules.actions) {
        const operation = operationOf(agency, kind, action.code);
        if (action.automatic || operation === null || !mayDo(context.viewer, kind, action.code)) continue;
        if (await isAllowed(context.db, side, action, context)) offered.push({ ...action, kind, operation });
      }
      return offered;
    },

    /** The mutation `<agency>ReferralStep`. */
    async step(_: unknown, { input }: { input: ReferralStepInput }, context: Context<Store>) {
      const name = stepMutation(agency);
      const outcome = await runCommand({
        name,
        input,
        context,
        // Who may do it depends on the kind, which is known with the referral.
        isPermitted: () => context.viewer.agency === agency,
        run: async (tx) => {
          const text = optionalText(['text'], input.text, LONGEST_TEXT);
          const side = await context.referrals.lock(tx, input.referralId);
          const kind = side && rules.kind(side.kind);
          if (!side || !kind) throw invalidInput(['referralId'], 'NOT_FOUND', input.referralId);
          const action = rules.action(input.action);
          const isStep = action?.by === side.party && operationOf(agency, kind, action.code) === name;
          if (!action || !isStep) throw unknownAction(agency, rules, kind, side, input.action);
          if (!mayDo(context.viewer, kind, action.code))
            throw notPermitted(rolesForStep(kind.code, action.code).map((role) => `${agency}/${role}`));
          if (side.version !== input.expectedVersion) throw transitionConflict('VERSION_CONFLICT', side);
          if (!(await isAllowed(tx, side, action, context))) throw transitionConflict('STATUS_CONFLICT', side);
          await own[side.kind]?.apply?.[action.code]?.(tx, side, context);
          const given = { actor: actorOf(context.viewer), reason: { code: input.reasonCode, text } };
          if (action.code === REFER_ONWARD) {
            const here = { agency, region: side.handledIn };
            const target = requireTarget(kind, here, input, context.knowsAgency);
            await context.referrals.referOnward(tx, side.id, target, given);
          } else await context.referrals.transition(tx, side.id, { action: action.code, ...given });
          return side.id;
        },
      });
      const side = outcome.id === null ? null : await context.sides.load(outcome.id);
      return { side, referral: outcome.id === null ? null : { id: outcome.id }, problems: outcome.problems };
    },
  };
}

function unknownAction(agency: string, rules: ReferralRules, kind: ReferralKind, side: ReferralSide, received: string) {
  const known = rules.actions.filter(
    (action) => action.by === side.party && operationOf(agency, kind, action.code) === stepMutation(agency),
  );
  return invalidInput(
    ['action'],
    {
      code: 'ACTION_UNKNOWN',
      message: { zh: '此类移送没有该步骤。', en: 'The kind of referral has no such step.' },
      accepted: {
        zh: known.map(({ code, label }) => `${code} ${label.zh}`).join('、'),
        en: known.map(({ code }) => code).join(', '),
      },
    },
    received,
  );
}

/** The fields that the input of a mutation must have; of the agency's steps also the reason, where the action has one. */
export function inputsOf({ code, operation, reason }: OfferedAction, { schema }: GraphQLResolveInfo): string[] {
  const [argument] = schema.getMutationType()?.getFields()[operation]?.args ?? [];
  const fields = argument ? Object.values((getNamedType(argument.type) as GraphQLInputObjectType).getFields()) : [];
  const required = fields.filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);
  const withReason = reason && fields.some(({ name }) => name === 'reasonCode');
  const onward = code === REFER_ONWARD ? ['toAgency', 'toRegion'] : [];
  return [...required.map(({ name }) => name), ...(withReason ? ['reasonCode'] : []), ...onward];
}
