import { FOLLOWS } from './Migration20261129192000_appeals_stand_and_news_ends.ts';
import {
  COME_BACK,
  named,
  NAMES_REST_ON,
  ofPlace,
  says,
  SETTLE,
  settled,
  SO as SO_BEFORE,
  STAND_INS_OF,
  STANDS,
  type Watched,
  WATCHED,
  watching,
} from './Migration20261130090200_news_is_of_the_state.ts';
import { CALLED_OFF, OF_DAY } from './Migration20261130090300_queues_are_plain_and_days_are_back.ts';
import { following, followingNoMore, kindsOf } from './news-follows.ts';
import { MigrationWhileInUse, portionwise, together } from './while-in-use.ts';

/** A shift `gone` that was called off of a day, and another one `sft` of the same series, however often that was split, on the same day. */
const SAME_DAY = `shift gone join shift_series ser on ser.id = gone.series_id
  join shift sft on sft.activity_id = gone.activity_id and sft.series_date = gone.series_date and sft.id <> gone.id
  join shift_series srs on srs.id = sft.series_id and coalesce(srs.origin_id, srs.id) = coalesce(ser.origin_id, ser.id)`;

/** The reader is, or was, in `sft` or waits for it. */
const isIn = (signup: string, entry: string): string =>
  `(exists (select 1 from signup sgn where sgn.shift_id = sft.id and sgn.person_id = ntc.person_id and ${signup})
    or exists (select 1 from waitlist_entry wle where wle.shift_id = sft.id and wle.person_id = ntc.person_id and ${entry}))`;

/** That a shift is off is told until its reader has a place, or waits for one, in the shift that is there again in its stead. */
const NOT_BACK = `not exists (select 1 from ${SAME_DAY} where gone.id = ntc.about_id and gone.off_calendar
    and ${isIn("sgn.status in ('PENDING', 'CONFIRMED')", "wle.status in ('WAITING', 'OFFERED')")})`;

const record = (and: string): string =>
  `exists (select 1 from service_record rec where rec.id = ntc.about_id and ${and})`;
const lecture = (and: string): string =>
  `exists (select 1 from parent_lecture plc left join shift sft on sft.id = plc.shift_id where plc.id = ntc.about_id and ${and})`;
const attendance = (and: string): string =>
  `exists (select 1 from attendance att where att.signup_id = ntc.about_id and ${and})`;

/** Shifts `sft`, not called off, of which a notice told, and has not become untrue: of a series, however often it was split since. */
const OFF_CALENDAR = `shift_series srs join shift_series ser on coalesce(ser.origin_id, ser.id) = coalesce(srs.origin_id, srs.id)
  join shift sft on sft.series_id = ser.id and sft.off_calendar_told_at = ntc.created_at and sft.status <> 'CANCELLED'
  where srs.id = ntc.about_id`;

export const TOLD_WHILE: Readonly<Record<string, string>> = {
  ...SO_BEFORE,
  'shift-cancelled': NOT_BACK,
  'waitlist-closed': NOT_BACK,
  'series-off-calendar': `exists (select 1 from ${OFF_CALENDAR})`,
  'lecture-accepted': lecture("plc.status = 'ACCEPTED'"),
  'lecture-scheduled': lecture(
    `plc.status = 'SCHEDULED' and ${says('at', 'plc.starts_at')} and coalesce(ntc.params->>'place' = sft.place, true)`,
  ),
  'volunteer-suspended': `exists (select 1 from volunteer_suspension sus where sus.id = ntc.about_id and sus.lifted_at is null)`,
  'service-approved': record("rec.status = 'APPROVED'"),
  'service-rejected': record("rec.status in ('REJECTED', 'APPEALED')"),
  'no-show-noted': attendance('att.no_show_at is not null'),
  'no-show-corrected': `not ${attendance('att.no_show_at is not null')}`,
  'absence-excused': attendance('att.excused_at is not null'),
};

export const stands = (so: Readonly<Record<string, string>>): string =>
  `create or replace function news_stands(ntc notice) returns boolean as $$ select case ntc.kind
        ${Object.entries(so)
          .map(([kind, each]) => `when ${kindsOf([kind])} then ${each}`)
          .join('\n        ')}
        else true end; $$ language sql stable;`;

/** Kinds of which the later of two is shown: all but that of which each tells of days of its own. */
export const SETTLED = Object.keys(TOLD_WHILE).filter((kind) => kind !== 'series-off-calendar');

export const SETTLED_LATER = SETTLE.replace(kindsOf(Object.keys(SO_BEFORE)), kindsOf(SETTLED));

/** Shifts that were called off of the day, in the stead of which one is there again. */
const DAY_BACK = (standing: string): string =>
  `case when new.status in (${standing}) then array(select gone.id from ${SAME_DAY} where sft.id = new.shift_id and gone.off_calendar) else '{}' end`;

const before = (table: string): Watched => WATCHED.find((each) => each.table === table)!;
const withThings = (watched: Watched, of: string, more: string): Watched => ({
  ...watched,
  body: watched.body.replace(of, `${more} || ${of}`),
});

const LECTURES = 'array(select plc.id from parent_lecture plc where plc.shift_id = new.id)';
const LECTURERS = 'select plc.person_id from parent_lecture plc where plc.shift_id = new.id';

/** Whoever works, or worked, where a shift is. */
export const STAFF = `select stf.person_id from staff stf join staff_assignment asg on asg.staff_id = stf.id
            where asg.school_id = new.school_id or asg.district_id = new.district_id and asg.school_id is null`;

/** As many days as a notice names; of more it says how many there are. */
const MOST_NAMED = 30;
export const DAYS_LEFT = `(select array_to_string((array_agg(to_char(sft.series_date, 'MM-DD') order by sft.series_date))[:${MOST_NAMED}], '、') || case when count(*) > ${MOST_NAMED} then ' …(' || count(*) || ')' else '' end
            from ${OFF_CALENDAR})`;

export const FOLLOWED: readonly Watched[] = [
  withThings(before('signup'), STAND_INS_OF('new.id'), DAY_BACK("'PENDING', 'CONFIRMED'")),
  withThings(before('waitlist_entry'), 'array[new.id, new.shift_id, new.role_id]', DAY_BACK("'WAITING', 'OFFERED'")),
  {
    ...before('shift'),
    body: before('shift')
      .body.replace(ofPlace('signup'), `${LECTURES} || ${ofPlace('signup')}`)
      .replace(
        '            union select wle.person_id',
        `            union ${LECTURERS}\n            union select wle.person_id`,
      ),
  },
  {
    table: 'shift',
    name: 'shift_off_calendar',
    on: 'update of status, off_calendar_told_at',
    when: "old.off_calendar_told_at is not null and (new.off_calendar_told_at is distinct from old.off_calendar_told_at or new.status = 'CANCELLED' and old.status <> 'CANCELLED')",
    body: `update notice set params = case when told.dates is null then notice.params else notice.params || jsonb_build_object('dates', told.dates) end,
          rests_on = case when told.dates is null then '{}' else notice.rests_on end from (
            select ntc.id, ${DAYS_LEFT} as dates from notice ntc where ntc.person_id in (${STAFF}) and ntc.created_at = old.off_calendar_told_at
              and ntc.kind = ${kindsOf(['series-off-calendar'])} and ntc.rests_on is distinct from '{}' order by ntc.person_id, ntc.id for no key update of ntc) told where notice.id = told.id;`,
  },
  {
    table: 'parent_lecture',
    on: 'update of status, starts_at',
    when: '(new.status, new.starts_at) is distinct from (old.status, old.starts_at)',
    body: settled('array[new.person_id]', 'array[new.id]'),
  },
  {
    table: 'volunteer_suspension',
    on: 'update of lifted_at',
    when: 'new.lifted_at is distinct from old.lifted_at',
    body: settled('array[new.person_id]', 'array[new.id]'),
  },
  {
    table: 'service_record',
    on: 'update of status',
    when: 'new.status <> old.status',
    body: settled('array[new.person_id]', 'array[new.id]'),
  },
  {
    table: 'attendance',
    on: 'update of no_show_at, excused_at',
    when: '(new.no_show_at, new.excused_at) is distinct from (old.no_show_at, old.excused_at)',
    body: settled('array(select sgn.person_id from signup sgn where sgn.id = new.signup_id)', 'array[new.signup_id]'),
  },
];
const ADDED = ['shift_off_calendar', 'volunteer_suspension', 'service_record'];

/** Roles under whose locks all stands still that `told` says of places: of what it is about, or in which its reader has or asks for something. */
const ROLES = `select tld.about_id from told tld where tld.about_prefix = 'shift-role'
          union select sgn.role_id from told tld join signup sgn on sgn.id = tld.about_id
          union select wle.role_id from told tld join waitlist_entry wle on wle.id = tld.about_id
          union select sti.role_id from told tld join stand_in sti on sti.id = tld.about_id
          union select rol.id from told tld join shift_role rol on rol.shift_id = tld.about_id where tld.kind in (${kindsOf(COME_BACK)})
          union select sgn.role_id from told tld join signup sgn on sgn.shift_id = tld.about_id and sgn.person_id = tld.person_id and sgn.status in ('PENDING', 'CONFIRMED')
          union select wle.role_id from told tld join waitlist_entry wle on wle.shift_id = tld.about_id and wle.person_id = tld.person_id and wle.status in ('WAITING', 'OFFERED')
          union select rol.id from told tld join parent_lecture plc on plc.id = tld.about_id join shift_role rol on rol.shift_id = plc.shift_id
          union select sti.role_id from told tld join stand_in sti on sti.shift_id = tld.about_id and sti.to_person_id = tld.person_id and sti.status in ('OFFERED', 'PENDING')`;

/** What is told of besides, and is locked after the roles; by which column it is known. */
const RECORDS = [
  ['attendance', 'signup_id'],
  ['service_record', 'id'],
  ['volunteer_suspension', 'id'],
  ['parent_lecture', 'id'],
] as const;

export const BEGINS = `to_char(sft.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * Whoever tells of a thing has read it before, and it may be another since. Therefore what is told is looked at once it is written: under
 * the locks that everybody takes who changes what it says, in their order, and after the wait for them. Who comes later finds it.
 */
export const LOOKED_AT = together(
  `create or replace function notice_follow_news() returns trigger as $$ begin
        if not exists (select 1 from told tld where tld.kind in (${kindsOf(SETTLED)})) then return null; end if;
        perform 1 from shift_role rol where rol.id in (${ROLES}) order by rol.id for no key update;
        ${RECORDS.map(([table, key]) => `perform 1 from ${table} abt where abt.${key} in (select tld.about_id from told tld where tld.kind in (${kindsOf(SETTLED)})) order by abt.id for no key update;`).join('\n        ')}
        update notice set params = notice.params || jsonb_build_object('at', is_now.begins) || case when notice.params ? 'when' then jsonb_build_object('when', is_now.begins) else '{}' end
          from (select tld.id, ${BEGINS} as begins from told tld join shift sft on sft.id = tld.about_id
            where tld.kind in (${kindsOf(COME_BACK)}) and (tld.params->>'at')::timestamptz is distinct from sft.starts_at) is_now where notice.id = is_now.id;
        update notice set rests_on = '{}', waiting = false, dedupe_key = notice.dedupe_key || '/' || notice.id from (
          select ntc.id from notice ntc where ntc.rests_on is distinct from '{}' and ntc.id in (
            select tld.id from told tld join notice own on own.id = tld.id where tld.kind in (${kindsOf(SETTLED)}) and not news_stands(own)
            union select bef.id from told tld join notice bef on bef.person_id = tld.person_id and bef.kind = tld.kind and bef.about_id = tld.about_id and bef.id < tld.id where tld.kind in (${kindsOf(SETTLED)}))
          order by ntc.person_id, ntc.id for no key update of ntc) was where notice.id = was.id;
        return null;
      end; $$ language plpgsql;`,
  `create or replace trigger "notice_follow_news" after insert on "notice" referencing new table as told for each statement execute function notice_follow_news();`,
);

/** The right on which it rested that somebody was told that a shift is off: that of the place which they had had, else that of the audience. */
const HAD = `(select res.rests_on from signup sgn join engagement res on res.source_id = sgn.id and res.kind = 'SHIFT_SIGNUP'
        where sgn.shift_id = gone.id and sgn.person_id = ntc.person_id order by res.ended_at desc nulls first limit 1)`;
const HAD_A_PLACE = `(ntc.kind = ${kindsOf(['shift-cancelled'])} and exists (select 1 from signup sgn where sgn.shift_id = gone.id and sgn.person_id = ntc.person_id))`;

/** What went though only another shift of the day had its reader: never was one of its series there again that did. */
const BROUGHT_BACK = `update notice ntc set rests_on = case when ${HAD_A_PLACE} then ${HAD} else array(select tgt.key from audience_target tgt where tgt.audience_id = act.audience_id order by tgt.key) end,
        names_rest_on = case when ${HAD_A_PLACE} and ${HAD} is null then (select ${NAMES_REST_ON} from shift sft where sft.id = gone.id) else ntc.names_rest_on end
      from shift gone join volunteer_activity act on act.id = gone.activity_id
      where ntc.id = any(due) and ntc.kind in (${kindsOf(CALLED_OFF)}) and ntc.rests_on = '{}' and gone.id = ntc.about_id and gone.off_calendar
        and not exists (select 1 from notice anew where anew.person_id = ntc.person_id and anew.kind = ntc.kind and anew.about_id = ntc.about_id and anew.id > ntc.id)
        and exists (select 1 from shift sft where sft.activity_id = gone.activity_id and sft.series_date = gone.series_date and sft.id <> gone.id and ${isIn('true', 'true')})
        and not exists (select 1 from ${SAME_DAY.replace('shift gone join', 'shift itself join').replaceAll('gone.', 'itself.')} where itself.id = gone.id and ${isIn('true', 'true')})`;

/**
 * What is told of a thing is so when it is written as well as afterwards, whoever tells it and whatever else is done at that moment. That
 * a shift is off goes when that shift is there again, and not when another one of the day is had.
 */
export class Migration20261130122000_told_while_it_is_so extends MigrationWhileInUse {
  override up(): void {
    this.each(
      stands(TOLD_WHILE),
      SETTLED_LATER,
      ...FOLLOWED.map(watching),
      ...OF_DAY.map(noMore),
      LOOKED_AT,
      portionwise(
        'notice',
        BROUGHT_BACK,
        `update notice ntc set rests_on = '{}', waiting = false, dedupe_key = ntc.dedupe_key || '/' || ntc.id
      where ntc.id = any(due) and ntc.kind in (${kindsOf(Object.keys(TOLD_WHILE))}) and ntc.rests_on is distinct from '{}' and not news_stands(ntc)`,
      ),
    );
  }

  override down(): void {
    this.each(
      together(
        'drop trigger if exists "notice_follow_news" on "notice";',
        'drop function if exists notice_follow_news();',
      ),
      ...OF_DAY.map(following),
      ...WATCHED.map(watching),
      ...FOLLOWS.filter(({ table }) => ['attendance', 'parent_lecture'].includes(table)).map(following),
      ...FOLLOWED.filter((each) => ADDED.includes(each.name ?? each.table)).map(watchedNoMore),
      SETTLE,
      STANDS,
    );
  }
}

function watchedNoMore(each: Watched): string {
  return together(
    `drop trigger if exists "${named(each)}" on "${each.table}";`,
    `drop function if exists ${named(each)}();`,
  );
}

function noMore(each: Parameters<typeof followingNoMore>[0]): string {
  return followingNoMore(each).replaceAll(/drop (trigger|function)/g, 'drop $1 if exists');
}
