import { following, followingNoMore, type Follows } from './news-follows.ts';
import { MigrationWhileInUse, together } from './while-in-use.ts';

const PLACE = ['shift-soon', 'shift-moved', 'shift-place-changed', 'signup-approved', 'cancellation-declined'];
const WAIT = ['shift-moved-waiting', 'waitlist-skipped', 'offer-withdrawn'];

/** When that is, of whom, of what, and which kinds. */
export const FOLLOWS: readonly Follows[] = [
  {
    table: 'signup',
    on: 'update of status',
    when: `old.status in ('PENDING', 'CONFIRMED') and new.status in ('CANCELLED', 'REJECTED')`,
    ends: [['array[new.person_id]', 'array[new.id, new.shift_id]', PLACE]],
  },
  {
    table: 'waitlist_entry',
    on: 'update of status',
    when: `old.status in ('WAITING', 'OFFERED') and new.status <> old.status`,
    ends: [
      ['array[new.person_id]', 'array[new.id]', ['place-offered'], `old.status = 'OFFERED'`],
      [
        'array[new.person_id]',
        'array[new.id, new.shift_id, new.role_id]',
        WAIT,
        `new.status not in ('WAITING', 'OFFERED')`,
      ],
    ],
  },
  {
    table: 'stand_in',
    on: 'update of status',
    when: `old.status = 'OFFERED' and new.status <> 'OFFERED' and old.to_person_id is not null`,
    ends: [['array[old.to_person_id]', 'array[new.id]', ['stand-in-asked']]],
  },
  {
    table: 'shift',
    on: 'update of starts_at, ends_at, place',
    when: `(new.starts_at, new.ends_at, new.place) is distinct from (old.starts_at, old.ends_at, old.place)`,
    ends: [
      [
        'array(select sgn.person_id from signup sgn where sgn.shift_id = new.id)',
        'array(select sgn.id from signup sgn where sgn.shift_id = new.id) || new.id',
        ['shift-soon', 'shift-place-changed'],
      ],
      [
        'array(select sgn.person_id from signup sgn where sgn.shift_id = new.id)',
        'array[new.id]',
        ['shift-moved'],
        '(new.starts_at, new.ends_at) is distinct from (old.starts_at, old.ends_at)',
      ],
      [
        'array(select wle.person_id from waitlist_entry wle where wle.shift_id = new.id)',
        'array[new.id]',
        ['shift-moved-waiting'],
        '(new.starts_at, new.ends_at) is distinct from (old.starts_at, old.ends_at)',
      ],
    ],
  },
  {
    table: 'attendance',
    on: 'update of no_show_at, excused_at',
    when: '(old.no_show_at is not null and new.no_show_at is null) or (old.excused_at is not null and new.excused_at is null)',
    ends: [
      [
        'array(select sgn.person_id from signup sgn where sgn.id = new.signup_id)',
        'array[new.signup_id]',
        ['no-show-noted'],
        'new.no_show_at is null',
      ],
      [
        'array(select sgn.person_id from signup sgn where sgn.id = new.signup_id)',
        'array[new.signup_id]',
        ['absence-excused'],
        'new.excused_at is null',
      ],
    ],
  },
  {
    table: 'parent_lecture',
    on: 'update of status, starts_at',
    when: `(old.status in ('ACCEPTED', 'SCHEDULED') and new.status <> old.status) or (old.status = 'SCHEDULED' and new.starts_at is distinct from old.starts_at)`,
    ends: [
      ['array[new.person_id]', 'array[new.id]', ['lecture-accepted'], `old.status = 'ACCEPTED'`],
      ['array[new.person_id]', 'array[new.id]', ['lecture-scheduled'], `old.status = 'SCHEDULED'`],
    ],
  },
];

/**
 * What was appealed against is not overruled by whoever it was appealed against, whichever way they come to the row. What was told of a
 * place, a wait, an offer or an absence goes with it, and does not come back with a right.
 */
export class Migration20261129192000_appeals_stand_and_news_ends extends MigrationWhileInUse {
  override up(): void {
    this.each(
      together(
        `create or replace function service_record_appeal_stands() returns trigger as $$ begin
        raise exception using errcode = 'check_violation', constraint = 'service_record_appeal_stands', table = tg_table_name, message = 'another than whoever rejected it decides on what was appealed for';
      end; $$ language plpgsql;`,
        `create or replace trigger "service_record_appeal_stands" after update of status, starts_at, ends_at, appealed_at on "service_record" for each row when (old.appealed_at is not null and (new.approver_id is null or new.approver_id = old.rejected_by_id) and (new.status, new.starts_at, new.ends_at, new.appealed_at) is distinct from (old.status, old.starts_at, old.ends_at, old.appealed_at)) execute function service_record_appeal_stands();`,
      ),
      ...FOLLOWS.map(following),
    );
    // Reminders are of a day ahead: few rows, found by whom they were told.
    this
      .addSql(`update notice set rests_on = '{}', dedupe_key = notice.dedupe_key || '/' || notice.id from signup sgn join shift sft on sft.id = sgn.shift_id
      where sft.starts_at > now() and sft.starts_at < now() + interval '2 days' and sgn.status in ('CANCELLED', 'REJECTED') and notice.person_id = sgn.person_id and notice.kind = 'volunteering.shift-soon'
        and notice.about_id = sft.id and notice.rests_on is distinct from '{}'
        and not exists (select 1 from signup other where other.shift_id = sft.id and other.person_id = sgn.person_id and other.status in ('PENDING', 'CONFIRMED'));`);
  }

  override down(): void {
    for (const each of [...FOLLOWS].reverse()) this.addSql(followingNoMore(each));
    this.addSql('drop trigger "service_record_appeal_stands" on "service_record";');
    this.addSql('drop function service_record_appeal_stands();');
  }
}
