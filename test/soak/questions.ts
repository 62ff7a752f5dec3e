import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { Asker, People } from '../../demo/story/people.ts';
import * as operations from '../../schema/generated/operations.ts';
import { operation } from '../harness/operation.ts';

/** A question, and its whole answer. */
export interface Question {
  asker: Asker;
  document: TypedDocumentNode<unknown, Record<string, unknown>>;
  variables: Record<string, unknown>;
  whole: unknown;
}

const BOARD = operation<{ cases: { edges: { node: { id: string } }[] } }>(`
  query Board($first: Int!) {
    cases(first: $first) {
      edges { node { id number policeCase { number status } trials { number status cause } mediations { number status } } }
    }
  }
`);
const VIEWERS = ['prosecutors.shenyang.prosecutor', 'police.shenyang.officer', 'courts.shenyang.judge'];
const CASES = 10;

/** Pages and single cases, each as several people see it; asked once while all agencies are well. */
export async function prepareQuestions(people: People): Promise<Question[]> {
  const questions: Question[] = [];
  for (const username of VIEWERS) {
    const asker = await people.as(username);
    const learn = async (document: Question['document'], variables: Question['variables']) => {
      const { data, errors = [] } = await asker.answer(document, variables);
      if (errors.some(({ extensions }) => extensions?.code === 'AGENCY_UNAVAILABLE'))
        throw new Error('An agency does not answer before anything has happened to it.');
      questions.push({ asker, document, variables, whole: data });
    };
    for (const first of [3, 10, 20]) await learn(BOARD as Question['document'], { first });
    const { cases } = (await asker.answer(BOARD, { first: CASES })).data as {
      cases: { edges: { node: { id: string } }[] };
    };
    for (const { node } of cases.edges)
      await learn(operations.CaseViewDocument as Question['document'], { id: node.id });
  }
  return questions;
}
