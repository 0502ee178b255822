import { DatabaseError } from 'pg';
import { describe, expect, it } from 'vitest';
import { ConnectionLost } from '../../../src/platform/database/index.ts';
import { TimedOut, TryLater } from '../../../src/platform/errors/index.ts';
import { CLOSED_MS, comesAndGoes, Fitness, isOfTheStatement } from '../../../src/platform/graphql/execution/fitness.ts';

describe('a short way that fails by a fault of its own', () => {
  it('is closed at the second time in a row, for a while, and then tried again', () => {
    const fitness = new Fitness();
    expect(fitness.failed(0)).toBe(false);
    expect(fitness.isOpen(0)).toBe(true);
    expect(fitness.failed(1)).toBe(true);
    expect([fitness.isOpen(1), fitness.isOpen(CLOSED_MS), fitness.isOpen(CLOSED_MS + 1)]).toEqual([false, false, true]);
    expect(fitness.failed(CLOSED_MS + 1)).toBe(false);
    expect(fitness.isOpen(CLOSED_MS + 1)).toBe(true);
  });

  it('is not closed where it works in between', () => {
    const fitness = new Fitness();
    for (let time = 0; time < 10; time += 1) {
      expect(fitness.failed(time)).toBe(false);
      fitness.succeeded();
    }
  });
});

describe('what a failure tells', () => {
  const error = (code: string): Error => Object.assign(new Error('x'), { code });

  it.each(['22P02', '22003', '42P01', '21000', '54001'])('%s is of the statement', (code) => {
    expect([isOfTheStatement(error(code)), comesAndGoes(error(code))]).toEqual([true, false]);
  });

  it.each(['57014', '57P01', '57P03', '08006', '53300', '55P03', '40001', '40P01', 'ECONNREFUSED', 'ECONNRESET'])(
    '%s comes and goes',
    (code) => {
      expect([isOfTheStatement(error(code)), comesAndGoes(error(code))]).toEqual([false, true]);
    },
  );

  it.each(['ERR_INVALID_ARG_TYPE', 'ERR_OUT_OF_RANGE', 'EISDIR', 'EPERM', 'MODULE_NOT_FOUND', 'FORBIDDEN', ''])(
    '%s of whatever runs the way does neither: the way itself is at fault',
    (code) => {
      expect([isOfTheStatement(error(code)), comesAndGoes(error(code))]).toEqual([false, false]);
    },
  );

  it('what the hub says of a database that is away, or of a time that is up, comes and goes, also in a copy; what was too much for it does not', () => {
    const lost = new ConnectionLost(new Error('x'));
    for (const each of [lost, error(lost.code), new TryLater(), new TimedOut()]) expect(comesAndGoes(each)).toBe(true);
    expect(comesAndGoes(Object.assign(new DatabaseError('x', 1, 'error'), { code: '54001' }))).toBe(false);
    expect([comesAndGoes(new TypeError('x')), comesAndGoes(undefined)]).toEqual([false, false]);
  });

  it('an error of the hub is of no statement', () => {
    expect(isOfTheStatement(new TryLater())).toBe(false);
    expect(isOfTheStatement(undefined)).toBe(false);
  });
});
