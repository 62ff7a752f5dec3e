import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeResolvers } from './mergeResolvers.ts';

test('fields that capabilities add to one type come together', () => {
  const [a, b] = [() => 1, () => 2];
  assert.deepEqual(mergeResolvers([{ Case: { a } }, { Case: { b }, Person: { a } }]), {
    Case: { a, b },
    Person: { a },
  });
});

test('two capabilities that resolve the same field are refused, by name', () => {
  const resolve = () => null;
  assert.throws(() => mergeResolvers([{ Case: { trials: resolve } }, { Case: { trials: resolve } }]), /Case\.trials/);
});
