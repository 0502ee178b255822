import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { domains } from '../../src/app.ts';
import { changedTerms, roleTerms } from '../../src/domains/volunteering/index.ts';
import type { TextForm } from '../../src/platform/commands/index.ts';
import { BadUserInput } from '../../src/platform/errors/index.ts';
import { startTestHub, type GraphqlAnswer, type TestHub } from '../support/hub.ts';
import { writeCallers, type Callers } from './callers.ts';
import { textsOfCalls, type TextOfCall } from './calls.ts';
import { LOOKED_AT_LATER } from './texts.ts';
import { CALLERS, refusalOf } from './who-may.ts';

const access = JSON.parse(readFileSync(new URL('../../schema/access.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, string>
>;
const everyText = textsOfCalls();
type TextClass = TextForm | 'MATCHED';
/**
 * What each text is, as its mutation says. A name and a line have no line breaks; paragraphs may. What is matched whole (a code, a number,
 * a token) is compared with what is on record, or has a shape of its own, and is refused or not found.
 */
const TEXT_CLASSES = new Map<string, TextClass>(
  domains
    .flatMap((domain) => domain.mutations)
    .flatMap(({ name, texts = {} }) => Object.entries(texts).map(([path, form]) => [`${name}.${path}`, form] as const)),
);
const texts = everyText.filter(({ path }) => path[0] !== 'idempotencyKey');

let hub: TestHub;
let callers: Callers;

beforeAll(async () => {
  hub = await startTestHub({ variables: { RATES: 'off' } });
  callers = await writeCallers(hub);
});
afterAll(() => hub.stop());

interface Payload {
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[];
}

async function ask(text: TextOfCall, given: string): Promise<GraphqlAnswer<Record<string, Payload>>> {
  const caller = CALLERS.find((each) => refusalOf(access[`Mutation.${text.field}`]!, each) === null)!;
  const { document, variables } = text.callWith(given);
  // Wrong codes are counted, and end in a refusal of all that follow.
  if (text.field === 'bindChild') await hub.database.pool.query('delete from code_miss');
  return hub.ask(document, { headers: callers.headers[caller], variables });
}

/** What is said of the text itself; null where it was taken, or nobody came to look at it. */
function saidOf({ data, errors }: GraphqlAnswer<Record<string, Payload>>, { field, path }: TextOfCall): string | null {
  const [error] = errors ?? [];
  const inputPath = (error?.extensions['inputPath'] as (string | number)[] | undefined)?.slice(1).map(String);
  if (error)
    return error.extensions.code === 'BAD_USER_INPUT' && inputPath?.join('.') === path.join('.')
      ? 'BAD_USER_INPUT'
      : null;
  const about = data![field]!.userErrors.find(
    (each) => path.join('.').startsWith(each.path.join('.')) && each.path.length > 0,
  );
  return about?.code ?? null;
}

const HOSTILE: Readonly<Record<string, string>> = {
  CR: 'a\rb',
  LF: '林\n=2*21',
  NUL: 'a\0b',
  'U+2028': 'a\u2028b',
  'an override of direction': 'a\u202eb',
  'an isolate of direction': 'a\u2066b',
  'half a surrogate pair': 'a\ud800b',
  'a formula': '=2*21',
  'a plus': '+2*21',
  'a minus': '-2*21',
  'an at sign': '@SUM(A1)',
  'a tab': '\t=2*21',
  'nothing that can be seen': '\u200b\ufeff',
};

const BREAKS_A_LINE = ['LF', 'CR', 'U+2028', 'NUL', 'an override of direction', 'half a surrogate pair'];
const broken = (): string[] => BREAKS_A_LINE.map((what) => HOSTILE[what]!);

const isLine = ({ name }: TextOfCall): boolean =>
  !LOOKED_AT_LATER.has(name) && ['NAME', 'TITLE', 'LINE'].includes(TEXT_CLASSES.get(name) ?? '');

describe('every text in the input of a mutation', () => {
  it('is a name, a line, paragraphs, or matched whole, as its mutation says', () => {
    expect(
      texts.filter(({ name }) => !TEXT_CLASSES.has(name)).map(({ name }) => name),
      'say in `texts` of the mutation what each of these is',
    ).toEqual([]);
    expect(
      [...TEXT_CLASSES.keys()].filter((name) => !texts.some((text) => text.name === name)),
      '`texts` of the mutation names what is no text of its input',
    ).toEqual([]);
  });

  it.each(everyText.map((text) => ({ ...text, called: text.name })))(
    '$called: whatever is written, it is accepted cleanly or refused with a path; a line that is broken is refused, whether or not what it is about is found',
    async (text) => {
      const answers = await Promise.all(
        Object.entries(HOSTILE).map(async ([what, given]) => ({ what, ...(await ask(text, given)) })),
      );
      for (const { what, status, errors } of answers) {
        for (const {
          extensions: { code, inputPath },
        } of errors ?? []) {
          expect(['BAD_USER_INPUT', 'NOT_FOUND', 'FORBIDDEN', 'UNAUTHENTICATED'], `${what}: ${code}`).toContain(code);
          if (code === 'BAD_USER_INPUT') expect(inputPath, what).toBeDefined();
        }
        expect(status).toBeLessThan(500);
      }
      if (!isLine(text)) return;
      expect(
        answers
          .filter(({ what, ...answer }) => BREAKS_A_LINE.includes(what) && saidOf(answer, text) !== 'BAD_USER_INPUT')
          .map(({ what }) => what),
        `${text.name} is read before anything is looked up or decided (CONTRIBUTING.md, "A mutation")`,
      ).toEqual([]);
      expect(saidOf(await ask(text, '清晨'), text)).not.toBe('BAD_USER_INPUT');
    },
  );

  const called = (...classes: readonly TextClass[]) =>
    texts
      .filter(({ name }) => classes.includes(TEXT_CLASSES.get(name)!) && !LOOKED_AT_LATER.has(name))
      .map((text) => ({ ...text, called: text.name }));

  it.each(called('PARAGRAPHS'))('$called: paragraphs are taken', async (text) => {
    for (const given of ['一\n二', '一\r\n二', '\t一']) expect(saidOf(await ask(text, given), text)).toBeNull();
    expect(saidOf(await ask(text, '一\u0007二'), text)).toBe('BAD_USER_INPUT');
  });
});

describe('the terms of a role, which are looked at when its shift is found', () => {
  const wanted = { name: '引导员', capacity: 2, minimum: 1, approvalRequired: false };
  it.each(['name', 'qualification'] as const)('%s is a line', (field) => {
    for (const given of broken()) {
      expect(() => roleTerms({ ...wanted, [field]: given })).toThrow(BadUserInput);
      expect(() => changedTerms(roleTerms(wanted), [], { [field]: given })).toThrow(BadUserInput);
    }
  });
  it('its description is paragraphs', () =>
    expect(roleTerms({ ...wanted, description: '一\r\n二' }).description).toBe('一\n二'));
});
