import { CancelSignupDocument, SignUpForShiftDocument } from '../../schema/generated/mini-program.ts';
import type { ShiftOnOffer } from '../../seeds/scenario/index.ts';
import type { TestHub } from '../support/hub.ts';

/** Signing up as anybody may try it, in whatever language, and what is written of it. */
export function signUpCalls(hub: () => TestHub) {
  async function signUp(
    who: { accountId: string } | undefined,
    { role }: Pick<ShiftOnOffer, 'role'>,
    idempotencyKey: string | null = null,
    headers: Record<string, string> = {},
  ) {
    const answer = await hub().ask(SignUpForShiftDocument, {
      as: who?.accountId,
      headers,
      variables: { input: { roleId: `shift-role_${role.id}`, acceptRiskNotice: true, idempotencyKey } },
    });
    return {
      ...answer,
      payload: answer.data?.signUpForShift,
      codes: answer.data?.signUpForShift.userErrors.map((error) => error.code),
    };
  }

  async function cancel(who: { accountId: string }, signupId: string, idempotencyKey: string | null = null) {
    const answer = await hub().ask(CancelSignupDocument, {
      as: who.accountId,
      variables: { input: { signupId, idempotencyKey } },
    });
    return {
      ...answer,
      payload: answer.data?.cancelSignup,
      codes: answer.data?.cancelSignup.userErrors.map((error) => error.code),
    };
  }

  /** All that a sign-up writes. */
  async function written(roleId: string) {
    const { rows } = await hub().database.pool.query<{
      confirmed: number;
      pending: number;
      taken: number;
      engaged: number;
    }>(
      `
    select (select count(*)::int from signup where role_id = r.id and status = 'CONFIRMED') as confirmed,
      (select count(*)::int from signup where role_id = r.id and status = 'PENDING') as pending,
      r.places_taken as taken,
      (select count(*)::int from engagement e join signup s on s.id = e.source_id where s.role_id = r.id and e.status = 'ACTIVE') as engaged
    from shift_role r where r.id = $1`,
      [roleId],
    );
    return rows[0]!;
  }

  const blockersOf = async (who: { accountId: string }, { role }: ShiftOnOffer) =>
    (
      await hub().ask('query ($id: ID!) { node(id: $id) { ... on ShiftRole { viewerBlockers viewerCanSignUp } } }', {
        as: who.accountId,
        variables: { id: `shift-role_${role.id}` },
      })
    ).data!['node'] as { viewerBlockers: string[]; viewerCanSignUp: boolean };

  return { signUp, cancel, written, blockersOf };
}
