import {
  COME_BACK,
  named,
  settled,
  TO_DECIDE,
  type Watched,
  watching,
} from './Migration20261130090200_news_is_of_the_state.ts';
import { CALLED_OFF } from './Migration20261130090300_queues_are_plain_and_days_are_back.ts';
import { BEGINS, FOLLOWED, stands } from './Migration20261130122000_told_while_it_is_so.ts';
import {
  HIDDEN,
  JUDGED_IN_ORDER,
  LOOKED_AT_IN_ORDER,
  OF_DAYS,
  OF_RECORDS,
  rolesTold,
  SETTLED_IN_ORDER,
  toldOf,
} from './Migration20261130140000_told_in_one_order.ts';
import { kindsOf } from './news-follows.ts';
import {
  AT_COMMIT,
  atCommit,
  INVITED_TO_MEETINGS,
  JUDGED_OF_MEETINGS,
  NOTICE_IS_SHOWN,
  OF_MEETINGS,
  SEATS_FREE_AGAIN,
  SEATS_OF_MEETINGS,
  toldOfSeats,
} from './news-of-meetings.ts';
import { indexed, MigrationWhileInUse, portionwise, together } from './while-in-use.ts';

const OPEN_AGAIN = ['signup-again', 'waiting-again'];

/** Of what somebody had for shifts, `gone` is not given back, nor was it said that they may have it again since it ended. */
const notAgain = (ended: string): string =>
  `not exists (select 1 from signup anew where anew.person_id = gone.person_id and anew.shift_id = gone.shift_id and anew.status in ('PENDING', 'CONFIRMED'))
    and not exists (select 1 from waitlist_entry anew where anew.person_id = gone.person_id and anew.shift_id = gone.shift_id and anew.status in ('WAITING', 'OFFERED'))
    and not exists (select 1 from notice nws where nws.person_id = gone.person_id and nws.about_id = gone.shift_id and nws.kind in (${kindsOf(OPEN_AGAIN)}) and nws.created_at >= ${ended})`;

/** What ended together with a row `own`: of all of it somebody is told at once. */
const TOGETHER = {
  signup: `signup own join signup gone on gone.person_id = own.person_id and gone.cancelled_at = own.cancelled_at and gone.cancel_reason = own.cancel_reason`,
  waitlist_entry: `waitlist_entry own join waitlist_entry gone on gone.person_id = own.person_id and gone.ended_at = own.ended_at and gone.status = 'INELIGIBLE' and own.status = 'INELIGIBLE'`,
} as const;
const STILL_ENDED = {
  'signup-ended': `${TOGETHER.signup} where own.id = ntc.about_id and not exists (select 1 from parent_lecture plc where plc.shift_id = gone.shift_id) and ${notAgain('gone.cancelled_at')}`,
  'waiting-ended': `${TOGETHER.waitlist_entry} where own.id = ntc.about_id and ${notAgain('gone.ended_at')}`,
} as const;

const waits = (table: string, and: string): string =>
  `exists (select 1 from ${table} abt where abt.id = ntc.about_id and ${and})`;

/** What somebody is asked to decide on stands as long as the row itself waits; who is asked, and until which day, its queue says. */
const ASKED: Readonly<Record<string, string>> = {
  'people.guardianship-asked': waits('guardianship', "abt.status = 'PENDING'"),
  'people.role-asked': waits('role_request', "abt.status = 'PENDING'"),
  'identity.link-asked': waits('staff_identity', "abt.status = 'PENDING'"),
  'identity.join-asked': waits('account_join', 'abt.asked_at is not null and abt.joined_at is null'),
  'service-to-decide': waits('service_record', "abt.status in ('PENDING', 'APPEALED')"),
  'lecture-proposed': waits('parent_lecture', "abt.status = 'PROPOSED'"),
};

/** A place is told of with its mobile numbers masked. */
const JUDGED_BEFORE = Object.fromEntries(
  Object.entries(JUDGED_IN_ORDER).map(([kind, so]) => [
    kind,
    so.replaceAll("ntc.params->>'place' = sft.place", "ntc.params->>'place' = phones_masked(sft.place)"),
  ]),
);
const JUDGED: Readonly<Record<string, string>> = {
  ...JUDGED_BEFORE,
  ...Object.fromEntries(
    Object.entries(STILL_ENDED).map(([kind, ended]) => [kind, `exists (select 1 from ${ended})`] as const),
  ),
  ...ASKED,
  'people.guardianship-approved': waits('guardianship', "abt.status in ('ACTIVE', 'BLOCKED')"),
  ...JUDGED_OF_MEETINGS,
};
const KINDS = Object.keys(JUDGED);
const QUESTIONS = [...TO_DECIDE, ...Object.keys(ASKED)];

const moment = (column: string): string => BEGINS.replace('sft.starts_at', column);
/** What a notice says of a thing, as it is by now. */
const FACTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    OF_MEETINGS.map((kind) => [
      kind,
      `(select jsonb_build_object('startsAt', ${moment('mtg.starts_at')}) from meeting mtg where mtg.id = ntc.about_id)`,
    ]),
  ),
  'meetings.seats-free': `(select jsonb_build_object('startsAt', ${moment('mtg.starts_at')}, 'seats', greatest(1, seats_free_again(mtg.id))) from meeting mtg where mtg.id = ntc.about_id)`,
  ...Object.fromEntries(
    Object.entries(STILL_ENDED).map(([kind, ended]) => [
      kind,
      `(select jsonb_build_object('count', count(*)::text) from ${ended} having count(*) > 0)`,
    ]),
  ),
};

/** Until when it is shown, where the clock alone makes an end of it. */
const UNTIL: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    COME_BACK.map((kind) => [kind, '(select sft.starts_at from shift sft where sft.id = ntc.about_id)']),
  ),
  ...Object.fromEntries(
    ['meetings.given-back', ...SEATS_OF_MEETINGS].map((kind) => [
      kind,
      '(select mtg.starts_at from meeting mtg where mtg.id = ntc.about_id)',
    ]),
  ),
  'meetings.invited': '(select coalesce(mtg.reply_by, mtg.starts_at) from meeting mtg where mtg.id = ntc.about_id)',
  'place-offered': '(select wle.offer_expires_at from waitlist_entry wle where wle.id = ntc.about_id)',
  'stand-in-asked': '(select sti.expires_at from stand_in sti where sti.id = ntc.about_id)',
  'stand-in-moved': '(select sti.expires_at from stand_in sti where sti.id = ntc.about_id)',
};
const SAID_ANEW = [...new Set([...Object.keys(FACTS), ...Object.keys(UNTIL)])];

const byKind = (name: string, returns: string, of: Readonly<Record<string, string>>): string =>
  `create or replace function ${name}(ntc notice) returns ${returns} as $$ select case ntc.kind
        ${Object.entries(of)
          .map(([kind, each]) => `when ${kindsOf([kind])} then ${each}`)
          .join('\n        ')}
        end; $$ language sql stable;`;

/** Kinds that are one word on a thing go by one of them: the later of two is shown. */
const WORD = `create or replace function news_word(kind text) returns text as $$
        select case when kind in (${kindsOf(SEATS_OF_MEETINGS)}) then 'seats' when kind in (${kindsOf(INVITED_TO_MEETINGS)}) then 'invited' else kind end; $$ language sql immutable;`;
const sameWord = (one: string, other: string): string =>
  `${one}.person_id = ${other}.person_id and ${one}.about_id = ${other}.about_id and news_word(${one}.kind) = news_word(${other}.kind) and ${one}.rests_on is distinct from '{}'`;

const IN_ORDER = 'order by ntc.person_id, ntc.id for no key update of ntc';
const NOT_AS_IT_IS = `(not ntc.params @> coalesce(news_facts(ntc), '{}') or ntc.shown_until is distinct from news_until(ntc))`;
const saysAnew = (
  those: string,
): string => `update notice set params = notice.params || is_now.facts, shown_until = is_now.until from (
          select ntc.id, coalesce(news_facts(ntc), '{}') as facts, news_until(ntc) as until from ${those} and ntc.kind in (${kindsOf(SAID_ANEW)}) and ${NOTICE_IS_SHOWN} and ${NOT_AS_IT_IS} ${IN_ORDER}) is_now where notice.id = is_now.id;`;

const SETTLES = `create or replace function settle_news(persons uuid[], things uuid[]) returns void as $$ begin
        update notice set ${HIDDEN} from (
          select ntc.id from notice ntc where ntc.person_id = any(persons) and ntc.kind in (${kindsOf(KINDS)}) and ntc.about_id = any(things)
            and ${NOTICE_IS_SHOWN} and (not news_stands(ntc) or ntc.kind not in (${kindsOf(OF_DAYS)}) and exists (select 1 from notice anew where ${sameWord('anew', 'ntc')} and anew.id > ntc.id)) ${IN_ORDER}) told where notice.id = told.id;
        ${saysAnew('notice ntc where ntc.person_id = any(persons) and ntc.about_id = any(things)')}
        update notice set rests_on = '{}', waiting = false from (
          select ntc.id from notice ntc where ntc.waiting and ntc.about_id = any(things) and ntc.kind in (${kindsOf(QUESTIONS)}) and not news_stands(ntc)
            ${IN_ORDER}) told where notice.id = told.id;
      end; $$ language plpgsql;`;

const RECORDS = [
  ...OF_RECORDS.map(([table, key, kinds]) => [table, key, [...kinds, ...asksOf(table)]] as const),
  ...['guardianship', 'role_request', 'staff_identity', 'account_join'].map(
    (table) =>
      [table, 'id', [...asksOf(table), ...(table === 'guardianship' ? ['people.guardianship-approved'] : [])]] as const,
  ),
  ['meeting', 'id', OF_MEETINGS],
] as const;
const UNDER_NO_ROLE = [...RECORDS.flatMap(([, , kinds]) => kinds), ...CALLED_OFF, ...OF_DAYS];
const OF_PLACES = KINDS.filter((kind) => !UNDER_NO_ROLE.includes(kind));
const TOLD_ONCE = KINDS.filter((kind) => !OF_DAYS.includes(kind));

function asksOf(table: string): string[] {
  return Object.keys(ASKED).filter((kind) => ASKED[kind]!.includes(` from ${table} abt `));
}

/** As in the migration before, and of more records. What may be had again is told no more to have ended. */
const LOOKS = `create or replace function notice_follow_news() returns trigger as $$ begin
        if not exists (select 1 from told tld where ${toldOf(KINDS)}) then return null; end if;
        if exists (select 1 from told tld where ${toldOf(OF_PLACES)}) then
          perform 1 from shift_role rol where rol.id in (${rolesTold(OF_PLACES)}) order by rol.id for no key update;
        end if;
        ${RECORDS.map(([table, key, kinds]) => `if exists (select 1 from told tld where ${toldOf(kinds)}) then perform 1 from ${table} abt where abt.${key} in (select tld.about_id from told tld where ${toldOf(kinds)}) order by abt.id for no key update; end if;`).join('\n        ')}
        update notice set params = notice.params || jsonb_build_object('at', is_now.begins) || case when notice.params ? 'when' then jsonb_build_object('when', is_now.begins) else '{}' end
          from (select tld.id, ${BEGINS} as begins from told tld join shift sft on sft.id = tld.about_id
            where ${toldOf(COME_BACK)} and (tld.params->>'at')::timestamptz is distinct from sft.starts_at) is_now where notice.id = is_now.id;
        update notice set ${HIDDEN} from (
          select ntc.id from told tld join notice ntc on ntc.id = tld.id where ${toldOf(KINDS)} and ${NOTICE_IS_SHOWN} and not news_stands(ntc) ${IN_ORDER}) was where notice.id = was.id;
        ${saysAnew('told tld join notice ntc on ntc.id = tld.id where true')}
        update notice set ${HIDDEN} from (
          select ntc.id from notice ntc where ${NOTICE_IS_SHOWN} and ntc.id in (
            select bef.id from told tld join notice own on own.id = tld.id and own.rests_on is distinct from '{}' join notice bef on ${sameWord('bef', 'own')} and bef.id <> own.id
              where ${toldOf(TOLD_ONCE)} and (bef.id < own.id or not exists (select 1 from told same where same.id = bef.id))) ${IN_ORDER}) was where notice.id = was.id;
        if exists (select 1 from told tld where ${toldOf(OPEN_AGAIN)}) then
          perform settle_news(array(select tld.person_id from told tld where ${toldOf(OPEN_AGAIN)}), array(select unnest(ended_with(tld.person_id, tld.about_id)) from told tld where ${toldOf(OPEN_AGAIN)}));
        end if;
        return null;
      end; $$ language plpgsql;`;

/** What somebody had for a shift and has lost, with what ended together with it. */
const ENDED_WITH = `create or replace function ended_with(person uuid, shift uuid) returns uuid[] as $$ select
        array(select own.id from ${TOGETHER.signup} where gone.person_id = person and gone.shift_id = shift and gone.status = 'CANCELLED')
        || array(select own.id from ${TOGETHER.waitlist_entry} where gone.person_id = person and gone.shift_id = shift); $$ language sql stable;`;

const before = (name: string): Watched => FOLLOWED.find((each) => (each.name ?? each.table) === name)!;
const endedToo = (each: Watched, thing: string): Watched => ({
  ...each,
  body: each.body.replace(thing, `ended_with(new.person_id, new.shift_id) || ${thing}`),
});
const CHANGED: readonly Watched[] = [
  endedToo(before('signup'), 'new.id || new.shift_id'),
  endedToo(before('waitlist_entry'), 'array[new.id, new.shift_id, new.role_id]'),
];

const changes = (...columns: readonly string[]): string =>
  `(${columns.map((each) => `new.${each}`).join(', ')}) is distinct from (${columns.map((each) => `old.${each}`).join(', ')})`;
const ofRecord = (table: string, columns: readonly string[], persons = `'{}'::uuid[]`): Watched => ({
  table,
  on: `update of ${columns.join(', ')}`,
  when: changes(...columns),
  body: settled(persons, 'array[new.id]'),
});
const NEW: readonly Watched[] = [
  ofRecord('guardianship', ['status'], 'array(select gua.person_id from guardian gua where gua.id = new.guardian_id)'),
  ofRecord('role_request', ['status']),
  ofRecord('staff_identity', ['status']),
  ofRecord('account_join', ['asked_at', 'joined_at']),
  ofRecord(
    'meeting',
    ['status', 'starts_at', 'reply_by', 'capacity', 'room_id'],
    `array(select gua.person_id from meeting_invitation inv join household_guardian hgd on hgd.household_id = inv.household_id join guardian gua on gua.id = hgd.guardian_id where inv.meeting_id = new.id
      union ${toldOfSeats('new.id')})`,
  ),
];

const gone = (name: string, table: string): string =>
  together(`drop trigger if exists "${name}" on "${table}";`, `drop function if exists ${name}();`);

/**
 * Whatever is told of a state is judged by one mechanism, in each domain: of meetings, guardianships, and what waits for a decision as well
 * as of volunteering. Of kinds that are one word on a thing the last is shown; what a notice counts is as it is by now; and what the clock
 * alone makes an end of is shown until then.
 */
export class Migration20261130160000_told_of_everything extends MigrationWhileInUse {
  override up(): void {
    this.each(
      'alter table "notice" add column if not exists "shown_until" timestamptz(3) null;',
      indexed(
        'notice_seats_index',
        `"notice" ("about_id") where kind in (${kindsOf(SEATS_OF_MEETINGS)}) and rests_on is distinct from '{}'`,
      ),
      SEATS_FREE_AGAIN,
      ENDED_WITH,
      WORD,
      byKind('news_facts', 'jsonb', FACTS),
      byKind('news_until', 'timestamptz', UNTIL),
      stands(JUDGED).replace('select case', 'select ntc.about_id is null or case'),
      SETTLES,
      ...[...CHANGED, ...NEW].map(watching),
      ...AT_COMMIT.map((each) => atCommit(...each)),
      LOOKS,
      portionwise(
        'notice',
        `update notice ntc set rests_on = '{}', waiting = false, dedupe_key = ntc.dedupe_key || '/' || ntc.id where ntc.id = any(due) and ntc.kind in (${kindsOf(KINDS)}) and ${NOTICE_IS_SHOWN}
        and (not news_stands(ntc) or ntc.kind not in (${kindsOf(OF_DAYS)}) and exists (select 1 from notice anew where ${sameWord('anew', 'ntc')} and anew.id > ntc.id))`,
        `update notice ntc set params = ntc.params || coalesce(news_facts(ntc), '{}'), shown_until = news_until(ntc) where ntc.id = any(due) and ntc.kind in (${kindsOf(SAID_ANEW)}) and ${NOTICE_IS_SHOWN} and ${NOT_AS_IT_IS}`,
      ),
    );
  }

  override down(): void {
    this.each(
      LOOKED_AT_IN_ORDER,
      SETTLED_IN_ORDER,
      ...CHANGED.map((each) => watching(before(each.name ?? each.table))),
      ...[
        ...NEW.map((each) => [named(each), each.table] as const),
        ...AT_COMMIT.map(([table]) => [`news_follow_${table}`, table] as const),
      ].map(([name, table]) => gone(name, table)),
      stands(JUDGED_BEFORE),
      together(
        ...[
          'news_facts(notice)',
          'news_until(notice)',
          'news_word(text)',
          'ended_with(uuid, uuid)',
          'seats_free_again(uuid)',
        ].map((each) => `drop function if exists ${each};`),
        'drop index if exists "notice_seats_index";',
        'alter table "notice" drop column if exists "shown_until";',
      ),
    );
  }
}
