import { v7 } from 'uuid';
import type { Transaction } from '../../platform/commands/index.ts';
import type { NoticeKind, NoticeParams } from '../../platform/graphql/index.ts';
import { parseGlobalId, sql } from '../../platform/reading/index.ts';

export interface News<Params extends NoticeParams> {
  readonly kind: NoticeKind<Params>;
  /** Bare ids of the persons who are told; twice the same is told once. */
  readonly to: string | readonly string[];
  readonly params: Params;
  /** Global id of the thing that it is about. Whoever may not see it is not shown it. */
  readonly about?: string;
  /** A person is told something of one kind under one key once, however often a job or a retry says it. */
  readonly dedupe?: string;
}

/**
 * Tells people something, in one statement and in the transaction of what happened: what is rolled back was never told.
 * Writes at once all that the transaction has pending.
 * @returns bare ids of the notices, without those that were there
 */
export async function notify<Params extends NoticeParams>(tx: Transaction, { kind, to, params, about, dedupe }: News<Params>): Promise<string[]> {
  // In one order, so that two who tell the same people wait for each other instead of locking each other out.
  const persons = [...new Set(typeof to === 'string' ? [to] : to)].sort();
  if (persons.length === 0) return [];
  const facts = kind.params.safeParse(params);
  if (!facts.success) throw new Error(`The facts of ${kind.key} are not as declared: ${facts.error.issues.map((each) => `${each.path.join('.')} ${each.code}`).join(', ')}.`);
  const thing = about === undefined ? null : parseGlobalId(about);
  await tx.em.flush();
  const written = await tx.query<{ id: string }>(sql`
    insert into notice (id, created_at, person_id, kind, params, about_prefix, about_id, dedupe_key)
    select told.id, ${tx.now}, told.person_id, ${kind.key}, ${JSON.stringify(facts.data)}::jsonb, ${thing?.prefix ?? null}, ${thing?.uuid ?? null}::uuid, ${dedupe ?? null}
    from unnest(${persons.map(() => v7())}::uuid[], ${persons}::uuid[]) as told (id, person_id)
    on conflict on constraint notice_once do nothing
    returning id`);
  return written.map((row) => row.id);
}
