import { z } from 'zod';
import type { NoticeKind } from '../../../platform/graphql/index.ts';

type Facts = Record<string, never>;
type Texts = readonly [zhTitle: string, enTitle: string, zhBody: string, enBody: string];

/** What waits and what was decided is told without a name: whoever may know more opens what it is about. */
function kind(key: string, description: string, [zhTitle, enTitle, zhBody, enBody]: Texts): NoticeKind<Facts> {
  return {
    key,
    description,
    params: z.object({}).strict(),
    title: () => ({ zh: zhTitle, en: enTitle }),
    body: () => ({ zh: zhBody, en: enBody }),
  };
}

export const roleAsked = kind('people.role-asked', 'A role waits for a second administrator (任命申请待复核).', [
  '任命申请待复核',
  'A role to approve',
  '有一项任命申请等待您复核。',
  'A request for a role waits for your approval.',
]);
export const roleApproved = kind('people.role-approved', 'A role that was asked for was given (任命申请已通过).', [
  '任命申请已通过',
  'A role was given',
  '您提交的或与您有关的任命申请已通过复核。',
  'A role that you have asked for, or that was asked for you, was given.',
]);
export const roleRejected = kind('people.role-rejected', 'A role that was asked for was not given (任命申请未通过).', [
  '任命申请未通过',
  'A role was not given',
  '您提交的任命申请未通过复核,原因见申请。',
  'A role that you have asked for was not given: the request says why.',
]);
export const roleExpired = kind(
  'people.role-expired',
  'Nobody has decided in time on a role that was asked for (任命申请已过期).',
  [
    '任命申请已过期',
    'A request for a role is over',
    '您提交的任命申请未在期限内复核,如仍需要请重新提交。',
    'Nobody has decided in time on a role that you have asked for: ask anew where it is still wanted.',
  ],
);
export const roleGivenOtherwise = kind(
  'people.role-given-otherwise',
  'A role that was asked for was given by another road, so that the request is settled (任命申请无需复核).',
  [
    '任命申请无需复核',
    'A request for a role is settled',
    '您提交的任命申请所涉及的职务已另行授予,该申请无需再复核。',
    'A role that you have asked for was given meanwhile without your request, which waits for nobody any more.',
  ],
);
export const roleNamedReleased = kind(
  'people.role-named-released',
  'Whoever a request for a role names was released, so that it is over (任命对象已离职).',
  [
    '任命对象已离职',
    'A request for a role is over',
    '您提交的任命申请所涉及的教职工已离职,该申请已失效。',
    'Whoever your request for a role names has been released: it waits for nobody any more.',
  ],
);
export const roleEndedWithYear = kind(
  'people.role-ended-with-year',
  'A role that was to begin was ended, as the school year ends before it (任职因学年调整取消).',
  [
    '任职因学年调整取消',
    'A role of yours will not begin',
    '学年结束日期已提前,您一项尚未开始的任职因此取消,如有疑问请联系学校。',
    'The school year now ends before a role of yours would have begun, which is ended: ask the school if you have any questions.',
  ],
);
export const roleGivenAnew = kind(
  'people.role-given-anew',
  'A role that a shorter school year had ended is there again (任职已恢复).',
  [
    '任职已恢复',
    'A role of yours is there again',
    '学年结束日期已调整,您此前因此取消的一项任职已恢复。',
    'The school year is longer again: a role of yours that it had ended is there again.',
  ],
);

export const guardianshipAsked = kind(
  'people.guardianship-asked',
  'Somebody asks to be the guardian of a pupil (监护关系待审核).',
  [
    '监护关系待审核',
    'A guardian to approve',
    '有家长申请绑定您负责的学生,请审核。',
    'Somebody asks to be the guardian of a pupil in your care: please decide.',
  ],
);
export const guardianshipApproved = kind(
  'people.guardianship-approved',
  'The school has approved a guardianship (监护关系已通过).',
  [
    '绑定已通过',
    'You are bound to your child',
    '您的绑定申请已通过审核。',
    'The school has approved your request to be bound to your child.',
  ],
);
export const guardianshipRejected = kind(
  'people.guardianship-rejected',
  'The school has declined a guardianship (监护关系未通过).',
  [
    '绑定未通过',
    'Your request was declined',
    '您的绑定申请未通过审核,原因见申请。',
    'The school has declined your request to be bound to a child: the request says why.',
  ],
);
export const guardianshipEnded = kind(
  'people.guardianship-ended',
  'The school has ended a guardianship (监护关系已结束).',
  [
    '监护关系已结束',
    'A guardianship has ended',
    '学校已结束您的一项监护关系,如有疑问请联系学校。',
    'The school has ended a guardianship of yours: ask the school if you have any questions.',
  ],
);

export const noticeKinds = [
  roleAsked,
  roleApproved,
  roleRejected,
  roleExpired,
  roleGivenOtherwise,
  roleNamedReleased,
  roleEndedWithYear,
  roleGivenAnew,
  guardianshipAsked,
  guardianshipApproved,
  guardianshipRejected,
  guardianshipEnded,
] as readonly NoticeKind[];
