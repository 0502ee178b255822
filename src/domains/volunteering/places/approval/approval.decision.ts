import type { APPROVE_SIGNUP_RULES } from './approval.rules.ts';
import { SignupStatus } from '../../model/index.ts';

/** All that a decision on a sign-up depends on. */
export interface SignupDecisionFacts {
  readonly own: boolean;
  readonly status: SignupStatus;
  readonly started: boolean;
  /** It is for a child of the volunteer today; whoever declines need not know. */
  readonly eligible: boolean;
  /** They have the qualification that the role asks for, today; whoever declines need not know. */
  readonly qualified: boolean;
  /** Taken or held are as many places as there are; whoever declines need not know. */
  readonly full: boolean;
}

/** Why an organiser cannot approve a sign-up, most telling first; null where they can. */
export function approvalBlocker({
  eligible,
  qualified,
  full,
  ...facts
}: SignupDecisionFacts): keyof typeof APPROVE_SIGNUP_RULES | null {
  return (
    decisionBlocker(facts) ??
    (eligible ? null : 'NOT_ELIGIBLE') ??
    (qualified ? null : 'NOT_QUALIFIED') ??
    (full ? 'FULL' : null)
  );
}

/** Why an organiser cannot decide on it at all. */
export function decisionBlocker({
  own,
  status,
  started,
}: Omit<SignupDecisionFacts, 'eligible' | 'qualified' | 'full'>): 'OWN_SIGNUP' | 'NOT_PENDING' | 'STARTED' | null {
  if (own) return 'OWN_SIGNUP';
  if (status !== SignupStatus.PENDING) return 'NOT_PENDING';
  return started ? 'STARTED' : null;
}
