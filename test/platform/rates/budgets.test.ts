import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Budgets, networkOf, WINDOW_MS } from '../../../src/platform/rates/index.ts';

const NOW = Date.UTC(2026, 10, 22);
/** Of a limit of six a minute. */
const PRICE = WINDOW_MS / 6;

describe('a budget', () => {
  it('may be spent at once, and comes back steadily', () => {
    const budgets = new Budgets();
    for (let times = 0; times < 6; times += 1) {
      expect(budgets.wait('a', PRICE, NOW)).toBe(0);
      budgets.spend('a', PRICE, NOW);
    }
    expect(budgets.wait('a', PRICE, NOW)).toBe(PRICE);
    expect(budgets.wait('a', PRICE, NOW + PRICE - 1)).toBe(1);
    expect(budgets.wait('a', PRICE, NOW + PRICE)).toBe(0);
    expect(budgets.wait('b', PRICE, NOW)).toBe(0);
  });

  it('lets pass what is dearer than a minute once it is whole, and that has to be waited for', () => {
    const budgets = new Budgets();
    const dear = 3 * WINDOW_MS;
    budgets.spend('a', 1, NOW);
    expect(budgets.wait('a', dear, NOW)).toBe(1);
    budgets.spend('a', dear, NOW + 1);
    expect(budgets.wait('a', PRICE, NOW + 1)).toBe(dear - WINDOW_MS + PRICE);
  });

  it('never gives more than two minutes allow within one, nor more than the rate over many, whatever the order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ after: fc.nat(20_000), price: fc.integer({ min: 1, max: 20_000 }) }), {
          minLength: 1,
          maxLength: 300,
        }),
        (asked) => {
          const budgets = new Budgets();
          const passed: { at: number; price: number }[] = [];
          let at = NOW;
          for (const { after, price } of asked) {
            at += after;
            const wait = budgets.wait('a', price, at);
            if (wait === 0) {
              budgets.spend('a', price, at);
              passed.push({ at, price });
            } else {
              expect(budgets.wait('a', price, at + wait)).toBe(0);
            }
          }
          for (const { at: from } of passed) {
            const sum = (until: number): number =>
              passed
                .filter((each) => each.at >= from && each.at < until)
                .reduce((total, each) => total + each.price, 0);
            expect(sum(from + WINDOW_MS)).toBeLessThanOrEqual(2 * WINDOW_MS);
            expect(sum(Infinity)).toBeLessThanOrEqual(at - from + WINDOW_MS);
          }
        },
      ),
    );
  });

  it('keeps nobody waiting for longer than what was spent takes, however the clock is set meanwhile', () => {
    const step = fc.record({
      by: fc.oneof(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: -3_600_000, max: 3_600_000 })),
      price: fc.integer({ min: 1, max: 20_000 }),
      isTold: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 100 }), (steps) => {
        const budgets = new Budgets();
        let now = NOW;
        for (const { by, price, isTold } of steps) {
          now += by;
          if (budgets.wait('a', price, now) === 0) budgets.spend('a', price, now);
          if (isTold) for (const spent of budgets.untold(now)) budgets.told(spent, now + spent.ms, now);
          expect(budgets.wait('a', price, now)).toBeLessThanOrEqual(price);
          expect(budgets.wait('a', price, now + price)).toBe(0);
        }
      }),
    );
  });

  it('is kept for so many and no more, and for nobody for whom it is whole', () => {
    const budgets = new Budgets(1_000);
    for (let address = 0; address < 10_000; address += 1) budgets.spend(`guest:${address}`, PRICE, NOW);
    expect(budgets.size).toBe(1_000);
    budgets.spend('late', 2 * PRICE, NOW);
    budgets.sweep(NOW + PRICE);
    expect(budgets.size).toBe(1);
    budgets.spend('free', 0, NOW);
    expect(budgets.size).toBe(1);
  });

  it('is told of only where much is spent, and what came back meanwhile is not told', () => {
    const budgets = new Budgets();
    budgets.spend('little', WINDOW_MS / 20, NOW);
    budgets.spend('much', WINDOW_MS / 2, NOW);
    expect(budgets.untold(NOW)).toEqual([{ key: 'much', ms: WINDOW_MS / 2 }]);
    expect(budgets.untold(NOW + WINDOW_MS / 4)).toEqual([{ key: 'much', ms: WINDOW_MS / 4 }]);
    const [much] = budgets.untold(NOW + WINDOW_MS / 4);
    budgets.spend('much', 5, NOW + WINDOW_MS / 4);
    budgets.told(much!, NOW + 2 * WINDOW_MS, NOW);
    expect(budgets.wait('much', 0, NOW)).toBe(WINDOW_MS + 5);
    expect(budgets.untold(NOW)).toEqual([]);
  });
});

describe('the network of an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002:ffff::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['64:ff9b::203.0.113.7', '203.0.113.7'],
    ['1:2:3:4:5:6:203.0.113.7', '1:2:3:4::/64'],
    ['::ffff:cb00:7107', '203.0.113.7'],
    ['0:0:0:0:0:ffff:203.0.113.7', '203.0.113.7'],
    ['64:ff9b::cb00:7107', '203.0.113.7'],
    ['64:ff9b:1::1', '64:ff9b:1:0::/64'],
    ['2001:db8::7', '2001:db8:0:0::/64'],
    ['2001:db8:0:1:2:3:4:5', '2001:db8:0:1::/64'],
    ['::', '0:0:0:0::/64'],
    ['1::203.0.113.7', '1:0:0:0::/64'],
    ['a forged word', 'unknown'],
    [undefined, 'unknown'],
  ])('%s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
