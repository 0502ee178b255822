import { z } from 'zod';
import type { Transaction } from '../../../platform/commands/index.ts';
import type { Message } from '../../../platform/errors/index.ts';
import { toGlobalId } from '../../../platform/reading/index.ts';
import { noticeKind } from '../../notice-kinds/index.ts';
import { atPlace, INBOX, placed } from '../../people/index.ts';

/** Nothing is told of who is linked: whoever decides opens the link. */
export const linkAsked = noticeKind({
  key: 'identity.link-asked',
  tells: 'QUESTION',
  description: 'A link to the identity provider waits for a second administrator (统一身份绑定待复核).',
  params: atPlace,
  title: { zh: '统一身份绑定待复核', en: 'A link to approve' },
  body: (at) => ({
    zh: `${placed(at).zh}有一项教职工统一身份绑定等待您复核。`,
    en: `A link of somebody of the staff${placed(at).en} to the identity provider waits for your approval.`,
  }),
});

/** What became of a link: the first three are told to who made it, the others to whose sign-in it is. */
const settled = z.object({ what: z.enum(['APPROVED', 'DECLINED', 'OVER', 'LINKED', 'UNLINKED', 'JOINED']) });
type Settled = z.infer<typeof settled>['what'];

const TITLES: Readonly<Record<Settled, Message>> = {
  APPROVED: { zh: '统一身份绑定已生效', en: 'A link is good now' },
  DECLINED: { zh: '统一身份绑定未通过', en: 'A link was declined' },
  OVER: { zh: '统一身份绑定已失效', en: 'A link is over' },
  LINKED: { zh: '您的账号已绑定统一身份', en: 'Your account was linked' },
  UNLINKED: { zh: '您的统一身份绑定已解除', en: 'A link of your account was taken back' },
  JOINED: { zh: '您的两个登录方式已合并', en: 'Your two sign-ins are one person' },
};
const BODIES: Readonly<Record<Settled, Message>> = {
  APPROVED: {
    zh: '您提交的一项教职工统一身份绑定已生效。',
    en: 'A link of somebody of the staff to the identity provider that you have made is good now.',
  },
  DECLINED: {
    zh: '您提交的一项教职工统一身份绑定未通过复核,已解除。',
    en: 'A link of somebody of the staff to the identity provider that you have made was declined.',
  },
  OVER: {
    zh: '您提交的一项教职工统一身份绑定在复核前因任职变化而失效。',
    en: 'A link to the identity provider that you have made is over before it was approved: you or whoever it names do not work there any more.',
  },
  LINKED: {
    zh: '您的账号已绑定统一身份,可用其登录;如非您本人的身份,请立即联系管理员。',
    en: 'Your account was linked to the identity provider, by which you sign in: tell an administrator at once if that is not you.',
  },
  UNLINKED: {
    zh: '您账号的一项统一身份绑定已由管理员解除,不能再用其登录。',
    en: 'An administrator has taken back a link of your account to the identity provider: nobody signs in by it any more.',
  },
  JOINED: {
    zh: '您的教职工登录和家长登录已合并为同一人;如非本人操作,请立即联系管理员。',
    en: 'Your sign-ins as staff and as a parent are one person now: tell an administrator at once if that was not you.',
  },
};

export const linkSettled = noticeKind({
  key: 'identity.link-settled',
  tells: 'HAPPENED',
  description: 'What became of a link to the identity provider, or of two sign-ins of one person (绑定结果).',
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

/** Nobody is told what they have done themselves. */
export function tellOfLinks(tx: Transaction, news: readonly LinkNews[]): Promise<unknown> {
  return tx.services.get(INBOX).tellEach(
    tx,
    linkSettled,
    news.flatMap(({ to, what, link }) =>
      to === null || to === tx.viewer.personId
        ? []
        : [{ to, params: { what }, ...(link !== undefined && { about: toGlobalId('staff-identity', link) }) }],
    ),
  );
}
