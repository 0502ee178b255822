import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { hubSchema } from '../../../src/app.ts';
import {
  Documents,
  type RefusedDocument,
  type ValidDocument,
} from '../../../src/platform/graphql/execution/documents.ts';
import { TrustedDocuments } from '../../../src/platform/graphql/index.ts';

describe('documents', () => {
  const documents = (keepsAtOnce = false): Documents =>
    new Documents(
      hubSchema(),
      { tokens: 5000, depth: 40, selections: 1000, aliases: 1000, directives: 1000, cost: 1 },
      new TrustedDocuments({
        'sha256:1': { client: 'mini-program', operation: 'Stored', document: 'query Stored { topics { totalCount } }' },
      }),
      { keepsAtOnce },
    );

  const found = async (kept: Documents, text: string) => (await kept.find(text)).document;

  it('are kept when they come again, and those of clients at once', async () => {
    const kept = documents();
    const stored = await found(kept, 'query Stored { topics { totalCount } }');
    expect(await found(kept, 'query Stored { topics { totalCount } }')).toBe(stored);
    const other = '{ topics { totalCount } }';
    expect(await found(kept, other)).not.toBe(await found(kept, other));
    expect(await found(kept, other)).toBe(await found(kept, other));
    expect(kept.characters).toBe(other.length);
    const known = (await found(kept, other)) as ValidDocument;
    const before = known.times;
    expect(kept.operationOf(known, 'None')).toBeUndefined();
    expect(kept.operationOf(known, null)).toMatchObject({ of: { times: before + 2 } });
    const atOnce = documents(true);
    expect(await found(atOnce, other)).toBe(await found(atOnce, other));
  });

  it('of clients keep their plans, whatever others ask', async () => {
    const kept = documents();
    const planOf = async (text: string, variables = {}) =>
      kept.operationOf((await found(kept, text)) as ValidDocument, null)!.query!.bind(variables).plan.number;
    const stored = await planOf('query Stored { topics { totalCount } }');
    const other = '{ districts { totalCount } }';
    for (let time = 0; time < 2; time += 1) await found(kept, other);
    const before = await planOf(other);
    // Sixty-four plans of three megabytes.
    const names = Array.from({ length: 6 }, (_, index) => `v${index}`);
    const many = Array.from({ length: 30 }, (_, index) => `p${index}: hasNextPage`).join(' ');
    const wide = `query Q(${names.map((name) => `$${name}: Boolean!`).join(', ')}) {
      ${names.map((name) => `__typename @include(if: $${name})`).join(' ')}
      ${Array.from({ length: 28 }, (_, index) => `t${index}: topics(first: 1) { pageInfo { ...P } }`).join(' ')}
    } fragment P on PageInfo { ${many} }`;
    for (let time = 0; time < 2; time += 1) await found(kept, wide);
    for (let choice = 0; choice < 64; choice += 1)
      await planOf(wide, Object.fromEntries(names.map((name, bit) => [name, ((choice >> bit) & 1) === 1])));
    expect(await planOf('query Stored { topics { totalCount } }')).toBe(stored);
    expect(await planOf(other)).not.toBe(before);
  });

  it('are bounded, however many come', async () => {
    const kept = documents();
    const long = ' '.repeat(15_000);
    for (let count = 0; count < 60; count += 1) {
      const text = `{ a${count}: topics { totalCount } }${long}`;
      for (let time = 0; time < 2; time += 1) expect(await found(kept, text)).toBeDefined();
    }
    expect(kept.characters).toBeLessThanOrEqual(400_000);
    expect(kept.characters).toBeGreaterThan(300_000);
  });

  const REFUSED = ['{', '{ nothing }', `{ topics { totalCount } }${'#\n'.repeat(20)}${'{'.repeat(6000)}`];

  it('that are refused are nobody’s to keep', async () => {
    const kept = documents();
    for (const text of REFUSED) {
      for (let time = 0; time < 3; time += 1) expect(await found(kept, text)).toHaveProperty('faults');
    }
    expect(kept.characters).toBe(0);
  });

  it('that are refused keep nothing alive but what is told: neither the document nor what was under way', async () => {
    const kept = documents();
    for (const text of [
      ...REFUSED,
      '{ __schema { types { name } } '.repeat(1) + 'a: __schema { types { fields { type { name } } } } }',
    ]) {
      const { faults = [] } = (await found(kept, text)) as Partial<RefusedDocument>;
      for (const fault of faults) {
        expect(fault.nodes).toBeUndefined();
        expect(fault.stack).not.toMatch(/\n\s+at /);
        expect(fault.originalError?.stack ?? '').not.toMatch(/\n\s+at /);
      }
    }
    const [place] = ((await found(kept, '{\n  nothing }')) as RefusedDocument).faults;
    expect(place!.locations).toEqual([{ line: 2, column: 3 }]);
  });

  it('are read one a turn, however many come at once, and who comes with the same waits for the first', async () => {
    const kept = documents(true);
    const order: string[] = [];
    const texts = Array.from({ length: 5 }, (_, number) => `{ a${number}: topics { totalCount } }`);
    const reading = texts.map(async (text) => {
      await kept.find(text);
      order.push('read');
    });
    const others = (async () => {
      for (let turn = 0; turn < 20 && order.filter((each) => each === 'read').length < 5; turn += 1) {
        order.push('turn');
        await nextTurn();
      }
    })();
    await Promise.all([...reading, others]);
    const same = await Promise.all([kept.find('{ topics { totalCount } }'), kept.find('{ topics { totalCount } }')]);
    expect(same[0].document).toBe(same[1].document);
    expect(order.join(' ')).not.toContain('read read read');
  });
});
