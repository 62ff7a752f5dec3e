import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Checkout, copyCheckout } from '../harness/checkout.ts';
import { sampleFile } from '../harness/samples.ts';

const PAGE = 'docs/adding-an-agency.md';
/** It compiles the project and runs tests of a project of its own. */
const PATIENCE = { timeout: 900_000 };

/** What the walk edits by hand. */
const EDITED = ['subgraphs/exchange/referral-kinds.yml', 'schema/permissions.yml'];

describe('the walk of docs/adding-an-agency.md, in a copy of the project', PATIENCE, () => {
  let copy: Checkout;
  before(() => {
    copy = copyCheckout();
  });
  after(() => copy.remove());
  const sample = (name: string) => sampleFile(PAGE, name).text;

  it('makes an agency that fits the types, has its place in every list, and passes its test', PATIENCE, async () => {
    await copy.run(sample('make'));
    await copy.run(sample('check'));
    await copy.run('node scaffold/agencies.ts --check');
  });

  it('lets another agency refer to it', PATIENCE, async () => {
    for (const file of EDITED) copy.addBelow(file, sample(file));
    await copy.run('node --test --test-global-setup=test/harness/setup.ts test/scaffold/referred.ts');
  });

  it('takes it out again, and nothing is left', PATIENCE, async () => {
    await copy.run(sample('remove'));
    copy.restore(...EDITED);
    assert.equal(copy.status(), '');
  });
});
