import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { describe, it } from 'node:test';
import { createLogger } from '../subgraphs/kit/logger.ts';

describe('a log line', () => {
  const lines: string[] = [];
  const log = createLogger(
    'test',
    'info',
    new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    }),
  );

  it('keeps a database error’s code and constraint, and none of its values', () => {
    const error = Object.assign(
      new Error('duplicate key value violates ... Key (id_number)=(210102199003078723) already exists.'),
      {
        code: '23505',
        constraint: 'persons_pkey',
        detail: 'Key (id_number)=(210102199003078723) already exists.',
      },
    );
    log.error({ err: error }, 'failed');
    const line = lines.at(-1) ?? '';
    assert.match(line, /23505/);
    assert.match(line, /persons_pkey/);
    assert.doesNotMatch(line, /210102199003078723/);
  });
});
