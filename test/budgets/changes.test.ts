import { expect, test } from 'vitest';
import { changes, lineOf, type Budget } from './budget.ts';
import type { Examined } from './row-counter.ts';

const examined = (text: string, rows: Examined['rows']): Examined => ({ text, rows, indexes: [] });
const course = examined('select 1 from course', { course: 20, audience_target: 60 });
const lesson = examined('select 1 from lesson', { lesson: 200 });
const budget: Budget = {
  as: 'parent',
  variables: {},
  objects: 1,
  statements: { statement: [], batches: ['audience_target 60, course 20', 'lesson 200'] },
};

test('what is as it was is no change, in whatever order it was sent', () => {
  expect(lineOf(course)).toBe('audience_target 60, course 20');
  expect(changes(budget, 'batches', [lesson, course])).toEqual([]);
});

test('a row more is told, old → new, with its statement', () => {
  const [total, line] = changes(budget, 'batches', [course, examined('select 1 from lesson', { lesson: 201 })]);
  expect(total).toBe('batches: 280 → 281 rows examined');
  expect(line).toBe('  lesson 200 → lesson 201\n    select 1 from lesson');
});

test('a statement more is told, and on a server of another version nothing else', () => {
  const more = [course, lesson, lesson];
  expect(changes(budget, 'batches', more)).toContain('batches: 2 → 3 statements');
  expect(changes(budget, 'batches', more, false)).toEqual(['batches: 2 → 3 statements']);
  expect(changes(budget, 'batches', [examined('', { lesson: 7 }), course], false)).toEqual([]);
});
