import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerText, type AnswerText } from '../../../src/platform/graphql/roads/answer-text.ts';

const whole = (text: AnswerText): string => (typeof text === 'string' ? text : Buffer.concat(text).toString());
/** As if it had so many objects that it is made part by part. */
const LARGE = 1_000_000;

const rows = (count: number) => Array.from({ length: count }, (_, number) => ({ id: `row_${number}`, name: '家长学校', at: new Date(0), left: undefined, none: null, nested: { list: [number, '"\\\u2028', [], {}] } }));

describe('a large answer', () => {
  it('is the same text as a small one, whatever is in it', async () => {
    const { tree } = fc.letrec<{ tree: unknown; leaf: unknown }>((tie) => ({
      leaf: fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.integer(), fc.boolean(), fc.constantFrom(null, undefined, new Date(0), NaN)),
      tree: fc.oneof({ maxDepth: 5 }, tie('leaf'), fc.array(tie('tree'), { maxLength: 40 }), fc.dictionary(fc.string(), tie('tree'), { maxKeys: 40 }), fc.array(tie('leaf'), { minLength: 250, maxLength: 400 })),
    }));
    await fc.assert(fc.asyncProperty(tree, async (data) => {
      expect(whole(await answerText({ data }, LARGE))).toBe(`${JSON.stringify({ data })}\n`);
    }), { numRuns: 300 });
    const data = { errors: undefined, data: { rows: { nodes: rows(5_000) } }, extensions: { cost: 1 } };
    expect(whole(await answerText(data, LARGE))).toBe(`${JSON.stringify(data)}\n`);
  });

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
