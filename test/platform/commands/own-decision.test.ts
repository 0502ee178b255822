import { DatabaseError } from 'pg';
import { describe, expect, it } from 'vitest';
import { refusedAsOwn } from '../../../src/platform/commands/own-decision.ts';
import { Forbidden, RuleViolation } from '../../../src/platform/errors/index.ts';

/** As PostgreSQL says it. */
const refusal = (constraint: string): Error =>
  Object.assign(new DatabaseError('refused', 0, 'error'), { code: '23514', constraint });

describe('what PostgreSQL refuses because nobody decides on what is their own', () => {
  it.each(['OWN', 'OWN_REQUEST', 'OWN_SIGNUP', 'OWN_CASE', 'OWN_CHILD', 'OWN_IDENTITY'])(
    'is told as the rule %s, where the mutation lists it',
    (code) => {
      const told = refusedAsOwn(refusal('guardianship_family_decided_by_another'), new Set(['NOT_PENDING', code]));
      expect(told).toBeInstanceOf(RuleViolation);
      expect((told as RuleViolation).code).toBe(code);
    },
  );

  it('is forbidden where it lists none', () => {
    expect(refusedAsOwn(refusal('signup_decided_by_another'), new Set(['NOT_PENDING']))).toBeInstanceOf(Forbidden);
  });

  it('and nothing else is', () => {
    const other = refusal('signup_one_active');
    expect(refusedAsOwn(other, new Set(['OWN']))).toBe(other);
  });
});
