import { TOTP } from 'otpauth';
import {
  ApproveStaffIdentitiesDocument,
  CreateSignInLinksDocument,
  OfferAuthenticatorDocument,
  SetUpSignInDocument,
  SignInWithPasswordDocument,
} from '../../../schema/generated/admin.ts';
import type { StaffMember } from '../../../seeds/scenario/index.ts';
import type { TestHub } from '../../support/hub.ts';
import { asked } from '../../support/mutations.ts';

export const PASSWORD = '青槐里小学门口有七棵老槐树';
const STEP_MS = 30_000;

interface World {
  readonly hub: TestHub;
  readonly administrator: StaffMember;
  readonly second: StaffMember;
  readonly now: () => Date;
}

export interface Offered {
  readonly name: string;
  readonly staffNumber: string;
  readonly secret: string;
  readonly setUp: string;
  readonly address: string;
  readonly userErrors: readonly { readonly code: string }[];
}

/** Somebody who has set up how they sign in. */
export interface Local {
  readonly staffNumber: string;
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

/** Staff who sign in by a password: one administrator hands out the link, the second approves what was set up. */
export function localAccounts(world: () => World) {
  /** @param steps ahead of now: a code is good once */
  const codeOf = (secret: string, steps = 0): string =>
    new TOTP({ secret }).generate({ timestamp: world().now().getTime() + steps * STEP_MS });

  async function invite(whom: readonly StaffMember[], as = world().administrator.accountId) {
    const { payload, codes } = await asked(world().hub, CreateSignInLinksDocument, as, {
      staffIds: whom.map(({ staff }) => `staff_${staff.id}`),
      errorPolicy: 'REJECT_FAILED_ROWS',
    });
    const links = (payload?.['links'] ?? []) as { staffId: string; address: string }[];
    return {
      codes,
      identities: ((payload?.['staffIdentities'] ?? []) as { id: string; status: string }[]).map(({ id }) => id),
      tokens: links.map(({ address }) => address.split('/').at(-1)!),
      links,
    };
  }

  async function offer(link: string | null, as?: string): Promise<Offered> {
    const { data } = await world().hub.ask(OfferAuthenticatorDocument, { as, variables: { input: { link } } });
    return data!.offerAuthenticator as unknown as Offered;
  }

  async function setUp(link: string, input: Record<string, unknown> = {}, offered = offer(link)) {
    const { setUp: token, secret, staffNumber } = await offered;
    const { data } = await world().hub.ask(SetUpSignInDocument, {
      variables: { input: { link, setUp: token ?? '', password: PASSWORD, code: codeOf(secret ?? 'AAAA'), ...input } },
    });
    const { recoveryCodes, needsApproval, userErrors } = data!.setUpSignIn;
    return {
      secret,
      staffNumber,
      recoveryCodes: recoveryCodes!,
      needsApproval,
      codes: userErrors.map(({ code }) => code),
    };
  }

  const approve = async (ids: readonly string[], as = world().second.accountId) =>
    (await asked(world().hub, ApproveStaffIdentitiesDocument, as, { staffIdentityIds: ids })).codes;

  async function local(whom: StaffMember): Promise<Local> {
    const { tokens, identities } = await invite([whom]);
    const made = await setUp(tokens[0]!);
    await approve(identities);
    return made;
  }

  /** @param from the address of which a proxy tells */
  async function signIn(staffNumber: string, input: Record<string, unknown>, from?: string) {
    const { data, errors } = await world().hub.ask(SignInWithPasswordDocument, {
      ...(from !== undefined && { headers: { 'x-forwarded-for': from } }),
      variables: { input: { staffNumber, password: PASSWORD, ...input } as never },
    });
    const payload = data?.signInWithPassword;
    return {
      token: payload?.accessToken,
      refreshToken: payload?.refreshToken,
      error: errors?.[0]?.extensions.code,
      code: payload?.userErrors[0]?.code ?? null,
      message: payload?.userErrors[0]?.message,
    };
  }

  return { codeOf, invite, offer, setUp, approve, local, signIn };
}
