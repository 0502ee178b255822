import { z } from 'zod';
import type { Transaction } from '../../../platform/commands/index.ts';
import type { Message } from '../../../platform/errors/index.ts';
import { toGlobalId } from '../../../platform/reading/index.ts';
import { noticeKind } from '../../notice-kinds/index.ts';
import { atPlace, INBOX, placed } from '../../people/index.ts';

/** Nothing is told of who is linked: whoever decides opens the link. */
export const linkAsked = noticeKind({
  key: 'identity.link-asked',
  about: 'staff-identity',
  tells: 'QUESTION',
  description: 'A sign-in of somebody of the staff waits for a second administrator (登录方式待复核).',
  params: atPlace,
  title: { zh: '教职工登录方式待复核', en: 'A sign-in to approve' },
  body: (at) => ({
    zh: `${placed(at).zh}有一项教职工登录方式(统一身份绑定或密码登录)等待您复核;请先向本人确认。`,
    en: `A sign-in of somebody of the staff${placed(at).en}, by the identity provider or by a password, waits for your approval: ask them first whether it is theirs.`,
  }),
});

/** What became of a sign-in: the first three are told to who made it, the others to whose sign-in it is. */
const settled = z.object({
  what: z.enum(['APPROVED', 'DECLINED', 'OVER', 'LINKED', 'UNLINKED', 'JOINED', 'SET_UP', 'RESET', 'CHANGED', 'TRIED']),
});
type Settled = z.infer<typeof settled>['what'];

/** Told also to whoever has done it themselves: by them it is no news, and by somebody else who is where they are signed in it is. */
const TOLD_IN_ANY_CASE: ReadonlySet<Settled> = new Set(['SET_UP', 'RESET', 'CHANGED', 'TRIED']);

const TITLES: Readonly<Record<Settled, Message>> = {
  APPROVED: { zh: '教职工登录方式已生效', en: 'A sign-in is good now' },
  DECLINED: { zh: '教职工登录方式未通过', en: 'A sign-in was declined' },
  OVER: { zh: '教职工登录方式已失效', en: 'A sign-in is over' },
  LINKED: { zh: '您的账号有了新的登录方式', en: 'Your account has a new sign-in' },
  UNLINKED: { zh: '您的一项登录方式已解除', en: 'A sign-in of your account was taken back' },
  JOINED: { zh: '您的两个登录方式已合并', en: 'Your two sign-ins are one person' },
  SET_UP: { zh: '您的密码登录已设置', en: 'Your password was set' },
  RESET: { zh: '您的密码登录已重置', en: 'Your password was reset' },
  CHANGED: { zh: '您的密码登录已变更', en: 'Your sign-in was changed' },
  TRIED: { zh: '有人多次尝试用您的工号登录', en: 'Somebody tries to sign in as you' },
};
const BODIES: Readonly<Record<Settled, Message>> = {
  APPROVED: {
    zh: '您提交的一项教职工登录方式已生效。',
    en: 'A sign-in of somebody of the staff that you have made is good now.',
  },
  DECLINED: {
    zh: '您提交的一项教职工登录方式未通过复核,已解除。',
    en: 'A sign-in of somebody of the staff that you have made was declined.',
  },
  OVER: {
    zh: '您提交的一项教职工登录方式在复核前因任职变化而失效。',
    en: 'A sign-in that you have made is over before it was approved: you or whoever it names do not work there any more.',
  },
  LINKED: {
    zh: '您的账号有了新的登录方式(统一身份绑定或密码登录),可用其登录;如非您本人的身份,请立即联系管理员。',
    en: 'Your account has a new sign-in, by the identity provider or by a password: tell an administrator at once if that is not you.',
  },
  UNLINKED: {
    zh: '您账号的一项登录方式已由管理员解除,不能再用其登录。',
    en: 'An administrator has taken back a sign-in of your account: nobody signs in by it any more.',
  },
  JOINED: {
    zh: '您的教职工登录和家长登录已合并为同一人;如非本人操作,请立即联系管理员。',
    en: 'Your sign-ins as staff and as a parent are one person now: tell an administrator at once if that was not you.',
  },
  SET_UP: {
    zh: '您的密码和动态验证码已设置;如非本人操作,请立即联系管理员。',
    en: 'A password and an authenticator were set up for your account: tell an administrator at once if that was not you.',
  },
  RESET: {
    zh: '您原来的密码和动态验证码已失效,须用管理员给您的链接重新设置;如您没有提出,请联系管理员。',
    en: 'Your password and authenticator are good for nothing any more, and are set up anew by the link that an administrator gives you: ask one if you have not wished so.',
  },
  CHANGED: {
    zh: '您的密码、动态验证码或恢复码已变更;如非本人操作,请立即联系管理员。',
    en: 'Your password, your authenticator or your recovery codes were changed: tell an administrator at once if that was not you.',
  },
  TRIED: {
    zh: '有人用您的工号连续多次登录失败,之后的尝试须等待;如非本人操作,请留意,您仍可用恢复码登录。',
    en: 'Several sign-ins in a row with your staff number were wrong, and further tries have to wait. If that was not you, somebody is guessing; with a recovery code you sign in all the same.',
  },
};

export const linkSettled = noticeKind({
  key: 'identity.link-settled',
  about: 'staff-identity',
  tells: 'HAPPENED',
  description: 'What became of a sign-in, or of two sign-ins of one person (登录方式变动).',
  params: settled,
  title: ({ what }) => TITLES[what],
  body: ({ what }) => BODIES[what],
});

interface LinkNews {
  /** Bare ids of persons; null where nobody is known. */
  readonly to: string | null;
  readonly what: Settled;
  /** Bare id of the link, where it is still there. */
  readonly link?: string;
}

/** Nobody is told what they have done themselves, but what somebody else might have done in their name. */
export function tellOfLinks(tx: Transaction, news: readonly LinkNews[]): Promise<unknown> {
  return tx.services.get(INBOX).tellEach(
    tx,
    linkSettled,
    news.flatMap(({ to, what, link }) =>
      to === null || (to === tx.viewer.personId && !TOLD_IN_ANY_CASE.has(what))
        ? []
        : [{ to, params: { what }, ...(link !== undefined && { about: toGlobalId('staff-identity', link) }) }],
    ),
  );
}
