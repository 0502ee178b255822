import { expect, it } from 'vitest';
import { exportedBy, MAY_BE_SHARED, sharedNames } from './names.ts';

it('an exported name is defined once', () => {
  expect(sharedNames('.')).toEqual([]);
});

it('what a file exports is found by its syntax', () => {
  expect(
    exportedBy(`export const one = 1, other = 2; export interface Thing {} export enum Kind { A }
      export const Kind2 = {} as const; export type Kind2 = keyof typeof Kind2; export async function doIt() {}
      export { elsewhere } from './elsewhere.ts'; const hidden = 3; export abstract class Base {}`),
  ).toEqual(['one', 'other', 'Thing', 'Kind', 'Kind2', 'doIt', 'Base']);
});

it('each name that may be shared has a reason', () => {
  for (const reason of Object.values(MAY_BE_SHARED)) expect(reason).not.toBe('');
});
