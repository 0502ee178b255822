import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHub, type TestHub } from '../../support/hub.ts';

/** Room for five errors in full words, whatever they repeat of what was asked. */
const FIVE_ERRORS = 12_000;
const LONG = 'x'.repeat(200_000);
const WORDS = 'Did you mean '.repeat(15_000);

let hub: TestHub;
let logged = '';
beforeAll(async () => {
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      logged += chunk.toString();
      done();
    },
  });
  hub = await startTestHub({ logger: pino({ level: 'error' }, sink) });
});
afterAll(() => hub.stop());

const unknownFields = (value: string): object =>
  Object.fromEntries([['name', value], ...Array.from({ length: 60 }, (_, n) => [`u${n}`, 1] as const)]);
const WHERE = 'query ($o: SchoolWhere) { schools(where: $o) { nodes { id } } }';
const ORDER = 'query ($o: [SchoolOrder!]) { schools(orderBy: $o) { nodes { id } } }';

describe('whoever asks what cannot be asked', () => {
  it.each<[string, string, object | undefined]>([
    ['a value with sixty fields that there are not', WHERE, { o: unknownFields(LONG) }],
    ['a value that repeats the words of a guess', WHERE, { o: unknownFields(WORDS) }],
    ['a long value in place of an object', WHERE, { o: LONG }],
    ['a field with a long name', WHERE, { o: { [LONG]: 1 } }],
    ['a long value of an enum', ORDER, { o: [{ by: LONG }] }],
    ['a thousand values of an enum', ORDER, { o: Array.from({ length: 1_000 }, () => ({ by: 'NAMES' })) }],
    ['a long number', 'query ($n: Int) { schools(first: $n) { nodes { id } } }', { n: LONG }],
    ['a long id', 'query ($id: ID!) { node(id: $id) { id } }', { id: LONG }],
    ['a long cursor', 'query ($after: String) { schools(after: $after) { nodes { id } } }', { after: LONG }],
    ['a long name in the document', `{ ${LONG} }`, undefined],
    ['a long variable', `query ($${LONG}: Int!) { schools(first: $${LONG}) { nodes { id } } }`, {}],
    ['a long type', `query ($x: ${LONG}) { __typename }`, undefined],
    ['a long fragment', `{ ...${LONG} }`, undefined],
    ['a long literal', `{ schools(first: "${LONG}") { nodes { id } } }`, undefined],
    ['a long literal where nothing can be parsed', `{ "${LONG}" }`, undefined],
    ['a long alias', `{ ${LONG}: schools { nodes { id } } }`, undefined],
    ['one name ten thousand times', `query (${'$x: Int '.repeat(10_000)}) { __typename }`, undefined],
    ['one argument five thousand times', `{ schools(${'first: 1 '.repeat(5_000)}) { nodes { id } } }`, undefined],
    [
      'fields that conflict in a circle',
      '{ ...f } fragment f on Query { schools { nodes { ...s } } } fragment s on School { a: name a: code district { schools { nodes { ...s a: id } } } }',
      undefined,
    ],
    [
      'fields that conflict a thousand times',
      `{ schools { nodes { ${Array.from({ length: 1_000 }, (_, n) => `a: ${n % 2 ? 'name' : 'code'}`).join(' ')} } } }`,
      undefined,
    ],
  ])('is told so in few words: %s', async (_what, query, variables) => {
    logged = '';
    const response = await fetch(`${hub.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.text();
    const { errors } = JSON.parse(text) as {
      errors: { message: string; locations?: unknown[]; extensions: { code: string } }[];
    };
    expect(response.status).toBeLessThan(500);
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.length).toBeLessThanOrEqual(5);
    expect(errors.map(({ extensions }) => extensions.code)).not.toContain('INTERNAL');
    expect(Buffer.byteLength(text)).toBeLessThan(FIVE_ERRORS);
    expect(logged).toBe('');
  });

  it('is told of values where they are and why they are not good, however long they are', async () => {
    const { status, errors } = await hub.ask(WHERE, {
      variables: { o: unknownFields(LONG) },
      headers: { 'accept-language': 'en' },
    });
    expect(status).toBe(400);
    expect(new Set(errors!.map(({ extensions }) => extensions.code))).toEqual(new Set(['BAD_USER_INPUT']));
    expect(errors!.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(
        /^Variable "\$o" got invalid value \{ name: "x+ … .*Field "u0" is not defined by type "SchoolWhere"\.$/,
      ),
    );
    expect(errors!.at(-1)!.message).toMatch(/^Too many errors processing variables/);
  });
});
