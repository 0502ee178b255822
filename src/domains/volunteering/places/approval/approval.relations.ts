import type { ViewerShape } from '../../../../platform/auth/index.ts';
import {
  computed,
  relations,
  sql,
  table,
  type Alias,
  type Relations,
  type Scope,
  type Sql,
} from '../../../../platform/reading/index.ts';
import { mine } from '../../../people/index.ts';
import { decidableSignups, Signup, type SignupStatus } from '../../model/index.ts';
import { decisionBlocker } from './approval.decision.ts';
import { ReconfirmBlocker } from './approval.rules.ts';
import { reconfirmBlocker } from '../reconfirmation/reconfirm.decision.ts';

interface Decision extends Readonly<Record<string, unknown>> {
  readonly status: SignupStatus;
  readonly read: { readonly own: boolean; readonly manageable: boolean | null; readonly startsAt: string };
}

const aboutShift = (row: Scope<Signup>, viewer: ViewerShape): Sql => sql`select json_build_object(
    'own', ${row}.person_id is not distinct from ${mine.personId}, 'manageable', ${decidableSignups(row, viewer)}, 'startsAt', sft.starts_at)
  from ${table('shift')} sft where sft.id = ${row}.shift_id`;

interface Reconfirmation extends Readonly<Record<string, unknown>> {
  readonly own: boolean;
  readonly until: string | null;
}

const reconfirmation = {
  own: (row: Alias): Sql => sql`${row}.person_id is not distinct from ${mine.personId}`,
  until: (row: Alias): Sql => sql`select to_json(${row}.reconfirm_until)`,
};

function reconfirmBlockersAt(now: Date, { own, until }: Reconfirmation): ReconfirmBlocker[] {
  const blocker = reconfirmBlocker({ own, reconfirmUntil: until === null ? null : new Date(until), now });
  return blocker === null ? [] : [blocker];
}

export const approvalRelations: readonly Relations[] = [
  relations(Signup, {
    viewerCanDecide: computed<Decision>(() => Boolean, {
      description:
        'Whether the caller can approve or decline it now (本人可否审核); approving wants a free place as well.',
      facts: { status: 'status', read: aboutShift },
      value: ({ status, read: { own, manageable, startsAt } }, { now }) =>
        manageable === true && decisionBlocker({ own, status, started: new Date(startsAt) <= now }) === null,
    }),
    viewerReconfirmBlockers: computed<Reconfirmation>(() => [ReconfirmBlocker], {
      description: 'Why the caller cannot confirm it again; empty where they can (本人不能再次确认的原因).',
      facts: reconfirmation,
      value: (facts, { now }) => reconfirmBlockersAt(now, facts),
    }),
    viewerCanReconfirm: computed<Reconfirmation>(() => Boolean, {
      description: 'Whether the caller can confirm it again now (本人可否再次确认).',
      facts: reconfirmation,
      value: (facts, { now }) => reconfirmBlockersAt(now, facts).length === 0,
    }),
  }),
];
