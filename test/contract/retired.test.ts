import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buildSchema, parse, specifiedRules, validate, type GraphQLSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { hubSchema } from '../../src/app.ts';
import { removeOverdue, retire, type Manifest, type RetiredDocuments } from '../../src/platform/graphql/index.ts';
import { publishedFile } from '../../src/tasks/published-file.ts';
import { acceptedBreaks } from './breaks.ts';

const read = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;
const present = read<Manifest>('schema/trusted-documents.json');
const retired = read<RetiredDocuments>('schema/retired-documents.json');
const today = new Date().toISOString().slice(0, 10);

/** What a client that sends these would be answered instead of data. */
function faultsOf(schema: GraphQLSchema, documents: Manifest): string[] {
  return Object.values(documents).flatMap(({ client, operation, document }) =>
    validate(schema, parse(document), specifiedRules).map((error) => `${client}/${operation}: ${error.message}`),
  );
}

const takenAway = acceptedBreaks(readFileSync('schema/ACCEPTED_BREAKS.md', 'utf8')).map(({ change }) => change);

/** Whether all that keeps the schema from answering it is a field whose removal was accepted. */
function wasGivenUp({ document }: Manifest[string]): boolean {
  const faults = validate(hubSchema().schema, parse(document), specifiedRules);
  return (
    faults.length > 0 &&
    faults.every(({ message }) => {
      const [, field, type] = /^Cannot query field "(\w+)" on type "(\w+)"/.exec(message) ?? [];
      return takenAway.includes(`${type}.${field} was removed.`);
    })
  );
}

/** What clients were built with, and would be refused from now on. */
function lost(published: Manifest, kept: Manifest): string[] {
  return Object.entries(published)
    .filter(([id, entry]) => !(id in kept) && !wasGivenUp(entry))
    .map(([id, { client, operation }]) => `${client}/${operation} ${id}: run \`npm run schema\``);
}

describe('documents that clients in the field send', () => {
  test('are all valid, those of earlier builds included', () => {
    const advice =
      'A client still sends it: keep and deprecate the field that it asks for, until the document may be removed.';
    expect(faultsOf(hubSchema().schema, { ...present, ...retired }), advice).toEqual([]);
  });

  test('are not lost: what the main branch has is here, or was retired', () => {
    expect(lost(parsed(published('schema/trusted-documents.json')), { ...present, ...retired })).toEqual([]);
    // What is retired on the main branch may be missing here only once its time is over.
    const before = parsed<RetiredDocuments>(published('schema/retired-documents.json'));
    expect(lost(removeOverdue(before, today), { ...present, ...retired })).toEqual([]);
  });

  test('have the hash of their text as their id, in order, with a day until which they are kept', () => {
    for (const [id, { document, keptUntil, ...names }] of Object.entries(retired)) {
      expect(id).toBe(`sha256:${createHash('sha256').update(document).digest('hex')}`);
      expect(keptUntil).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(Object.keys(names)).toEqual(['client', 'operation']);
      expect(present).not.toHaveProperty([id]);
    }
    expect(Object.keys(retired)).toEqual(Object.keys(retired).sort());
  });
});

function parsed<T = Manifest>(text: string): T {
  return JSON.parse(text) as T;
}

function published(path: string): string {
  return publishedFile(path, process.cwd()).text;
}

describe('retiring', () => {
  const [one, two, three] = ['1', '2', '3'].map((name) => ({
    client: 'mini-program',
    operation: `Q${name}`,
    document: `query Q${name} { school { name } }`,
  }));
  const published: Manifest = { a: one!, b: two! };

  test('keeps for half a year what is an operation no more, on every day alike', () => {
    const first = retire({ published, present: { b: two!, c: three! }, retired: {}, today: '2026-11-22' });
    expect(first).toEqual({ a: { ...one, keptUntil: '2027-05-21' } });
    expect(retire({ published, present: { b: two!, c: three! }, retired: first, today: '2026-12-24' })).toEqual(first);
    expect(
      retire({
        published: { b: two!, c: three! },
        present: { b: two!, c: three! },
        retired: first,
        today: '2027-12-24',
      }),
    ).toEqual(first);
  });

  test('keeps nothing that was never published, and forgets what is an operation again', () => {
    const once = retire({ published, present: published, retired: {}, today: '2026-11-22' });
    expect(once).toEqual({});
    expect(
      retire({
        published,
        present: published,
        retired: { a: { ...one!, keptUntil: '2027-01-01' } },
        today: '2026-11-22',
      }),
    ).toEqual({});
  });

  test('ends on the day after the last one', () => {
    const kept = { a: { ...one!, keptUntil: '2027-05-21' } };
    expect(removeOverdue(kept, '2027-05-21')).toEqual(kept);
    expect(removeOverdue(kept, '2027-05-22')).toEqual({});
  });

  test('a field that an earlier build asks for and that is gone is found, and so is a document that is lost', () => {
    const schema = buildSchema('type Query { school: School } type School { title: String }');
    expect(faultsOf(schema, { a: one! })).toEqual(['mini-program/Q1: Cannot query field "name" on type "School".']);
    expect(lost(published, { b: two! })).toEqual(['mini-program/Q1 a: run `npm run schema`']);
  });
});
