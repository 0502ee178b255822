import { ownRecord, staff, type NoticeText } from './notice-text.ts';

/** Told of attendance, service and its certificates, and of suspensions. */
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
} as const satisfies Readonly<Record<string, NoticeText>>;
