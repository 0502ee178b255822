import { z } from 'zod';
import { noticeKind } from '../../notice-kinds/index.ts';

/** Told to the guardian, whoever reads it by now: on the telephone that is theirs, or, where the school was deceived, that is not. */
export const signInRecovered = noticeKind({
  key: 'identity.sign-in-recovered',
  about: 'guardianship',
  tells: 'HAPPENED',
  description: 'The school has recognised a guardian who signs in by another WeChat account (微信账号已更换).',
  params: z.object({ waiting: z.number().int() }),
  title: { zh: '您已改用新的微信登录', en: 'You sign in by another WeChat account now' },
  body: ({ waiting }) => ({
    zh: `学校已确认您更换了微信,原微信不能再登录您的账号,您的报名、时长和证明保持不变。${waiting > 0 ? `您与另外${waiting}名孩子的绑定须由其班主任重新确认。` : ''}如非本人操作,请立即联系班主任。`,
    en: `The school has recognised you by your new WeChat account: the old one signs in as you no more, and your sign-ups, hours and certificates stay.${waiting > 0 ? ` What you have to do with ${waiting === 1 ? 'another child' : `${waiting} other children`} waits for their own teachers to confirm it.` : ''} Tell the homeroom teacher at once if that was not you.`,
  }),
});
