import type { TypedDocument } from '../../../schema/generated/typed-document.ts';
import type { TestHub } from '../../support/hub.ts';

export type Answered = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- each mutation answers its own

export interface Called {
  readonly payload: Answered;
  readonly codes: string[];
  readonly error: string | undefined;
}

/** Calls mutations of one input, whatever they answer. */
export function caller(hub: () => TestHub) {
  return async (document: unknown, who: { readonly accountId: string }, input: object): Promise<Called> => {
    const answer = await hub().ask(document as TypedDocument<Record<string, Answered>, { input: object }>, {
      as: who.accountId,
      variables: { input },
    });
    const [payload] = Object.values(answer.data ?? {});
    return {
      payload: payload ?? {},
      codes: (payload?.['userErrors'] as { code: string }[] | undefined)?.map(({ code }) => code) ?? [],
      error: answer.errors?.[0]?.extensions.code,
    };
  };
}

/** All that organisers write, as one text. */
export async function organisedState(hub: TestHub): Promise<string> {
  const tables = [
    'volunteer_activity',
    'activity_topic',
    'audience',
    'shift_series',
    'shift',
    'shift_role',
    'signup',
    'engagement',
    'waitlist_entry',
  ];
  const { rows } = await hub.database.pool.query<{ hash: string }>(
    `select md5(string_agg(row::text, '' order by row::text)) as hash from (${tables.map((table) => `select to_jsonb(t) as row from ${table} t`).join(' union all ')}) each`,
  );
  return rows[0]!.hash;
}
