import { expect } from 'vitest';
import { RefreshSessionDocument, SignInWithWechatDocument } from '../../schema/generated/mini-program.ts';
import { FAKE_APP_ID, FAKE_APP_SECRET, type FakeWechat } from '../../seeds/wechat/fake-wechat.ts';
import type { TestHub } from './hub.ts';

export interface SignedIn {
  readonly accessToken: string;
  readonly refreshToken: string;
}

export const wechatVariables = (wechat: FakeWechat): Readonly<Record<string, string>> => ({
  WECHAT_BASE_URL: wechat.address,
  WECHAT_APP_ID: FAKE_APP_ID,
  WECHAT_APP_SECRET: FAKE_APP_SECRET,
});

export const bearer = (token: string): { authorization: string } => ({ authorization: `Bearer ${token}` });

/** Signs in by WeChat, and expects it to go well. */
export async function signInAs(
  hub: TestHub,
  wechat: FakeWechat,
  person: string,
  client: string | null = null,
): Promise<SignedIn> {
  const { data } = await hub.ask(SignInWithWechatDocument, {
    variables: { input: { code: wechat.codeFor(person), client } },
  });
  expect(data?.signInWithWechat.userErrors).toEqual([]);
  return data!.signInWithWechat as unknown as SignedIn;
}

/** What a refresh answers: tokens, or the codes of its refusal. */
export async function refresh(hub: TestHub, refreshToken: string) {
  const answer = await hub.ask(RefreshSessionDocument, { variables: { input: { refreshToken } } });
  const payload = answer.data!.refreshSession;
  return { ...(payload as unknown as SignedIn), codes: payload.userErrors.map((error) => error.code) };
}

/** The account behind a token, or the status of the refusal. */
export async function whoIs(hub: TestHub, token: string): Promise<string | number> {
  const { status, data } = await hub.ask('{ viewer { account { id } } }', { headers: bearer(token) });
  return status === 200 ? ((data!['viewer'] as { account: { id: string } | null }).account?.id ?? 'nobody') : status;
}
