import { v7 } from 'uuid';
import type { Transaction } from '../../platform/commands/index.ts';
import { parseGlobalId, sql } from '../../platform/reading/index.ts';
import type { NoticeKind, NoticeParams } from '../notice-kinds/index.ts';
import { toBeWritten, writtenRight, type Notification } from '../people/index.ts';

export interface News<Params extends NoticeParams> extends Notification<Params> {
  readonly kind: NoticeKind<Params>;
}

/** Tells people one thing: see `notifyEach`. */
export function notify<Params extends NoticeParams>(
  tx: Transaction,
  { kind, ...telling }: News<Params>,
): Promise<string[]> {
  return notifyEach(tx, kind, [telling]);
}

/**
 * Tells people things of one kind, in one statement and in the transaction of what happened: what is rolled back was
 * never told. Writes at once all that the transaction has pending.
 * @returns bare ids of the notices, without those that were there
 */
export async function notifyEach<Params extends NoticeParams>(
  tx: Transaction,
  kind: NoticeKind<Params>,
  tellings: readonly Notification<Params>[],
): Promise<string[]> {
  const rows = tellings.flatMap(({ to, params, about, dedupe, restsOn, namesRestOn, waiting = false }) => {
    const thing = about === undefined ? null : parseGlobalId(about);
    const facts = JSON.stringify(factsOf(kind, params));
    const right = toBeWritten(restsOn);
    const nameKeys = toBeWritten(namesRestOn).keys;
    return [...new Set(typeof to === 'string' ? [to] : to)].map((person) => ({
      id: v7(),
      person,
      facts,
      prefix: thing?.prefix ?? null,
      about: thing?.uuid ?? null,
      dedupe: dedupe ?? null,
      waiting,
      nameKeys,
      ...right,
    }));
  });
  if (rows.length === 0) return [];
  // In one order, so that two who tell the same people wait for each other instead of locking each other out.
  rows.sort((one, other) => (one.person < other.person ? -1 : 1));
  await tx.em.flush();
  const column = <Name extends keyof (typeof rows)[number]>(name: Name) => rows.map((row) => row[name]);
  const written = await tx.query<{ id: string }>(sql`
    insert into notice (id, created_at, person_id, kind, params, about_prefix, about_id, dedupe_key, waiting, names_rest_on, rests_on)
    select told.id, ${tx.now}, told.person_id, ${kind.key}, told.facts::jsonb, told.prefix, told.about, told.dedupe, told.waiting, told.name_keys::text[],
      ${writtenRight(sql`told`)}
    from unnest(${column('id')}::uuid[], ${column('person')}::uuid[], ${column('facts')}::text[], ${column('prefix')}::text[], ${column('about')}::uuid[],
      ${column('dedupe')}::text[], ${column('waiting')}::boolean[], ${column('nameKeys')}::text[], ${column('audience')}::uuid[], ${column('keys')}::text[]) as told (id, person_id, facts, prefix, about, dedupe, waiting, name_keys, audience, keys)
    on conflict do nothing
    returning id`);
  return written.map((row) => row.id);
}

function factsOf<Params extends NoticeParams>(kind: NoticeKind<Params>, params: Params): Params {
  const facts = kind.params.safeParse(params);
  if (facts.success) return facts.data;
  throw new Error(
    `The facts of ${kind.key} are not as declared: ${facts.error.issues.map((each) => `${each.path.join('.')} ${each.code}`).join(', ')}.`,
  );
}
