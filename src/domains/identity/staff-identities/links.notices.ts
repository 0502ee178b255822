import { noticeKind } from '../../notice-kinds/index.ts';

/** Nothing is told of who is linked: whoever decides opens the link. */
export const linkAsked = noticeKind({
  key: 'identity.link-asked',
  tells: 'QUESTION',
  description: 'A link to the identity provider waits for a second administrator (统一身份绑定待复核).',
  title: { zh: '统一身份绑定待复核', en: 'A link to approve' },
  body: {
    zh: '有一项教职工统一身份绑定等待您复核。',
    en: 'A link of somebody of the staff to the identity provider waits for your approval.',
  },
});
