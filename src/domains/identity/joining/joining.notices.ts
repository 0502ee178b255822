import { noticeKind } from '../../notice-kinds/index.ts';

/** Nothing is told of who has entered it: whoever was shown the code looks at the join. */
export const joinAsked = noticeKind({
  key: 'identity.join-asked',
  about: 'account-join',
  tells: 'QUESTION',
  description: 'Somebody has entered the code for one person with two sign-ins (账号合并待确认).',
  title: { zh: '账号合并待确认', en: 'Confirm that this is you' },
  body: {
    zh: '有人在小程序中输入了您的合并码,请核对后确认;如非本人操作,请勿确认。',
    en: 'Somebody has entered your code in the mini-program: confirm it only if that was you.',
  },
});
