import { DEFAULT_NOW } from '../../../seeds/deterministic/index.ts';
import type { TestHub } from '../../support/hub.ts';
import type { Somebody } from '../allowed.ts';

export interface InHand {
  readonly what: 'signup' | 'entry' | 'stand-in' | 'lecture';
  readonly id: string;
  readonly role: string | null;
  readonly keys: readonly string[];
}

/** What somebody could do something with, and the rights that it rests on. */
export async function inHandOf(hub: TestHub, { guardian }: Somebody): Promise<InHand[]> {
  const keys = `array(select tgt.key from volunteer_activity act join audience_target tgt on tgt.audience_id = act.audience_id where act.id = sft.activity_id)`;
  const { rows } = await hub.database.pool.query<InHand>(
    `
    select 'signup' as what, sgn.id, sgn.role_id as role, eng.rests_on as keys from signup sgn join shift sft on sft.id = sgn.shift_id join engagement eng on eng.source_id = sgn.id and eng.status = 'ACTIVE'
      where sgn.guardian_id = $1 and sft.starts_at > $2 and eng.rests_on is not null
    union all select 'entry', wle.id, wle.role_id, ${keys} from waitlist_entry wle join shift sft on sft.id = wle.shift_id where wle.guardian_id = $1 and wle.status in ('WAITING', 'OFFERED') and sft.starts_at > $2
    union all select 'stand-in', sti.id, sti.role_id, ${keys} from stand_in sti join shift sft on sft.id = sti.shift_id where sti.to_id = $1 and sti.status in ('OFFERED', 'PENDING') and sft.starts_at > $2
    union all select 'lecture', plc.id, null, array['class:' || plc.school_class_id] from parent_lecture plc where plc.guardian_id = $1 and plc.status in ('PROPOSED', 'ACCEPTED')`,
    [guardian, DEFAULT_NOW],
  );
  return rows;
}

/** What may be tried with it. */
export const ATTEMPTS: Readonly<
  Record<InHand['what'], readonly (readonly [mutation: string, input: (of: InHand) => object])[]>
> = {
  signup: [
    ['cancelSignup', ({ id }) => ({ signupId: `signup_${id}` })],
    ['requestSignupCancellation', ({ id }) => ({ signupId: `signup_${id}`, reason: '有事' })],
    ['offerStandIn', ({ id }) => ({ signupId: `signup_${id}`, toWaitlist: true })],
    ['reconfirmSignup', ({ id }) => ({ signupId: `signup_${id}` })],
    [
      'signUpForShift',
      ({ role }) => ({ roleId: `shift-role_${role!}`, acceptRiskNotice: true, ifFull: 'JOIN_WAITLIST' }),
    ],
  ],
  entry: [
    ['acceptOffer', ({ id }) => ({ entryId: `waitlist-entry_${id}`, acceptRiskNotice: true })],
    ['joinWaitlist', ({ role }) => ({ roleId: `shift-role_${role!}` })],
    ['leaveWaitlist', ({ id }) => ({ entryId: `waitlist-entry_${id}` })],
    ['declineOffer', ({ id }) => ({ entryId: `waitlist-entry_${id}` })],
  ],
  'stand-in': [['acceptStandIn', ({ id }) => ({ standInId: `stand-in_${id}`, acceptRiskNotice: true })]],
  lecture: [['withdrawParentLecture', ({ id }) => ({ lectureId: `parent-lecture_${id}` })]],
};

/** All that is on record of a person's volunteering. */
export async function recordOf(hub: TestHub, { person }: Somebody): Promise<unknown> {
  const tables = ['signup', 'waitlist_entry', 'engagement', 'parent_lecture'].map(
    (table) => `(select json_agg(each order by each.id) from ${table} each where each.person_id = $1) as ${table}`,
  );
  return (
    await hub.database.pool.query(
      `select ${tables.join()}, (select count(*) from stand_in sti join signup sgn on sgn.id = sti.signup_id where sgn.person_id = $1 or sti.to_person_id = $1) as stand_ins`,
      [person],
    )
  ).rows;
}
