import { ADDED, CHANGED } from './Migration20261130061000_told_by_the_right_of_the_place.ts';
import { following, followingNoMore, kindsOf } from './news-follows.ts';
import { MigrationWhileInUse, portionwise, together } from './while-in-use.ts';

export const COME_BACK = ['signup-again', 'waiting-again', 'shift-back'];
const MOVED = ['shift-moved', 'shift-moved-waiting', 'stand-in-moved'];
export const TO_DECIDE = ['signup-to-decide', 'cancellation-requested', 'stand-in-to-decide'];

/** What a notice says of a moment is what stands in the row; one that was told before it said so says nothing. */
export const says = (name: string, column: string): string =>
  `(ntc.params->>'${name}' is null or (ntc.params->>'${name}')::timestamptz = ${column})`;

/** Its reader has a place, or asks for one, in the shift that it is about. */
const place = (and = 'true'): string =>
  `exists (select 1 from signup sgn join shift sft on sft.id = sgn.shift_id where sgn.person_id = ntc.person_id and ntc.about_id in (sgn.id, sgn.shift_id) and sgn.status in ('PENDING', 'CONFIRMED') and ${and})`;
const waits = (and = 'true'): string =>
  `exists (select 1 from waitlist_entry wle join shift sft on sft.id = wle.shift_id where wle.person_id = ntc.person_id and wle.shift_id = ntc.about_id and wle.status in ('WAITING', 'OFFERED') and ${and})`;
const entry = (and: string): string =>
  `exists (select 1 from waitlist_entry wle where wle.person_id = ntc.person_id and ${and})`;
export const shift = (and: string): string => `exists (select 1 from shift sft where sft.id = ntc.about_id and ${and})`;
const standIn = (and: string): string =>
  `exists (select 1 from stand_in sti join signup giv on giv.id = sti.signup_id where sti.id = ntc.about_id and ${and})`;

const ASKED = "sti.status = 'OFFERED' and sti.to_person_id = ntc.person_id";
const PLACE_IS_THEIRS = "giv.status in ('PENDING', 'CONFIRMED')";
const MAY_COME_BACK = `(${shift(`sft.status = 'SCHEDULED' and ${says('at', 'sft.starts_at')}`)} and not ${place()} and not ${waits()})`;

/** While it is so: by what stands of sign-ups, waits, stand-ins and shifts, whoever has changed it. Of what has happened, it always is. */
export const SO: Readonly<Record<string, string>> = {
  'shift-soon': place(`${says('at', 'sft.starts_at')} and coalesce(ntc.params->>'place' = sft.place, true)`),
  'shift-moved': place(
    `sgn.reconfirm_until is not null and ${says('until', 'sgn.reconfirm_until')} and ${says('at', 'sft.starts_at')}`,
  ),
  'signup-approved': place(),
  'stand-in-approved': place(),
  'cancellation-declined': place('sgn.cancel_request_answer is not null'),
  'signup-released': `not ${place()}`,
  'shift-moved-clash': `not ${place()}`,
  'shift-place-changed': `(${shift(`sft.status = 'SCHEDULED' and coalesce(ntc.params->>'place' = sft.place, true)`)} and (${place()} or ${waits()}
    or exists (select 1 from stand_in sti where sti.shift_id = ntc.about_id and sti.to_person_id = ntc.person_id and sti.status in ('OFFERED', 'PENDING'))))`,
  'shift-moved-waiting': waits(says('at', 'sft.starts_at')),
  'place-offered': entry(`wle.id = ntc.about_id and wle.status = 'OFFERED' and ${says('at', 'wle.offer_expires_at')}`),
  'offer-withdrawn': entry("wle.id = ntc.about_id and wle.status = 'WAITING'"),
  'waitlist-skipped': entry("wle.role_id = ntc.about_id and wle.status = 'WAITING'"),
  'signup-again': MAY_COME_BACK,
  'waiting-again': MAY_COME_BACK,
  'shift-back': MAY_COME_BACK,
  'stand-in-asked': standIn(`${ASKED} and ${says('at', 'sti.expires_at')}`),
  'stand-in-moved': standIn(`${ASKED} and ${says('until', 'sti.expires_at')}`),
  'stand-in-declined': standIn(PLACE_IS_THEIRS),
  'stand-in-rejected': standIn(`(giv.person_id <> ntc.person_id or ${PLACE_IS_THEIRS})`),
  'stand-in-withdrawn': `not ${standIn(`exists (select 1 from stand_in anew where anew.signup_id = sti.signup_id and (anew.status in ('OFFERED', 'PENDING') and anew.to_person_id = ntc.person_id
    or ${entry("wle.stand_in_id = anew.id and wle.status = 'OFFERED'")}))`)}`,
  'signup-to-decide':
    "exists (select 1 from signup sgn join shift sft on sft.id = sgn.shift_id where sgn.id = ntc.about_id and sgn.status = 'PENDING' and sft.status = 'SCHEDULED')",
  'cancellation-requested':
    "exists (select 1 from signup sgn join shift sft on sft.id = sgn.shift_id where sgn.id = ntc.about_id and sgn.status in ('PENDING', 'CONFIRMED') and sgn.cancel_requested_at is not null and sft.status = 'SCHEDULED')",
  'stand-in-to-decide': standIn("sti.status = 'PENDING'"),
};

export const STANDS = `create or replace function news_stands(ntc notice) returns boolean as $$ select case ntc.kind
        ${Object.entries(SO)
          .map(([kind, so]) => `when ${kindsOf([kind])} then ${so}`)
          .join('\n        ')}
        else true end; $$ language sql stable;`;

/** Of two that tell one person the same of one thing, the later is shown. */
export const TOLD_ANEW = `exists (select 1 from notice anew where anew.person_id = ntc.person_id and anew.kind = ntc.kind and anew.about_id = ntc.about_id
            and anew.id > ntc.id and anew.rests_on is distinct from '{}')`;

/** What was told to some persons of some things, and what anybody is asked to decide on them: where it is not so any more it is shown to nobody, and its key is free. */
export const SETTLE = `create or replace function settle_news(persons uuid[], things uuid[]) returns void as $$ begin
        update notice set rests_on = '{}', waiting = false, dedupe_key = notice.dedupe_key || '/' || notice.id from (
          select ntc.id from notice ntc where ntc.person_id = any(persons) and ntc.kind in (${kindsOf(Object.keys(SO))}) and ntc.about_id = any(things)
            and ntc.rests_on is distinct from '{}' and (not news_stands(ntc) or ${TOLD_ANEW}) order by ntc.person_id, ntc.id for no key update of ntc) told where notice.id = told.id;
        update notice set rests_on = '{}', waiting = false from (
          select ntc.id from notice ntc where ntc.waiting and ntc.about_id = any(things) and ntc.kind in (${kindsOf(TO_DECIDE)}) and not news_stands(ntc)
            order by ntc.person_id, ntc.id for no key update of ntc) told where notice.id = told.id;
      end; $$ language plpgsql;`;

export const ofPlace = (table: string): string =>
  `array(select each.id from ${table} each where each.shift_id = new.id)`;
const MOMENT = `to_char(new.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Notices that name a shift say when it begins, and where, as it is now. */
const restate = (facts: string, only: string): string => `update notice set params = notice.params || ${facts} from (
          select ntc.id from notice ntc where ${only} and ntc.rests_on is distinct from '{}' order by ntc.person_id, ntc.id for no key update of ntc) told where notice.id = told.id;`;
const OF_THEM = "ntc.person_id = any(persons) and ntc.about_id = any(things) and ntc.kind like 'volunteering.%'";

export interface Watched {
  readonly table: string;
  /** Where one table has several. */
  readonly name?: string;
  readonly on: string;
  readonly when?: string;
  readonly body: string;
}

export const settled = (persons: string, things: string): string => `perform settle_news(${persons}, ${things});`;

/** Stand-ins of one sign-up: what was told of one of them may be so no more with another. */
export const STAND_INS_OF = (signup: string): string =>
  `array(select sti.id from stand_in sti where sti.signup_id = ${signup})`;

export const WATCHED: readonly Watched[] = [
  {
    table: 'signup',
    on: 'insert or update of status, reconfirm_until, cancel_requested_at, cancel_request_answer',
    body: settled('array[new.person_id]', `${STAND_INS_OF('new.id')} || new.id || new.shift_id`),
  },
  {
    table: 'waitlist_entry',
    on: 'insert or update of status, offer_expires_at, stand_in_id',
    body: `if new.status = 'OFFERED' then
          ${restate(
            `jsonb_build_object('at', to_char(new.offer_expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`,
            `ntc.person_id = new.person_id and ntc.about_id = new.id and ntc.kind = 'volunteering.place-offered'`,
          )}
        end if;
        ${settled(
          'array[new.person_id]',
          `array(select sti.id from stand_in sti join stand_in own on own.signup_id = sti.signup_id where own.id = new.stand_in_id) || array[new.id, new.shift_id, new.role_id]`,
        )}`,
  },
  {
    table: 'stand_in',
    on: 'insert or update of status, to_person_id, expires_at',
    body: settled(
      `array(select sgn.person_id from signup sgn where sgn.id = new.signup_id) || old.to_person_id || new.to_person_id`,
      `${STAND_INS_OF('new.signup_id')} || new.shift_id`,
    ),
  },
  {
    table: 'shift',
    on: 'update of starts_at, ends_at, place, status',
    when: `((new.starts_at, new.ends_at, new.place) is distinct from (old.starts_at, old.ends_at, old.place)) or (new.status = 'CANCELLED' and old.status <> 'CANCELLED')`,
    body: `declare
          things uuid[] := ${['signup', 'waitlist_entry', 'stand_in', 'shift_role'].map(ofPlace).join(' || ')} || new.id;
          persons uuid[] := array(select sgn.person_id from signup sgn where sgn.shift_id = new.id
            union select wle.person_id from waitlist_entry wle where wle.shift_id = new.id
            union select sti.to_person_id from stand_in sti where sti.shift_id = new.id and sti.to_person_id is not null
            union select lost.person_id from shift gone join lateral (select sgn.person_id from signup sgn where sgn.shift_id = gone.id
              union select wle.person_id from waitlist_entry wle where wle.shift_id = gone.id) lost on true
              where new.series_date is not null and gone.activity_id = new.activity_id and gone.series_date = new.series_date and gone.off_calendar);
        begin
          if new.starts_at <> old.starts_at then
            ${restate(`jsonb_build_object('when', ${MOMENT})`, `${OF_THEM} and ntc.params ? 'when'`)}
            ${restate(`jsonb_build_object('when', ${MOMENT})`, `ntc.waiting and ntc.about_id = any(things) and ntc.params ? 'when'`)}
            ${restate(`jsonb_build_object('at', ${MOMENT})`, `${OF_THEM} and ntc.kind in (${kindsOf(COME_BACK)})`)}
          end if;
          if new.place <> old.place then
            ${restate(`jsonb_build_object('where', new.place)`, `${OF_THEM} and ntc.kind in (${kindsOf(MOVED)}) and ntc.params ? 'where'`)}
          end if;
          ${settled('persons', 'things')}
        end;`,
  },
];

export const named = ({ table, name = table }: Watched): string => `news_follow_${name}`;

/** Function and trigger, in the place of those that there were. */
export const watching = (each: Watched): string =>
  together(
    `create or replace function ${named(each)}() returns trigger as $$ begin
        ${each.body}
        return null;
      end; $$ language plpgsql;`,
    `create or replace trigger "${named(each)}" after ${each.on} on "${each.table}" for each row${each.when === undefined ? '' : ` when (${each.when})`} execute function ${named(each)}();`,
  );

/** Kinds that are told of a record of one's own, which rest on no right while the names in them do. */
const OWN = ['no-show-noted', 'no-show-corrected', 'absence-excused', 'service-approved', 'service-rejected'];
export const NAMES_REST_ON = `array_remove(array['family-of:' || coalesce(sft.school_id, sft.district_id), 'staff-of:' || sft.school_id, 'administers:' || sft.district_id], null)`;
const RECORDS = '(select id, shift_id from signup union all select id, shift_id from service_record)';

/** A hub of before, which still runs beside this one, writes them without a word of whose the names are. */
const NAMED = together(
  `create or replace function notice_follow_right_to_names() returns trigger as $$ begin
        select ${NAMES_REST_ON} into new.names_rest_on from ${RECORDS} abt join shift sft on sft.id = abt.shift_id where abt.id = new.about_id;
        return new;
      end; $$ language plpgsql;`,
  `create or replace trigger "notice_follow_right_to_names" before insert on "notice" for each row when (num_nonnulls(new.rests_on, new.names_rest_on) = 0 and new.about_prefix in ('signup', 'service-record')) execute function notice_follow_right_to_names();`,
);

/**
 * What is told of a place, a wait and a stand-in is shown as long as it is so, which one function decides by what stands: whoever changes
 * it asks that function. What names the time and the place of a shift names those of now. Whoever had agreed to take over a place by its
 * code, and is asked anew, stays known. What a hub of before tells of a record names the shift to whoever may see it.
 */
export class Migration20261130090200_news_is_of_the_state extends MigrationWhileInUse {
  override up(): void {
    this.each(
      STANDS,
      SETTLE,
      ...WATCHED.map(watching),
      ...ADDED.map(followingNoMore).map((gone) => gone.replaceAll(/drop (trigger|function)/g, 'drop $1 if exists')),
      NAMED,
      portionwise(
        'notice',
        `update stand_in sti set to_id = gua.id, to_person_id = gua.person_id from notice ntc join guardian gua on gua.person_id = ntc.person_id
      where ntc.id = any(due) and ntc.kind = 'volunteering.stand-in-moved' and ntc.rests_on is distinct from '{}' and sti.id = ntc.about_id and sti.way = 'CODE' and sti.status = 'OFFERED' and sti.to_id is null`,
        `update notice ntc set names_rest_on = ${NAMES_REST_ON} from ${RECORDS} abt join shift sft on sft.id = abt.shift_id
      where ntc.id = any(due) and abt.id = ntc.about_id and num_nonnulls(ntc.rests_on, ntc.names_rest_on) = 0 and ntc.kind in (${kindsOf(OWN)})`,
        `update notice ntc set rests_on = '{}', waiting = false, dedupe_key = ntc.dedupe_key || '/' || ntc.id
      where ntc.id = any(due) and ntc.kind in (${kindsOf(Object.keys(SO))}) and ntc.rests_on is distinct from '{}' and (not news_stands(ntc) or ${TOLD_ANEW})`,
      ),
    );
  }

  override down(): void {
    this.each(
      ...[...CHANGED, ...ADDED].map(following),
      'drop function settle_news(uuid[], uuid[]);',
      'drop function news_stands(notice);',
      together(
        'drop trigger "notice_follow_right_to_names" on "notice";',
        'drop function notice_follow_right_to_names();',
      ),
    );
  }
}
