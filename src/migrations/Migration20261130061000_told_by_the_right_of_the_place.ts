import { FOLLOWS as BEFORE } from './Migration20261129192000_appeals_stand_and_news_ends.ts';
import { type Ending, following, followingNoMore, type Follows, kindsOf } from './news-follows.ts';
import { MigrationWhileInUse, portionwise } from './while-in-use.ts';

/** Told to those who have a place, or had it until then. */
const OF_A_PLACE = [
  'shift-moved',
  'shift-moved-clash',
  'shift-place-changed',
  'shift-cancelled',
  'shift-soon',
  'signup-approved',
  'cancellation-declined',
];

const OF_THE_PLACE = [
  'shift-soon',
  'shift-moved',
  'shift-place-changed',
  'signup-approved',
  'stand-in-approved',
  'cancellation-declined',
];
const OF_WAITING = ['shift-moved-waiting', 'shift-place-changed', 'waitlist-skipped', 'offer-withdrawn'];
const COME_BACK = ['signup-again', 'waiting-again', 'shift-back'];

const SIGNUP_OVER = `old.status in ('PENDING', 'CONFIRMED') and new.status in ('CANCELLED', 'REJECTED')`;
const ASKED_ANEW = 'old.reconfirm_until is not null and new.reconfirm_until > old.reconfirm_until';
const OTHER_TIME = '(new.starts_at, new.ends_at) is distinct from (old.starts_at, old.ends_at)';
const OTHER_PLACE = '(new.starts_at, new.ends_at, new.place) is distinct from (old.starts_at, old.ends_at, old.place)';
const CALLED_OFF = `new.status = 'CANCELLED' and old.status <> 'CANCELLED'`;
const WAITED_ON = `old.status in ('WAITING', 'OFFERED') and new.status <> old.status`;
const STILL_OFFERED = `old.status = 'OFFERED' and new.status = 'OFFERED' and new.offer_expires_at is not null`;

const VOLUNTEERS = 'array(select sgn.person_id from signup sgn where sgn.shift_id = new.id)';
const WAITING = 'array(select wle.person_id from waitlist_entry wle where wle.shift_id = new.id)';
const ASKED =
  'array(select sti.to_person_id from stand_in sti where sti.shift_id = new.id and sti.to_person_id is not null)';
const STAND_INS = 'array(select sti.id from stand_in sti where sti.shift_id = new.id)';

/** Whoever had a place in a shift of that day that was called off, or waited for one: the day is there again. */
const ON_THAT_DAY = `array(select lost.person_id from shift gone join lateral (select sgn.person_id from signup sgn where sgn.shift_id = gone.id
    union select wle.person_id from waitlist_entry wle where wle.shift_id = gone.id) lost on true
  where new.series_date is not null and gone.activity_id = new.activity_id and gone.series_date = new.series_date and gone.off_calendar)`;

/** As the facts of a notice name a moment. */
const moment = (at: string): string => `to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What was told names other moments from now on. */
const says = (
  [persons, things, kinds, only]: Required<Ending>,
  facts: string,
): string => `update notice set params = notice.params || ${facts} from (
          select ntc.id from notice ntc where ${only} and ntc.person_id = any(${persons}) and ntc.kind in (${kindsOf(kinds)})
            and ntc.about_id = any(${things}) and ntc.rests_on is distinct from '{}' order by ntc.person_id, ntc.id for no key update of ntc) told where notice.id = told.id;`;

export const CHANGED: readonly Follows[] = [
  {
    table: 'signup',
    on: 'update of status, reconfirm_until',
    when: `(${SIGNUP_OVER}) or (${ASKED_ANEW})`,
    ends: [
      ['array[new.person_id]', 'array[new.id, new.shift_id]', OF_THE_PLACE, SIGNUP_OVER],
      [
        'array[new.person_id]',
        'array(select sti.id from stand_in sti where sti.signup_id = new.id)',
        ['stand-in-declined', 'stand-in-rejected'],
        SIGNUP_OVER,
      ],
      ['array[new.person_id]', 'array[new.shift_id]', ['shift-moved'], ASKED_ANEW],
    ],
  },
  {
    table: 'waitlist_entry',
    on: 'update of status, offer_expires_at',
    when: `(${WAITED_ON}) or (${STILL_OFFERED})`,
    ends: [
      [
        'array[new.person_id]',
        'array[new.id]',
        ['place-offered'],
        `old.status = 'OFFERED' and new.status <> 'OFFERED'`,
      ],
      [
        'array[new.person_id]',
        'array[new.id, new.shift_id, new.role_id]',
        OF_WAITING,
        `new.status not in ('WAITING', 'OFFERED')`,
      ],
    ],
    says: [
      says(
        ['array[new.person_id]', 'array[new.id]', ['place-offered'], STILL_OFFERED],
        `jsonb_build_object('at', ${moment('new.offer_expires_at')}, 'when', (select ${moment('sft.starts_at')} from shift sft where sft.id = new.shift_id))`,
      ),
    ],
  },
  {
    table: 'stand_in',
    on: 'update of status',
    when: `old.status in ('OFFERED', 'PENDING') and new.status not in (old.status, 'OFFERED')`,
    ends: [
      ['array[old.to_person_id, new.to_person_id]', 'array[new.id]', ['stand-in-asked', 'stand-in-moved']],
      [
        'array[old.to_person_id]',
        'array[new.shift_id]',
        ['shift-place-changed'],
        `new.status not in ('OFFERED', 'PENDING', 'DONE') and not exists (select 1 from signup sgn where sgn.person_id = old.to_person_id and sgn.shift_id = new.shift_id and sgn.status in ('PENDING', 'CONFIRMED'))`,
      ],
    ],
  },
  {
    table: 'shift',
    on: 'update of starts_at, ends_at, place, status',
    when: `(${OTHER_PLACE}) or (${CALLED_OFF})`,
    ends: [
      [
        VOLUNTEERS,
        'array(select sgn.id from signup sgn where sgn.shift_id = new.id) || new.id',
        ['shift-soon'],
        OTHER_PLACE,
      ],
      [`${VOLUNTEERS} || ${WAITING} || ${ASKED}`, 'array[new.id]', ['shift-place-changed'], OTHER_PLACE],
      [`${VOLUNTEERS} || ${WAITING}`, 'array[new.id]', ['shift-moved', 'shift-moved-waiting'], OTHER_TIME],
      [ASKED, STAND_INS, ['stand-in-asked', 'stand-in-moved'], OTHER_TIME],
      [`${VOLUNTEERS} || ${WAITING} || ${ON_THAT_DAY}`, 'array[new.id]', COME_BACK, CALLED_OFF],
    ],
    says: [
      says(
        [`${VOLUNTEERS} || ${WAITING} || ${ON_THAT_DAY}`, 'array[new.id]', COME_BACK, OTHER_TIME],
        `jsonb_build_object('at', ${moment('new.starts_at')})`,
      ),
    ],
  },
];

/** Whoever has a place anew, or waits anew, has done what they were told that they may. */
export const ADDED: readonly Follows[] = ['signup', 'waitlist_entry'].map((table) => ({
  table,
  name: `${table}_anew`,
  on: 'insert',
  ends: [['array[new.person_id]', 'array[new.shift_id]', COME_BACK]],
}));

/**
 * Whoever keeps a place though the audience was narrowed is shown what they are told of it: that rests on what the place rests on. Who is
 * asked anew to confirm a time is shown that question alone; and what was told says nothing that is not so any more, of a place that has
 * ended, of a time that is another, and of what somebody has done since.
 */
export class Migration20261130061000_told_by_the_right_of_the_place extends MigrationWhileInUse {
  override up(): void {
    this.each(
      ...[...CHANGED, ...ADDED].map(following),
      portionwise(
        'engagement',
        `update notice ntc set rests_on = res.rests_on from engagement res join signup sgn on sgn.id = res.source_id
      where res.id = any(due) and res.kind = 'SHIFT_SIGNUP' and res.status = 'ACTIVE' and res.starts_at > now()
        and ntc.person_id = sgn.person_id and ntc.about_id in (sgn.id, sgn.shift_id) and ntc.kind in (${kindsOf(OF_A_PLACE)})
        and ntc.rests_on <> '{}' and ntc.rests_on is distinct from res.rests_on`,
      ),
      portionwise(
        'notice',
        `update notice ntc set params = ntc.params || jsonb_build_object('at', ${moment('sft.starts_at')}) from shift sft
      where ntc.id = any(due) and ntc.kind in (${kindsOf(COME_BACK)}) and sft.id = ntc.about_id`,
        `update notice ntc set rests_on = '{}', dedupe_key = ntc.dedupe_key || '/' || ntc.id
      where ntc.id = any(due) and ntc.kind in (${kindsOf(COME_BACK)}) and ntc.rests_on is distinct from '{}' and (
        exists (select 1 from shift sft where sft.id = ntc.about_id and sft.status = 'CANCELLED')
        or exists (select 1 from signup sgn where sgn.shift_id = ntc.about_id and sgn.person_id = ntc.person_id and sgn.status in ('PENDING', 'CONFIRMED'))
        or exists (select 1 from waitlist_entry wle where wle.shift_id = ntc.about_id and wle.person_id = ntc.person_id and wle.status in ('WAITING', 'OFFERED')))`,
        `update notice ntc set rests_on = '{}' from stand_in sti join signup sgn on sgn.id = sti.signup_id
      where ntc.id = any(due) and ntc.kind in ('volunteering.stand-in-declined', 'volunteering.stand-in-rejected') and ntc.rests_on is distinct from '{}'
        and sti.id = ntc.about_id and sgn.person_id = ntc.person_id and sgn.status in ('CANCELLED', 'REJECTED')`,
      ),
    );
  }

  override down(): void {
    this.each(...ADDED.map(followingNoMore), ...BEFORE.map(following));
  }
}
