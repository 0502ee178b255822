import { walkJob, type RightDependents, type Transaction } from '../../platform/commands/index.ts';
import { join, never, raw, sql, type Sql } from '../../platform/reading/index.ts';
import { type PlaceOfRole, DECISION_QUEUES, type DecisionRequest, type DecisionQueue } from '../people/index.ts';

/** Things that one transaction looks at: what is beyond is left to the walk. */
export const THINGS_AT_ONCE = 200;

/** Over all that waits, beyond the id `after`: what a day has brought, and what a command for many has left behind. */
export const ASK_DECIDERS = walkJob({
  name: 'notices.ask-deciders',
  description: 'Asks whoever may decide today on what waits, and nobody else any more.',
  cron: '*/15 * * * *',
});

interface Difference extends Omit<DecisionRequest, 'to'> {
  readonly kind: string;
  readonly person_id: string;
  /** The notice by which they were asked, where it is theirs no more; null where they have yet to be asked. */
  readonly notice_id: string | null;
}

/** Those of the things of one kind that wait, and the persons who may decide on them today. */
const due = ({ kind, things, id, schoolId, districtId, waits, deciders }: DecisionQueue, those: Sql): Sql => sql`
  select ${kind}::text as kind, ${id} as about, ${schoolId} as school, ${districtId} as district, run.person_id from ${things} cross join lateral (${deciders}) run where ${those} and ${waits}`;

/**
 * Asks whoever may decide today on some things, and nobody else any more, by what differs from who was asked. Of what is decided
 * nobody is asked. Statements follow from the kinds of things that differ. It waits for nobody, for whoever calls may hold what others
 * want: what is being changed at this moment is left to the walk, which is asked for.
 * @param things bare ids
 */
export async function askDeciders(tx: Transaction, things: readonly string[]): Promise<void> {
  if (things.length === 0) return;
  await tx.em.flush();
  const ids = [...things];
  const all = tx.services.get(DECISION_QUEUES);
  const different = await tx.query<Difference>(sql`
    with due as (${join(
      all.map((each) => due(each, sql`${each.id} = any(${ids}::uuid[])`)),
      ' union all ',
    )}),
      told as (select ntc.id, ntc.kind, ntc.about_id as about, ntc.person_id from notice ntc where ntc.waiting and ntc.about_id = any(${ids}::uuid[]))
    select told.id as notice_id, kind, about, person_id, due.school, due.district from due full join told using (kind, about, person_id)
    where told.id is null or due.kind is null order by person_id, about`);
  const settled = await askNoMore(
    tx,
    different.flatMap(({ notice_id }) => (notice_id === null ? [] : [notice_id])),
  );
  const wanted = different.filter(({ notice_id }) => notice_id === null);
  const left = await heldByOthers(tx, wanted);
  if (!settled || left.size > 0) await tx.enqueue(ASK_DECIDERS, {}, { singletonKey: 'now' });
  const asked = Map.groupBy(
    wanted.filter(({ kind, about }) => !left.has(`${kind} ${about}`)),
    ({ kind }) => kind,
  );
  for (const { kind, ask } of all) {
    const each = Map.groupBy(asked.get(kind) ?? [], ({ about }) => about);
    if (each.size > 0)
      await ask(
        tx,
        [...each].map(([about, rows]) => ({
          about,
          to: rows.map(({ person_id }) => person_id),
          school: rows[0]!.school,
          district: rows[0]!.district,
        })),
      );
  }
}

/**
 * Locks, in the order of their ids, what has it that the things wait, for all kinds at once and before the first is told: else two who ask
 * of several would each want what the other has.
 * @returns kinds and things that others hold
 */
async function heldByOthers(tx: Transaction, wanted: readonly Difference[]): Promise<ReadonlySet<string>> {
  const byKind = Map.groupBy(wanted, ({ kind }) => kind);
  const under = tx.services
    .get(DECISION_QUEUES)
    .flatMap(({ kind, things, id, under: row }) =>
      row && byKind.has(kind) ? [{ kind, things, id, row, ids: byKind.get(kind)!.map(({ about }) => about) }] : [],
    );
  const held = new Set<string>();
  for (const [table, queues] of Map.groupBy(under, ({ row }) => row.table)) {
    const rows = await tx.query<{ kind: string; about: string }>(sql`
      with wanted as (${join(
        queues.map(
          ({ kind, things, id, row, ids }) =>
            sql`select ${kind}::text as kind, ${id} as about, ${row.id} as under from ${things} where ${id} = any(${ids}::uuid[])`,
        ),
        ' union all ',
      )}),
        free as materialized (select lck.id from ${raw(table)} lck where lck.id in (select wanted.under from wanted) order by lck.id for no key update skip locked)
      select wanted.kind, wanted.about from wanted where wanted.under not in (select free.id from free)`);
    for (const { kind, about } of rows) held.add(`${kind} ${about}`);
  }
  return held;
}

/** @returns whether it was said of all of them: whoever holds one settles it, or has just read it */
async function askNoMore(tx: Transaction, noticeIds: readonly string[]): Promise<boolean> {
  if (noticeIds.length === 0) return true;
  const gone = await tx.query(sql`update notice set waiting = false, rests_on = '{}' from (
      select ntc.id from notice ntc where ntc.id = any(${[...noticeIds]}::uuid[]) order by ntc.person_id, ntc.id for no key update skip locked) gone
    where notice.id = gone.id returning notice.id`);
  return gone.length === noticeIds.length;
}

/** Somebody is asked to decide on one of the things. */
const isAsked = ({ kind, id }: DecisionQueue): Sql =>
  sql`${id} in (select ntc.about_id from notice ntc where ntc.waiting and ntc.kind = ${kind})`;

/** Notices `ntc` by which some persons were asked what is not theirs to decide any more. */
function adrift(all: readonly DecisionQueue[], personIds: Sql): Sql {
  const theirs = (each: DecisionQueue): Sql =>
    sql`ntc.kind = ${each.kind} and exists (${due(each, sql`${each.id} = ntc.about_id and run.person_id = ntc.person_id`)})`;
  return sql`notice ntc where ntc.waiting and ntc.person_id = any(${personIds}) and not (${join(
    all.map((each) => sql`(${theirs(each)})`),
    ' or ',
  )})`;
}

/** Whoever has lost the right to decide is asked no more, and whoever has it then is. Things beyond a portion are left to the walk. */
export async function askInPlaceOf(tx: Transaction, personIds: readonly string[]): Promise<void> {
  const rows = await tx.query<{ id: string }>(
    sql`select distinct ntc.about_id as id from ${adrift(tx.services.get(DECISION_QUEUES), sql`${[...personIds]}::uuid[]`)} order by 1 limit ${THINGS_AT_ONCE}::int`,
  );
  await askPortion(tx, rows);
}

/**
 * Whoever is new at a place is asked what waits there for them; whoever was asked in their stead is asked no more, also of what waits
 * for nobody any more because they are there.
 */
export async function askAt(tx: Transaction, places: readonly PlaceOfRole[]): Promise<void> {
  if (places.length === 0) return;
  await tx.em.flush();
  const schools = places.flatMap(({ school }) => school ?? []);
  const districts = places.flatMap(({ school, district }) => (school === null ? district : []));
  const there = ({ schoolId, districtId }: DecisionQueue): Sql =>
    sql`(${schools.length > 0 ? sql`${schoolId} = any(${schools}::uuid[])` : never} or ${districts.length > 0 ? sql`${districtId} = any(${districts}::uuid[])` : never})`;
  const some = (each: DecisionQueue, which: Sql): Sql =>
    sql`(select ${each.id} as id from ${each.things} where ${there(each)} and ${which} order by 1 limit ${THINGS_AT_ONCE}::int)`;
  const rows = await tx.query<{ id: string }>(sql`select each.id from (
      ${join(
        tx.services.get(DECISION_QUEUES).flatMap((each) => [some(each, each.waits), some(each, isAsked(each))]),
        ' union ',
      )}) each
    order by each.id limit ${THINGS_AT_ONCE}::int`);
  await askPortion(tx, rows);
}

async function askPortion(tx: Transaction, rows: readonly { readonly id: string }[]): Promise<void> {
  await askDeciders(
    tx,
    rows.map(({ id }) => id),
  );
  if (rows.length === THINGS_AT_ONCE) await tx.enqueue(ASK_DECIDERS, {}, { singletonKey: 'now' });
}

/** That somebody is asked to decide rests on their being able to: with that it is somebody else's to decide. */
export function askedRest(all: readonly DecisionQueue[]): RightDependents {
  return {
    name: 'notices.deciders',
    description:
      'That somebody is asked to decide on what waits rests on their being able to: whoever can then is asked.',
    orphans: (personIds) => sql`select ntc.person_id from ${adrift(all, personIds)}`,
    end: askInPlaceOf,
  };
}
