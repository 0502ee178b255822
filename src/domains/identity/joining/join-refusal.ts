import { contribution } from '../../../platform/graphql/index.ts';
import type { ConfirmJoinRule } from './joining.rules.ts';

/** Why PostgreSQL does not let rows of two persons be those of one. */
export interface JoinRefusal {
  /** Which it names. */
  readonly constraint: string;
  readonly rule: Extract<ConfirmJoinRule, 'OVERLAP' | 'OWN_CASE'>;
}

/** What all domains have declared; whatever else PostgreSQL refuses is a conflict of the records. */
export const JOIN_REFUSALS = contribution<JoinRefusal>('refusals of joins');
