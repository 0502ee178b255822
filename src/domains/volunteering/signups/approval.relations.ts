import type { ViewerShape } from '../../../platform/auth/index.ts';
import { computed, mine, raw, relations, sql, type Alias, type Relations, type Sql } from '../../../platform/reading/index.ts';
import { manageableShifts } from '../volunteering.access.ts';
import { decisionBlocker } from './approval.decision.ts';
import { reconfirmBlocker } from './reconfirm.decision.ts';
import { Signup, type SignupStatus } from './signup.entity.ts';

interface Decision extends Readonly<Record<string, unknown>> {
  readonly status: SignupStatus;
  readonly read: { readonly own: boolean; readonly manageable: boolean | null; readonly startsAt: string };
}

const aboutShift = (row: Alias, viewer: ViewerShape): Sql => sql`select json_build_object(
    'own', ${row}.person_id is not distinct from ${mine.personId}, 'manageable', ${manageableShifts(raw('sft'), viewer)}, 'startsAt', sft.starts_at)
  from shift sft where sft.id = ${row}.shift_id`;

interface Reconfirmation extends Readonly<Record<string, unknown>> {
  readonly own: boolean;
  readonly until: string | null;
}

export const approvalRelations: readonly Relations[] = [
  relations(Signup, {
    viewerCanDecide: computed<Decision>(() => Boolean, {
      description: 'Whether the caller can approve or decline it now (本人可否审核); approving wants a free place as well.',
      facts: { status: 'status', read: aboutShift },
      value: ({ status, read: { own, manageable, startsAt } }, { now }) =>
        manageable === true && decisionBlocker({ own, status, started: new Date(startsAt) <= now }) === null,
    }),
    viewerCanReconfirm: computed<Reconfirmation>(() => Boolean, {
      description: 'Whether the caller can confirm it again now (本人可否再次确认).',
      facts: { own: (row) => sql`${row}.person_id is not distinct from ${mine.personId}`, until: (row) => sql`select to_json(${row}.reconfirm_until)` },
      value: ({ own, until }, { now }) => reconfirmBlocker({ own, reconfirmUntil: until === null ? null : new Date(until), now }) === null,
    }),
  }),
];
