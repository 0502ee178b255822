import { ownRecord, staff, type NoticeText } from './notice-text.ts';

/** Told of attendance, service and its certificates, of suspensions and qualifications. */
export const SERVICE = {
  NO_SHOW_NOTED: ownRecord(
    'signup',
    '缺勤登记',
    'Noted as missing',
    '您被登记为“{shift}”{when}缺勤;如有误,请联系组织者更正。',
    'You were noted as missing at “{shift}”{when}: ask the organiser if that is wrong.',
  ),
  NO_SHOW_CORRECTED: ownRecord(
    'signup',
    '缺勤已更正',
    'Absence corrected',
    '“{shift}”{when}的缺勤登记已更正。',
    'That you were missing at “{shift}”{when} was corrected.',
  ),
  ABSENCE_EXCUSED: ownRecord(
    'signup',
    '请假登记',
    'Excused',
    '您在“{shift}”{when}登记为请假,不计缺勤。',
    'You are excused from “{shift}”{when}: it does not count as missing.',
  ),
  SERVICE_TO_DECIDE: staff(
    'service-record',
    '服务记录待审核',
    'Service to decide on',
    '“{shift}”{when}有一条服务记录待审核。',
    'A service record of “{shift}”{when} waits for your decision.',
  ),
  SERVICE_APPROVED: ownRecord(
    'service-record',
    '服务记录已通过',
    'Your service counts',
    '您在“{shift}”{when}的服务记录已通过。',
    'Your service at “{shift}”{when} was approved.',
  ),
  SERVICE_REJECTED: ownRecord(
    'service-record',
    '服务记录未通过',
    'Service not approved',
    '您在“{shift}”{when}的服务记录未通过:{reason}',
    'Your service at “{shift}”{when} was not approved: {reason}',
  ),
  CERTIFICATE_REVOKED: ownRecord(
    'service-certificate',
    '证明已撤销',
    'Certificate revoked',
    '您的志愿服务记录证明{number}已撤销:{reason}',
    'Your certificate {number} was revoked: {reason}',
  ),
  VOLUNTEER_SUSPENDED: ownRecord(
    'volunteer-suspension',
    '报名资格暂停',
    'You may not sign up',
    '您在作出决定的学校(区)的报名资格暂停至{at},原因:{reason}已报名的班次不受影响。',
    'Until {at} you may not sign up with the school or district that decided so, for this reason: {reason} What you have signed up for stays yours.',
  ),
  SUSPENSION_LIFTED: ownRecord(
    'volunteer-suspension',
    '报名资格暂停已解除',
    'A suspension was lifted',
    '对您报名资格的一项暂停已解除:{reason}',
    'A suspension that kept you from signing up was lifted: {reason}',
  ),
  QUALIFICATION_GRANTED: ownRecord(
    'volunteer-qualification',
    '资质已登记',
    'A qualification is on record',
    '您的资质“{qualification}”已登记。',
    'Your qualification “{qualification}” was put on record.',
  ),
  QUALIFICATION_REVOKED: ownRecord(
    'volunteer-qualification',
    '资质已撤销',
    'A qualification was revoked',
    '您的资质“{qualification}”已撤销,已报名的班次由组织者决定,原因:{reason}',
    'Your qualification “{qualification}” was revoked, and what you have signed up for is for its organisers to decide: {reason}',
  ),
  QUALIFICATION_GONE: staff(
    'signup',
    '志愿者资质已撤销',
    'A volunteer’s qualification was revoked',
    '“{shift}”{when}等{count}个班次需要资质“{qualification}”,一名已确认志愿者的该资质已被撤销;其报名仍然有效,请决定是否保留。',
    'A volunteer at {count, shift, shifts} from “{shift}”{when} on has lost the qualification “{qualification}”, which is asked for there: the place is still theirs, please decide whether it stays so.',
  ),
} as const satisfies Readonly<Record<string, NoticeText>>;
