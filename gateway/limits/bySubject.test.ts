import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bySubject } from './bySubject.ts';

describe('what is kept by subject', () => {
  const make = () => ({ running: 0 });

  it('is the same for the same subject, and nobody else’s', () => {
    const of = bySubject(make, ({ running }) => running === 0);
    assert.equal(of('one'), of('one'));
    assert.notEqual(of('one'), of('other'));
  });

  it('is forgotten of those who are idle, where there are too many', () => {
    const of = bySubject(make, ({ running }) => running === 0, 2);
    const busy = of('busy');
    busy.running = 1;
    const idle = of('idle');
    of('third');
    assert.equal(of('busy'), busy);
    assert.notEqual(of('idle'), idle);
  });
});
