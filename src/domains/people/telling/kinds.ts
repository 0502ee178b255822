import { z } from 'zod';
import type { Message } from '../../../platform/errors/index.ts';
import { noticeKind, type NoticeKind } from '../../notice-kinds/index.ts';
import { atPlace, begun, placed, roleAtPlace, rolePlaced } from './places.ts';

/* Notices of what waits and what was decided name nobody: whoever may know more opens what they are about. */

export const roleAsked = noticeKind({
  key: 'people.role-asked',
  about: 'role-request',
  tells: 'QUESTION',
  description: 'A role waits for a second administrator (任命申请待复核).',
  params: atPlace,
  title: { zh: '任命申请待复核', en: 'A role to approve' },
  body: (at) => ({
    zh: `${placed(at).zh}有一项任命申请等待您复核。`,
    en: `A request for a role${placed(at).en} waits for your approval.`,
  }),
});
export const roleApproved = noticeKind({
  key: 'people.role-approved',
  about: 'role-request',
  tells: 'HAPPENED',
  description: 'A role that was asked for was given (任命申请已通过).',
  params: roleAtPlace,
  title: { zh: '任命申请已通过', en: 'A role was given' },
  body: (which) => ({
    zh: `您提交的或与您有关的${rolePlaced(which).zh}任命申请已通过复核。`,
    en: `${begun(rolePlaced(which).en)} that you have asked for, or that was asked for you, was given.`,
  }),
});
export const roleRejected = noticeKind({
  key: 'people.role-rejected',
  about: 'role-request',
  tells: 'HAPPENED',
  description: 'A role that was asked for was not given (任命申请未通过).',
  params: roleAtPlace,
  title: { zh: '任命申请未通过', en: 'A role was not given' },
  body: (which) => ({
    zh: `您提交的${rolePlaced(which).zh}任命申请未通过复核,原因见申请。`,
    en: `${begun(rolePlaced(which).en)} that you have asked for was not given: the request says why.`,
  }),
});
/** Why nobody can approve a request for a role any more, though nobody has decided. */
const EXPIRED: Readonly<Record<RoleExpiry, (role: Message) => Message>> = {
  TIME: (role) => ({
    zh: `您提交的${role.zh}任命申请未在期限内复核,如仍需要请重新提交。`,
    en: `Nobody has decided in time on ${role.en} that you have asked for: ask anew where it is still wanted.`,
  }),
  ASKER: (role) => ({
    zh: `您已无权任命您所申请的职务,您提交的${role.zh}任命申请已失效。`,
    en: `You may not give ${role.en} any more that you have asked for: your request is over.`,
  }),
  YEAR: (role) => ({
    zh: `学年结束日期已提前到您所申请的任职开始之前,您提交的${role.zh}任命申请已失效。`,
    en: `The school year now ends before ${role.en} that you have asked for would have begun: your request is over.`,
  }),
};
/** A notice from before notices said why: then it was told of time alone. */
const roleExpiry = roleAtPlace.extend({ why: z.enum(['TIME', 'ASKER', 'YEAR']).default('TIME') });
type RoleExpiry = z.infer<typeof roleExpiry>['why'];
export const roleExpired = noticeKind({
  key: 'people.role-expired',
  about: 'role-request',
  tells: 'HAPPENED',
  description:
    'A role that was asked for can be approved no more: nobody has decided in time, whoever asked may not give it any more, or the school year ends before it would begin (任命申请已失效).',
  params: roleExpiry,
  title: { zh: '任命申请已失效', en: 'A request for a role is over' },
  body: ({ why, ...which }) => EXPIRED[why](rolePlaced(which)),
});
export const roleGivenOtherwise = noticeKind({
  key: 'people.role-given-otherwise',
  about: 'role-request',
  tells: 'HAPPENED',
  description:
    'A role that was asked for was given by another road, so that the request is settled (任命申请无需复核).',
  params: roleAtPlace,
  title: { zh: '任命申请无需复核', en: 'A request for a role is settled' },
  body: (which) => ({
    zh: `您提交的${rolePlaced(which).zh}任命申请所涉及的职务已另行授予,该申请无需再复核。`,
    en: `${begun(rolePlaced(which).en)} that you have asked for was given meanwhile without your request, which waits for nobody any more.`,
  }),
});
export const roleNamedReleased = noticeKind({
  key: 'people.role-named-released',
  about: 'role-request',
  tells: 'HAPPENED',
  description: 'Whoever a request for a role names was released, so that it is over (任命对象已离职).',
  params: roleAtPlace,
  title: { zh: '任命对象已离职', en: 'A request for a role is over' },
  body: (which) => ({
    zh: `您提交的${rolePlaced(which).zh}任命申请所涉及的教职工已离职,该申请已失效。`,
    en: `Whoever your request for ${rolePlaced(which).en} names has been released: it waits for nobody any more.`,
  }),
});
export const roleEndedWithYear = noticeKind({
  key: 'people.role-ended-with-year',
  about: 'staff-assignment',
  tells: 'HAPPENED',
  description: 'A role that was to begin was ended, as the school year ends before it (任职因学年调整取消).',
  params: roleAtPlace,
  title: { zh: '任职因学年调整取消', en: 'A role of yours will not begin' },
  body: (which) => ({
    zh: `学年结束日期已提前,您尚未开始的一项${rolePlaced(which).zh}任职因此取消,如有疑问请联系学校。`,
    en: `${begun(rolePlaced(which).en)} will not begin for you, for the school year now ends before it: ask the school if you have any questions.`,
  }),
});
export const roleEnded = noticeKind({
  key: 'people.role-ended',
  about: 'staff-assignment',
  tells: 'HAPPENED',
  description: 'Somebody else has ended roles of the reader (任职已结束).',
  params: atPlace.extend({ count: z.number().int() }),
  title: { zh: '任职已结束', en: 'You have a role no more' },
  body: ({ count, ...at }) => ({
    zh: `您${at.place === null ? '' : `在${at.place}`}的${count}项任职已由管理员结束,如有疑问请联系学校或区。`,
    en: `An administrator has ended ${count === 1 ? 'a role' : `${count} roles`} of yours${placed(at).en}: ask the school or the district if you have any questions.`,
  }),
});
export const administratorMissing = noticeKind({
  key: 'people.administrator-missing',
  about: 'school',
  tells: 'QUESTION',
  description: 'A school that had an administrator has none any more (学校管理员空缺).',
  params: atPlace,
  title: { zh: '学校管理员空缺', en: 'A school without an administrator' },
  body: ({ place }) => ({
    zh: `${place ?? '您区有一所学校'}已没有学校管理员,在指定新的管理员之前,其事务由区处理。`,
    en: `${place ?? 'A school of yours'} has no administrator any more: name one, until then the district decides in its place.`,
  }),
});
export const roleGivenAnew = noticeKind({
  key: 'people.role-given-anew',
  about: 'staff-assignment',
  tells: 'HAPPENED',
  description: 'A role that a shorter school year had ended is there again (任职已恢复).',
  params: roleAtPlace,
  title: { zh: '任职已恢复', en: 'A role of yours is there again' },
  body: (which) => ({
    zh: `学年结束日期已调整,您此前因此取消的一项${rolePlaced(which).zh}任职已恢复。`,
    en: `The school year is longer again: ${rolePlaced(which).en} that it had taken from you is yours again.`,
  }),
});

export const guardianshipAsked = noticeKind({
  key: 'people.guardianship-asked',
  about: 'guardianship',
  tells: 'QUESTION',
  description: 'Somebody asks to be the guardian of a pupil (监护关系待审核).',
  params: atPlace,
  title: { zh: '监护关系待审核', en: 'A guardian to approve' },
  body: (at) => ({
    zh: `有家长申请绑定您负责的${placed(at).zh}学生,请审核。`,
    en: `Somebody asks to be the guardian of a pupil in your care${placed(at).en}: please decide.`,
  }),
});
/** Who decided: the school, or the district in its place; the school where a notice from before says nothing. */
const decision = z.object({ by: z.enum(['SCHOOL', 'DISTRICT']).default('SCHOOL') });
export type GuardianDecision = z.infer<typeof decision>;
const DECIDER: Readonly<Record<GuardianDecision['by'], Message>> = {
  SCHOOL: { zh: '学校', en: 'The school' },
  DISTRICT: { zh: '区', en: 'The district' },
};
export const guardianshipApproved = noticeKind({
  key: 'people.guardianship-approved',
  about: 'guardianship',
  tells: 'STATE',
  description: 'The school, or the district in its place, has approved a guardianship (监护关系已通过).',
  params: decision,
  title: { zh: '绑定已通过', en: 'You are bound to your child' },
  body: ({ by }) => ({
    zh: `${DECIDER[by].zh}已通过您的绑定申请。`,
    en: `${DECIDER[by].en} has approved your request to be bound to your child.`,
  }),
});
export const guardianshipRejected = noticeKind({
  key: 'people.guardianship-rejected',
  about: 'guardianship',
  tells: 'HAPPENED',
  description: 'The school, or the district in its place, has declined a guardianship (监护关系未通过).',
  params: decision,
  title: { zh: '绑定未通过', en: 'Your request was declined' },
  body: ({ by }) => ({
    zh: `${DECIDER[by].zh}未通过您的绑定申请,原因见申请。`,
    en: `${DECIDER[by].en} has declined your request to be bound to a child: the request says why.`,
  }),
});
export const guardianshipEnded = noticeKind({
  key: 'people.guardianship-ended',
  about: 'guardianship',
  tells: 'HAPPENED',
  description: 'The school, or the district in its place, has ended a guardianship (监护关系已结束).',
  params: decision,
  title: { zh: '监护关系已结束', en: 'A guardianship has ended' },
  body: ({ by }) => ({
    zh: `${DECIDER[by].zh}已结束您的一项监护关系,如有疑问请联系${DECIDER[by].zh}。`,
    en: `${DECIDER[by].en} has ended a guardianship of yours: ask ${DECIDER[by].en.toLowerCase()} if you have any questions.`,
  }),
});

export const noticeKinds = [
  roleAsked,
  roleApproved,
  roleRejected,
  roleExpired,
  roleGivenOtherwise,
  roleNamedReleased,
  roleEndedWithYear,
  roleEnded,
  administratorMissing,
  roleGivenAnew,
  guardianshipAsked,
  guardianshipApproved,
  guardianshipRejected,
  guardianshipEnded,
] as readonly NoticeKind[];
