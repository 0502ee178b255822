import { loadavg } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { built } from '../bench/built.ts';
import { bursts } from './bursts.ts';
import { Stage } from './stage.ts';

/**
 * `npm run attack`: the full form, with figures; `ATTACK=short` tells those of a shorter one, of which some bursts are let loose wherever
 * tests run, half as long. The short one asserts that nobody is answered otherwise than they should be, the memory, and times ten times as long as they
 * should be, and as ten times what the same took without an attack.
 */
const FULL = process.env['ATTACK'] === 'full';
const TOLD = process.env['ATTACK'] !== undefined;
const FORM = FULL
  ? { factor: 1 / 10, share: 1, lastsMs: 25_000, calmMs: 10_000 }
  : { factor: 1 / 50, share: 1 / 10, lastsMs: TOLD ? 6_000 : 3_000, calmMs: 1_000 };
/** A runner of tests has other work as well, and its hub a loader that changes code as it is read. */
const LONGEST_MS = FULL ? 250 : 2_500;
const MOST_MB = FULL ? 100 : 200;
const MB = 1_048_576;

let stage: Stage;
/** The longest that anybody waited while nobody attacked. */
let calmMs = 0;
beforeAll(async () => {
  stage = await Stage.prepare({
    factor: FORM.factor,
    parents: FULL ? 500 : 50,
    url: process.env['ATTACK_DATABASE_URL'],
    program: FULL ? [built('src/main.ts')] : ['--import', 'tsx', 'src/main.ts'],
  });
}, 900_000);
afterAll(() => stage?.close());

const tell = (name: string, figures: object): void =>
  void (TOLD && process.stdout.write(`${name}: ${JSON.stringify(figures)}\n`));

/** Longest waits in milliseconds, without what was asked. */
function figuresOf({ waits, ownDelay }: Awaited<ReturnType<Stage['calm']>>): object {
  return {
    ...Object.fromEntries(
      Object.entries(waits).map(([name, { longest, median, asked }]) => [
        name,
        `${Math.round(longest)} (median ${Math.round(median)}, asked ${asked})`,
      ]),
    ),
    'the machine itself': Math.round(ownDelay),
  };
}

describe('whoever does nothing wrong is answered all the while, and the memory stays bounded', () => {
  it('where nobody attacks', async () => {
    const calm = await stage.calm(FORM.calmMs);
    tell('nobody attacks', figuresOf(calm));
    for (const [name, { wrong, asked }] of Object.entries(calm.waits))
      expect({ wrong, asks: asked > 0 }, name).toEqual({ wrong: [], asks: true });
    calmMs = Math.max(...Object.values(calm.waits).map(({ longest }) => longest));
  }, 60_000);

  it.each(bursts.filter(({ always }) => TOLD || always).map(({ name }) => name))(
    '%s',
    async (name) => {
      const { counts, growth, ...seen } = await stage.attack(name, FORM);
      tell(name, {
        ...figuresOf(seen),
        'MB more at most': Math.round(growth.most / MB),
        'MB more afterwards': Math.round(growth.left / MB),
        counts,
        load: loadavg()
          .map((each) => each.toFixed(1))
          .join(' '),
      });
      expect(Object.keys(counts)).not.toEqual([]);
      for (const [asked, { wrong, longest }] of Object.entries(seen.waits)) {
        expect(wrong, asked).toEqual([]);
        expect(longest, asked).toBeLessThan(FULL ? LONGEST_MS : LONGEST_MS + 10 * calmMs);
      }
      expect(growth.most / MB).toBeLessThan(MOST_MB);
    },
    240_000,
  );
});
