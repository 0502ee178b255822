import {
  COME_BACK,
  settled,
  TOLD_ANEW,
  type Watched,
  watching,
  TO_DECIDE,
} from './Migration20261130090200_news_is_of_the_state.ts';
import { CALLED_OFF } from './Migration20261130090300_queues_are_plain_and_days_are_back.ts';
import {
  BEGINS,
  DAYS_LEFT,
  FOLLOWED,
  LOOKED_AT,
  SETTLED_LATER,
  STAFF,
  stands,
  TOLD_WHILE,
} from './Migration20261130122000_told_while_it_is_so.ts';
import { kindsOf } from './news-follows.ts';
import { indexed, MigrationWhileInUse, portionwise, together } from './while-in-use.ts';

/** Somebody is noted as missing at a shift in which they had a place: an absence of a sign-up that has ended is none. */
const ABSENT = `exists (select 1 from attendance att join signup sgn on sgn.id = att.signup_id
    where att.signup_id = ntc.about_id and att.no_show_at is not null and sgn.status = 'CONFIRMED')`;

export const JUDGED_IN_ORDER: Readonly<Record<string, string>> = {
  ...TOLD_WHILE,
  'no-show-noted': ABSENT,
  'no-show-corrected': `not ${ABSENT}`,
  'volunteer-suspended': `exists (select 1 from volunteer_suspension sus where sus.id = ntc.about_id and sus.lifted_at is null and not sus.undone)`,
};
const KINDS = Object.keys(JUDGED_IN_ORDER);

/** Of a series several are shown, for each tells of days of its own. */
export const OF_DAYS = ['series-off-calendar'];
const TOLD_ONCE = KINDS.filter((kind) => !OF_DAYS.includes(kind));

export const HIDDEN = `rests_on = '{}', waiting = false, dedupe_key = notice.dedupe_key || '/' || notice.id`;

export const SETTLED_IN_ORDER = `create or replace function settle_news(persons uuid[], things uuid[]) returns void as $$ begin
        update notice set ${HIDDEN} from (
          select ntc.id from notice ntc where ntc.person_id = any(persons) and ntc.kind in (${kindsOf(KINDS)}) and ntc.about_id = any(things)
            and ntc.rests_on is distinct from '{}' and (not news_stands(ntc) or ntc.kind not in (${kindsOf(OF_DAYS)}) and ${TOLD_ANEW}) order by ntc.person_id, ntc.id for no key update of ntc) told where notice.id = told.id;
        update notice set rests_on = '{}', waiting = false from (
          select ntc.id from notice ntc where ntc.waiting and ntc.about_id = any(things) and ntc.kind in (${kindsOf(TO_DECIDE)}) and not news_stands(ntc)
            order by ntc.person_id, ntc.id for no key update of ntc) told where notice.id = told.id;
      end; $$ language plpgsql;`;

/** By the row that says whether it is so, which whoever changes it holds, and so does whoever tells of it: by which column it is known, and kinds. */
export const OF_RECORDS = [
  ['attendance', 'signup_id', ['no-show-noted', 'no-show-corrected', 'absence-excused']],
  ['service_record', 'id', ['service-approved', 'service-rejected']],
  ['volunteer_suspension', 'id', ['volunteer-suspended']],
  ['parent_lecture', 'id', ['lecture-accepted', 'lecture-scheduled']],
] as const satisfies readonly (readonly [string, string, readonly string[]])[];

/** That a shift is off stays so; its days are held by whoever tells of them. */
const UNDER_NO_ROLE = [...OF_RECORDS.flatMap(([, , kinds]) => kinds as readonly string[]), ...CALLED_OFF, ...OF_DAYS];
/** Whether somebody has a place, or asks for one, stands still under the lock of its role. */
const OF_PLACES = KINDS.filter((kind) => !UNDER_NO_ROLE.includes(kind));
const OF_WAITS = ['shift-moved-waiting', 'shift-place-changed'];
const OF_STAND_INS = ['shift-place-changed'];

export const toldOf = (kinds: readonly string[]): string => `tld.kind in (${kindsOf(kinds)})`;
export const rolesTold = (
  ofPlaces: readonly string[],
): string => `select tld.about_id from told tld where tld.about_prefix = 'shift-role' and ${toldOf(ofPlaces)}
          ${['signup', 'waitlist_entry', 'stand_in'].map((table) => `union select abt.role_id from told tld join ${table} abt on abt.id = tld.about_id where ${toldOf(ofPlaces)}`).join('\n          ')}
          union select rol.id from told tld join shift_role rol on rol.shift_id = tld.about_id where ${toldOf(COME_BACK)}
          union select sgn.role_id from told tld join signup sgn on sgn.shift_id = tld.about_id and sgn.person_id = tld.person_id and sgn.status in ('PENDING', 'CONFIRMED') where ${toldOf(ofPlaces)}
          union select wle.role_id from told tld join waitlist_entry wle on wle.shift_id = tld.about_id and wle.person_id = tld.person_id and wle.status in ('WAITING', 'OFFERED') where ${toldOf(OF_WAITS)}
          union select sti.role_id from told tld join stand_in sti on sti.shift_id = tld.about_id and sti.to_person_id = tld.person_id and sti.status in ('OFFERED', 'PENDING') where ${toldOf(OF_STAND_INS)}`;

/**
 * What is told is looked at under the locks that everybody takes who changes what it says: the roles of what is told of places, and the
 * records of what is told of records, which whoever tells several things holds before the first of them. Under them all others that one
 * person was told of one thing were told before, whichever of two processes gave the smaller id, and go if this one stands.
 */
export const LOOKED_AT_IN_ORDER = `create or replace function notice_follow_news() returns trigger as $$ begin
        if not exists (select 1 from told tld where ${toldOf(KINDS)}) then return null; end if;
        if exists (select 1 from told tld where ${toldOf(OF_PLACES)}) then
          perform 1 from shift_role rol where rol.id in (${rolesTold(OF_PLACES)}) order by rol.id for no key update;
        end if;
        ${OF_RECORDS.map(([table, key, kinds]) => `perform 1 from ${table} abt where abt.${key} in (select tld.about_id from told tld where ${toldOf(kinds)}) order by abt.id for no key update;`).join('\n        ')}
        update notice set params = notice.params || jsonb_build_object('at', is_now.begins) || case when notice.params ? 'when' then jsonb_build_object('when', is_now.begins) else '{}' end
          from (select tld.id, ${BEGINS} as begins from told tld join shift sft on sft.id = tld.about_id
            where ${toldOf(COME_BACK)} and (tld.params->>'at')::timestamptz is distinct from sft.starts_at) is_now where notice.id = is_now.id;
        update notice set ${HIDDEN} from (
          select ntc.id from told tld join notice ntc on ntc.id = tld.id where ${toldOf(KINDS)} and ntc.rests_on is distinct from '{}' and not news_stands(ntc)
            order by ntc.person_id, ntc.id for no key update of ntc) was where notice.id = was.id;
        update notice set ${HIDDEN} from (
          select ntc.id from notice ntc where ntc.rests_on is distinct from '{}' and ntc.id in (
            select bef.id from told tld join notice own on own.id = tld.id and own.rests_on is distinct from '{}'
              join notice bef on bef.person_id = own.person_id and bef.about_id = own.about_id and bef.kind = own.kind and bef.rests_on is distinct from '{}' and bef.id <> own.id
              where ${toldOf(TOLD_ONCE)} and (bef.id < own.id or not exists (select 1 from told same where same.id = bef.id)))
          order by ntc.person_id, ntc.id for no key update of ntc) was where notice.id = was.id;
        return null;
      end; $$ language plpgsql;`;

const followed = (name: string): Watched => FOLLOWED.find((each) => (each.name ?? each.table) === name)!;

const NEW: readonly Watched[] = [
  {
    // Of two who call off days of one notice, the second finds what the first has done: it reads after the wait.
    ...followed('shift_off_calendar'),
    body: `declare
          those uuid[] := array(select ntc.id from notice ntc where ntc.person_id in (${STAFF}) and ntc.created_at = old.off_calendar_told_at
            and ntc.kind in (${kindsOf(OF_DAYS)}) and ntc.rests_on is distinct from '{}' order by ntc.person_id, ntc.id for no key update of ntc);
        begin
          update notice set params = case when told.dates is null then notice.params else notice.params || jsonb_build_object('dates', told.dates) end,
            rests_on = case when told.dates is null then '{}' else notice.rests_on end from (
              select ntc.id, ${DAYS_LEFT} as dates from notice ntc where ntc.id = any(those)) told where notice.id = told.id;
        end;`,
  },
  {
    table: 'volunteer_suspension',
    on: 'update of lifted_at, undone',
    when: '(new.lifted_at, new.undone) is distinct from (old.lifted_at, old.undone)',
    body: settled('array[new.person_id]', 'array[new.id]'),
  },
];

/**
 * What is told is looked at under locks that are taken in one order, whoever tells several things at once; of what each says, only after the
 * wait for it. A suspension that was undone is told no more, over though it is, nor an absence of a sign-up that has ended. Looking for what
 * was told before costs as much as is shown of one thing.
 */
export class Migration20261130140000_told_in_one_order extends MigrationWhileInUse {
  override up(): void {
    this.each(
      indexed('notice_shown_index', `"notice" ("person_id", "about_id") where rests_on is distinct from '{}'`),
      stands(JUDGED_IN_ORDER),
      SETTLED_IN_ORDER,
      ...NEW.map(watching),
      LOOKED_AT_IN_ORDER,
      portionwise(
        'notice',
        `update notice ntc set rests_on = '{}', waiting = false, dedupe_key = ntc.dedupe_key || '/' || ntc.id
      where ntc.id = any(due) and ntc.kind in (${kindsOf(KINDS)}) and ntc.rests_on is distinct from '{}' and not news_stands(ntc)`,
        `update notice set params = notice.params || jsonb_build_object('dates', told.dates) from (
        select ntc.id, ${DAYS_LEFT} as dates from notice ntc where ntc.id = any(due) and ntc.kind in (${kindsOf(OF_DAYS)}) and ntc.rests_on is distinct from '{}') told
      where notice.id = told.id and told.dates is not null and notice.params->>'dates' is distinct from told.dates`,
      ),
    );
  }

  override down(): void {
    this.each(
      LOOKED_AT,
      ...NEW.map((each) => watching(followed(each.name ?? each.table))),
      SETTLED_LATER,
      stands(TOLD_WHILE),
      together('drop index if exists "notice_shown_index";'),
    );
  }
}
