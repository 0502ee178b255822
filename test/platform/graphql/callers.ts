import { CreateServiceTokenDocument } from '../../../schema/generated/admin.ts';
import { demoAccount } from '../../../seeds/demo/index.ts';
import type { TestHub } from '../../support/hub.ts';
import { bearer } from '../../support/signed-in.ts';

export const CALLERS = ['guest', 'guardian', 'staff', 'guardian of the staff', 'analyst', 'service token'] as const;
export type Caller = (typeof CALLERS)[number];
/** Those who are held to the operations of the mini-program. */
export const HELD: readonly Caller[] = ['guest', 'guardian'];

/** What each of them shows. */
export async function headersOfCallers(
  lenient: TestHub,
): Promise<ReadonlyMap<Caller, Readonly<Record<string, string>>>> {
  const { rows } = await lenient.database.pool.query<{ id: string }>('select id from district order by code limit 1');
  const made = await lenient.ask(CreateServiceTokenDocument, {
    as: demoAccount('district-admin').id,
    variables: {
      input: { name: '看板', role: 'ANALYST', districtId: `district_${rows[0]!.id}`, permissions: [], validDays: 1 },
    },
  });
  const headersOf = new Map<Caller, Readonly<Record<string, string>>>();
  headersOf.set('guest', {}).set('service token', bearer(made.data!.createServiceToken.secret!));
  for (const [caller, name] of [
    ['guardian', 'parent'],
    ['staff', 'teacher'],
    ['guardian of the staff', 'teacher-parent'],
    ['analyst', 'analyst'],
  ] as const) {
    headersOf.set(caller, bearer(await lenient.tokenOf(demoAccount(name).id)));
  }
  return headersOf;
}

export interface Answer {
  readonly status: number;
  readonly code: string | undefined;
  readonly message: string | undefined;
  readonly data: Record<string, unknown> | null | undefined;
  readonly headers: Headers;
}

export async function answerOf(response: Response): Promise<Answer> {
  const { data, errors } = (await response.json()) as {
    data?: Answer['data'];
    errors?: { message: string; extensions: { code: string } }[];
  };
  return {
    status: response.status,
    data,
    code: errors?.[0]?.extensions.code,
    message: errors?.[0]?.message,
    headers: response.headers,
  };
}
