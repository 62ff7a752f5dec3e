import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AGENCIES } from '../matrix/expected/facts.ts';
import { decide, type NamedReferral, type Reader } from '../matrix/expected/oracle.ts';
import { ROLES } from '../matrix/expected/roles.ts';
import {
  type Field,
  type ObjectType,
  type Part,
  ROOTS,
  readParts,
  readSupergraph,
} from '../matrix/expected/schemaText.ts';
import { PURPOSES } from '../matrix/samples/situations.ts';

const PARTS = readParts();
const FIELDS = PARTS.flatMap(({ types }) => [...types.values()].flatMap(({ fields }) => fields));
const RECORDS = FIELDS.filter(({ type, isKey }) => !ROOTS.includes(type) && !isKey);
const STRICTNESS = ['UNCONDITIONAL', 'CONDITIONAL', 'NOT_SHARED'];

describe('the sharing rules of the schema', () => {
  it('say something of every field, at the field or at its type', () => {
    const silent = FIELDS.filter(({ isSaid }) => !isSaid).map(({ part, place }) => `${part}: ${place}`);
    assert.deepEqual(silent, []);
  });

  it('are the same in the supergraph that routers load as in the schemas of the owners', () => {
    const supergraph = readSupergraph();
    const other = RECORDS.filter((field) => {
      const composed = supergraph.get(field.type)?.fields.find(({ name }) => name === field.name);
      return JSON.stringify(composed?.rule) !== JSON.stringify(field.rule);
    });
    assert.deepEqual(
      other.map(({ part, place }) => `${part}: ${place}`),
      [],
    );
  });

  it('give a part of a record by fields that are at least as strict as its own', () => {
    const loose = PARTS.flatMap((part) =>
      giversIn(part).flatMap(({ giver, given }) =>
        given.keys.length > 0
          ? []
          : given.fields
              .filter((field) => STRICTNESS.indexOf(giver.rule.level) < STRICTNESS.indexOf(field.rule.level))
              .map((field) => `${giver.place} gives ${field.place}`),
      ),
    );
    assert.deepEqual(loose, []);
  });

  it('never let one closed field take away an object of which its reader may see another', () => {
    const taken = PARTS.flatMap((part) =>
      giversIn(part).flatMap(({ giver, given }) =>
        given.fields
          .filter((field) => field.isNonNull && !field.isKey)
          .filter((field) => everyReading().some((reading) => takesAway(giver, given, field, reading)))
          .map((field) => `${field.place}, given by ${giver.place}`),
      ),
    );
    assert.deepEqual(taken, []);
  });
});

/** Fields of a subgraph that give an object, with its type there; the root gives whatever its rows allow. */
function giversIn({ types }: Part): { giver: Field; given: ObjectType }[] {
  return [...types.values()]
    .filter(({ name }) => !ROOTS.includes(name))
    .flatMap(({ fields }) => fields)
    .flatMap((giver) => {
      const given = types.get(giver.gives);
      return given ? [{ giver, given }] : [];
    });
}

interface Reading {
  reader: Reader;
  referral: NamedReferral | null;
}

const ABOUT = { caseId: 'a case', persons: ['a person'] };

/** Every agency and role without a referral, and under an open one on the record for each purpose. */
function everyReading(): Reading[] {
  return AGENCIES.flatMap((agency) =>
    ROLES.flatMap((role) =>
      [null, ...PURPOSES].map((purpose) => ({
        reader: { agency, roles: [role] },
        referral: purpose === null ? null : { to: agency, isOpen: true, purpose, ...ABOUT },
      })),
    ),
  );
}

/** Whether a reader is given the object, and may see one of its fields but not this one, which cannot be null. */
function takesAway(giver: Field, given: ObjectType, field: Field, { reader, referral }: Reading): boolean {
  const isOpen = (each: Field) => decide(each, reader, referral, ABOUT).shows !== 'CLOSED';
  return isOpen(giver) && !isOpen(field) && given.fields.some((other) => !other.isKey && isOpen(other));
}
