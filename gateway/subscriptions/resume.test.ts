import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type OperationDefinitionNode, parse } from 'graphql';
import { Refusal } from '../http/refusal.ts';
import { resumeAfter } from './resume.ts';

const node = (text: string) => parse(text).definitions[0] as OperationDefinitionNode;
const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.errors[0]?.extensions?.code;
    throw error;
  }
  return null;
};

describe('a subscription that resumes', () => {
  const withPlace = node('subscription ($since: String) { events(after: $since) { cursor } }');

  it('has the id of the last event in the variable of its cursor', () => {
    assert.deepEqual(resumeAfter(withPlace, { other: 1 }, undefined), { other: 1 });
    assert.deepEqual(resumeAfter(withPlace, { other: 1 }, ''), { other: 1 });
    assert.deepEqual(resumeAfter(withPlace, { since: 'old', other: 1 }, 'bGVkZ2VyOjE'), {
      since: 'bGVkZ2VyOjE',
      other: 1,
    });
  });

  it('is refused without a variable for it, or where the header is not a cursor', () => {
    for (const text of ['subscription { events { cursor } }', 'subscription { events(after: "a") { cursor } }'])
      assert.equal(
        codeOf(() => resumeAfter(node(text), {}, 'a')),
        'NO_PLACE_FOR_CURSOR',
      );
    for (const given of ['a b', 'a'.repeat(201), ['a', 'b'], '"'])
      assert.equal(
        codeOf(() => resumeAfter(withPlace, {}, given)),
        'BAD_CURSOR',
      );
  });
});
