import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerText, type AnswerText } from '../../../src/platform/graphql/execution/answer-text.ts';

const whole = (text: AnswerText): string => (typeof text === 'string' ? text : Buffer.concat(text).toString());
/** As if it had so many objects that it is made part by part. */
const LARGE = 1_000_000;

const rows = (count: number) =>
  Array.from({ length: count }, (_, number) => ({
    id: `row_${number}`,
    name: '家长学校',
    at: new Date(0),
    left: undefined,
    none: null,
    nested: { list: [number, '"\\\u2028', [], {}] },
  }));

describe('a large answer', () => {
  it('is the same text as a small one, whatever is in it', async () => {
    const values = fc.array(fc.constantFrom<unknown>(null, undefined, 1, '"\\', new Date(0), NaN), {
      minLength: 200,
      maxLength: 600,
    });
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 6 }), values, async (tree, list) => {
        const answer = {
          data: { tree, list, rows: list.map((value, number) => ({ number, value, tree })), left: undefined },
        };
        expect(whole(await answerText(answer, LARGE))).toBe(`${JSON.stringify(answer)}\n`);
      }),
      { numRuns: 60 },
    );
    const data = { errors: undefined, data: { rows: { nodes: rows(5_000) } }, extensions: { cost: 1 } };
    expect(whole(await answerText(data, LARGE))).toBe(`${JSON.stringify(data)}\n`);
  }, 120_000);

  it('lets others have their turn between its parts', async () => {
    let turns = 0;
    let over = false;
    const turn = (): void => {
      turns += 1;
      if (!over) setImmediate(turn);
    };
    setImmediate(turn);
    const text = await answerText({ data: rows(20_000) }, LARGE);
    over = true;
    expect(text.length).toBeGreaterThan(20);
    expect(turns).toBeGreaterThanOrEqual(text.length - 1);
  });

  it('stays one text where it is small', async () => {
    expect(await answerText({ data: rows(3) }, 3)).toBeTypeOf('string');
  });
});
