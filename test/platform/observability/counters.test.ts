import { beforeEach, expect, it } from 'vitest';
import { counter, Counters, createLogger } from '../../../src/platform/observability/index.ts';

const KNOCKS = counter('knocks_total', 'How often somebody knocked, by the door.', ['front', 'back']);
let lines: unknown[];
let counters: Counters;
beforeEach(() => {
  lines = [];
  const logger = createLogger('silent');
  logger.info = ((line: object, message: string) => lines.push({ ...line, message })) as never;
  counters = new Counters(logger);
});

it('every label stands among the figures from the beginning, and no other ever does', () => {
  counters.register(KNOCKS);
  expect(counters.figures()).toEqual({ 'knocks_total{front}': 0, 'knocks_total{back}': 0 });
  counters.add(KNOCKS, 'back', 2);
  counters.add(KNOCKS, 'back');
  expect(counters.figures()).toEqual({ 'knocks_total{front}': 0, 'knocks_total{back}': 3 });
  expect(() => counters.add(KNOCKS, 'x'.repeat(19_000) as never)).toThrow('knocks_total knows no');
  expect(() => counter('Knocks', 'x', ['a'])).toThrow('is no name of a counter');
});

it('a line tells what has grown since the last one, and there is none where nothing has', () => {
  counters.register(KNOCKS);
  counters.log();
  counters.add(KNOCKS, 'front', 5);
  counters.log();
  counters.log();
  counters.add(KNOCKS, 'front');
  counters.log();
  expect(lines).toEqual([
    { counted: { 'knocks_total{front}': 5 }, message: 'counters' },
    { counted: { 'knocks_total{front}': 1 }, message: 'counters' },
  ]);
});

it('each hub counts for itself', () => {
  const other = new Counters(createLogger('silent'));
  counters.add(KNOCKS, 'front');
  expect([counters.count(KNOCKS, 'front'), other.count(KNOCKS, 'front')]).toEqual([1, 0]);
});
