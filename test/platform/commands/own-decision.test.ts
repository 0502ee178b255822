import { DatabaseError } from 'pg';
import { describe, expect, it } from 'vitest';
import { refusedAsOwn } from '../../../src/platform/commands/own-decision.ts';
import { Forbidden, ownCase, RuleViolation } from '../../../src/platform/errors/index.ts';

/** As PostgreSQL says it. */
const refusal = (constraint: string): Error =>
  Object.assign(new DatabaseError('refused', 0, 'error'), { code: '23514', constraint });

const rule = { description: 'Planted (测试).', zh: '测试。', en: 'Planted.' };
const NOT_PENDING = rule;

describe('what PostgreSQL refuses because nobody decides on what is their own', () => {
  it.each(['OWN', 'OWN_SUBMISSION'])(
    'is told as the rule %s, whatever it is called, where the mutation lists it',
    (code) => {
      const told = refusedAsOwn(refusal('guardianship_family_decided_by_another'), {
        NOT_PENDING,
        [code]: ownCase(rule),
      });
      expect(told).toBeInstanceOf(RuleViolation);
      expect((told as RuleViolation).code).toBe(code);
    },
  );

  it('is forbidden where it lists none', () => {
    expect(refusedAsOwn(refusal('signup_decided_by_another'), { NOT_PENDING, OWN: rule })).toBeInstanceOf(Forbidden);
  });

  it('and nothing else is', () => {
    const other = refusal('signup_one_active');
    expect(refusedAsOwn(other, { OWN: ownCase(rule) })).toBe(other);
  });
});
