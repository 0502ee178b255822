// Written by `npm run codegen`: change schema/operations instead.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { MutationId, QueryId } from './document-id.ts';

/** Why acceptParentLecture did nothing (失败原因). */
export type AcceptParentLectureErrorCode =
  /** Nobody decides on their own lecture (不能审核本人的家长讲堂). */
  | 'OWN'
  /** It stands where this cannot be done (当前状态不允许此操作). */
  | 'WRONG_STATUS';

/** Which lecture the class wants (采纳家长讲堂). */
export type AcceptParentLectureInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global id of the lecture (家长讲堂标识). */
  readonly lectureId: string;
};

/** Which AccessRecord to list: all that is given must hold (筛选条件). */
export type AccessRecordWhere = {
  /** All of these must hold (并且). */
  readonly and?: ReadonlyArray<AccessRecordWhere> | null | undefined;
  /** By: When, for the first time in that hour (时间). */
  readonly createdAt?: DateTimeRangeFilter | null | undefined;
  /** This must not hold (非). */
  readonly not?: AccessRecordWhere | null | undefined;
  /** At least one of these must hold (或者). */
  readonly or?: ReadonlyArray<AccessRecordWhere> | null | undefined;
};

/** What volunteers do (志愿活动类型). */
export type ActivityKind =
  /** Helping at an event (活动支持). */
  | 'EVENT_SUPPORT'
  /** Keeping the way to school safe (护学岗). */
  | 'GATE_DUTY'
  /** Helping in the library (图书馆). */
  | 'LIBRARY'
  /** Something else (其他). */
  | 'OTHER'
  /** Parents tell pupils of their work (家长讲堂). */
  | 'PARENT_LECTURE';

/** Conditions on a value of type ActivityKind: all that are given must hold. */
export type ActivityKindFilter = {
  /** Equal to this (等于). */
  readonly eq?: ActivityKind | null | undefined;
  /** One of these, 200 at most (属于). */
  readonly in?: ReadonlyArray<ActivityKind> | null | undefined;
};

/** Where a volunteer activity stands (活动状态). */
export type ActivityStatus =
  /** It does not take place (已取消); the reason is stored. */
  | 'CANCELLED'
  /** Being prepared, seen by its organisers only (草稿). */
  | 'DRAFT'
  /** Open to volunteers (已发布). */
  | 'PUBLISHED';

/** Conditions on a value of type ActivityStatus: all that are given must hold. */
export type ActivityStatusFilter = {
  /** Equal to this (等于). */
  readonly eq?: ActivityStatus | null | undefined;
  /** One of these, 200 at most (属于). */
  readonly in?: ReadonlyArray<ActivityStatus> | null | undefined;
};

/** Why addShiftRole did nothing (失败原因). */
export type AddShiftRoleErrorCode =
  /** It was cancelled already (已取消). */
  | 'ALREADY_CANCELLED'
  /** Places are 1 to 1000, and the minimum is at most as many (名额或最少人数不合理). */
  | 'CAPACITY_RANGE'
  /** It has begun or is over (已开始). */
  | 'STARTED'
  /** A shift has ten roles at most (岗位过多). */
  | 'TOO_MANY_ROLES';

/** A role to add to a shift (新增岗位). */
export type AddShiftRoleInput = {
  /** The organiser confirms each sign-up (需审核). */
  readonly approvalRequired?: boolean;
  /** Places (名额), 1 to 1000. */
  readonly capacity: number;
  /** What is to be done (岗位说明), 300 characters at most. */
  readonly description?: string | null | undefined;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Volunteers without whom it cannot take place (最少人数). */
  readonly minimum?: number;
  /** Name (岗位名称), 30 characters at most, its own within the shift. */
  readonly name: string;
  /** Qualification that a volunteer must have on record (资质要求). */
  readonly qualification?: string | null | undefined;
  /** Global id of the shift (班次标识). */
  readonly shiftId: string;
};

/** Why addShiftSeriesRole did nothing (失败原因). */
export type AddShiftSeriesRoleErrorCode =
  /** It was cancelled already (已取消). */
  | 'ALREADY_CANCELLED'
  /** Places are 1 to 1000, and the minimum is at most as many (名额或最少人数不合理). */
  | 'CAPACITY_RANGE'
  /** Somebody else has changed it since it was read (他人已修改). */
  | 'CONFLICT'
  /** No shift of the series that could be changed is still to come (没有可修改的后续班次). */
  | 'NOTHING_AHEAD'
  /** A shift has ten roles at most (岗位过多). */
  | 'TOO_MANY_ROLES';

/** A role to add to the shifts of a series (重复班次新增岗位). */
export type AddShiftSeriesRoleInput = {
  /** The organiser confirms each sign-up (需审核). */
  readonly approvalRequired?: boolean;
  /** Places (名额), 1 to 1000. */
  readonly capacity: number;
  /** What is to be done (岗位说明), 300 characters at most. */
  readonly description?: string | null | undefined;
  /** From this day on (起始日期), where a part from a day on is meant. */
  readonly from?: string | null | undefined;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Volunteers without whom it cannot take place (最少人数). */
  readonly minimum?: number;
  /** Name (岗位名称), 30 characters at most, its own within the shift. */
  readonly name: string;
  /** Qualification that a volunteer must have on record (资质要求). */
  readonly qualification?: string | null | undefined;
  /** The revision that the caller has seen (修订号). */
  readonly revision: number;
  /** Which shifts are meant (修改范围). */
  readonly scope: SeriesScope;
  /** Global id of the series (重复班次标识). */
  readonly seriesId: string;
};

/** Why alignShiftSeries did nothing (失败原因). */
export type AlignShiftSeriesErrorCode =
  /** It was cancelled already (已取消). */
  | 'ALREADY_CANCELLED'
  /** Somebody else has changed it since it was read (他人已修改). */
  | 'CONFLICT'
  /** The rule asks for more than 200 shifts (班次过多). */
  | 'TOO_MANY_SHIFTS';

/** A series to bring into line with the school calendar (按校历调整重复班次). */
export type AlignShiftSeriesInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Why days fall away (取消原因), for those who have signed up, 200 characters at most. */
  readonly reason?: string | null | undefined;
  /** The revision that the caller has seen (修订号). */
  readonly revision: number;
  /** Global id of the series (重复班次标识). */
  readonly seriesId: string;
};

/** Why approveGuardianship did nothing (失败原因). */
export type ApproveGuardianshipErrorCode =
  /** The pupil lives in two households: say which one the guardian joins (请指定家庭). */
  | 'HOUSEHOLD_NEEDED'
  /** The pupil does not live in that household (不是该学生的家庭). */
  | 'HOUSEHOLD_OF_OTHERS'
  /** The pupil has left the school, which gives nobody a right to them any more (学生已离校). */
  | 'LEFT_SCHOOL'
  /** It was decided already (已处理). */
  | 'NOT_PENDING'
  /** The pupil is the caller's own child, or the caller asks to be their guardian or is kept from them: somebody else decides who else is one (不能处理本人子女的其他家长). */
  | 'OWN_CHILD'
  /** The caller's own request: somebody else decides (不能审核本人申请). */
  | 'OWN_REQUEST'
  /** The pupil lives in two households already (家庭已达上限). */
  | 'TOO_MANY_HOUSEHOLDS';

/** Which request to approve, and how (通过监护关系申请). */
export type ApproveGuardianshipInput = {
  /** Global id of the guardianship (监护关系标识). */
  readonly guardianshipId: string;
  /** Global id of the household to join, where the pupil lives in two (家庭标识). */
  readonly householdId?: string | null | undefined;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Guardian before the law (法定监护人). */
  readonly legal?: boolean;
  /** First to be called (主要联系人). */
  readonly primaryContact?: boolean;
};

/** Why approveRoleRequests did nothing (失败原因). */
export type ApproveRoleRequestsErrorCode =
  /** They hold this role there at that time (已任此岗位). */
  | 'ALREADY_HELD'
  /** Whoever asked may not give the role any more (申请人已无此权限). */
  | 'ASKER_GONE'
  /** The caller may not grant or end this role (超出本人权限). */
  | 'BEYOND_OWN'
  /** It can be decided on no more: ask anew where the role is still wanted (已失效). */
  | 'EXPIRED'
  /** There is no such request (申请不存在). */
  | 'NOT_FOUND'
  /** It was decided or taken back already (已处理). */
  | 'NOT_PENDING'
  /** The caller asked for it, or is the one to have it: a second administrator decides (须由另一位管理员复核). */
  | 'OWN'
  /** The school year of the class is over today, or before the role would begin (班级所在学年已结束). */
  | 'YEAR_OVER';

/** Which roles to give (通过任命申请). */
export type ApproveRoleRequestsInput = {
  /** What becomes of the others where one is refused (批量出错处理). */
  readonly errorPolicy?: ErrorPolicy;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global ids of the requests, 100 at most (任命申请标识). */
  readonly requestIds: ReadonlyArray<string>;
};

/** Why approveServiceRecords did nothing (失败原因). */
export type ApproveServiceRecordsErrorCode =
  /** An appeal is decided by the administration, and by somebody else than whoever rejected the record (须由其他管理员复核). */
  | 'BY_ANOTHER'
  /** The caller wrote it down: somebody else decides (不能审核本人提交的补录). */
  | 'FILED_BY_YOU'
  /** Others run the shift (无权审核). */
  | 'NOT_APPROVER'
  /** There is no such record (记录不存在). */
  | 'NOT_FOUND'
  /** It does not wait for a decision (非待审核状态). */
  | 'NOT_WAITING'
  /** Nobody decides on their own service (不能审核本人服务). */
  | 'OWN';

/** Which service to approve (审核通过). */
export type ApproveServiceRecordsInput = {
  /** What becomes of the others where one is refused (批量出错处理). */
  readonly errorPolicy?: ErrorPolicy;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global ids of the records, 100 at most (服务记录标识). */
  readonly recordIds: ReadonlyArray<string>;
};

/** Why approveSignups did nothing (失败原因). */
export type ApproveSignupsErrorCode =
  /** All places are taken or held (名额已满). */
  | 'FULL'
  /** The activity is for no child of the volunteer any more (已不在活动的适用范围内). */
  | 'NOT_ELIGIBLE'
  /** There is no such sign-up that the caller may decide on (没有可审核的报名). */
  | 'NOT_FOUND'
  /** It does not wait for a decision (无需审核). */
  | 'NOT_PENDING'
  /** The role asks for a qualification that the volunteer does not have any more (资质已失效). */
  | 'NOT_QUALIFIED'
  /** It is the caller's own (本人的报名). */
  | 'OWN_SIGNUP'
  /** The shift has begun or is over (已开始). */
  | 'STARTED';

/** Sign-ups to confirm (通过报名). */
export type ApproveSignupsInput = {
  /** What becomes of the others where one cannot be confirmed (出错处理). */
  readonly errorPolicy?: ErrorPolicy;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global ids of the sign-ups (报名标识), 100 at most: places go to them in this order. */
  readonly signupIds: ReadonlyArray<string>;
};

/** Why approveStaffIdentities did nothing (失败原因). */
export type ApproveStaffIdentitiesErrorCode =
  /** Whoever linked it administers nothing of the district any more: unlink it, and link it anew (提交人已无此权限). */
  | 'ASKER_GONE'
  /** There is no such link (绑定不存在). */
  | 'NOT_FOUND'
  /** It is good already (已生效). */
  | 'NOT_PENDING'
  /** Nobody has set up a password by the link yet: what is approved is what was set up (尚未设置). */
  | 'NOT_SET_UP'
  /** The caller linked it, or is the one who is linked: a second administrator decides (须由另一位管理员复核). */
  | 'OWN'
  /** The person has a role in a district of somebody else, who must agree (在其他区任职). */
  | 'ROLE_ELSEWHERE';

/** Which links to make good (复核统一身份绑定). */
export type ApproveStaffIdentitiesInput = {
  /** What becomes of the others where one is refused (批量出错处理). */
  readonly errorPolicy?: ErrorPolicy;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global ids of the links, 100 at most (绑定标识). */
  readonly staffIdentityIds: ReadonlyArray<string>;
};

/** Why assignRole did nothing (失败原因). */
export type AssignRoleErrorCode =
  /** The same was asked for already, and waits for a second administrator (已申请,待复核). */
  | 'ALREADY_ASKED'
  /** They hold this role there at that time (已任此岗位). */
  | 'ALREADY_HELD'
  /** The caller may not grant or end this role (超出本人权限). */
  | 'BEYOND_OWN'
  /** The last day is before the first (日期顺序不正确). */
  | 'DATES'
  /** It is over already (任职已结束). */
  | 'ENDED_ALREADY'
  /** The district would have no administrator (不能解除最后一名区级管理员). */
  | 'LAST_ADMINISTRATOR'
  /** The role does not fit this place: see StaffRole (岗位与范围不符). */
  | 'NODE'
  /** A subject teacher, and no other, has a subject (任教学科仅适用于任课教师). */
  | 'SUBJECT'
  /** The school year of the class is over today, or before the role would begin (班级所在学年已结束). */
  | 'YEAR_OVER';

/** Who gets which role (任命岗位). */
export type AssignRoleInput = {
  /** Global id of the class, for a role in a class (班级标识). */
  readonly classId?: string | null | undefined;
  /** Global id of the district, for a role of the district (区标识). */
  readonly districtId?: string | null | undefined;
  /** Global id of the grade, beside the school, for a grade head (年级标识). */
  readonly gradeId?: string | null | undefined;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** The role (岗位角色). */
  readonly role: StaffRole;
  /** Global id of the school, for a role at a school (学校标识). */
  readonly schoolId?: string | null | undefined;
  /** Global id of the staff member (教职工标识). */
  readonly staffId: string;
  /** Subject, for a subject teacher, 40 characters at most (任教学科). */
  readonly subject?: string | null | undefined;
  /** First day (开始日期); today where left out. */
  readonly validFrom?: string | null | undefined;
  /** Last day (结束日期), inclusive; open where left out. A role in a class ends with the school year of the class at the latest. */
  readonly validTo?: string | null | undefined;
};

/** How a volunteer was checked in or out (签到方式). */
export type AttendanceMethod =
  /** By the organiser's list (名单登记). */
  | 'LIST'
  /** By the code that the organiser showed (扫码). */
  | 'QR';

/** What the organiser says of one volunteer: times, that they did not come, or that they were excused (考勤一行). Times that are left out stay as they are. */
export type AttendanceRowInput = {
  /** When they came (签到时间). */
  readonly checkedInAt?: string | null | undefined;
  /** When they left (签退时间). */
  readonly checkedOutAt?: string | null | undefined;
  /** They did not come and are excused (请假): it is not held against them; no times then. */
  readonly excused?: boolean | null | undefined;
  /** They did not come (缺勤), known when the shift is over; no times then. */
  readonly noShow?: boolean | null | undefined;
  /** Global id of the sign-up (报名标识). */
  readonly signupId: string;
  /** They did not come, or are excused, although a check-in is noted, which is withdrawn on purpose (撤回签到): without it CAME. */
  readonly withdrawsCheckIn?: boolean | null | undefined;
};

/** One target of an audience (适用范围): a class alone, or a school narrowed by a grade or a stage. Nothing named is the whole node. */
export type AudienceTargetInput = {
  /** Global id of the class (班级标识): names its school and grade by itself. */
  readonly classId?: string | null | undefined;
  /** Global id of the grade (年级标识). */
  readonly gradeId?: string | null | undefined;
  /** Global id of the school (学校标识); for what is of one school, that school where left out. */
  readonly schoolId?: string | null | undefined;
  /** Only this stage (学段). */
  readonly stage?: Stage | null | undefined;
};

/** What became of a call (结果). */
export type AuditOutcome =
  /** It was refused (被拒绝). */
  | 'REFUSED'
  /** It was done (成功). */
  | 'SUCCEEDED';

/** Conditions on a value of type AuditOutcome: all that are given must hold. */
export type AuditOutcomeFilter = {
  /** Equal to this (等于). */
  readonly eq?: AuditOutcome | null | undefined;
  /** One of these, 200 at most (属于). */
  readonly in?: ReadonlyArray<AuditOutcome> | null | undefined;
};

/** Which AuditRecord to list: all that is given must hold (筛选条件). */
export type AuditRecordWhere = {
  /** About one of these things, by their bare ids (涉及对象标识). */
  readonly about?: StringFilter | null | undefined;
  /** All of these must hold (并且). */
  readonly and?: ReadonlyArray<AuditRecordWhere> | null | undefined;
  /** By: When (时间). */
  readonly createdAt?: DateTimeRangeFilter | null | undefined;
  /** By: The mutation, or the job of the hub itself (操作). */
  readonly mutation?: StringFilter | null | undefined;
  /** This must not hold (非). */
  readonly not?: AuditRecordWhere | null | undefined;
  /** At least one of these must hold (或者). */
  readonly or?: ReadonlyArray<AuditRecordWhere> | null | undefined;
  /** By: What became of it (结果). */
  readonly outcome?: AuditOutcomeFilter | null | undefined;
  /** Called by one of these members of staff (操作的教职工). */
  readonly staff?: IDFilter | null | undefined;
};

/** Why blockGuardian did nothing (失败原因). */
export type BlockGuardianErrorCode =
  /** The guardianship is not in force (监护关系未生效). */
  | 'NOT_ACTIVE'
  /** The guardian is not blocked (未屏蔽). */
  | 'NOT_BLOCKED'
  /** The caller's own guardianship: somebody else decides (不能处理本人的监护关系). */
  | 'OWN'
  /** The pupil is the caller's own child, or the caller asks to be their guardian or is kept from them: somebody else decides who else is one (不能处理本人子女的其他家长). */
  | 'OWN_CHILD';

/** Whom to block, and why (屏蔽家长). */
export type BlockGuardianInput = {
  /** Global id of the guardianship (监护关系标识). */
  readonly guardianshipId: string;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Why, 200 characters at most; kept on record (原因). */
  readonly reason: string;
};

/** A holiday or a make-up day (校历特殊日). */
export type CalendarDayInput = {
  /** The day (日期). */
  readonly date: string;
  /** For a make-up day: whose timetable is followed, 1 Monday to 7 Sunday (按周几课表上课). */
  readonly followsWeekday?: number | null | undefined;
  /** How it departs from the week (类型). */
  readonly kind: CalendarDayKind;
  /** What for, 40 characters at most (名称), e.g. 国庆节. */
  readonly name: string;
};

/** How a day departs from the week (校历特殊日类型). */
export type CalendarDayKind =
  /** No school on a day that would have it (放假). */
  | 'HOLIDAY'
  /** School on a day that would have none (调休上课). */
  | 'MAKE_UP';

/** Why cancelParentLecture did nothing (失败原因). */
export type CancelParentLectureErrorCode =
  /** Nobody decides on their own lecture (不能审核本人的家长讲堂). */
  | 'OWN'
  /** It stands where this cannot be done (当前状态不允许此操作). */
  | 'WRONG_STATUS';

/** Which lecture does not take place, and why (取消家长讲堂). */
export type CancelParentLectureInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global id of the lecture (家长讲堂标识). */
  readonly lectureId: string;
  /** Why, as the guardian and the class are told it, 200 characters at most (原因). */
  readonly reason: string;
};

/** Why cancelShift did nothing (失败原因). */
export type CancelShiftErrorCode =
  /** It was cancelled already (已取消). */
  | 'ALREADY_CANCELLED'
  /** It has begun or is over (已开始). */
  | 'STARTED';

/** A shift to call off (取消班次). */
export type CancelShiftInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Why, for everybody concerned (取消原因), 200 characters at most. */
  readonly reason: string;
  /** Global id of the shift (班次标识). */
  readonly shiftId: string;
};

/** Why cancelShiftSeries did nothing (失败原因). */
export type CancelShiftSeriesErrorCode =
  /** It was cancelled already (已取消). */
  | 'ALREADY_CANCELLED'
  /** No shift of the series that could be changed is still to come (没有可修改的后续班次). */
  | 'NOTHING_AHEAD';

/** A series of which to call off what is to come (取消重复班次). */
export type CancelShiftSeriesInput = {
  /** From this day on (起始日期), where a part from a day on is meant. */
  readonly from?: string | null | undefined;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Why, for everybody concerned (取消原因), 200 characters at most. */
  readonly reason: string;
  /** Which shifts are meant (取消范围). */
  readonly scope: SeriesScope;
  /** Global id of the series (重复班次标识). */
  readonly seriesId: string;
};

/** Why cancelVolunteerActivity did nothing (失败原因). */
export type CancelVolunteerActivityErrorCode =
  /** It was cancelled already (已取消). */
  | 'ALREADY_CANCELLED';

/** An activity to call off (取消志愿活动). */
export type CancelVolunteerActivityInput = {
  /** Global id of the activity (活动标识). */
  readonly activityId: string;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Why, for everybody concerned (取消原因), 200 characters at most. */
  readonly reason: string;
};

/** Why changeAuthenticator did nothing (失败原因). */
export type ChangeAuthenticatorErrorCode =
  /** The code is not one of this secret at this moment: is the clock of the telephone right? (验证码不正确). */
  | 'CODE_WRONG'
  /** Set up, and not yet approved by a second administrator (待复核). */
  | 'NOT_APPROVED'
  /** Number, password and code do not fit, or the code was used already: whatever is wrong with them (工号、密码或验证码不正确). */
  | 'NOT_RIGHT'
  /** The caller has set up no password here: an administrator hands out a link for that (未设置密码登录). */
  | 'NO_PASSWORD'
  /** The secret was offered more than an hour ago, or to somebody else: ask for a new one (设置已超时). */
  | 'SET_UP_OVER'
  /** Too many in a row were wrong from this network, or from anywhere where the number has not signed in lately, for whoever it is or is not: wait some minutes, or take a recovery code in place of one of the authenticator (尝试过多). */
  | 'TOO_MANY_ATTEMPTS';

/** A new authenticator in the place of the present one (更换身份验证器). */
export type ChangeAuthenticatorInput = {
  /** What the authenticator shows, six digits, each good once (验证码). */
  readonly code?: string | null | undefined;
  /** What the new authenticator shows, six digits (新验证码). */
  readonly newCode: string;
  /** The password (密码). */
  readonly password: string;
  /** In the place of the code: one of the recovery codes, each good once (恢复码). */
  readonly recoveryCode?: string | null | undefined;
  /** What offerAuthenticator told beside the new secret (设置凭证). */
  readonly setUp: string;
};

/** Why changePassword did nothing (失败原因). */
export type ChangePasswordErrorCode =
  /** Set up, and not yet approved by a second administrator (待复核). */
  | 'NOT_APPROVED'
  /** Number, password and code do not fit, or the code was used already: whatever is wrong with them (工号、密码或验证码不正确). */
  | 'NOT_RIGHT'
  /** The caller has set up no password here: an administrator hands out a link for that (未设置密码登录). */
  | 'NO_PASSWORD'
  /** The password is among the first that a guesser tries, or is made of the own name or number (密码过于常见). */
  | 'PASSWORD_GUESSABLE'
  /** The password has more than 128 characters (密码过长). */
  | 'PASSWORD_TOO_LONG'
  /** The password has fewer than 12 characters (密码过短). */
  | 'PASSWORD_TOO_SHORT'
  /** Too many in a row were wrong from this network, or from anywhere where the number has not signed in lately, for whoever it is or is not: wait some minutes, or take a recovery code in place of one of the authenticator (尝试过多). */
  | 'TOO_MANY_ATTEMPTS';

/** A new password, by the present one (修改密码). */
export type ChangePasswordInput = {
  /** What the authenticator shows, six digits, each good once (验证码). */
  readonly code?: string | null | undefined;
  /** The new one, of 12 to 128 characters (新密码). */
  readonly newPassword: string;
  /** The present password (原密码). */
  readonly password: string;
  /** In the place of the code: one of the recovery codes, each good once (恢复码). */
  readonly recoveryCode?: string | null | undefined;
};

/** Why confirmJoin did nothing (失败原因). */
export type ConfirmJoinErrorCode =
  /** What is on record of the two cannot be that of one person (记录冲突). */
  | 'CONFLICT'
  /** Nobody has entered the code yet (尚未提交). */
  | 'NOT_ASKED'
  /** One of the two accounts is shut, or both are of the staff or of a family (账号不能合并). */
  | 'NOT_POSSIBLE'
  /** It is too late, or done already: begin anew (已过期或已合并). */
  | 'OVER'
  /** The two are engaged at the same time: one of it must be given up first (时间冲突). */
  | 'OVERLAP'
  /** As staff the caller has decided on what is their own as a guardian: somebody else must decide that anew (曾审核本人事项). */
  | 'OWN_CASE';

/** Which sign-in of WeChat is the own one (确认合并). */
export type ConfirmJoinInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global id of the join (账号合并标识). */
  readonly joinId: string;
};

/** Why correctGuardianName did nothing (失败原因). */
export type CorrectGuardianNameErrorCode =
  /** They are of the staff: their name is in the staff record (教职工姓名在教职工档案中更正). */
  | 'OF_STAFF'
  /** The caller's own name: somebody else corrects it (不能更正本人姓名). */
  | 'OWN'
  /** The pupil is the caller's own child, or the caller asks to be their guardian or is kept from them: somebody else decides who else is one (不能处理本人子女的其他家长). */
  | 'OWN_CHILD';

/** What a guardian is called (更正家长姓名). */
export type CorrectGuardianNameInput = {
  /** Global id of the guardian, approved for a pupil in the care of the caller (家长标识). */
  readonly guardianId: string;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** The right name, 40 characters at most (姓名). */
  readonly name: string;
};

/** Why createJoinCode did nothing (失败原因). */
export type CreateJoinCodeErrorCode =
  /** The caller is a guardian here already (已有家长身份). */
  | 'ALREADY_FAMILY'
  /** The caller is not of the staff (非教职工). */
  | 'NOT_STAFF';

/** To be shown a code, signed in as staff (获取合并码). */
export type CreateJoinCodeInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
};

/** Why createRecoveryCodes did nothing (失败原因). */
export type CreateRecoveryCodesErrorCode =
  /** Set up, and not yet approved by a second administrator (待复核). */
  | 'NOT_APPROVED'
  /** Number, password and code do not fit, or the code was used already: whatever is wrong with them (工号、密码或验证码不正确). */
  | 'NOT_RIGHT'
  /** The caller has set up no password here: an administrator hands out a link for that (未设置密码登录). */
  | 'NO_PASSWORD'
  /** Too many in a row were wrong from this network, or from anywhere where the number has not signed in lately, for whoever it is or is not: wait some minutes, or take a recovery code in place of one of the authenticator (尝试过多). */
  | 'TOO_MANY_ATTEMPTS';

/** New recovery codes in the place of those of before (重新生成恢复码). */
export type CreateRecoveryCodesInput = {
  /** What the authenticator shows, six digits, each good once (验证码). */
  readonly code?: string | null | undefined;
  /** The password (密码). */
  readonly password: string;
  /** In the place of the code: one of the recovery codes, each good once (恢复码). */
  readonly recoveryCode?: string | null | undefined;
};

/** Why createRoom did nothing (失败原因). */
export type CreateRoomErrorCode =
  /** A room has one seat at least (座位数应大于 0). */
  | 'CAPACITY'
  /** The school has a room of this name (场地名称已存在). */
  | 'TAKEN';

/** A new room (新建场地). */
export type CreateRoomInput = {
  /** Seats (座位数). */
  readonly capacity: number;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Name, 60 characters at most (名称), e.g. 报告厅. */
  readonly name: string;
  /** Global id of the school (学校标识). */
  readonly schoolId: string;
};

/** Why createSchoolClass did nothing (失败原因). */
export type CreateSchoolClassErrorCode =
  /** The number is not from 1 to 60 (班号超出范围). */
  | 'NUMBER_RANGE'
  /** The school year is another district's (学年不属于本区). */
  | 'OTHER_DISTRICT'
  /** A class goes on from one of the same school in an earlier year (升班来源不正确). */
  | 'PROMOTION'
  /** The school does not teach this stage (学校不设该学段). */
  | 'STAGE_NOT_TAUGHT'
  /** The grade has a class of this number in this year (班级已存在). */
  | 'TAKEN';

/** A new class (新建班级). */
export type CreateSchoolClassInput = {
  /** Global id of the grade (年级标识). */
  readonly gradeId: string;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Name, 40 characters at most (名称); made of grade and number where left out. */
  readonly name?: string | null | undefined;
  /** Number within the grade, 1 to 60 (班号). */
  readonly number: number;
  /** Global id of the class that it was a year before (上一学年班级标识). */
  readonly promotedFromId?: string | null | undefined;
  /** Global id of the school (学校标识). */
  readonly schoolId: string;
  /** Global id of the school year (学年标识). */
  readonly schoolYearId: string;
};

/** Why createSchool did nothing (失败原因). */
export type CreateSchoolErrorCode =
  /** The code is not ten digits (学校标识码格式不正确). */
  | 'CODE_SHAPE'
  /** A school has this code already (学校标识码已存在). */
  | 'CODE_TAKEN'
  /** A school teaches at least one stage (请选择学段). */
  | 'NO_STAGES';

/** A new school (新建学校). */
export type CreateSchoolInput = {
  /** School identification code, ten digits (学校标识码). */
  readonly code: string;
  /** Global id of the district (区标识). */
  readonly districtId: string;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Name, 100 characters at most (名称). */
  readonly name: string;
  /** Stages that it teaches (学段). */
  readonly stages: ReadonlyArray<Stage>;
};

/** Why createSchoolYear did nothing (失败原因). */
export type CreateSchoolYearErrorCode =
  /** The first day is not before the last (日期顺序不正确). */
  | 'DATES'
  /** A make-up day, and no other, says whose timetable it follows (调休日须注明按周几上课). */
  | 'FOLLOWS_WEEKDAY'
  /** The school year has a term of this number (学期序号已存在). */
  | 'NUMBER_TAKEN'
  /** A day lies outside of the school year (日期不在学年内). */
  | 'OUTSIDE_YEAR'
  /** Another one covers some of these days (日期与已有的重叠). */
  | 'OVERLAP'
  /** More than 200 days (一次过多). */
  | 'TOO_MANY'
  /** A day is named twice (日期重复). */
  | 'TWICE';

/** A new school year (新建学年). */
export type CreateSchoolYearInput = {
  /** Global id of the district (区标识). */
  readonly districtId: string;
  /** Last day (结束日期), inclusive. */
  readonly endsOn: string;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Name, 40 characters at most (名称), e.g. 2026-2027学年. */
  readonly name: string;
  /** First day (开始日期). */
  readonly startsOn: string;
};

/** Why createServiceToken did nothing (失败原因). */
export type CreateServiceTokenErrorCode =
  /** The caller does not hold all of it (超出本人权限). */
  | 'MORE_THAN_YOURS'
  /** A school administrator is one of a school, the other roles are of the district (角色与范围不符). */
  | 'NODE_DOES_NOT_FIT'
  /** No program of the role may hold one of the permissions: the message names those that it may (该权限不能授予程序). */
  | 'NOT_FOR_PROGRAMS';

/** Access for a client without a person (服务令牌). */
export type CreateServiceTokenInput = {
  /** Global id of the district (区标识). */
  readonly districtId: string;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** What it is for, 100 characters at most (用途). */
  readonly name: string;
  /** Names of what its bearer may do besides, of those that no person must decide on: NOT_FOR_PROGRAMS tells which (权限). */
  readonly permissions?: ReadonlyArray<string>;
  /** What its bearer may see (角色). */
  readonly role: ServiceRole;
  /** Global id of the school, for a role of a school alone (学校标识). */
  readonly schoolId?: string | null | undefined;
  /** For how many days it is good, 1 to 366 (有效天数). */
  readonly validDays: number;
};

/** Why createShift did nothing (失败原因). */
export type CreateShiftErrorCode =
  /** It was cancelled already (已取消). */
  | 'ALREADY_CANCELLED'
  /** Places are 1 to 1000, and the minimum is at most as many (名额或最少人数不合理). */
  | 'CAPACITY_RANGE'
  /** It would end before it begins (结束早于开始). */
  | 'ENDS_BEFORE_START'
  /** Signing up would end before it opens, or signing up or free cancelling after the start (报名时间不合理). */
  | 'SIGNUP_WINDOW'
  /** It would have begun already (开始时间已过). */
  | 'STARTS_IN_PAST'
  /** It would last more than a day (时长超过一天). */
  | 'TOO_LONG'
  /** A shift has ten roles at most (岗位过多). */
  | 'TOO_MANY_ROLES';

/** One occasion of an activity to prepare (新建班次). */
export type CreateShiftInput = {
  /** Global id of the activity (活动标识). */
  readonly activityId: string;
  /** Until when a volunteer may cancel freely (自由取消截止时间); a day before the start where left out. */
  readonly cancelUntil?: string | null | undefined;
  /** End (结束时间), exclusive; a day after the start at most. */
  readonly endsAt: string;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Where volunteers meet (地点), 60 characters at most. */
  readonly place: string;
  /** What there is to do (岗位), ten roles at most. */
  readonly roles: ReadonlyArray<ShiftRoleInput>;
  /** End of signing up (报名截止时间), exclusive; an hour before the start where left out. */
  readonly signupClosesAt?: string | null | undefined;
  /** First moment to sign up (报名开始时间); two weeks before the start where left out. */
  readonly signupOpensAt?: string | null | undefined;
  /** Start (开始时间). */
  readonly startsAt: string;
};

/** Why createShiftSeries did nothing (失败原因). */
export type CreateShiftSeriesErrorCode =
  /** It was cancelled already (已取消). */
  | 'ALREADY_CANCELLED'
  /** Places are 1 to 1000, and the minimum is at most as many (名额或最少人数不合理). */
  | 'CAPACITY_RANGE'
  /** The dates span more than 400 days (日期跨度过长). */
  | 'DATES_TOO_LONG'
  /** It would end before it begins (结束早于开始). */
  | 'ENDS_BEFORE_START'
  /** No day to come fits the rule (没有符合规则的日期). */
  | 'NO_OCCURRENCES'
  /** Signing up would end before it opens, or after the start (报名时间不合理). */
  | 'SIGNUP_WINDOW'
  /** A shift has ten roles at most (岗位过多). */
  | 'TOO_MANY_ROLES'
  /** The rule asks for more than 200 shifts (班次过多). */
  | 'TOO_MANY_SHIFTS';

/** Shifts that recur every week, to prepare (新建重复班次). Days and times are those of Asia/Shanghai. */
export type CreateShiftSeriesInput = {
  /** Global id of the activity (活动标识). */
  readonly activityId: string;
  /** How many minutes before its start free cancelling ends (提前几分钟截止自由取消). */
  readonly cancelUntilMinutesBefore?: number;
  /** End by the clock (结束时刻), on the same day. */
  readonly endTime: string;
  /** First day (首日); that of the term where left out. */
  readonly firstDate?: string | null | undefined;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Last day (末日), inclusive; that of the term where left out. */
  readonly lastDate?: string | null | undefined;
  /** Where volunteers meet (地点), 60 characters at most. */
  readonly place: string;
  /** What there is to do in each shift (岗位), ten roles at most. */
  readonly roles: ReadonlyArray<ShiftRoleInput>;
  /** How many minutes before its start signing up ends (提前几分钟截止报名). */
  readonly signupClosesMinutesBefore?: number;
  /** How many days before its start a shift opens for signing up (提前几天开放报名), 90 at most. */
  readonly signupOpensDaysBefore?: number;
  /** Leaves holidays and vacations out, and takes make-up days in by the weekday that they follow (跳过节假日). */
  readonly skipsHolidays?: boolean;
  /** Start by the clock (开始时刻). */
  readonly startTime: string;
  /** Global id of the term over which they recur (学期标识), in the place of dates. */
  readonly termId?: string | null | undefined;
  /** Days of the week, 1 Monday to 7 Sunday (周几). */
  readonly weekdays: ReadonlyArray<number>;
};

/** Why createSignInLinks did nothing (失败原因). */
export type CreateSignInLinksErrorCode =
  /** There is no such member of staff in a district that the caller administers (教职工不存在). */
  | 'NOT_FOUND'
  /** The person has a role in a district of somebody else, who must agree (在其他区任职). */
  | 'ROLE_ELSEWHERE'
  /** The caller has a password already: they change it themselves, and another administrator sets it anew (已设置密码登录). */
  | 'SET_UP_ALREADY';

/** For whom to make links (生成登录设置链接). */
export type CreateSignInLinksInput = {
  /** What becomes of the others where one is refused (批量出错处理). */
  readonly errorPolicy?: ErrorPolicy;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global ids of members of staff, 100 at most (教职工标识). */
  readonly staffIds: ReadonlyArray<string>;
};

/** Why createTerm did nothing (失败原因). */
export type CreateTermErrorCode =
  /** The first day is not before the last (日期顺序不正确). */
  | 'DATES'
  /** A make-up day, and no other, says whose timetable it follows (调休日须注明按周几上课). */
  | 'FOLLOWS_WEEKDAY'
  /** The school year has a term of this number (学期序号已存在). */
  | 'NUMBER_TAKEN'
  /** A day lies outside of the school year (日期不在学年内). */
  | 'OUTSIDE_YEAR'
  /** Another one covers some of these days (日期与已有的重叠). */
  | 'OVERLAP'
  /** More than 200 days (一次过多). */
  | 'TOO_MANY'
  /** A day is named twice (日期重复). */
  | 'TWICE';

/** A new term (新建学期). */
export type CreateTermInput = {
  /** Last day (结束日期), inclusive. */
  readonly endsOn: string;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Ordinal within the school year, 1 to 4 (第几学期). */
  readonly number: number;
  /** Global id of the school year (学年标识). */
  readonly schoolYearId: string;
  /** First day (开始日期). */
  readonly startsOn: string;
};

/** Why createVolunteerActivity did nothing (失败原因). */
export type CreateVolunteerActivityErrorCode =
  /** A target lies outside the part of the organisation that the caller answers for (适用对象超出范围). */
  | 'AUDIENCE_OUTSIDE'
  /** The organiser does not work there (组织者不在该校任职). */
  | 'ORGANISER_ELSEWHERE'
  /** The telephone is a private mobile number (电话为个人手机号). */
  | 'PRIVATE_NUMBER';

/** A volunteer activity to begin (新建志愿活动): of a school or of a district. */
export type CreateVolunteerActivityInput = {
  /** Whose families may sign up (适用对象): meeting one target is enough; the whole school or district where there is none. */
  readonly audience?: ReadonlyArray<AudienceTargetInput>;
  /** Who answers questions (联系人), e.g. 德育处. */
  readonly contactName: string;
  /** Telephone of the office (办公电话), never a private mobile number. */
  readonly contactPhone?: string | null | undefined;
  /** Global id of the district (区标识), where the district itself asks. */
  readonly districtId?: string | null | undefined;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** What volunteers do (类型). */
  readonly kind: ActivityKind;
  /** Global id of the staff member who organises it (组织者标识); the caller where left out. */
  readonly organiserId?: string | null | undefined;
  /** What it is for (活动目的), 1000 characters at most. */
  readonly purpose: string;
  /** What a volunteer should know of its risks (风险告知), 1000 characters at most. */
  readonly riskNotice: string;
  /** Global id of the school that asks (学校标识). */
  readonly schoolId?: string | null | undefined;
  /** Title (标题), 60 characters at most. */
  readonly title: string;
  /** Global ids of its topics (主题标识), 10 at most. */
  readonly topicIds?: ReadonlyArray<string>;
  /** Who comes first on its waiting lists (候补优先规则). */
  readonly waitlistPriority?: WaitlistPriority;
};

/** Conditions on a value of type Date: all that are given must hold. */
export type DateRangeFilter = {
  /** Equal to this (等于). */
  readonly eq?: string | null | undefined;
  /** This or later, or more (大于等于). */
  readonly gte?: string | null | undefined;
  /** One of these, 200 at most (属于). */
  readonly in?: ReadonlyArray<string> | null | undefined;
  /** Earlier than this, or less (小于). */
  readonly lt?: string | null | undefined;
};

/** Conditions on a value of type DateTime: all that are given must hold. */
export type DateTimeOrNullFilter = {
  /** Equal to this (等于). */
  readonly eq?: string | null | undefined;
  /** One of these, 200 at most (属于). */
  readonly in?: ReadonlyArray<string> | null | undefined;
  /** Is missing, or is not (是否为空). */
  readonly isNull?: boolean | null | undefined;
};

/** Conditions on a value of type DateTime: all that are given must hold. */
export type DateTimeRangeFilter = {
  /** Equal to this (等于). */
  readonly eq?: string | null | undefined;
  /** This or later, or more (大于等于). */
  readonly gte?: string | null | undefined;
  /** One of these, 200 at most (属于). */
  readonly in?: ReadonlyArray<string> | null | undefined;
  /** Earlier than this, or less (小于). */
  readonly lt?: string | null | undefined;
};

/** Conditions on a value of type DateTime: all that are given must hold. */
export type DateTimeRangeOrNullFilter = {
  /** Equal to this (等于). */
  readonly eq?: string | null | undefined;
  /** This or later, or more (大于等于). */
  readonly gte?: string | null | undefined;
  /** One of these, 200 at most (属于). */
  readonly in?: ReadonlyArray<string> | null | undefined;
  /** Is missing, or is not (是否为空). */
  readonly isNull?: boolean | null | undefined;
  /** Earlier than this, or less (小于). */
  readonly lt?: string | null | undefined;
};

/** Why decideCancellationRequest did nothing (失败原因). */
export type DecideCancellationRequestErrorCode =
  /** No request stands (没有待处理的取消申请). */
  | 'NO_REQUEST'
  /** It is the caller's own (本人的报名). */
  | 'OWN_SIGNUP'
  /** Whoever is not let go is told why (缺少原因). */
  | 'REASON_MISSING'
  /** The shift has begun or is over (已开始). */
  | 'STARTED';

/** Whom to let go, or not (审批取消申请). */
export type DecideCancellationRequestInput = {
  /** Whether the volunteer is let go (是否同意). */
  readonly approve: boolean;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Why, for the volunteer, 200 characters at most (审批意见); required where they are not let go. */
  readonly reason?: string | null | undefined;
  /** Global id of the sign-up (报名标识). */
  readonly signupId: string;
};

/** Why decideStandIn did nothing (失败原因). */
export type DecideStandInErrorCode =
  /** Signed up for this shift already, in this role or another (已报名). */
  | 'ALREADY_SIGNED_UP'
  /** The shift does not take place (班次已取消). */
  | 'CANCELLED'
  /** The offer has expired (替班已过期). */
  | 'EXPIRED'
  /** The activity is for other families (不在适用范围). */
  | 'NOT_ELIGIBLE'
  /** Nothing waits for a decision (没有待审核的替班). */
  | 'NOT_PENDING'
  /** The role wants a qualification that is not on record (缺少所需资质). */
  | 'NOT_QUALIFIED'
  /** Something else occupies the time (时间冲突). */
  | 'OVERLAP'
  /** It is the caller's own (本人的报名). */
  | 'OWN_SIGNUP'
  /** Whoever is declined is told why (缺少原因). */
  | 'REASON_MISSING'
  /** The shift has begun or is over (已开始). */
  | 'STARTED'
  /** The volunteer may not sign up for the time being (暂停报名资格). */
  | 'SUSPENDED';

/** Which stand-in to decide on (审批替班). */
export type DecideStandInInput = {
  /** Whether the other comes instead (是否同意). */
  readonly approve: boolean;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Why, for both, 200 characters at most (审批意见); required where it is declined. */
  readonly reason?: string | null | undefined;
  /** Global id of the offer (替班标识). */
  readonly standInId: string;
};

/** Why declineParentLecture did nothing (失败原因). */
export type DeclineParentLectureErrorCode =
  /** Nobody decides on their own lecture (不能审核本人的家长讲堂). */
  | 'OWN'
  /** It stands where this cannot be done (当前状态不允许此操作). */
  | 'WRONG_STATUS';

/** Which lecture to decline, and why (不采纳家长讲堂). */
export type DeclineParentLectureInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global id of the lecture (家长讲堂标识). */
  readonly lectureId: string;
  /** Why, as the guardian is told it, 200 characters at most (原因). */
  readonly reason: string;
};

/** Why endAssignment did nothing (失败原因). */
export type EndAssignmentErrorCode =
  /** The same was asked for already, and waits for a second administrator (已申请,待复核). */
  | 'ALREADY_ASKED'
  /** They hold this role there at that time (已任此岗位). */
  | 'ALREADY_HELD'
  /** The caller may not grant or end this role (超出本人权限). */
  | 'BEYOND_OWN'
  /** The last day is before the first (日期顺序不正确). */
  | 'DATES'
  /** It is over already (任职已结束). */
  | 'ENDED_ALREADY'
  /** The district would have no administrator (不能解除最后一名区级管理员). */
  | 'LAST_ADMINISTRATOR'
  /** The role does not fit this place: see StaffRole (岗位与范围不符). */
  | 'NODE'
  /** A subject teacher, and no other, has a subject (任教学科仅适用于任课教师). */
  | 'SUBJECT'
  /** The school year of the class is over today, or before the role would begin (班级所在学年已结束). */
  | 'YEAR_OVER';

/** Which role ends (解除岗位). */
export type EndAssignmentInput = {
  /** Global id of the assignment (任职标识). */
  readonly assignmentId: string;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
};

/** Why endEnrolments did nothing (失败原因). */
export type EndEnrolmentsErrorCode =
  /** The last day lies before the pupil came to the school (离校日期早于入校日期). */
  | 'BEFORE_COMING'
  /** The last day is yet to come (离校日期未到). */
  | 'DAY_TO_COME'
  /** The pupil has left already (学生已离校). */
  | 'LEFT_ALREADY'
  /** There is nobody named (没有学生). */
  | 'NO_ROWS'
  /** Nobody decides where their own child goes to school (不能办理本人子女的转班、转学或离校). */
  | 'OWN_CHILD'
  /** More than a hundred pupils at once (一次过多). */
  | 'TOO_MANY';

/** Who leaves the school, and why (学生离校). */
export type EndEnrolmentsInput = {
  /** What becomes of the rest where somebody cannot leave (错误处理方式). */
  readonly errorPolicy?: ErrorPolicy;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Why they leave (离校原因). */
  readonly leaving: StudentLeaving;
  /** Last day at the school, today at the latest (离校日期); today where left out. */
  readonly leftOn?: string | null | undefined;
  /** Global ids of pupils, a hundred at most (学生标识). */
  readonly studentIds: ReadonlyArray<string>;
};

/** Why endGuardianship did nothing (失败原因). */
export type EndGuardianshipErrorCode =
  /** The guardianship is not in force (监护关系未生效). */
  | 'NOT_ACTIVE'
  /** The guardian is not blocked (未屏蔽). */
  | 'NOT_BLOCKED'
  /** The caller's own guardianship: somebody else decides (不能处理本人的监护关系). */
  | 'OWN'
  /** The pupil is the caller's own child, or the caller asks to be their guardian or is kept from them: somebody else decides who else is one (不能处理本人子女的其他家长). */
  | 'OWN_CHILD';

/** Which guardianship to end, and why (结束监护关系). */
export type EndGuardianshipInput = {
  /** Global id of the guardianship (监护关系标识). */
  readonly guardianshipId: string;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Why, 200 characters at most; kept on record (原因). */
  readonly reason: string;
};

/** What occupies the time (占用类型). */
export type EngagementKind =
  /** A guardian has replied that they come to a meeting (参加家长会). */
  | 'MEETING_ATTENDANCE'
  /** A meeting is held in the room (家长会占用场地). */
  | 'MEETING_ROOM'
  /** A shift takes place in the room (志愿班次占用场地). */
  | 'SHIFT_ROOM'
  /** A volunteer has signed up for a shift (志愿班次报名). */
  | 'SHIFT_SIGNUP'
  /** A slot of a conference is booked (约谈预约). */
  | 'SLOT_BOOKING';

/** A pupil to enrol (入班学生). */
export type EnrolStudentRow = {
  /** Name, 40 characters at most (姓名). */
  readonly name: string;
  /** Number in the register of pupils, 30 letters and digits at most (学籍号). */
  readonly studentNumber: string;
};

/** Why enrolStudents did nothing (失败原因). */
export type EnrolStudentsErrorCode =
  /** The pupil is in the class already (学生已在班级中). */
  | 'IN_CLASS'
  /** The pupil of this number has another name (学籍号与姓名不符). */
  | 'NAME_DIFFERS'
  /** A pupil has a name of 40 characters at most, in one line and with a letter (姓名不能为空或格式不正确). */
  | 'NAME_NEEDED'
  /** There is nobody to enrol (没有学生). */
  | 'NO_ROWS'
  /** A pupil has a number of 30 letters and digits at most (学籍号格式不正确). */
  | 'NUMBER_NEEDED'
  /** The number stands in two rows (学籍号重复). */
  | 'NUMBER_TWICE'
  /** The pupil goes to another school (学生在其他学校). */
  | 'OTHER_SCHOOL'
  /** Nobody moves their own child to another class (不能为本人子女转班). */
  | 'OWN_CHILD'
  /** More than a hundred pupils at once (一次过多). */
  | 'TOO_MANY'
  /** The school year of the class is over (班级所在学年已结束). */
  | 'YEAR_OVER';

/** Pupils, and the class that they come into (学生入班). */
export type EnrolStudentsInput = {
  /** Global id of the class (班级标识). */
  readonly classId: string;
  /** What becomes of the rest where a row cannot be taken (错误处理方式). */
  readonly errorPolicy?: ErrorPolicy;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** The pupils, a hundred at most (学生). */
  readonly rows: ReadonlyArray<EnrolStudentRow>;
};

/** What becomes of many where some are refused (批量出错处理). */
export type ErrorPolicy =
  /** Nothing is done unless all can be (有一条不行则全部不做). */
  | 'REJECT_EVERYTHING'
  /** The others are done, and each refused one is told (只跳过不行的). */
  | 'REJECT_FAILED_ROWS';

/** Why exportServiceHours did nothing (失败原因). */
export type ExportServiceHoursErrorCode =
  /** Somebody else administers the school (非学校管理员). */
  | 'NOT_ADMINISTRATOR'
  /** Somebody else runs the shift (非组织者). */
  | 'NOT_ORGANISER';

/** Of which school and term (导出志愿服务时长). */
export type ExportServiceHoursInput = {
  /** The form of the file (格式). */
  readonly format?: TableFormat;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global id of the school (学校标识). */
  readonly schoolId: string;
  /** Global id of the term (学期标识). */
  readonly termId: string;
};

/** Why exportShiftRoster did nothing (失败原因). */
export type ExportShiftRosterErrorCode =
  /** Somebody else administers the school (非学校管理员). */
  | 'NOT_ADMINISTRATOR'
  /** Somebody else runs the shift (非组织者). */
  | 'NOT_ORGANISER';

/** Of which shift (导出班次名单). */
export type ExportShiftRosterInput = {
  /** The form of the file (格式). */
  readonly format?: TableFormat;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global id of the shift (班次标识). */
  readonly shiftId: string;
};

/** Why grantQualification did nothing (失败原因). */
export type GrantQualificationErrorCode =
  /** One of this name is on record for a part of that time (已登记同名资质). */
  | 'ALREADY_ON_RECORD'
  /** It would end before it begins (起止日期颠倒). */
  | 'DATES'
  /** It would have expired already (资质已过期). */
  | 'EXPIRED'
  /** Nobody puts their own qualification on record (不能登记本人资质). */
  | 'OWN';

/** What to put on record for whom (登记资质). */
export type GrantQualificationInput = {
  /** Global id of the district that keeps the record (区标识); only where the guardian's children go to school in several. */
  readonly districtId?: string | null | undefined;
  /** Global id of the guardian (家长标识). */
  readonly guardianId: string;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Name, as roles ask for it, 50 characters at most (资质名称). */
  readonly name: string;
  /** First day on which it holds (生效日期). */
  readonly validFrom: string;
  /** Last day on which it holds (失效日期); left out where it has no end. */
  readonly validTo?: string | null | undefined;
};

/** What a guardian is to a pupil (与学生关系). */
export type GuardianRelation =
  /** Father (父亲). */
  | 'FATHER'
  /** Foster parent (养父母). */
  | 'FOSTER_PARENT'
  /** Mother's father (外祖父). */
  | 'MATERNAL_GRANDFATHER'
  /** Mother's mother (外祖母). */
  | 'MATERNAL_GRANDMOTHER'
  /** Mother (母亲). */
  | 'MOTHER'
  /** Another guardian (其他监护人). */
  | 'OTHER_GUARDIAN'
  /** Another relative (其他亲属). */
  | 'OTHER_RELATIVE'
  /** Father's father (祖父). */
  | 'PATERNAL_GRANDFATHER'
  /** Father's mother (祖母). */
  | 'PATERNAL_GRANDMOTHER'
  /** Brother or sister (兄弟姐妹). */
  | 'SIBLING'
  /** Step-parent (继父母). */
  | 'STEP_PARENT';

/** Where a guardianship stands (监护关系状态). */
export type GuardianshipStatus =
  /** In force (有效). */
  | 'ACTIVE'
  /** Blocked: the guardian sees nothing of the child (已屏蔽). */
  | 'BLOCKED'
  /** Over (已结束). */
  | 'ENDED'
  /** Waiting for the homeroom teacher (待审核). */
  | 'PENDING'
  /** The school declined the request (未通过). */
  | 'REJECTED';

/** Conditions on a value of type ID: all that are given must hold. */
export type IDFilter = {
  /** Equal to this (等于). */
  readonly eq?: string | null | undefined;
  /** One of these, 200 at most (属于). */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on a value of type ID: all that are given must hold. */
export type IDOrNullFilter = {
  /** Equal to this (等于). */
  readonly eq?: string | null | undefined;
  /** One of these, 200 at most (属于). */
  readonly in?: ReadonlyArray<string> | null | undefined;
  /** Is missing, or is not (是否为空). */
  readonly isNull?: boolean | null | undefined;
};

/** Whether an invitation stands (邀请状态). */
export type InvitationStatus =
  /** The family is invited (已邀请). */
  | 'INVITED'
  /** No longer invited, e.g. after a change of class (已撤回). */
  | 'WITHDRAWN';

/** Why issueBindingCodes did nothing (失败原因). */
export type IssueBindingCodesErrorCode =
  /** The pupil has left the school, which gives nobody a right to them any more (学生已离校). */
  | 'LEFT_SCHOOL'
  /** There is nobody to issue a code for (没有学生). */
  | 'NO_STUDENTS'
  /** More than a hundred pupils at once (一次过多). */
  | 'TOO_MANY';

/** For whom to issue binding codes (发放绑定码): pupils by name, or all of a class. */
export type IssueBindingCodesInput = {
  /** Global id of a class, where no pupils are named (班级标识). */
  readonly classId?: string | null | undefined;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Leave earlier codes of the pupils in force, for a second guardian (保留原有绑定码). */
  readonly keepEarlier?: boolean;
  /** Global ids of pupils, a hundred at most (学生标识). */
  readonly studentIds?: ReadonlyArray<string>;
  /** For how many days, 60 at most (有效天数). */
  readonly validDays?: number;
};

/** Why liftSuspension did nothing (失败原因). */
export type LiftSuspensionErrorCode =
  /** It follows from absences: a school corrects these, and the district alone lifts it (因缺勤暂停). */
  | 'NO_SHOWS'
  /** It is over or was lifted already (已结束或已解除). */
  | 'OVER'
  /** Nobody lifts their own suspension (不能解除本人的暂停). */
  | 'OWN';

/** Which suspension to end early (解除暂停). */
export type LiftSuspensionInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Why, 200 characters at most (解除原因). */
  readonly reason: string;
  /** Global id of the suspension (暂停标识). */
  readonly suspensionId: string;
};

/** Why linkStaffIdentities did nothing (失败原因). */
export type LinkStaffIdentitiesErrorCode =
  /** This hub has no identity provider (未配置统一身份认证). */
  | 'NOT_CONFIGURED'
  /** There is no such member of staff in a district that the caller administers (教职工不存在). */
  | 'NOT_FOUND'
  /** The person has a role in a district of somebody else, who must agree (在其他区任职). */
  | 'ROLE_ELSEWHERE'
  /** The subject is linked to somebody else: unlink it first (该身份已绑定他人). */
  | 'SUBJECT_TAKEN'
  /** The subject stands in the list before (主体标识重复). */
  | 'TWICE';

/** Who staff are to the identity provider (批量绑定统一身份). */
export type LinkStaffIdentitiesInput = {
  /** What becomes of the others where one is refused (批量出错处理). */
  readonly errorPolicy?: ErrorPolicy;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** The staff, 100 rows at most (绑定清单). */
  readonly links: ReadonlyArray<StaffIdentityRow>;
};

/** Why linkStaffIdentity did nothing (失败原因). */
export type LinkStaffIdentityErrorCode =
  /** This hub has no identity provider (未配置统一身份认证). */
  | 'NOT_CONFIGURED'
  /** The person has a role in a district of somebody else, who must agree (在其他区任职). */
  | 'ROLE_ELSEWHERE'
  /** The subject is linked to somebody else: unlink it first (该身份已绑定他人). */
  | 'SUBJECT_TAKEN';

/** Who a staff member is to the identity provider (绑定统一身份). */
export type LinkStaffIdentityInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global id of the staff member (教职工标识). */
  readonly staffId: string;
  /** What the provider calls the person for good, 255 characters at most (主体标识). */
  readonly subject: string;
};

/** Why markAllNoticesRead did nothing (失败原因). */
export type MarkAllNoticesReadErrorCode =
  /** The notice up to which all should be marked is not there any more (通知已不存在). */
  | 'NOTICE_GONE';

/** Up to where to mark notices as read (全部标记已读). */
export type MarkAllNoticesReadInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global id of the latest notice that the caller was shown: what came since stays unread (截至的通知标识). All where left out. */
  readonly upToNoticeId?: string | null | undefined;
};

/** Why markNoticesRead did nothing (失败原因). */
export type MarkNoticesReadErrorCode =
  /** More than 100 at once (一次过多). */
  | 'TOO_MANY';

/** Which notices to mark as read (标记已读). */
export type MarkNoticesReadInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global ids of the notices, 100 at most; those that are not there any more are passed over (通知标识). */
  readonly noticeIds: ReadonlyArray<string>;
};

/** What sort of meeting it is (会议类型). */
export type MeetingKind =
  /** Parents meet the teachers (家长会). */
  | 'PARENT_MEETING'
  /** Parents talk about a theme in a small circle (家长沙龙). */
  | 'SALON';

/** Conditions on a value of type MeetingKind: all that are given must hold. */
export type MeetingKindFilter = {
  /** Equal to this (等于). */
  readonly eq?: MeetingKind | null | undefined;
  /** One of these, 200 at most (属于). */
  readonly in?: ReadonlyArray<MeetingKind> | null | undefined;
};

/** One term of the order of a list of Meeting (排序). */
export type MeetingOrder = {
  /** What to order by (排序字段). */
  readonly by: MeetingOrderField;
  /** Which way (排序方向). */
  readonly direction?: OrderDirection;
};

/** What a list of Meeting can be ordered by (排序字段). */
export type MeetingOrderField =
  /** By: Start (开始时间). */
  | 'STARTS_AT';

/** Which MeetingReply to list: all that is given must hold (筛选条件). */
export type MeetingReplyWhere = {
  /** All of these must hold (并且). */
  readonly and?: ReadonlyArray<MeetingReplyWhere> | null | undefined;
  /** By: What the family answers (回执结果). */
  readonly answer?: ReplyAnswerFilter | null | undefined;
  /** This must not hold (非). */
  readonly not?: MeetingReplyWhere | null | undefined;
  /** At least one of these must hold (或者). */
  readonly or?: ReadonlyArray<MeetingReplyWhere> | null | undefined;
};

/** Whose families a meeting is for (参会范围). */
export type MeetingScope =
  /** Families of one class (班级). */
  | 'CLASS'
  /** Families of the classes of one grade (年级). */
  | 'GRADE'
  /** Families of the whole school (全校). */
  | 'SCHOOL';

/** Conditions on a value of type MeetingScope: all that are given must hold. */
export type MeetingScopeFilter = {
  /** Equal to this (等于). */
  readonly eq?: MeetingScope | null | undefined;
  /** One of these, 200 at most (属于). */
  readonly in?: ReadonlyArray<MeetingScope> | null | undefined;
};

/** Where a meeting stands (会议状态). */
export type MeetingStatus =
  /** It does not take place (已取消); the reason is stored. */
  | 'CANCELLED'
  /** Being prepared, seen by its organisers only (草稿). */
  | 'DRAFT'
  /** Families are invited (已发布). */
  | 'PUBLISHED';

/** Conditions on a value of type MeetingStatus: all that are given must hold. */
export type MeetingStatusFilter = {
  /** Equal to this (等于). */
  readonly eq?: MeetingStatus | null | undefined;
  /** One of these, 200 at most (属于). */
  readonly in?: ReadonlyArray<MeetingStatus> | null | undefined;
};

/** Which Meeting to list: all that is given must hold (筛选条件). */
export type MeetingWhere = {
  /** All of these must hold (并且). */
  readonly and?: ReadonlyArray<MeetingWhere> | null | undefined;
  /** By: What sort of meeting it is (会议类型). */
  readonly kind?: MeetingKindFilter | null | undefined;
  /** This must not hold (非). */
  readonly not?: MeetingWhere | null | undefined;
  /** At least one of these must hold (或者). */
  readonly or?: ReadonlyArray<MeetingWhere> | null | undefined;
  /** By: The school that holds it (学校). */
  readonly school?: IDFilter | null | undefined;
  /** Meant for families of one of these classes, alone or with others (班级). */
  readonly schoolClass?: IDFilter | null | undefined;
  /** By: Whose families it is for (参会范围). */
  readonly scope?: MeetingScopeFilter | null | undefined;
  /** By: Start (开始时间). */
  readonly startsAt?: DateTimeRangeFilter | null | undefined;
  /** By: Where the meeting stands (会议状态). */
  readonly status?: MeetingStatusFilter | null | undefined;
  /** On one of these topics (主题). */
  readonly topic?: IDFilter | null | undefined;
};

/** Which Notice to list: all that is given must hold (筛选条件). */
export type NoticeWhere = {
  /** All of these must hold (并且). */
  readonly and?: ReadonlyArray<NoticeWhere> | null | undefined;
  /** By: What kind of thing it is, for the client to choose an icon by (通知类型), e.g. meetings.invited. */
  readonly kind?: StringFilter | null | undefined;
  /** This must not hold (非). */
  readonly not?: NoticeWhere | null | undefined;
  /** At least one of these must hold (或者). */
  readonly or?: ReadonlyArray<NoticeWhere> | null | undefined;
  /** By: When it was marked as read (阅读时间); null while unread. */
  readonly readAt?: DateTimeOrNullFilter | null | undefined;
};

/** Why offerAuthenticator did nothing (失败原因). */
export type OfferAuthenticatorErrorCode =
  /** The link was used, has expired, or was replaced by another one: ask for a new one (链接无效). */
  | 'LINK_NOT_VALID'
  /** Set up, and not yet approved by a second administrator (待复核). */
  | 'NOT_APPROVED'
  /** The caller has set up no password here: an administrator hands out a link for that (未设置密码登录). */
  | 'NO_PASSWORD';

/** For whom a new authenticator is (获取身份验证器密钥). */
export type OfferAuthenticatorInput = {
  /** The last part of the address of the link that was handed out, from hubl_ on; left out by whoever is signed in and takes a new one (链接). */
  readonly link?: string | null | undefined;
};

/** Which way a list runs (排序方向). */
export type OrderDirection =
  /** Ascending (升序). */
  | 'ASC'
  /** Descending (降序). */
  | 'DESC';

/** What somebody may do with a parent lecture (家长讲堂可用操作). */
export type ParentLectureAction =
  /** Say that the class wants it; a time is found later (采纳). */
  | 'ACCEPT'
  /** Cancel it before it begins (取消). */
  | 'CANCEL'
  /** Decline it (不采纳). */
  | 'DECLINE'
  /** Give it a time and a place (排定). */
  | 'SCHEDULE'
  /** Take it back: the own one, until it is scheduled (撤回). */
  | 'WITHDRAW';

/** Where a parent lecture stands (家长讲堂状态). */
export type ParentLectureStatus =
  /** The teacher wants it; there is no time yet (已采纳). */
  | 'ACCEPTED'
  /** It does not take place (已取消). */
  | 'CANCELLED'
  /** The teacher declined (未采纳). */
  | 'DECLINED'
  /** A guardian proposes it (已申请). */
  | 'PROPOSED'
  /** It has a shift (已排定). */
  | 'SCHEDULED'
  /** The guardian took it back (已撤回). */
  | 'WITHDRAWN';

/** Conditions on a value of type ParentLectureStatus: all that are given must hold. */
export type ParentLectureStatusFilter = {
  /** Equal to this (等于). */
  readonly eq?: ParentLectureStatus | null | undefined;
  /** One of these, 200 at most (属于). */
  readonly in?: ReadonlyArray<ParentLectureStatus> | null | undefined;
};

/** Which ParentLecture to list: all that is given must hold (筛选条件). */
export type ParentLectureWhere = {
  /** All of these must hold (并且). */
  readonly and?: ReadonlyArray<ParentLectureWhere> | null | undefined;
  /** This must not hold (非). */
  readonly not?: ParentLectureWhere | null | undefined;
  /** At least one of these must hold (或者). */
  readonly or?: ReadonlyArray<ParentLectureWhere> | null | undefined;
  /** By: Where it stands (状态). */
  readonly status?: ParentLectureStatusFilter | null | undefined;
};

/** One term of the order of a list of PolicyDocument (排序). */
export type PolicyDocumentOrder = {
  /** What to order by (排序字段). */
  readonly by: PolicyDocumentOrderField;
  /** Which way (排序方向). */
  readonly direction?: OrderDirection;
};

/** What a list of PolicyDocument can be ordered by (排序字段). */
export type PolicyDocumentOrderField =
  /** By: Day on which it was first issued (成文日期). */
  | 'ISSUED_ON'
  /** By: Title (标题) of the latest edition; lists sort it by pinyin. */
  | 'TITLE';

/** Which PolicyDocument to list: all that is given must hold (筛选条件). */
export type PolicyDocumentWhere = {
  /** All of these must hold (并且). */
  readonly and?: ReadonlyArray<PolicyDocumentWhere> | null | undefined;
  /** By: The district that it is for (适用区); null where it reaches further. */
  readonly district?: IDFilter | null | undefined;
  /** By: Document number (发文字号), e.g. 京教基一〔2021〕12号; null where none was given. */
  readonly documentNumber?: StringFilter | null | undefined;
  /** By: Day on which it was first issued (成文日期). */
  readonly issuedOn?: DateRangeFilter | null | undefined;
  /** By: Issuer (发文机关). */
  readonly issuer?: StringFilter | null | undefined;
  /** By: How far it reaches (层级). */
  readonly level?: PolicyLevelFilter | null | undefined;
  /** This must not hold (非). */
  readonly not?: PolicyDocumentWhere | null | undefined;
  /** At least one of these must hold (或者). */
  readonly or?: ReadonlyArray<PolicyDocumentWhere> | null | undefined;
  /** By: The school that it is for (适用学校), where it is one school only. */
  readonly school?: IDFilter | null | undefined;
  /** By: Title (标题) of the latest edition; lists sort it by pinyin. */
  readonly title?: StringTextFilter | null | undefined;
  /** On one of these topics (主题). */
  readonly topic?: IDFilter | null | undefined;
  /** The current edition has one of these validities today (时效性). */
  readonly validity?: PolicyValidityFilter | null | undefined;
};

/** How far a policy document reaches (政策层级). */
export type PolicyLevel =
  /** The city (市级). */
  | 'CITY'
  /** One district (区级). */
  | 'DISTRICT'
  /** The whole country (国家级). */
  | 'NATIONAL'
  /** One school (校级). */
  | 'SCHOOL';

/** Conditions on a value of type PolicyLevel: all that are given must hold. */
export type PolicyLevelFilter = {
  /** Equal to this (等于). */
  readonly eq?: PolicyLevel | null | undefined;
  /** One of these, 200 at most (属于). */
  readonly in?: ReadonlyArray<PolicyLevel> | null | undefined;
};

/** Whether a policy edition is in force today, Beijing time (时效性). */
export type PolicyValidity =
  /** A later edition has taken its place (已修改). */
  | 'AMENDED'
  /** Its time has run out (失效). */
  | 'EXPIRED'
  /** In force (有效). */
  | 'IN_FORCE'
  /** Published, but not yet in force (尚未生效). */
  | 'NOT_YET_IN_FORCE'
  /** Repealed (已废止). */
  | 'REPEALED';

/** Conditions on a value of type PolicyValidity: all that are given must hold. */
export type PolicyValidityFilter = {
  /** Equal to this (等于). */
  readonly eq?: PolicyValidity | null | undefined;
  /** One of these, 200 at most (属于). */
  readonly in?: ReadonlyArray<PolicyValidity> | null | undefined;
};

/** Why printBindingCodes did nothing (失败原因). */
export type PrintBindingCodesErrorCode =
  /** No code of the class is in force (没有有效的绑定码). */
  | 'NO_CODES';

/** Of which class (打印绑定码). */
export type PrintBindingCodesInput = {
  /** Global id of the class (班级标识). */
  readonly classId: string;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
};

/** A class that goes on (升班班级). */
export type PromoteClassRow = {
  /** Global id of the class of this year (本学年班级标识). */
  readonly classId: string;
  /** Number in the new grade, 1 to 60; that of before where left out (班号). */
  readonly number?: number | null | undefined;
};

/** Why promoteClasses did nothing (失败原因). */
export type PromoteClassesErrorCode =
  /** The school does not teach the next grade: its pupils graduate (毕业班不升班). */
  | 'LAST_GRADE'
  /** The school year is not the one that follows that of the class (不是下一学年). */
  | 'NOT_NEXT_YEAR'
  /** There is no class named (没有班级). */
  | 'NO_ROWS'
  /** The number is not from 1 to 60 (班号超出范围). */
  | 'NUMBER_RANGE'
  /** The class has gone on already (班级已升班). */
  | 'PROMOTED_ALREADY'
  /** The grade has a class of this number in that year (班号已存在). */
  | 'TAKEN'
  /** More than a hundred classes at once (一次过多). */
  | 'TOO_MANY';

/** Classes of a school that go on into the next school year (升班). */
export type PromoteClassesInput = {
  /** What becomes of the rest where a class cannot go on (错误处理方式). */
  readonly errorPolicy?: ErrorPolicy;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** The classes, a hundred at most (班级). */
  readonly rows: ReadonlyArray<PromoteClassRow>;
  /** Global id of the school (学校标识). */
  readonly schoolId: string;
  /** Global id of the school year that they go on into (目标学年标识). */
  readonly schoolYearId: string;
  /** Homeroom and subject teachers go on with their classes (教师随班升级). */
  readonly withTeachers?: boolean;
};

/** Where the publication of a policy edition or lecture stands (发布状态). */
export type PublicationStatus =
  /** Being written (草稿); seen by its author and administrators. */
  | 'DRAFT'
  /** Published (已发布). */
  | 'PUBLISHED'
  /** Published by mistake and taken back (已撤回); seen by its author and administrators. */
  | 'WITHDRAWN';

/** Why publishShiftSeries did nothing (失败原因). */
export type PublishShiftSeriesErrorCode =
  /** Its activity is still a draft (活动未发布). */
  | 'ACTIVITY_NOT_PUBLISHED'
  /** It was cancelled already (已取消). */
  | 'ALREADY_CANCELLED'
  /** It was published already (已发布). */
  | 'NOT_DRAFT';

/** A series whose drafts to open to volunteers (发布重复班次). */
export type PublishShiftSeriesInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global id of the series (重复班次标识). */
  readonly seriesId: string;
};

/** Why publishShifts did nothing (失败原因). */
export type PublishShiftsErrorCode =
  /** Its activity is still a draft (活动未发布). */
  | 'ACTIVITY_NOT_PUBLISHED'
  /** It was cancelled already (已取消). */
  | 'ALREADY_CANCELLED'
  /** It was published already (已发布). */
  | 'NOT_DRAFT'
  /** It would have begun already (开始时间已过). */
  | 'STARTS_IN_PAST';

/** Drafts to open to volunteers (发布班次). */
export type PublishShiftsInput = {
  /** What becomes of the others where one cannot be published (出错处理). */
  readonly errorPolicy?: ErrorPolicy;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global ids of the shifts (班次标识), 100 at most. */
  readonly shiftIds: ReadonlyArray<string>;
};

/** Why publishVolunteerActivity did nothing (失败原因). */
export type PublishVolunteerActivityErrorCode =
  /** It was cancelled already (已取消). */
  | 'ALREADY_CANCELLED'
  /** It was published already (已发布). */
  | 'NOT_DRAFT';

/** A draft to publish (发布志愿活动). */
export type PublishVolunteerActivityInput = {
  /** Global id of the activity (活动标识). */
  readonly activityId: string;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
};

/** Why recordAttendance did nothing (失败原因). */
export type RecordAttendanceErrorCode =
  /** They would leave before they came (签退早于签到). */
  | 'BEFORE_CHECK_IN'
  /** The volunteer has appealed for the service: it is corrected by an administrator other than whoever had rejected it (须由其他管理员更正). */
  | 'BY_ANOTHER'
  /** They have checked in: who has shown so by the code of the shift is noted as missing, and whoever came as excused, only where the check-in is withdrawn on purpose, with withdrawsCheckIn (已签到). */
  | 'CAME'
  /** A valid certificate rests on the service: it is revoked first (已出具证明). */
  | 'CERTIFIED'
  /** They asked to be let go and had no answer, did not confirm a new time, or had no right to the place while the shift ran: who does not come then is excused (应作请假处理). */
  | 'EXCUSED'
  /** The volunteer has not checked in (尚未签到). */
  | 'NOT_CHECKED_IN'
  /** The activity is not for the volunteer any more (不再符合适用范围). */
  | 'NOT_ELIGIBLE'
  /** There is no confirmed sign-up for the shift (没有已确认的报名). */
  | 'NOT_SIGNED_UP'
  /** It has not happened yet; that somebody did not come is known when the shift is over (尚未发生). */
  | 'NOT_YET'
  /** The check-in lies after the end of the shift (签到晚于班次结束). */
  | 'OVER'
  /** Nobody keeps their own attendance (不能登记本人考勤). */
  | 'OWN'
  /** Somebody else has rejected the service: they correct it, or an administrator does; the volunteer can appeal (须由审核人或学校管理员更正). */
  | 'REJECTED_BY_ANOTHER'
  /** Service of theirs at the shift was approved: it is rejected first (已有通过的服务记录). */
  | 'SERVED'
  /** The check-in lies before the shift is open for it (签到早于开放时间). */
  | 'TOO_EARLY';

/** Who came to a shift (名单登记). */
export type RecordAttendanceInput = {
  /** What becomes of the others where one is refused (批量出错处理). */
  readonly errorPolicy?: ErrorPolicy;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** One row for each volunteer, 100 at most (考勤行). */
  readonly rows: ReadonlyArray<AttendanceRowInput>;
  /** Global id of the shift (班次标识). */
  readonly shiftId: string;
};

/** Why recoverGuardian did nothing (失败原因). */
export type RecoverGuardianErrorCode =
  /** The school has blocked the guardian for the pupil: decide on that first (该家长已被限制). */
  | 'BLOCKED'
  /** Who asks has more here than requests, as another child or a sign-up, and is somebody of their own (申请人已有其他记录). */
  | 'HAS_RECORDS'
  /** The pupil has left the school, which gives nobody a right to them any more (学生已离校). */
  | 'LEFT_SCHOOL'
  /** Who they are said to be has no guardianship of the pupil in force (不是该学生的家长). */
  | 'NOT_A_GUARDIAN'
  /** It was decided already (已处理). */
  | 'NOT_PENDING'
  /** One of the two accounts is shut, or who asks does not sign in by WeChat (账号不能找回). */
  | 'NOT_POSSIBLE'
  /** One of the two is on record as staff, whose sign-in opens more than families: no school gives it to a telephone (教职工账号不能如此找回). */
  | 'OF_STAFF'
  /** The pupil is the caller's own child, or the caller asks to be their guardian or is kept from them: somebody else decides who else is one (不能处理本人子女的其他家长). */
  | 'OWN_CHILD'
  /** The caller's own request: somebody else decides (不能审核本人申请). */
  | 'OWN_REQUEST';

/** Who asks, and which guardian of the pupil they are (找回家长账号). */
export type RecoverGuardianInput = {
  /** Global id of the guardianship that is asked for (监护关系申请标识). */
  readonly guardianshipId: string;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global id of the guardian of the same pupil who they are (原家长标识). */
  readonly sameAsGuardianId: string;
};

/** Why registerStaff did nothing (失败原因). */
export type RegisterStaffErrorCode =
  /** The same was asked for already, and waits for a second administrator (已申请,待复核). */
  | 'ALREADY_ASKED'
  /** They hold this role there at that time (已任此岗位). */
  | 'ALREADY_HELD'
  /** The caller may not grant or end this role (超出本人权限). */
  | 'BEYOND_OWN'
  /** The last day is before the first (日期顺序不正确). */
  | 'DATES'
  /** It is over already (任职已结束). */
  | 'ENDED_ALREADY'
  /** The district would have no administrator (不能解除最后一名区级管理员). */
  | 'LAST_ADMINISTRATOR'
  /** The role does not fit this place: see StaffRole (岗位与范围不符). */
  | 'NODE'
  /** Somebody has this number already (工号已存在). */
  | 'NUMBER_TAKEN'
  /** The phone number is not eleven digits (手机号格式不正确). */
  | 'PHONE_SHAPE'
  /** A subject teacher, and no other, has a subject (任教学科仅适用于任课教师). */
  | 'SUBJECT'
  /** The school year of the class is over today, or before the role would begin (班级所在学年已结束). */
  | 'YEAR_OVER';

/** Somebody new with a first role (登记教职工). */
export type RegisterStaffInput = {
  /** Global id of the class, for a role in a class (班级标识). */
  readonly classId?: string | null | undefined;
  /** Global id of the district, for a role of the district (区标识). */
  readonly districtId?: string | null | undefined;
  /** Global id of the grade, beside the school, for a grade head (年级标识). */
  readonly gradeId?: string | null | undefined;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Name, 40 characters at most (姓名). */
  readonly name: string;
  /** Mobile number, eleven digits (手机号). */
  readonly phone?: string | null | undefined;
  /** The role (岗位角色). */
  readonly role: StaffRole;
  /** Global id of the school, for a role at a school (学校标识). */
  readonly schoolId?: string | null | undefined;
  /** Number of the staff member, 40 characters at most (工号). */
  readonly staffNumber: string;
  /** Subject, for a subject teacher, 40 characters at most (任教学科). */
  readonly subject?: string | null | undefined;
  /** First day (开始日期); today where left out. */
  readonly validFrom?: string | null | undefined;
  /** Last day (结束日期), inclusive; open where left out. A role in a class ends with the school year of the class at the latest. */
  readonly validTo?: string | null | undefined;
};

/** Why rejectGuardianship did nothing (失败原因). */
export type RejectGuardianshipErrorCode =
  /** The pupil lives in two households: say which one the guardian joins (请指定家庭). */
  | 'HOUSEHOLD_NEEDED'
  /** The pupil does not live in that household (不是该学生的家庭). */
  | 'HOUSEHOLD_OF_OTHERS'
  /** The pupil has left the school, which gives nobody a right to them any more (学生已离校). */
  | 'LEFT_SCHOOL'
  /** It was decided already (已处理). */
  | 'NOT_PENDING'
  /** The pupil is the caller's own child, or the caller asks to be their guardian or is kept from them: somebody else decides who else is one (不能处理本人子女的其他家长). */
  | 'OWN_CHILD'
  /** The caller's own request: somebody else decides (不能审核本人申请). */
  | 'OWN_REQUEST'
  /** The pupil lives in two households already (家庭已达上限). */
  | 'TOO_MANY_HOUSEHOLDS';

/** Which request to decline, and why (不通过监护关系申请). */
export type RejectGuardianshipInput = {
  /** Global id of the guardianship (监护关系标识). */
  readonly guardianshipId: string;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Why, 200 characters at most; kept on record (原因). */
  readonly reason: string;
};

/** Why rejectRoleRequests did nothing (失败原因). */
export type RejectRoleRequestsErrorCode =
  /** The caller may not grant or end this role (超出本人权限). */
  | 'BEYOND_OWN'
  /** It can be decided on no more: ask anew where the role is still wanted (已失效). */
  | 'EXPIRED'
  /** There is no such request (申请不存在). */
  | 'NOT_FOUND'
  /** It was decided or taken back already (已处理). */
  | 'NOT_PENDING'
  /** The caller asked for it, or is the one to have it: a second administrator decides (须由另一位管理员复核). */
  | 'OWN';

/** Which roles not to give, and why (不通过任命申请). */
export type RejectRoleRequestsInput = {
  /** What becomes of the others where one is refused (批量出错处理). */
  readonly errorPolicy?: ErrorPolicy;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Why, 200 characters at most; kept on record (原因). */
  readonly reason: string;
  /** Global ids of the requests, 100 at most (任命申请标识). */
  readonly requestIds: ReadonlyArray<string>;
};

/** Why rejectServiceRecords did nothing (失败原因). */
export type RejectServiceRecordsErrorCode =
  /** An appeal is decided by the administration, and by somebody else than whoever rejected the record (须由其他管理员复核). */
  | 'BY_ANOTHER'
  /** A valid certificate rests on it: it is revoked first (已出具证明). */
  | 'CERTIFIED'
  /** The caller wrote it down: somebody else decides (不能审核本人提交的补录). */
  | 'FILED_BY_YOU'
  /** Others run the shift (无权审核). */
  | 'NOT_APPROVER'
  /** There is no such record (记录不存在). */
  | 'NOT_FOUND'
  /** It does not wait for a decision (非待审核状态). */
  | 'NOT_WAITING'
  /** Nobody decides on their own service (不能审核本人服务). */
  | 'OWN';

/** Which service to reject, and why (审核不通过). */
export type RejectServiceRecordsInput = {
  /** What becomes of the others where one is refused (批量出错处理). */
  readonly errorPolicy?: ErrorPolicy;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Why, as the volunteers are told it, 200 characters at most (原因). */
  readonly reason: string;
  /** Global ids of the records, 100 at most (服务记录标识). */
  readonly recordIds: ReadonlyArray<string>;
};

/** Why rejectSignups did nothing (失败原因). */
export type RejectSignupsErrorCode =
  /** There is no such sign-up that the caller may decide on (没有可审核的报名). */
  | 'NOT_FOUND'
  /** It does not wait for a decision (无需审核). */
  | 'NOT_PENDING'
  /** It is the caller's own (本人的报名). */
  | 'OWN_SIGNUP'
  /** The shift has begun or is over (已开始). */
  | 'STARTED';

/** Sign-ups to decline (拒绝报名). */
export type RejectSignupsInput = {
  /** What becomes of the others where one cannot be declined (出错处理). */
  readonly errorPolicy?: ErrorPolicy;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Why, as the volunteers are told (拒绝原因), 200 characters at most. */
  readonly reason: string;
  /** Global ids of the sign-ups (报名标识), 100 at most. */
  readonly signupIds: ReadonlyArray<string>;
};

/** Why releaseStaff did nothing (失败原因). */
export type ReleaseStaffErrorCode =
  /** The same was asked for already, and waits for a second administrator (已申请,待复核). */
  | 'ALREADY_ASKED'
  /** They hold this role there at that time (已任此岗位). */
  | 'ALREADY_HELD'
  /** The caller may not grant or end this role (超出本人权限). */
  | 'BEYOND_OWN'
  /** The last day is before the first (日期顺序不正确). */
  | 'DATES'
  /** It is over already (任职已结束). */
  | 'ENDED_ALREADY'
  /** The district would have no administrator (不能解除最后一名区级管理员). */
  | 'LAST_ADMINISTRATOR'
  /** The role does not fit this place: see StaffRole (岗位与范围不符). */
  | 'NODE'
  /** A subject teacher, and no other, has a subject (任教学科仅适用于任课教师). */
  | 'SUBJECT'
  /** The school year of the class is over today, or before the role would begin (班级所在学年已结束). */
  | 'YEAR_OVER';

/** Whose roles all end (教职工离职). */
export type ReleaseStaffInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global id of the staff member (教职工标识). */
  readonly staffId: string;
};

/** Why removeShiftRole did nothing (失败原因). */
export type RemoveShiftRoleErrorCode =
  /** It was cancelled already (已取消). */
  | 'ALREADY_CANCELLED'
  /** Somebody has signed up under what it says now (已有人报名). */
  | 'HAS_SIGNUPS'
  /** A shift needs a role (最后一个岗位). */
  | 'LAST_ROLE'
  /** It has begun or is over (已开始). */
  | 'STARTED';

/** A role to take out of its shift (删除岗位). */
export type RemoveShiftRoleInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global id of the role (岗位标识). */
  readonly roleId: string;
};

/** Why removeShiftSeriesRole did nothing (失败原因). */
export type RemoveShiftSeriesRoleErrorCode =
  /** It was cancelled already (已取消). */
  | 'ALREADY_CANCELLED'
  /** Somebody else has changed it since it was read (他人已修改). */
  | 'CONFLICT'
  /** Somebody has signed up under what it says now (已有人报名). */
  | 'HAS_SIGNUPS'
  /** A shift needs a role (最后一个岗位). */
  | 'LAST_ROLE'
  /** No shift of the series that could be changed is still to come (没有可修改的后续班次). */
  | 'NOTHING_AHEAD';

/** A role to take out of the shifts of a series (删除重复班次岗位). */
export type RemoveShiftSeriesRoleInput = {
  /** From this day on (起始日期), where a part from a day on is meant. */
  readonly from?: string | null | undefined;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** The revision that the caller has seen (修订号). */
  readonly revision: number;
  /** Name of the role as the series has it now (岗位名称). */
  readonly roleName: string;
  /** Which shifts are meant (修改范围). */
  readonly scope: SeriesScope;
  /** Global id of the series (重复班次标识). */
  readonly seriesId: string;
};

/** What a family answers (回执结果). */
export type ReplyAnswer =
  /** Somebody of the family comes (参加). */
  | 'ATTENDING'
  /** Nobody of the family comes (不参加). */
  | 'NOT_ATTENDING';

/** Conditions on a value of type ReplyAnswer: all that are given must hold. */
export type ReplyAnswerFilter = {
  /** Equal to this (等于). */
  readonly eq?: ReplyAnswer | null | undefined;
  /** One of these, 200 at most (属于). */
  readonly in?: ReadonlyArray<ReplyAnswer> | null | undefined;
};

/** Why revokeBindingCode did nothing (失败原因). */
export type RevokeBindingCodeErrorCode =
  /** It was used, revoked or has expired (绑定码已失效). */
  | 'NOT_IN_FORCE';

/** Which code to revoke (作废绑定码). */
export type RevokeBindingCodeInput = {
  /** Global id of the code (绑定码标识). */
  readonly bindingCodeId: string;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
};

/** Why revokeQualification did nothing (失败原因). */
export type RevokeQualificationErrorCode =
  /** It was revoked already (资质已撤销). */
  | 'ALREADY_REVOKED'
  /** Nobody decides on their own qualification (不能处理本人资质). */
  | 'OWN';

/** Which qualification to take back (撤销资质). */
export type RevokeQualificationInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global id of the qualification (资质标识). */
  readonly qualificationId: string;
  /** Why, 200 characters at most (撤销原因). */
  readonly reason: string;
};

/** Why revokeServiceCertificate did nothing (失败原因). */
export type RevokeServiceCertificateErrorCode =
  /** It was revoked before (已撤销). */
  | 'ALREADY_REVOKED'
  /** Nobody revokes their own certificate (不能撤销本人证明). */
  | 'OWN';

/** Which certificate to revoke, and why (撤销证明). */
export type RevokeServiceCertificateInput = {
  /** Global id of the certificate (证明标识). */
  readonly certificateId: string;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Why, as the holder is told it, 200 characters at most (撤销原因). */
  readonly reason: string;
};

/** Why revokeServiceToken did nothing (失败原因). */
export type RevokeServiceTokenErrorCode =
  /** It was revoked before (已撤销). */
  | 'ALREADY_REVOKED';

/** What to shut (撤销服务令牌). */
export type RevokeServiceTokenInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Why, 200 characters at most; kept on record (原因). */
  readonly reason?: string | null | undefined;
  /** Global id of the service token (服务令牌标识). */
  readonly serviceTokenId: string;
};

/** Where a request for a role stands (任命申请状态). */
export type RoleRequestStatus =
  /** A second administrator has approved it: the role was given (已通过). */
  | 'APPROVED'
  /** It can be approved no more, and nobody has decided: its time is over, whoever asked could not give the role any more, the school year ends before the role would begin, whom it names was released, or the role was given by another road (已失效). */
  | 'EXPIRED'
  /** Waiting for a second administrator: it gives no right (待复核). */
  | 'PENDING'
  /** A second administrator has declined it (未通过). */
  | 'REJECTED'
  /** Taken back by whoever asked (已撤回). */
  | 'WITHDRAWN';

/** Conditions on a value of type RoleRequestStatus: all that are given must hold. */
export type RoleRequestStatusFilter = {
  /** Equal to this (等于). */
  readonly eq?: RoleRequestStatus | null | undefined;
  /** One of these, 200 at most (属于). */
  readonly in?: ReadonlyArray<RoleRequestStatus> | null | undefined;
};

/** Which RoleRequest to list: all that is given must hold (筛选条件). */
export type RoleRequestWhere = {
  /** All of these must hold (并且). */
  readonly and?: ReadonlyArray<RoleRequestWhere> | null | undefined;
  /** By: createdAt. */
  readonly createdAt?: DateTimeRangeFilter | null | undefined;
  /** This must not hold (非). */
  readonly not?: RoleRequestWhere | null | undefined;
  /** At least one of these must hold (或者). */
  readonly or?: ReadonlyArray<RoleRequestWhere> | null | undefined;
  /** By: The role (角色). */
  readonly role?: StaffRoleFilter | null | undefined;
  /** By: Where it stands (状态). */
  readonly status?: RoleRequestStatusFilter | null | undefined;
};

/** Why scheduleParentLecture did nothing (失败原因). */
export type ScheduleParentLectureErrorCode =
  /** The class has another lecture at that time (班级已有讲堂). */
  | 'CLASS_TAKEN'
  /** The guardian no longer has a child in the class, or its school year is over (孩子已不在该班). */
  | 'LEFT'
  /** Something else occupies the time of the guardian (家长时间冲突). */
  | 'OVERLAP'
  /** Nobody decides on their own lecture (不能审核本人的家长讲堂). */
  | 'OWN'
  /** It would begin in the past (开始时间已过). */
  | 'PAST'
  /** The room is taken at that time (场地已被占用). */
  | 'ROOM_TAKEN'
  /** The volunteer may not take on anything for the time being (暂停报名资格). */
  | 'SUSPENDED'
  /** It would end before it begins, or last longer than four hours (起止时间不当). */
  | 'TIMES'
  /** It stands where this cannot be done (当前状态不允许此操作). */
  | 'WRONG_STATUS';

/** When and where a lecture takes place (排定家长讲堂). */
export type ScheduleParentLectureInput = {
  /** End (结束时间), exclusive; after as many minutes as the lecture takes where left out. */
  readonly endsAt?: string | null | undefined;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global id of the lecture (家长讲堂标识). */
  readonly lectureId: string;
  /** Where, in words, 60 characters at most (地点); this or a room. */
  readonly place?: string | null | undefined;
  /** Global id of a room of the school, which is then taken (场地标识). */
  readonly roomId?: string | null | undefined;
  /** Start (开始时间). */
  readonly startsAt: string;
};

/** Which shifts of a series are meant (修改范围). One alone is changed or cancelled as any shift is. */
export type SeriesScope =
  /** All that are still to come (全部后续). */
  | 'ALL'
  /** Those from a day on (此次及以后). */
  | 'THIS_AND_FOLLOWING';

/** Which ServiceCertificate to list: all that is given must hold (筛选条件). */
export type ServiceCertificateWhere = {
  /** All of these must hold (并且). */
  readonly and?: ReadonlyArray<ServiceCertificateWhere> | null | undefined;
  /** By: In whose name it is issued (签发区). */
  readonly district?: IDFilter | null | undefined;
  /** This must not hold (非). */
  readonly not?: ServiceCertificateWhere | null | undefined;
  /** By: Number (证明编号), unique; whoever knows it can verify the certificate. */
  readonly number?: StringFilter | null | undefined;
  /** At least one of these must hold (或者). */
  readonly or?: ReadonlyArray<ServiceCertificateWhere> | null | undefined;
};

/** Which ServiceRecord to list: all that is given must hold (筛选条件). */
export type ServiceRecordWhere = {
  /** All of these must hold (并且). */
  readonly and?: ReadonlyArray<ServiceRecordWhere> | null | undefined;
  /** This must not hold (非). */
  readonly not?: ServiceRecordWhere | null | undefined;
  /** At least one of these must hold (或者). */
  readonly or?: ReadonlyArray<ServiceRecordWhere> | null | undefined;
  /** By: The school (学校); null where the district itself asked for volunteers. */
  readonly school?: IDOrNullFilter | null | undefined;
  /** By: The shift (班次); null where the caller no longer sees it. */
  readonly shift?: IDFilter | null | undefined;
  /** By: Start (开始时间), not before that of the shift. */
  readonly startsAt?: DateTimeRangeFilter | null | undefined;
  /** By: Where it stands (状态). */
  readonly status?: ServiceStatusFilter | null | undefined;
};

/** What a client without a person may see (服务角色). */
export type ServiceRole =
  /** Figures of a district, small groups withheld, never names (分析员). */
  | 'ANALYST'
  /** What a district administrator sees (区级管理员). */
  | 'DISTRICT_ADMIN'
  /** What the administrator of a school sees (学校管理员). */
  | 'SCHOOL_ADMIN';

/** What a service record rests on (服务记录来源). */
export type ServiceSource =
  /** On what the volunteer or organiser wrote down afterwards (补录). */
  | 'SUPPLEMENTED'
  /** On check-in and check-out (系统签到). */
  | 'SYSTEM_CHECKED';

/** Where a service record stands (服务记录状态). */
export type ServiceStatus =
  /** The volunteer asks to decide again (申诉中). */
  | 'APPEALED'
  /** It counts (已通过). */
  | 'APPROVED'
  /** Waiting for approval (待审核). */
  | 'PENDING'
  /** It does not count (未通过). */
  | 'REJECTED';

/** Conditions on a value of type ServiceStatus: all that are given must hold. */
export type ServiceStatusFilter = {
  /** Equal to this (等于). */
  readonly eq?: ServiceStatus | null | undefined;
  /** One of these, 200 at most (属于). */
  readonly in?: ReadonlyArray<ServiceStatus> | null | undefined;
};

/** Where a service token stands (服务令牌状态). */
export type ServiceTokenStanding =
  /** Good (有效). */
  | 'ACTIVE'
  /** Good for nothing: the role that it rests on has ended, or the account of its holder is shut; another administrator may take it over (已随任职结束失效). */
  | 'ENDED'
  /** Over by itself (已过期). */
  | 'EXPIRED'
  /** Shut by an administrator (已撤销). */
  | 'REVOKED'
  /** Good for nothing until an administrator of the school takes it over (待学校接管). */
  | 'WAITING';

/** Why setCalendarDays did nothing (失败原因). */
export type SetCalendarDaysErrorCode =
  /** The first day is not before the last (日期顺序不正确). */
  | 'DATES'
  /** A make-up day, and no other, says whose timetable it follows (调休日须注明按周几上课). */
  | 'FOLLOWS_WEEKDAY'
  /** The school year has a term of this number (学期序号已存在). */
  | 'NUMBER_TAKEN'
  /** A day lies outside of the school year (日期不在学年内). */
  | 'OUTSIDE_YEAR'
  /** Another one covers some of these days (日期与已有的重叠). */
  | 'OVERLAP'
  /** More than 200 days (一次过多). */
  | 'TOO_MANY'
  /** A day is named twice (日期重复). */
  | 'TWICE';

/** All holidays and make-up days of a school year (设置校历特殊日). */
export type SetCalendarDaysInput = {
  /** The days, 200 at most; they take the place of those that are there (特殊日). */
  readonly calendar: ReadonlyArray<CalendarDayInput>;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global id of the school year (学年标识). */
  readonly schoolYearId: string;
};

/** Why setUpSignIn did nothing (失败原因). */
export type SetUpSignInErrorCode =
  /** The code is not one of this secret at this moment: is the clock of the telephone right? (验证码不正确). */
  | 'CODE_WRONG'
  /** The link was used, has expired, or was replaced by another one: ask for a new one (链接无效). */
  | 'LINK_NOT_VALID'
  /** The password is among the first that a guesser tries, or is made of the own name or number (密码过于常见). */
  | 'PASSWORD_GUESSABLE'
  /** The password has more than 128 characters (密码过长). */
  | 'PASSWORD_TOO_LONG'
  /** The password has fewer than 12 characters (密码过短). */
  | 'PASSWORD_TOO_SHORT'
  /** The secret was offered more than an hour ago, or to somebody else: ask for a new one (设置已超时). */
  | 'SET_UP_OVER';

/** A password and an authenticator, by a link (设置密码登录). */
export type SetUpSignInInput = {
  /** What the authenticator shows, six digits (验证码). */
  readonly code: string;
  /** The last part of the address of the link, from hubl_ on (链接). */
  readonly link: string;
  /** A password of 12 to 128 characters; a sentence will do (密码). */
  readonly password: string;
  /** What offerAuthenticator told beside the secret (设置凭证). */
  readonly setUp: string;
};

/** Why setVolunteeringPolicy did nothing (失败原因). */
export type SetVolunteeringPolicyErrorCode =
  /** The value is not one that a district may set (超出允许范围). */
  | 'OUT_OF_RANGE';

/** Rules of volunteering to set; those left out stay (志愿服务规则). */
export type SetVolunteeringPolicyInput = {
  /** How many minutes before the start one can check in, 0 to 240 (提前签到分钟数). */
  readonly checkInEarlyMinutes?: number | null | undefined;
  /** Global id of the district (区标识). */
  readonly districtId: string;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** So many shifts missed suspend a volunteer, 1 to 100 (缺勤几次暂停). */
  readonly noShowLimit?: number | null | undefined;
  /** Shifts missed within so many days count together, 1 to 1000 (缺勤统计天数). */
  readonly noShowWindowDays?: number | null | undefined;
  /** For how many minutes a free place is held for the next one on a waiting list, 1 to 10080 (候补保留分钟数). */
  readonly offerMinutes?: number | null | undefined;
  /** Within how many hours after the end check-ins noted without a network may be sent, 1 to 720 (补传时限,小时). */
  readonly reportWithinHours?: number | null | undefined;
  /** For how many days a volunteer is suspended then, 1 to 1000 (暂停天数). */
  readonly suspensionDays?: number | null | undefined;
};

/** What there is to do in a shift, and for how many (岗位). */
export type ShiftRoleInput = {
  /** The organiser confirms each sign-up (需审核). */
  readonly approvalRequired?: boolean;
  /** Places (名额), 1 to 1000. */
  readonly capacity: number;
  /** What is to be done (岗位说明), 300 characters at most. */
  readonly description?: string | null | undefined;
  /** Volunteers without whom it cannot take place (最少人数). */
  readonly minimum?: number;
  /** Name (岗位名称), 30 characters at most, its own within the shift. */
  readonly name: string;
  /** Qualification that a volunteer must have on record (资质要求). */
  readonly qualification?: string | null | undefined;
};

/** Where a shift stands (班次状态). */
export type ShiftStatus =
  /** It does not take place (已取消); the reason is stored. */
  | 'CANCELLED'
  /** Being prepared, seen by its organisers only (草稿). */
  | 'DRAFT'
  /** It takes place (已排定). */
  | 'SCHEDULED';

/** Why showCheckInCode did nothing (失败原因). */
export type ShowCheckInCodeErrorCode =
  /** The shift does not take place (班次未排定). */
  | 'CANCELLED'
  /** The shift is over (班次已结束). */
  | 'OVER'
  /** Checking in has not begun (尚未到签到时间). */
  | 'TOO_EARLY';

/** Which shift to show the code of (出示签到码). */
export type ShowCheckInCodeInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global id of the shift (班次标识). */
  readonly shiftId: string;
};

/** Why signInWithPassword did nothing (失败原因). */
export type SignInWithPasswordErrorCode =
  /** The account is shut (账号已停用). */
  | 'ACCOUNT_DISABLED'
  /** Set up, and not yet approved by a second administrator (待复核). */
  | 'NOT_APPROVED'
  /** Number, password and code do not fit, or the code was used already: whatever is wrong with them (工号、密码或验证码不正确). */
  | 'NOT_RIGHT'
  /** The person has no role that holds today (今日无任职). */
  | 'NO_ROLE'
  /** Too many in a row were wrong from this network, or from anywhere where the number has not signed in lately, for whoever it is or is not: wait some minutes, or take a recovery code in place of one of the authenticator (尝试过多). */
  | 'TOO_MANY_ATTEMPTS';

/** Number, password and code of a member of staff (密码登录). */
export type SignInWithPasswordInput = {
  /** What the client is, for the list of sessions, 100 characters at most (客户端说明), e.g. 办公电脑. */
  readonly client?: string | null | undefined;
  /** What the authenticator shows, six digits, each good once (验证码). */
  readonly code?: string | null | undefined;
  /** The password (密码). */
  readonly password: string;
  /** In the place of the code: one of the recovery codes, each good once (恢复码). */
  readonly recoveryCode?: string | null | undefined;
  /** The own staff number (工号). */
  readonly staffNumber: string;
};

/** Where a sign-up stands (报名状态). */
export type SignupStatus =
  /** Taken back (已取消). */
  | 'CANCELLED'
  /** The volunteer has the place (已确认). */
  | 'CONFIRMED'
  /** Waiting for the organiser (待审核): it takes no place, but occupies the time. */
  | 'PENDING'
  /** The organiser declined (未通过). */
  | 'REJECTED';

/** Why a place went past somebody who waits (跳过原因). */
export type SkipReason =
  /** Signed up for this shift already, in this role or another (已报名). */
  | 'ALREADY_SIGNED_UP'
  /** The activity is for other families (不在适用范围). */
  | 'NOT_ELIGIBLE'
  /** The role wants a qualification that is not on record (缺少所需资质). */
  | 'NOT_QUALIFIED'
  /** Something else occupies the time (时间冲突). */
  | 'OVERLAP'
  /** The volunteer may not sign up for the time being (暂停报名资格). */
  | 'SUSPENDED';

/** Who a member of staff of a list is to the identity provider (绑定项). */
export type StaffIdentityRow = {
  /** Global id of the staff member (教职工标识). */
  readonly staffId: string;
  /** What the provider calls the person for good, 255 characters at most (主体标识). */
  readonly subject: string;
};

/** Whether somebody signs in by it (登录方式状态). */
export type StaffIdentityStatus =
  /** Good (有效). */
  | 'ACTIVE'
  /** A link to set up a password was handed out, and nobody has done so yet (待设置). */
  | 'INVITED'
  /** Waiting for a second administrator: with it nobody signs in (待复核). */
  | 'PENDING';

/** A part that staff play at a node of the organisation (岗位角色). */
export type StaffRole =
  /** Analyses figures, never names (教研/督导分析员). */
  | 'ANALYST'
  /** Administers the district (区级管理员). */
  | 'DISTRICT_ADMIN'
  /** Heads a grade of a school (年级组长). */
  | 'GRADE_HEAD'
  /** Homeroom teacher of a class (班主任). */
  | 'HOMEROOM_TEACHER'
  /** Gives courses and lectures (主讲人). */
  | 'LECTURER'
  /** Answers for personal data (个人信息保护负责人). */
  | 'PRIVACY_OFFICER'
  /** Administers a school (学校管理员). */
  | 'SCHOOL_ADMIN'
  /** Teaches a subject in a class (任课教师). */
  | 'SUBJECT_TEACHER';

/** Conditions on a value of type StaffRole: all that are given must hold. */
export type StaffRoleFilter = {
  /** Equal to this (等于). */
  readonly eq?: StaffRole | null | undefined;
  /** One of these, 200 at most (属于). */
  readonly in?: ReadonlyArray<StaffRole> | null | undefined;
};

/** A stage of compulsory education (学段). */
export type Stage =
  /** Junior middle school (初中), grades 7 to 9. */
  | 'JUNIOR_MIDDLE'
  /** Primary school (小学), grades 1 to 6. */
  | 'PRIMARY';

/** Where an offer to take over a place stands (替班状态). */
export type StandInStatus =
  /** The other does not want it (对方已拒绝). */
  | 'DECLINED'
  /** The other has the place (已替班). */
  | 'DONE'
  /** Not answered in time (已过期). */
  | 'EXPIRED'
  /** The other has not answered yet (待对方确认). */
  | 'OFFERED'
  /** The other agrees; the organiser decides (待组织者审核). */
  | 'PENDING'
  /** The organiser declined (组织者未通过). */
  | 'REJECTED'
  /** Taken back, or the sign-up has ended (已撤回). */
  | 'WITHDRAWN';

/** To whom a volunteer offers their place (替班方式). */
export type StandInWay =
  /** To whoever is given the code (凭替班码). */
  | 'CODE'
  /** To another guardian of the same family (同一家庭的家长). */
  | 'GUARDIAN'
  /** To the waiting list (候补名单): the volunteer keeps the place until somebody takes it. */
  | 'WAITLIST';

/** Conditions on a value of type String: all that are given must hold. */
export type StringFilter = {
  /** Equal to this (等于). */
  readonly eq?: string | null | undefined;
  /** One of these, 200 at most (属于). */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Conditions on a value of type String: all that are given must hold. */
export type StringTextFilter = {
  /** Holds this text; % and _ are plain letters (包含). */
  readonly contains?: string | null | undefined;
  /** Equal to this (等于). */
  readonly eq?: string | null | undefined;
  /** One of these, 200 at most (属于). */
  readonly in?: ReadonlyArray<string> | null | undefined;
};

/** Why a pupil has left the school (离校原因). */
export type StudentLeaving =
  /** Finished the last grade of the school (毕业). */
  | 'GRADUATED'
  /** Went to a school outside of the hub (转出). */
  | 'TRANSFERRED_OUT'
  /** Left for another reason, e.g. suspended schooling (休学或其他). */
  | 'WITHDRAWN';

/** Why suspendVolunteer did nothing (失败原因). */
export type SuspendVolunteerErrorCode =
  /** A decision of this school or district holds already: lift it first (已被暂停). */
  | 'ALREADY_SUSPENDED'
  /** Nobody suspends themself (不能暂停本人). */
  | 'OWN'
  /** It would be over already (截止时间已过). */
  | 'PAST'
  /** It would last more than 1000 days (期限过长). */
  | 'TOO_LONG';

/** Whom to suspend, where and until when (暂停报名资格). */
export type SuspendVolunteerInput = {
  /** Global id of the district in the whole of which it holds (区标识). */
  readonly districtId?: string | null | undefined;
  /** Global id of the guardian (家长标识), who has a child at the school or in the district. */
  readonly guardianId: string;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** The reason, as the volunteer is told it, 200 characters at most (原因). */
  readonly reason: string;
  /** Global id of the school at which it holds (学校标识); name this or a district. */
  readonly schoolId?: string | null | undefined;
  /** Until when (截止时间), exclusive; 1000 days ahead at most. */
  readonly until: string;
};

/** Why a volunteer is suspended (暂停原因类型). */
export type SuspensionCause =
  /** An administrator decided so (管理员决定). */
  | 'DECISION'
  /** Too many shifts missed, by the rule of the district (多次缺勤). */
  | 'NO_SHOWS';

/** The form of a table as a file (表格格式). */
export type TableFormat =
  /** Values with commas, as Excel opens them (逗号分隔文本). */
  | 'CSV'
  /** An Excel workbook (电子表格). */
  | 'XLSX';

/** Why takeOverServiceToken did nothing (失败原因). */
export type TakeOverServiceTokenErrorCode =
  /** Somebody else has just taken it over, whose secret would be good for nothing: look again (已被他人接管). */
  | 'CONFLICT'
  /** The caller does not hold all of it (超出本人权限). */
  | 'MORE_THAN_YOURS'
  /** It was revoked or has expired: make a new one (已撤销或已过期). */
  | 'OVER';

/** Which service token is to rest on the role of the caller (接管服务令牌). */
export type TakeOverServiceTokenInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global id of the service token (服务令牌标识). */
  readonly serviceTokenId: string;
};

/** Which Task to list: all that is given must hold (筛选条件). */
export type TaskWhere = {
  /** All of these must hold (并且). */
  readonly and?: ReadonlyArray<TaskWhere> | null | undefined;
  /** By: Until when it has to be done (截止时间); null where nothing but the task itself presses. */
  readonly dueAt?: DateTimeRangeOrNullFilter | null | undefined;
  /** By: What is to be done, for the client to choose an icon and a screen by (待办类型), e.g. volunteering.answer-offer. */
  readonly kind?: StringFilter | null | undefined;
  /** This must not hold (非). */
  readonly not?: TaskWhere | null | undefined;
  /** At least one of these must hold (或者). */
  readonly or?: ReadonlyArray<TaskWhere> | null | undefined;
};

/** Why transferStudent did nothing (失败原因). */
export type TransferStudentErrorCode =
  /** The pupil is in the class already (学生已在班级中). */
  | 'IN_CLASS'
  /** No pupil of this number goes to a school of the caller (没有该学籍号的学生). */
  | 'NO_SUCH_PUPIL'
  /** Nobody decides where their own child goes to school (不能办理本人子女的转班、转学或离校). */
  | 'OWN_CHILD'
  /** The school year of the class is over (班级所在学年已结束). */
  | 'YEAR_OVER';

/** Who moves to which class (调班或转学). */
export type TransferStudentInput = {
  /** Global id of the class that the pupil comes into (转入班级标识). */
  readonly classId: string;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Number in the register of pupils (学籍号). */
  readonly studentNumber: string;
};

/** Why unblockGuardian did nothing (失败原因). */
export type UnblockGuardianErrorCode =
  /** The guardianship is not in force (监护关系未生效). */
  | 'NOT_ACTIVE'
  /** The guardian is not blocked (未屏蔽). */
  | 'NOT_BLOCKED'
  /** The caller's own guardianship: somebody else decides (不能处理本人的监护关系). */
  | 'OWN'
  /** The pupil is the caller's own child, or the caller asks to be their guardian or is kept from them: somebody else decides who else is one (不能处理本人子女的其他家长). */
  | 'OWN_CHILD';

/** Whose block to take back, and why (解除屏蔽). */
export type UnblockGuardianInput = {
  /** Global id of the guardianship (监护关系标识). */
  readonly guardianshipId: string;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Why, 200 characters at most; kept on record (原因). */
  readonly reason: string;
};

/** Why unlinkStaffIdentity did nothing (失败原因). */
export type UnlinkStaffIdentityErrorCode =
  /** Nobody shuts themselves out: another administrator can do it (不能解除本人绑定). */
  | 'OWN_IDENTITY'
  /** The person has a role in a district of somebody else, who must agree (在其他区任职). */
  | 'ROLE_ELSEWHERE';

/** What to unlink (解除统一身份绑定). */
export type UnlinkStaffIdentityInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global id of the link (绑定标识). */
  readonly staffIdentityId: string;
};

/** Why updateDistrict did nothing (失败原因). */
export type UpdateDistrictErrorCode =
  /** A contact has a telephone number or an address of mail (联系方式需含电话或邮箱). */
  | 'CONTACT_SHAPE';

/** What changes of a district (修改区); what is left out stays. */
export type UpdateDistrictInput = {
  /** A telephone number or an address of mail, and an office, 100 characters at most (联系方式): everybody may read it. Null takes it off the record. */
  readonly contact?: string | null | undefined;
  /** Global id of the district (区标识). */
  readonly districtId: string;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
};

/** Why updateRoom did nothing (失败原因). */
export type UpdateRoomErrorCode =
  /** A room has one seat at least (座位数应大于 0). */
  | 'CAPACITY'
  /** Seats may have been promised: set the capacity of what takes place there instead (座位数不能减少). */
  | 'CAPACITY_FALLS'
  /** The school has a room of this name (场地名称已存在). */
  | 'TAKEN';

/** What changes of a room (修改场地); what is left out stays. */
export type UpdateRoomInput = {
  /** Seats, no fewer than before (座位数). */
  readonly capacity?: number | null | undefined;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Name, 60 characters at most (名称). */
  readonly name?: string | null | undefined;
  /** Global id of the room (场地标识). */
  readonly roomId: string;
};

/** Why updateSchoolClass did nothing (失败原因). */
export type UpdateSchoolClassErrorCode =
  /** The number is not from 1 to 60 (班号超出范围). */
  | 'NUMBER_RANGE'
  /** The grade has a class of this number in this year (班级已存在). */
  | 'TAKEN';

/** What changes of a class (修改班级); what is left out stays. */
export type UpdateSchoolClassInput = {
  /** Global id of the class (班级标识). */
  readonly classId: string;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Name, 40 characters at most (名称). */
  readonly name?: string | null | undefined;
  /** Number within the grade, 1 to 60 (班号). */
  readonly number?: number | null | undefined;
};

/** Why updateSchool did nothing (失败原因). */
export type UpdateSchoolErrorCode =
  /** A contact has a telephone number or an address of mail (联系方式需含电话或邮箱). */
  | 'CONTACT_SHAPE'
  /** A school teaches at least one stage (请选择学段). */
  | 'NO_STAGES'
  /** The school has classes of a stage that would go, in this school year or a later one (学段下仍有班级). */
  | 'STAGE_IN_USE';

/** What changes of a school (修改学校); what is left out stays. */
export type UpdateSchoolInput = {
  /** A telephone number or an address of mail, and an office, 100 characters at most (联系方式): everybody may read it. Null takes it off the record. */
  readonly contact?: string | null | undefined;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Name, 100 characters at most (名称). */
  readonly name?: string | null | undefined;
  /** Global id of the school (学校标识). */
  readonly schoolId: string;
  /** Stages that it teaches (学段). */
  readonly stages?: ReadonlyArray<Stage> | null | undefined;
};

/** Why updateSchoolYear did nothing (失败原因). */
export type UpdateSchoolYearErrorCode =
  /** The first day is not before the last (日期顺序不正确). */
  | 'DATES'
  /** A term, a holiday or a make-up day would lie outside of the year (学期或特殊日将超出学年). */
  | 'LEAVES_OUT'
  /** The school year has a term of this number (学期序号已存在). */
  | 'NUMBER_TAKEN'
  /** A day lies outside of the school year (日期不在学年内). */
  | 'OUTSIDE_YEAR'
  /** Another one covers some of these days (日期与已有的重叠). */
  | 'OVERLAP';

/** What changes of a school year (修改学年); what is left out stays. */
export type UpdateSchoolYearInput = {
  /** Last day (结束日期), inclusive. */
  readonly endsOn?: string | null | undefined;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Name, 40 characters at most (名称). */
  readonly name?: string | null | undefined;
  /** Global id of the school year (学年标识). */
  readonly schoolYearId: string;
  /** First day (开始日期). */
  readonly startsOn?: string | null | undefined;
};

/** Why updateShift did nothing (失败原因). */
export type UpdateShiftErrorCode =
  /** It was cancelled already (已取消). */
  | 'ALREADY_CANCELLED'
  /** It is a lecture, and its class has another one at that time (班级已有讲堂). */
  | 'CLASS_TAKEN'
  /** Somebody else has changed it since it was read (他人已修改). */
  | 'CONFLICT'
  /** It would end before it begins (结束早于开始). */
  | 'ENDS_BEFORE_START'
  /** The room is taken at that time (场地已被占用). */
  | 'ROOM_TAKEN'
  /** Signing up would end before it opens, or signing up or free cancelling after the start (报名时间不合理). */
  | 'SIGNUP_WINDOW'
  /** It has begun or is over (已开始). */
  | 'STARTED'
  /** It would have begun already (开始时间已过). */
  | 'STARTS_IN_PAST'
  /** It would last more than a day (时长超过一天). */
  | 'TOO_LONG';

/** What to change of a shift (修改班次); what is left out stays, and signing up moves with the start. */
export type UpdateShiftInput = {
  /** Until when a volunteer may cancel freely (自由取消截止时间). */
  readonly cancelUntil?: string | null | undefined;
  /** End (结束时间), exclusive; it moves with the start where left out. */
  readonly endsAt?: string | null | undefined;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Where volunteers meet (地点), 60 characters at most. */
  readonly place?: string | null | undefined;
  /** The revision that the caller has seen (修订号). */
  readonly revision: number;
  /** Global id of the shift (班次标识). */
  readonly shiftId: string;
  /** End of signing up (报名截止时间), exclusive. */
  readonly signupClosesAt?: string | null | undefined;
  /** First moment to sign up (报名开始时间). */
  readonly signupOpensAt?: string | null | undefined;
  /** Start (开始时间). */
  readonly startsAt?: string | null | undefined;
};

/** Why updateShiftRole did nothing (失败原因). */
export type UpdateShiftRoleErrorCode =
  /** It was cancelled already (已取消). */
  | 'ALREADY_CANCELLED'
  /** More volunteers than that have a place already (少于已确认人数). */
  | 'CAPACITY_BELOW_CONFIRMED'
  /** Places are 1 to 1000, and the minimum is at most as many (名额或最少人数不合理). */
  | 'CAPACITY_RANGE'
  /** Somebody has signed up under what it says now (已有人报名). */
  | 'HAS_SIGNUPS'
  /** It has begun or is over (已开始). */
  | 'STARTED';

/** What to change of a role (修改岗位); what is left out stays. */
export type UpdateShiftRoleInput = {
  /** The organiser confirms each sign-up (需审核); only while nobody has signed up or waits. */
  readonly approvalRequired?: boolean | null | undefined;
  /** Places (名额): more go to the waiting list first; fewer are taken from held offers, never from who has a place. */
  readonly capacity?: number | null | undefined;
  /** What is to be done (岗位说明); null takes it away. */
  readonly description?: string | null | undefined;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Volunteers without whom it cannot take place (最少人数). */
  readonly minimum?: number | null | undefined;
  /** Name (岗位名称), 30 characters at most. */
  readonly name?: string | null | undefined;
  /** Qualification that a volunteer must have (资质要求), null takes it away; only while nobody has signed up or waits. */
  readonly qualification?: string | null | undefined;
  /** Global id of the role (岗位标识). */
  readonly roleId: string;
};

/** Why updateShiftSeries did nothing (失败原因). */
export type UpdateShiftSeriesErrorCode =
  /** It was cancelled already (已取消). */
  | 'ALREADY_CANCELLED'
  /** It is a lecture, and its class has another one at that time (班级已有讲堂). */
  | 'CLASS_TAKEN'
  /** Somebody else has changed it since it was read (他人已修改). */
  | 'CONFLICT'
  /** The dates span more than 400 days (日期跨度过长). */
  | 'DATES_TOO_LONG'
  /** It would end before it begins (结束早于开始). */
  | 'ENDS_BEFORE_START'
  /** The series goes on from there by another rule, which is changed by itself (与后续安排重叠). */
  | 'GOES_ON'
  /** No shift of the series that could be changed is still to come (没有可修改的后续班次). */
  | 'NOTHING_AHEAD'
  /** No day to come fits the rule (没有符合规则的日期). */
  | 'NO_OCCURRENCES'
  /** The room is taken at that time (场地已被占用). */
  | 'ROOM_TAKEN'
  /** Signing up would end before it opens, or after the start (报名时间不合理). */
  | 'SIGNUP_WINDOW'
  /** The rule asks for more than 200 shifts (班次过多). */
  | 'TOO_MANY_SHIFTS';

/** What to change of a series from a day on (修改重复班次); what is left out stays. */
export type UpdateShiftSeriesInput = {
  /** How many minutes before its start free cancelling ends (提前几分钟截止自由取消). */
  readonly cancelUntilMinutesBefore?: number | null | undefined;
  /** End by the clock (结束时刻). */
  readonly endTime?: string | null | undefined;
  /** From this day on (起始日期), where a part from a day on is meant. */
  readonly from?: string | null | undefined;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Last day (末日), inclusive. */
  readonly lastDate?: string | null | undefined;
  /** Where volunteers meet (地点), 60 characters at most. */
  readonly place?: string | null | undefined;
  /** Why days fall away (取消原因), for those who have signed up, 200 characters at most. */
  readonly reason?: string | null | undefined;
  /** The revision that the caller has seen (修订号). */
  readonly revision: number;
  /** Which shifts are meant (修改范围). */
  readonly scope: SeriesScope;
  /** Global id of the series (重复班次标识). */
  readonly seriesId: string;
  /** How many minutes before its start signing up ends (提前几分钟截止报名). */
  readonly signupClosesMinutesBefore?: number | null | undefined;
  /** How many days before its start a shift opens for signing up (提前几天开放报名). */
  readonly signupOpensDaysBefore?: number | null | undefined;
  /** Leaves holidays out (跳过节假日). */
  readonly skipsHolidays?: boolean | null | undefined;
  /** Start by the clock (开始时刻). */
  readonly startTime?: string | null | undefined;
  /** Days of the week, 1 Monday to 7 Sunday (周几). */
  readonly weekdays?: ReadonlyArray<number> | null | undefined;
};

/** Why updateShiftSeriesRole did nothing (失败原因). */
export type UpdateShiftSeriesRoleErrorCode =
  /** It was cancelled already (已取消). */
  | 'ALREADY_CANCELLED'
  /** More volunteers than that have a place already (少于已确认人数). */
  | 'CAPACITY_BELOW_CONFIRMED'
  /** Places are 1 to 1000, and the minimum is at most as many (名额或最少人数不合理). */
  | 'CAPACITY_RANGE'
  /** Somebody else has changed it since it was read (他人已修改). */
  | 'CONFLICT'
  /** Somebody has signed up under what it says now (已有人报名). */
  | 'HAS_SIGNUPS'
  /** Another role of a shift has this name already (岗位重名). */
  | 'NAME_TAKEN'
  /** No shift of the series that could be changed is still to come (没有可修改的后续班次). */
  | 'NOTHING_AHEAD';

/** What to change of a role of a series (修改重复班次岗位); what is left out stays. */
export type UpdateShiftSeriesRoleInput = {
  /** The organiser confirms each sign-up (需审核); only while nobody has signed up or waits. */
  readonly approvalRequired?: boolean | null | undefined;
  /** Places (名额): more go to the waiting list first; fewer are taken from held offers, never from who has a place. */
  readonly capacity?: number | null | undefined;
  /** What is to be done (岗位说明); null takes it away. */
  readonly description?: string | null | undefined;
  /** From this day on (起始日期), where a part from a day on is meant. */
  readonly from?: string | null | undefined;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Volunteers without whom it cannot take place (最少人数). */
  readonly minimum?: number | null | undefined;
  /** Name (岗位名称), 30 characters at most. */
  readonly name?: string | null | undefined;
  /** Qualification that a volunteer must have (资质要求), null takes it away; only while nobody has signed up or waits. */
  readonly qualification?: string | null | undefined;
  /** The revision that the caller has seen (修订号). */
  readonly revision: number;
  /** Name of the role as the series has it now (现岗位名称). */
  readonly roleName: string;
  /** Which shifts are meant (修改范围). */
  readonly scope: SeriesScope;
  /** Global id of the series (重复班次标识). */
  readonly seriesId: string;
};

/** Why updateStaff did nothing (失败原因). */
export type UpdateStaffErrorCode =
  /** They hold a role that reaches beyond those of the caller (超出本人权限). */
  | 'BEYOND_OWN'
  /** Somebody has this number already (工号已存在). */
  | 'NUMBER_TAKEN'
  /** Nobody corrects their own name or number (不能修改本人姓名和工号). */
  | 'OWN'
  /** The phone number is not eleven digits (手机号格式不正确). */
  | 'PHONE_SHAPE';

/** What changes of somebody on the staff (修改教职工); what is left out stays. */
export type UpdateStaffInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Name, 40 characters at most (姓名). */
  readonly name?: string | null | undefined;
  /** Mobile number, eleven digits; null takes it off the record (手机号). */
  readonly phone?: string | null | undefined;
  /** Global id of the staff member (教职工标识). */
  readonly staffId: string;
  /** Number of the staff member, 40 characters at most (工号). */
  readonly staffNumber?: string | null | undefined;
};

/** Why updateStudent did nothing (失败原因). */
export type UpdateStudentErrorCode =
  /** A pupil has a number of 30 letters and digits at most (学籍号格式不正确). */
  | 'NUMBER_NEEDED'
  /** Another pupil has this number (学籍号已存在). */
  | 'NUMBER_TAKEN'
  /** Nobody corrects the record of their own child (不能修改本人子女的信息). */
  | 'OWN_CHILD';

/** What is corrected of a pupil (更正学生信息); what is left out stays. */
export type UpdateStudentInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Name, 40 characters at most (姓名). */
  readonly name?: string | null | undefined;
  /** Global id of the pupil (学生标识). */
  readonly studentId: string;
  /** Number in the register of pupils, 30 letters and digits at most (学籍号). */
  readonly studentNumber?: string | null | undefined;
};

/** Why updateTerm did nothing (失败原因). */
export type UpdateTermErrorCode =
  /** The first day is not before the last (日期顺序不正确). */
  | 'DATES'
  /** A term, a holiday or a make-up day would lie outside of the year (学期或特殊日将超出学年). */
  | 'LEAVES_OUT'
  /** The school year has a term of this number (学期序号已存在). */
  | 'NUMBER_TAKEN'
  /** A day lies outside of the school year (日期不在学年内). */
  | 'OUTSIDE_YEAR'
  /** Another one covers some of these days (日期与已有的重叠). */
  | 'OVERLAP';

/** What changes of a term (修改学期); what is left out stays. */
export type UpdateTermInput = {
  /** Last day (结束日期), inclusive. */
  readonly endsOn?: string | null | undefined;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** First day (开始日期). */
  readonly startsOn?: string | null | undefined;
  /** Global id of the term (学期标识). */
  readonly termId: string;
};

/** Why updateVolunteerActivity did nothing (失败原因). */
export type UpdateVolunteerActivityErrorCode =
  /** It was cancelled already (已取消). */
  | 'ALREADY_CANCELLED'
  /** A target lies outside the part of the organisation that the caller answers for (适用对象超出范围). */
  | 'AUDIENCE_OUTSIDE'
  /** Somebody else has changed it since it was read (他人已修改). */
  | 'CONFLICT'
  /** The organiser does not work there (组织者不在该校任职). */
  | 'ORGANISER_ELSEWHERE'
  /** The telephone is a private mobile number (电话为个人手机号). */
  | 'PRIVATE_NUMBER';

/** What to change of an activity (修改志愿活动); what is left out stays. */
export type UpdateVolunteerActivityInput = {
  /** Global id of the activity (活动标识). */
  readonly activityId: string;
  /** Whose families may sign up from now on (适用对象); who has signed up keeps the place. */
  readonly audience?: ReadonlyArray<AudienceTargetInput> | null | undefined;
  /** Who answers questions (联系人). */
  readonly contactName?: string | null | undefined;
  /** Telephone of the office (办公电话); null takes it away. */
  readonly contactPhone?: string | null | undefined;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** What volunteers do (类型). */
  readonly kind?: ActivityKind | null | undefined;
  /** Global id of the staff member who organises it from now on (组织者标识). */
  readonly organiserId?: string | null | undefined;
  /** What it is for (活动目的), 1000 characters at most. */
  readonly purpose?: string | null | undefined;
  /** The revision that the caller has seen (修订号). */
  readonly revision: number;
  /** What a volunteer should know of its risks (风险告知), 1000 characters at most. */
  readonly riskNotice?: string | null | undefined;
  /** Title (标题), 60 characters at most. */
  readonly title?: string | null | undefined;
  /** Global ids of all its topics (主题标识), 10 at most. */
  readonly topicIds?: ReadonlyArray<string> | null | undefined;
  /** Who comes first on its waiting lists (候补优先规则). */
  readonly waitlistPriority?: WaitlistPriority | null | undefined;
};

/** Which VolunteerActivity to list: all that is given must hold (筛选条件). */
export type VolunteerActivityWhere = {
  /** All of these must hold (并且). */
  readonly and?: ReadonlyArray<VolunteerActivityWhere> | null | undefined;
  /** By: What volunteers do (类型). */
  readonly kind?: ActivityKindFilter | null | undefined;
  /** This must not hold (非). */
  readonly not?: VolunteerActivityWhere | null | undefined;
  /** At least one of these must hold (或者). */
  readonly or?: ReadonlyArray<VolunteerActivityWhere> | null | undefined;
  /** By: The school (学校); null where the district itself asks for volunteers. */
  readonly school?: IDOrNullFilter | null | undefined;
  /** By: Where the activity stands (活动状态). */
  readonly status?: ActivityStatusFilter | null | undefined;
  /** On one of these topics (主题). */
  readonly topic?: IDFilter | null | undefined;
};

/** Which WaitlistEntry to list: all that is given must hold (筛选条件). */
export type WaitlistEntryWhere = {
  /** All of these must hold (并且). */
  readonly and?: ReadonlyArray<WaitlistEntryWhere> | null | undefined;
  /** This must not hold (非). */
  readonly not?: WaitlistEntryWhere | null | undefined;
  /** At least one of these must hold (或者). */
  readonly or?: ReadonlyArray<WaitlistEntryWhere> | null | undefined;
  /** By: Where they stand (状态). */
  readonly status?: WaitlistStatusFilter | null | undefined;
};

/** Who comes first on the waiting lists of an activity (候补优先规则). */
export type WaitlistPriority =
  /** Whoever joined first (先到先得). */
  | 'NONE'
  /** Those who have no approved service in the term of the shift, then whoever joined first (本学期未服务者优先). */
  | 'NOT_SERVED_THIS_TERM';

/** Where somebody on a waiting list stands (候补状态). */
export type WaitlistStatus =
  /** The list ended: the shift began or does not take place (候补已结束). */
  | 'CLOSED'
  /** They declined the place (已放弃). */
  | 'DECLINED'
  /** They did not answer in time (已过期). */
  | 'EXPIRED'
  /** They are no longer among the families for whom the activity is (不再符合适用范围). */
  | 'INELIGIBLE'
  /** They left the list (已退出). */
  | 'LEFT'
  /** A place is held for them until the offer expires (名额保留中). */
  | 'OFFERED'
  /** They took the place (已接受). */
  | 'TAKEN'
  /** Waiting (候补中). */
  | 'WAITING';

/** Conditions on a value of type WaitlistStatus: all that are given must hold. */
export type WaitlistStatusFilter = {
  /** Equal to this (等于). */
  readonly eq?: WaitlistStatus | null | undefined;
  /** One of these, 200 at most (属于). */
  readonly in?: ReadonlyArray<WaitlistStatus> | null | undefined;
};

/** Why withdrawRoleRequest did nothing (失败原因). */
export type WithdrawRoleRequestErrorCode =
  /** It was decided or taken back already (已处理). */
  | 'NOT_PENDING'
  /** Somebody else asked (非本人提交). */
  | 'NOT_YOURS';

/** What to take back (撤回任命申请). */
export type WithdrawRoleRequestInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global id of the request (任命申请标识). */
  readonly requestId: string;
};

export type CancelVolunteerActivityMutationVariables = Exact<{
  input: CancelVolunteerActivityInput;
}>;


export type CancelVolunteerActivityMutation = { readonly cancelVolunteerActivity: { readonly __typename: 'CancelVolunteerActivityPayload', readonly cancelledShiftCount: number | null, readonly activity: { readonly __typename: 'VolunteerActivity', readonly id: string, readonly kind: ActivityKind, readonly title: string, readonly purpose: string, readonly riskNotice: string, readonly contactName: string, readonly contactPhone: string | null, readonly waitlistPriority: WaitlistPriority, readonly status: ActivityStatus, readonly publishedAt: string | null, readonly cancelledAt: string | null, readonly cancelReason: string | null, readonly revision: number, readonly viewerCanManage: boolean, readonly audience: { readonly __typename: 'Audience', readonly id: string, readonly name: string }, readonly organiser: { readonly __typename: 'Staff', readonly id: string, readonly name: string, readonly staffNumber: string } | null, readonly topics: { readonly __typename: 'TopicConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Topic', readonly id: string, readonly name: string }> } } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'CancelVolunteerActivityError', readonly code: CancelVolunteerActivityErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type CreateVolunteerActivityMutationVariables = Exact<{
  input: CreateVolunteerActivityInput;
}>;


export type CreateVolunteerActivityMutation = { readonly createVolunteerActivity: { readonly __typename: 'CreateVolunteerActivityPayload', readonly activity: { readonly __typename: 'VolunteerActivity', readonly id: string, readonly kind: ActivityKind, readonly title: string, readonly purpose: string, readonly riskNotice: string, readonly contactName: string, readonly contactPhone: string | null, readonly waitlistPriority: WaitlistPriority, readonly status: ActivityStatus, readonly publishedAt: string | null, readonly cancelledAt: string | null, readonly cancelReason: string | null, readonly revision: number, readonly viewerCanManage: boolean, readonly audience: { readonly __typename: 'Audience', readonly id: string, readonly name: string }, readonly organiser: { readonly __typename: 'Staff', readonly id: string, readonly name: string, readonly staffNumber: string } | null, readonly topics: { readonly __typename: 'TopicConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Topic', readonly id: string, readonly name: string }> } } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'CreateVolunteerActivityError', readonly code: CreateVolunteerActivityErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type PublishVolunteerActivityMutationVariables = Exact<{
  input: PublishVolunteerActivityInput;
}>;


export type PublishVolunteerActivityMutation = { readonly publishVolunteerActivity: { readonly __typename: 'PublishVolunteerActivityPayload', readonly activity: { readonly __typename: 'VolunteerActivity', readonly id: string, readonly kind: ActivityKind, readonly title: string, readonly purpose: string, readonly riskNotice: string, readonly contactName: string, readonly contactPhone: string | null, readonly waitlistPriority: WaitlistPriority, readonly status: ActivityStatus, readonly publishedAt: string | null, readonly cancelledAt: string | null, readonly cancelReason: string | null, readonly revision: number, readonly viewerCanManage: boolean, readonly audience: { readonly __typename: 'Audience', readonly id: string, readonly name: string }, readonly organiser: { readonly __typename: 'Staff', readonly id: string, readonly name: string, readonly staffNumber: string } | null, readonly topics: { readonly __typename: 'TopicConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Topic', readonly id: string, readonly name: string }> } } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'PublishVolunteerActivityError', readonly code: PublishVolunteerActivityErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type UpdateVolunteerActivityMutationVariables = Exact<{
  input: UpdateVolunteerActivityInput;
}>;


export type UpdateVolunteerActivityMutation = { readonly updateVolunteerActivity: { readonly __typename: 'UpdateVolunteerActivityPayload', readonly activity: { readonly __typename: 'VolunteerActivity', readonly id: string, readonly kind: ActivityKind, readonly title: string, readonly purpose: string, readonly riskNotice: string, readonly contactName: string, readonly contactPhone: string | null, readonly waitlistPriority: WaitlistPriority, readonly status: ActivityStatus, readonly publishedAt: string | null, readonly cancelledAt: string | null, readonly cancelReason: string | null, readonly revision: number, readonly viewerCanManage: boolean, readonly audience: { readonly __typename: 'Audience', readonly id: string, readonly name: string }, readonly organiser: { readonly __typename: 'Staff', readonly id: string, readonly name: string, readonly staffNumber: string } | null, readonly topics: { readonly __typename: 'TopicConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Topic', readonly id: string, readonly name: string }> } } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'UpdateVolunteerActivityError', readonly code: UpdateVolunteerActivityErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type VolunteerActivityEditorQueryVariables = Exact<{
  id: string;
  from: string;
}>;


export type VolunteerActivityEditorQuery = { readonly volunteerActivity: { readonly __typename: 'VolunteerActivity', readonly signupCount: number | null, readonly id: string, readonly kind: ActivityKind, readonly title: string, readonly purpose: string, readonly riskNotice: string, readonly contactName: string, readonly contactPhone: string | null, readonly waitlistPriority: WaitlistPriority, readonly status: ActivityStatus, readonly publishedAt: string | null, readonly cancelledAt: string | null, readonly cancelReason: string | null, readonly revision: number, readonly viewerCanManage: boolean, readonly series: { readonly __typename: 'ShiftSeriesConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'ShiftSeries', readonly id: string, readonly weekdays: ReadonlyArray<number>, readonly startTime: string, readonly endTime: string, readonly firstDate: string, readonly lastDate: string, readonly skipsHolidays: boolean, readonly place: string, readonly signupOpensDaysBefore: number, readonly signupClosesMinutesBefore: number, readonly cancelUntilMinutesBefore: number, readonly roleNames: ReadonlyArray<string>, readonly revision: number }> } | null, readonly shifts: { readonly __typename: 'ShiftConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Shift', readonly id: string, readonly status: ShiftStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly seriesDate: string | null, readonly detached: boolean, readonly revision: number, readonly signupCount: number | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } }, readonly audience: { readonly __typename: 'Audience', readonly id: string, readonly name: string }, readonly organiser: { readonly __typename: 'Staff', readonly id: string, readonly name: string, readonly staffNumber: string } | null, readonly topics: { readonly __typename: 'TopicConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Topic', readonly id: string, readonly name: string }> } } | null };

export type RecordAttendanceMutationVariables = Exact<{
  input: RecordAttendanceInput;
}>;


export type RecordAttendanceMutation = { readonly recordAttendance: { readonly __typename: 'RecordAttendancePayload', readonly shift: { readonly __typename: 'Shift', readonly id: string, readonly checkInOpensAt: string, readonly attendedCount: number | null, readonly noShowCount: number | null, readonly viewerCanShowCheckInCode: boolean } | null, readonly attendances: ReadonlyArray<{ readonly __typename: 'Attendance', readonly id: string, readonly checkedInAt: string | null, readonly checkedInBy: AttendanceMethod | null, readonly checkedOutAt: string | null, readonly checkedOutBy: AttendanceMethod | null, readonly noShowAt: string | null, readonly excusedAt: string | null, readonly signup: { readonly __typename: 'Signup', readonly id: string } | null }>, readonly userErrors: ReadonlyArray<{ readonly __typename: 'RecordAttendanceError', readonly code: RecordAttendanceErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type ShiftAttendanceQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ShiftAttendanceQuery = { readonly shift: { readonly __typename: 'Shift', readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly id: string, readonly checkInOpensAt: string, readonly attendedCount: number | null, readonly noShowCount: number | null, readonly viewerCanShowCheckInCode: boolean, readonly activity: { readonly __typename: 'VolunteerActivity', readonly id: string, readonly title: string }, readonly signups: { readonly __typename: 'SignupConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Signup', readonly id: string, readonly role: { readonly __typename: 'ShiftRole', readonly id: string, readonly name: string } | null, readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly name: string, readonly phone: string | null } | null, readonly attendance: { readonly __typename: 'Attendance', readonly id: string, readonly checkedInAt: string | null, readonly checkedInBy: AttendanceMethod | null, readonly checkedOutAt: string | null, readonly checkedOutBy: AttendanceMethod | null, readonly noShowAt: string | null, readonly excusedAt: string | null } | null, readonly serviceRecords: { readonly __typename: 'ServiceRecordConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'ServiceRecord', readonly id: string, readonly minutes: number, readonly source: ServiceSource, readonly status: ServiceStatus }> } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type ShowCheckInCodeMutationVariables = Exact<{
  input: ShowCheckInCodeInput;
}>;


export type ShowCheckInCodeMutation = { readonly showCheckInCode: { readonly __typename: 'ShowCheckInCodePayload', readonly token: string | null, readonly expiresAt: string | null, readonly shift: { readonly __typename: 'Shift', readonly id: string, readonly attendedCount: number | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'ShowCheckInCodeError', readonly code: ShowCheckInCodeErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type AccessLogQueryVariables = Exact<{
  where?: AccessRecordWhere | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AccessLogQuery = { readonly accessEntries: { readonly __typename: 'AccessRecordConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'AccessRecord', readonly id: string, readonly createdAt: string, readonly actorName: string | null, readonly byProgram: boolean, readonly subject: string, readonly student: { readonly __typename: 'Student', readonly id: string, readonly name: string } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type AuditLogQueryVariables = Exact<{
  where?: AuditRecordWhere | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AuditLogQuery = { readonly auditEntries: { readonly __typename: 'AuditRecordConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'AuditRecord', readonly id: string, readonly mutation: string, readonly outcome: AuditOutcome, readonly code: string | null, readonly createdAt: string, readonly actorName: string | null, readonly subjects: ReadonlyArray<string>, readonly staff: { readonly __typename: 'Staff', readonly id: string, readonly name: string, readonly staffNumber: string } | null, readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly name: string } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type ApproveGuardianshipMutationVariables = Exact<{
  input: ApproveGuardianshipInput;
}>;


export type ApproveGuardianshipMutation = { readonly approveGuardianship: { readonly __typename: 'ApproveGuardianshipPayload', readonly guardianship: { readonly __typename: 'Guardianship', readonly id: string, readonly status: GuardianshipStatus, readonly decidedAt: string | null } | null, readonly household: { readonly __typename: 'Household', readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'ApproveGuardianshipError', readonly code: ApproveGuardianshipErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type BlockGuardianMutationVariables = Exact<{
  input: BlockGuardianInput;
}>;


export type BlockGuardianMutation = { readonly blockGuardian: { readonly __typename: 'BlockGuardianPayload', readonly guardianship: { readonly __typename: 'Guardianship', readonly id: string, readonly status: GuardianshipStatus, readonly decisionReason: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'BlockGuardianError', readonly code: BlockGuardianErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type CorrectGuardianNameMutationVariables = Exact<{
  input: CorrectGuardianNameInput;
}>;


export type CorrectGuardianNameMutation = { readonly correctGuardianName: { readonly __typename: 'CorrectGuardianNamePayload', readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly name: string } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'CorrectGuardianNameError', readonly code: CorrectGuardianNameErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type EndGuardianshipMutationVariables = Exact<{
  input: EndGuardianshipInput;
}>;


export type EndGuardianshipMutation = { readonly endGuardianship: { readonly __typename: 'EndGuardianshipPayload', readonly guardianship: { readonly __typename: 'Guardianship', readonly id: string, readonly status: GuardianshipStatus, readonly decisionReason: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'EndGuardianshipError', readonly code: EndGuardianshipErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type IssueBindingCodesMutationVariables = Exact<{
  input: IssueBindingCodesInput;
}>;


export type IssueBindingCodesMutation = { readonly issueBindingCodes: { readonly __typename: 'IssueBindingCodesPayload', readonly issued: ReadonlyArray<{ readonly __typename: 'IssuedBindingCode', readonly code: string, readonly expiresAt: string, readonly student: { readonly __typename: 'Student', readonly id: string, readonly name: string, readonly studentNumber: string } | null }> | null, readonly bindingCodes: ReadonlyArray<{ readonly __typename: 'BindingCode', readonly id: string }>, readonly userErrors: ReadonlyArray<{ readonly __typename: 'IssueBindingCodesError', readonly code: IssueBindingCodesErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type PendingGuardianshipsQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type PendingGuardianshipsQuery = { readonly schoolClass: { readonly __typename: 'SchoolClass', readonly id: string, readonly name: string, readonly pendingGuardianships: { readonly __typename: 'GuardianshipConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Guardianship', readonly id: string, readonly relation: GuardianRelation, readonly livesApart: boolean, readonly askedAt: string | null, readonly recoveredAt: string | null, readonly legal: boolean, readonly primaryContact: boolean, readonly codeEnding: string | null, readonly requestedName: string | null, readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly name: string, readonly phone: string | null, readonly phoneVerifiedAt: string | null } | null, readonly student: { readonly __typename: 'Student', readonly id: string, readonly name: string, readonly guardianships: { readonly __typename: 'GuardianshipConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Guardianship', readonly id: string, readonly relation: GuardianRelation, readonly status: GuardianshipStatus, readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly name: string, readonly phone: string | null } | null }> } | null, readonly households: { readonly __typename: 'HouseholdConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Household', readonly id: string, readonly name: string }> } | null } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type PrintBindingCodesMutationVariables = Exact<{
  input: PrintBindingCodesInput;
}>;


export type PrintBindingCodesMutation = { readonly printBindingCodes: { readonly __typename: 'PrintBindingCodesPayload', readonly path: string | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'PrintBindingCodesError', readonly code: PrintBindingCodesErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type RecoverGuardianMutationVariables = Exact<{
  input: RecoverGuardianInput;
}>;


export type RecoverGuardianMutation = { readonly recoverGuardian: { readonly __typename: 'RecoverGuardianPayload', readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly name: string, readonly phone: string | null } | null, readonly guardianship: { readonly __typename: 'Guardianship', readonly id: string, readonly status: GuardianshipStatus, readonly decidedAt: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'RecoverGuardianError', readonly code: RecoverGuardianErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type RejectGuardianshipMutationVariables = Exact<{
  input: RejectGuardianshipInput;
}>;


export type RejectGuardianshipMutation = { readonly rejectGuardianship: { readonly __typename: 'RejectGuardianshipPayload', readonly guardianship: { readonly __typename: 'Guardianship', readonly id: string, readonly status: GuardianshipStatus, readonly decidedAt: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'RejectGuardianshipError', readonly code: RejectGuardianshipErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type RevokeBindingCodeMutationVariables = Exact<{
  input: RevokeBindingCodeInput;
}>;


export type RevokeBindingCodeMutation = { readonly revokeBindingCode: { readonly __typename: 'RevokeBindingCodePayload', readonly bindingCode: { readonly __typename: 'BindingCode', readonly id: string, readonly inForce: boolean, readonly revokedAt: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'RevokeBindingCodeError', readonly code: RevokeBindingCodeErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type UnblockGuardianMutationVariables = Exact<{
  input: UnblockGuardianInput;
}>;


export type UnblockGuardianMutation = { readonly unblockGuardian: { readonly __typename: 'UnblockGuardianPayload', readonly guardianship: { readonly __typename: 'Guardianship', readonly id: string, readonly status: GuardianshipStatus, readonly decisionReason: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'UnblockGuardianError', readonly code: UnblockGuardianErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type RevokeServiceCertificateMutationVariables = Exact<{
  input: RevokeServiceCertificateInput;
}>;


export type RevokeServiceCertificateMutation = { readonly revokeServiceCertificate: { readonly __typename: 'RevokeServiceCertificatePayload', readonly certificate: { readonly __typename: 'ServiceCertificate', readonly id: string, readonly number: string, readonly valid: boolean, readonly periodFrom: string, readonly periodTo: string, readonly totalMinutes: number, readonly serviceCount: number, readonly issuedAt: string, readonly revokedAt: string | null, readonly revokeReason: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'RevokeServiceCertificateError', readonly code: RevokeServiceCertificateErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type ServiceCertificatesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: ServiceCertificateWhere | null | undefined;
}>;


export type ServiceCertificatesQuery = { readonly serviceCertificates: { readonly __typename: 'ServiceCertificateConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'ServiceCertificate', readonly id: string, readonly number: string, readonly valid: boolean, readonly periodFrom: string, readonly periodTo: string, readonly totalMinutes: number, readonly serviceCount: number, readonly issuedAt: string, readonly revokedAt: string | null, readonly revokeReason: string | null, readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly name: string } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type ReleaseStaffMutationVariables = Exact<{
  input: ReleaseStaffInput;
}>;


export type ReleaseStaffMutation = { readonly releaseStaff: { readonly __typename: 'ReleaseStaffPayload', readonly staff: { readonly __typename: 'Staff', readonly id: string, readonly name: string } | null, readonly assignments: ReadonlyArray<{ readonly __typename: 'StaffAssignment', readonly id: string, readonly role: StaffRole, readonly validTo: string | null, readonly endedAt: string | null }>, readonly userErrors: ReadonlyArray<{ readonly __typename: 'ReleaseStaffError', readonly code: ReleaseStaffErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type UpdateDistrictMutationVariables = Exact<{
  input: UpdateDistrictInput;
}>;


export type UpdateDistrictMutation = { readonly updateDistrict: { readonly __typename: 'UpdateDistrictPayload', readonly district: { readonly __typename: 'District', readonly id: string, readonly name: string, readonly contact: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'UpdateDistrictError', readonly code: UpdateDistrictErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type UpdateRoomMutationVariables = Exact<{
  input: UpdateRoomInput;
}>;


export type UpdateRoomMutation = { readonly updateRoom: { readonly __typename: 'UpdateRoomPayload', readonly room: { readonly __typename: 'Room', readonly id: string, readonly name: string, readonly capacity: number } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'UpdateRoomError', readonly code: UpdateRoomErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type UpdateSchoolMutationVariables = Exact<{
  input: UpdateSchoolInput;
}>;


export type UpdateSchoolMutation = { readonly updateSchool: { readonly __typename: 'UpdateSchoolPayload', readonly school: { readonly __typename: 'School', readonly id: string, readonly name: string, readonly stages: ReadonlyArray<Stage>, readonly contact: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'UpdateSchoolError', readonly code: UpdateSchoolErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type UpdateSchoolClassMutationVariables = Exact<{
  input: UpdateSchoolClassInput;
}>;


export type UpdateSchoolClassMutation = { readonly updateSchoolClass: { readonly __typename: 'UpdateSchoolClassPayload', readonly schoolClass: { readonly __typename: 'SchoolClass', readonly id: string, readonly name: string, readonly number: number } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'UpdateSchoolClassError', readonly code: UpdateSchoolClassErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type UpdateSchoolYearMutationVariables = Exact<{
  input: UpdateSchoolYearInput;
}>;


export type UpdateSchoolYearMutation = { readonly updateSchoolYear: { readonly __typename: 'UpdateSchoolYearPayload', readonly schoolYear: { readonly __typename: 'SchoolYear', readonly id: string, readonly name: string, readonly startsOn: string, readonly endsOn: string } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'UpdateSchoolYearError', readonly code: UpdateSchoolYearErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type UpdateStaffMutationVariables = Exact<{
  input: UpdateStaffInput;
}>;


export type UpdateStaffMutation = { readonly updateStaff: { readonly __typename: 'UpdateStaffPayload', readonly staff: { readonly __typename: 'Staff', readonly id: string, readonly name: string, readonly phone: string | null, readonly staffNumber: string } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'UpdateStaffError', readonly code: UpdateStaffErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type UpdateStudentMutationVariables = Exact<{
  input: UpdateStudentInput;
}>;


export type UpdateStudentMutation = { readonly updateStudent: { readonly __typename: 'UpdateStudentPayload', readonly student: { readonly __typename: 'Student', readonly id: string, readonly name: string, readonly studentNumber: string } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'UpdateStudentError', readonly code: UpdateStudentErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type UpdateTermMutationVariables = Exact<{
  input: UpdateTermInput;
}>;


export type UpdateTermMutation = { readonly updateTerm: { readonly __typename: 'UpdateTermPayload', readonly term: { readonly __typename: 'Term', readonly id: string, readonly startsOn: string, readonly endsOn: string } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'UpdateTermError', readonly code: UpdateTermErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type EndEnrolmentsMutationVariables = Exact<{
  input: EndEnrolmentsInput;
}>;


export type EndEnrolmentsMutation = { readonly endEnrolments: { readonly __typename: 'EndEnrolmentsPayload', readonly students: ReadonlyArray<{ readonly __typename: 'Student', readonly id: string, readonly leftOn: string | null, readonly leaving: StudentLeaving | null }>, readonly userErrors: ReadonlyArray<{ readonly __typename: 'EndEnrolmentsError', readonly code: EndEnrolmentsErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type PromoteClassesMutationVariables = Exact<{
  input: PromoteClassesInput;
}>;


export type PromoteClassesMutation = { readonly promoteClasses: { readonly __typename: 'PromoteClassesPayload', readonly schoolClasses: ReadonlyArray<{ readonly __typename: 'SchoolClass', readonly id: string, readonly name: string, readonly studentCount: number | null, readonly promotedFrom: { readonly __typename: 'SchoolClass', readonly id: string, readonly name: string } | null }>, readonly userErrors: ReadonlyArray<{ readonly __typename: 'PromoteClassesError', readonly code: PromoteClassesErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type TransferStudentMutationVariables = Exact<{
  input: TransferStudentInput;
}>;


export type TransferStudentMutation = { readonly transferStudent: { readonly __typename: 'TransferStudentPayload', readonly student: { readonly __typename: 'Student', readonly id: string, readonly currentClass: { readonly __typename: 'SchoolClass', readonly id: string, readonly name: string } | null } | null, readonly schoolClass: { readonly __typename: 'SchoolClass', readonly id: string, readonly name: string, readonly studentCount: number | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'TransferStudentError', readonly code: TransferStudentErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type NextPageFragment = { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null };

export type ClassNameFragment = { readonly __typename: 'SchoolClass', readonly id: string, readonly name: string, readonly number: number };

export type StaffMemberFragment = { readonly __typename: 'Staff', readonly id: string, readonly name: string, readonly staffNumber: string };

export type MeetingRowFragment = { readonly __typename: 'Meeting', readonly id: string, readonly title: string, readonly kind: MeetingKind, readonly scope: MeetingScope, readonly status: MeetingStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string };

export type MeetingFiguresFragment = { readonly __typename: 'Meeting', readonly invitedHouseholdCount: number | null, readonly repliedHouseholdCount: number | null, readonly attendingReplyCount: number | null, readonly replyRate: { readonly __typename: 'Rate', readonly numerator: number, readonly denominator: number, readonly value: number | null } | null };

export type GuardianContactFragment = { readonly __typename: 'Guardian', readonly id: string, readonly name: string, readonly phone: string | null };

export type ActivityToEditFragment = { readonly __typename: 'VolunteerActivity', readonly id: string, readonly kind: ActivityKind, readonly title: string, readonly purpose: string, readonly riskNotice: string, readonly contactName: string, readonly contactPhone: string | null, readonly waitlistPriority: WaitlistPriority, readonly status: ActivityStatus, readonly publishedAt: string | null, readonly cancelledAt: string | null, readonly cancelReason: string | null, readonly revision: number, readonly viewerCanManage: boolean, readonly audience: { readonly __typename: 'Audience', readonly id: string, readonly name: string }, readonly organiser: { readonly __typename: 'Staff', readonly id: string, readonly name: string, readonly staffNumber: string } | null, readonly topics: { readonly __typename: 'TopicConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Topic', readonly id: string, readonly name: string }> } };

export type RoleToEditFragment = { readonly __typename: 'ShiftRole', readonly id: string, readonly ordinal: number, readonly name: string, readonly description: string | null, readonly capacity: number, readonly minimum: number, readonly placesTaken: number | null, readonly approvalRequired: boolean, readonly qualification: string | null };

export type ShiftToEditFragment = { readonly __typename: 'Shift', readonly id: string, readonly status: ShiftStatus, readonly place: string, readonly startsAt: string, readonly endsAt: string, readonly signupOpensAt: string, readonly signupClosesAt: string, readonly cancelUntil: string, readonly cancelReason: string | null, readonly seriesDate: string | null, readonly detached: boolean, readonly revision: number, readonly viewerCanManage: boolean, readonly roles: { readonly __typename: 'ShiftRoleConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'ShiftRole', readonly id: string, readonly ordinal: number, readonly name: string, readonly description: string | null, readonly capacity: number, readonly minimum: number, readonly placesTaken: number | null, readonly approvalRequired: boolean, readonly qualification: string | null }> } };

export type SeriesToEditFragment = { readonly __typename: 'ShiftSeries', readonly id: string, readonly weekdays: ReadonlyArray<number>, readonly startTime: string, readonly endTime: string, readonly firstDate: string, readonly lastDate: string, readonly skipsHolidays: boolean, readonly place: string, readonly signupOpensDaysBefore: number, readonly signupClosesMinutesBefore: number, readonly cancelUntilMinutesBefore: number, readonly roleNames: ReadonlyArray<string>, readonly revision: number };

export type ShiftFiguresFragment = { readonly __typename: 'Shift', readonly id: string, readonly checkInOpensAt: string, readonly attendedCount: number | null, readonly noShowCount: number | null, readonly viewerCanShowCheckInCode: boolean };

export type AttendanceRowFragment = { readonly __typename: 'Attendance', readonly id: string, readonly checkedInAt: string | null, readonly checkedInBy: AttendanceMethod | null, readonly checkedOutAt: string | null, readonly checkedOutBy: AttendanceMethod | null, readonly noShowAt: string | null, readonly excusedAt: string | null };

export type ServiceToDecideFragment = { readonly __typename: 'ServiceRecord', readonly id: string, readonly startsAt: string, readonly endsAt: string, readonly minutes: number, readonly source: ServiceSource, readonly status: ServiceStatus, readonly description: string | null, readonly decisionReason: string | null, readonly appeal: string | null, readonly appealedAt: string | null, readonly certified: boolean, readonly viewerCanDecide: boolean };

export type CertificateFragment = { readonly __typename: 'ServiceCertificate', readonly id: string, readonly number: string, readonly valid: boolean, readonly periodFrom: string, readonly periodTo: string, readonly totalMinutes: number, readonly serviceCount: number, readonly issuedAt: string, readonly revokedAt: string | null, readonly revokeReason: string | null };

export type TaskCardFragment = { readonly __typename: 'Task', readonly id: string, readonly kind: string, readonly title: string, readonly dueAt: string | null, readonly about:
    | { readonly __typename: 'AccessRecord', readonly id: string }
    | { readonly __typename: 'Account', readonly id: string }
    | { readonly __typename: 'AccountJoin', readonly id: string }
    | { readonly __typename: 'AgendaItem', readonly id: string }
    | { readonly __typename: 'Attendance', readonly id: string }
    | { readonly __typename: 'Audience', readonly id: string }
    | { readonly __typename: 'AudienceTarget', readonly id: string }
    | { readonly __typename: 'AuditRecord', readonly id: string }
    | { readonly __typename: 'BindingCode', readonly id: string }
    | { readonly __typename: 'CalendarDay', readonly id: string }
    | { readonly __typename: 'Chapter', readonly id: string }
    | { readonly __typename: 'ClassMembership', readonly id: string }
    | { readonly __typename: 'Course', readonly id: string }
    | { readonly __typename: 'CourseEdition', readonly id: string }
    | { readonly __typename: 'District', readonly id: string }
    | { readonly __typename: 'Engagement', readonly id: string }
    | { readonly __typename: 'Grade', readonly id: string }
    | { readonly __typename: 'Guardian', readonly id: string }
    | { readonly __typename: 'Guardianship', readonly id: string }
    | { readonly __typename: 'Household', readonly id: string }
    | { readonly __typename: 'Lecturer', readonly id: string }
    | { readonly __typename: 'Lesson', readonly id: string }
    | { readonly __typename: 'Meeting', readonly id: string }
    | { readonly __typename: 'MeetingInvitation', readonly id: string }
    | { readonly __typename: 'MeetingReply', readonly id: string }
    | { readonly __typename: 'Notice', readonly id: string }
    | { readonly __typename: 'ParentLecture', readonly id: string }
    | { readonly __typename: 'PolicyDocument', readonly id: string }
    | { readonly __typename: 'PolicyEdition', readonly id: string }
    | { readonly __typename: 'PolicyLecture', readonly id: string }
    | { readonly __typename: 'RoleRequest', readonly id: string }
    | { readonly __typename: 'Room', readonly id: string }
    | { readonly __typename: 'School', readonly id: string }
    | { readonly __typename: 'SchoolClass', readonly id: string }
    | { readonly __typename: 'SchoolYear', readonly id: string }
    | { readonly __typename: 'Segment', readonly id: string }
    | { readonly __typename: 'ServiceCertificate', readonly id: string }
    | { readonly __typename: 'ServiceRecord', readonly id: string }
    | { readonly __typename: 'ServiceToken', readonly id: string }
    | { readonly __typename: 'Session', readonly id: string }
    | { readonly __typename: 'Shift', readonly id: string }
    | { readonly __typename: 'ShiftRole', readonly id: string }
    | { readonly __typename: 'ShiftSeries', readonly id: string }
    | { readonly __typename: 'Signup', readonly id: string }
    | { readonly __typename: 'Staff', readonly id: string }
    | { readonly __typename: 'StaffAssignment', readonly id: string }
    | { readonly __typename: 'StaffIdentity', readonly id: string }
    | { readonly __typename: 'StandIn', readonly id: string }
    | { readonly __typename: 'Student', readonly id: string }
    | { readonly __typename: 'Task', readonly id: string }
    | { readonly __typename: 'Term', readonly id: string }
    | { readonly __typename: 'Topic', readonly id: string }
    | { readonly __typename: 'VolunteerActivity', readonly id: string }
    | { readonly __typename: 'VolunteerQualification', readonly id: string }
    | { readonly __typename: 'VolunteerSuspension', readonly id: string }
    | { readonly __typename: 'WaitlistEntry', readonly id: string }
    | { readonly __typename: 'WaitlistSkip', readonly id: string }
   | null };

export type LinkedShiftFragment = { readonly __typename: 'Shift', readonly id: string, readonly startsAt: string, readonly place: string, readonly activity: { readonly __typename: 'VolunteerActivity', readonly id: string, readonly title: string } };

export type ApproveStaffIdentitiesMutationVariables = Exact<{
  input: ApproveStaffIdentitiesInput;
}>;


export type ApproveStaffIdentitiesMutation = { readonly approveStaffIdentities: { readonly __typename: 'ApproveStaffIdentitiesPayload', readonly staffIdentities: ReadonlyArray<{ readonly __typename: 'StaffIdentity', readonly id: string, readonly status: StaffIdentityStatus, readonly approvedAt: string | null }>, readonly userErrors: ReadonlyArray<{ readonly __typename: 'ApproveStaffIdentitiesError', readonly code: ApproveStaffIdentitiesErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type ChangeAuthenticatorMutationVariables = Exact<{
  input: ChangeAuthenticatorInput;
}>;


export type ChangeAuthenticatorMutation = { readonly changeAuthenticator: { readonly __typename: 'ChangeAuthenticatorPayload', readonly staffIdentity: { readonly __typename: 'StaffIdentity', readonly id: string, readonly lastUsedAt: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'ChangeAuthenticatorError', readonly code: ChangeAuthenticatorErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { readonly changePassword: { readonly __typename: 'ChangePasswordPayload', readonly staffIdentity: { readonly __typename: 'StaffIdentity', readonly id: string, readonly lastUsedAt: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'ChangePasswordError', readonly code: ChangePasswordErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type ConfirmJoinMutationVariables = Exact<{
  input: ConfirmJoinInput;
}>;


export type ConfirmJoinMutation = { readonly confirmJoin: { readonly __typename: 'ConfirmJoinPayload', readonly joined: boolean | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'ConfirmJoinError', readonly code: ConfirmJoinErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type CreateJoinCodeMutationVariables = Exact<{
  input: CreateJoinCodeInput;
}>;


export type CreateJoinCodeMutation = { readonly createJoinCode: { readonly __typename: 'CreateJoinCodePayload', readonly code: string | null, readonly join: { readonly __typename: 'AccountJoin', readonly id: string, readonly expiresAt: string } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'CreateJoinCodeError', readonly code: CreateJoinCodeErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type CreateRecoveryCodesMutationVariables = Exact<{
  input: CreateRecoveryCodesInput;
}>;


export type CreateRecoveryCodesMutation = { readonly createRecoveryCodes: { readonly __typename: 'CreateRecoveryCodesPayload', readonly recoveryCodes: ReadonlyArray<string> | null, readonly staffIdentity: { readonly __typename: 'StaffIdentity', readonly id: string, readonly recoveryCodesLeft: number | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'CreateRecoveryCodesError', readonly code: CreateRecoveryCodesErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type CreateServiceTokenMutationVariables = Exact<{
  input: CreateServiceTokenInput;
}>;


export type CreateServiceTokenMutation = { readonly createServiceToken: { readonly __typename: 'CreateServiceTokenPayload', readonly secret: string | null, readonly serviceToken: { readonly __typename: 'ServiceToken', readonly id: string, readonly name: string, readonly role: ServiceRole, readonly permissions: ReadonlyArray<string>, readonly standing: ServiceTokenStanding, readonly expiresAt: string } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'CreateServiceTokenError', readonly code: CreateServiceTokenErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type CreateSignInLinksMutationVariables = Exact<{
  input: CreateSignInLinksInput;
}>;


export type CreateSignInLinksMutation = { readonly createSignInLinks: { readonly __typename: 'CreateSignInLinksPayload', readonly staffIdentities: ReadonlyArray<{ readonly __typename: 'StaffIdentity', readonly id: string, readonly status: StaffIdentityStatus, readonly linkExpiresAt: string | null }>, readonly links: ReadonlyArray<{ readonly __typename: 'SignInLink', readonly staffId: string, readonly address: string, readonly expiresAt: string }> | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'CreateSignInLinksError', readonly code: CreateSignInLinksErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type LinkStaffIdentitiesMutationVariables = Exact<{
  input: LinkStaffIdentitiesInput;
}>;


export type LinkStaffIdentitiesMutation = { readonly linkStaffIdentities: { readonly __typename: 'LinkStaffIdentitiesPayload', readonly staffIdentities: ReadonlyArray<{ readonly __typename: 'StaffIdentity', readonly id: string, readonly subject: string, readonly status: StaffIdentityStatus }>, readonly userErrors: ReadonlyArray<{ readonly __typename: 'LinkStaffIdentitiesError', readonly code: LinkStaffIdentitiesErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type LinkStaffIdentityMutationVariables = Exact<{
  input: LinkStaffIdentityInput;
}>;


export type LinkStaffIdentityMutation = { readonly linkStaffIdentity: { readonly __typename: 'LinkStaffIdentityPayload', readonly staffIdentity: { readonly __typename: 'StaffIdentity', readonly id: string, readonly issuer: string, readonly subject: string, readonly status: StaffIdentityStatus, readonly linkedAt: string } | null, readonly staff: { readonly __typename: 'Staff', readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'LinkStaffIdentityError', readonly code: LinkStaffIdentityErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type MyJoinsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyJoinsQuery = { readonly viewer: { readonly __typename: 'Viewer', readonly id: string, readonly account: { readonly __typename: 'Account', readonly id: string, readonly joins: { readonly __typename: 'AccountJoinConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'AccountJoin', readonly id: string, readonly expiresAt: string, readonly askedAt: string | null, readonly askedByName: string | null, readonly joinedAt: string | null }> } } | null } };

export type MySignInsQueryVariables = Exact<{ [key: string]: never; }>;


export type MySignInsQuery = { readonly viewer: { readonly __typename: 'Viewer', readonly id: string, readonly staff: { readonly __typename: 'Staff', readonly id: string, readonly staffNumber: string, readonly identities: { readonly __typename: 'StaffIdentityConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'StaffIdentity', readonly id: string, readonly issuer: string, readonly status: StaffIdentityStatus, readonly linkedAt: string, readonly setUpAt: string | null, readonly lastUsedAt: string | null, readonly recoveryCodesLeft: number | null }> } | null } | null } };

export type OfferAuthenticatorMutationVariables = Exact<{
  input: OfferAuthenticatorInput;
}>;


export type OfferAuthenticatorMutation = { readonly offerAuthenticator: { readonly __typename: 'OfferAuthenticatorPayload', readonly name: string | null, readonly staffNumber: string | null, readonly secret: string | null, readonly address: string | null, readonly setUp: string | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'OfferAuthenticatorError', readonly code: OfferAuthenticatorErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type RevokeServiceTokenMutationVariables = Exact<{
  input: RevokeServiceTokenInput;
}>;


export type RevokeServiceTokenMutation = { readonly revokeServiceToken: { readonly __typename: 'RevokeServiceTokenPayload', readonly serviceToken: { readonly __typename: 'ServiceToken', readonly id: string, readonly active: boolean, readonly standing: ServiceTokenStanding, readonly revokedAt: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'RevokeServiceTokenError', readonly code: RevokeServiceTokenErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type ServiceTokensQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ServiceTokensQuery = { readonly serviceTokens: { readonly __typename: 'ServiceTokenConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'ServiceToken', readonly id: string, readonly name: string, readonly role: ServiceRole, readonly permissions: ReadonlyArray<string>, readonly active: boolean, readonly standing: ServiceTokenStanding, readonly issuedAt: string, readonly expiresAt: string, readonly lastUsedAt: string | null, readonly revokedAt: string | null, readonly school: { readonly __typename: 'School', readonly id: string, readonly name: string } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type SetUpSignInMutationVariables = Exact<{
  input: SetUpSignInInput;
}>;


export type SetUpSignInMutation = { readonly setUpSignIn: { readonly __typename: 'SetUpSignInPayload', readonly recoveryCodes: ReadonlyArray<string> | null, readonly needsApproval: boolean | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'SetUpSignInError', readonly code: SetUpSignInErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type SignInWithPasswordMutationVariables = Exact<{
  input: SignInWithPasswordInput;
}>;


export type SignInWithPasswordMutation = { readonly signInWithPassword: { readonly __typename: 'SignInWithPasswordPayload', readonly accessToken: string | null, readonly accessTokenExpiresAt: string | null, readonly refreshToken: string | null, readonly refreshTokenExpiresAt: string | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'SignInWithPasswordError', readonly code: SignInWithPasswordErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type StaffIdentitiesQueryVariables = Exact<{
  staff: string;
}>;


export type StaffIdentitiesQuery = { readonly node:
    | { readonly __typename: 'AccessRecord', readonly id: string }
    | { readonly __typename: 'Account', readonly id: string }
    | { readonly __typename: 'AccountJoin', readonly id: string }
    | { readonly __typename: 'AgendaItem', readonly id: string }
    | { readonly __typename: 'Attendance', readonly id: string }
    | { readonly __typename: 'Audience', readonly id: string }
    | { readonly __typename: 'AudienceTarget', readonly id: string }
    | { readonly __typename: 'AuditRecord', readonly id: string }
    | { readonly __typename: 'BindingCode', readonly id: string }
    | { readonly __typename: 'CalendarDay', readonly id: string }
    | { readonly __typename: 'Chapter', readonly id: string }
    | { readonly __typename: 'ClassMembership', readonly id: string }
    | { readonly __typename: 'Course', readonly id: string }
    | { readonly __typename: 'CourseEdition', readonly id: string }
    | { readonly __typename: 'District', readonly id: string }
    | { readonly __typename: 'Engagement', readonly id: string }
    | { readonly __typename: 'Grade', readonly id: string }
    | { readonly __typename: 'Guardian', readonly id: string }
    | { readonly __typename: 'Guardianship', readonly id: string }
    | { readonly __typename: 'Household', readonly id: string }
    | { readonly __typename: 'Lecturer', readonly id: string }
    | { readonly __typename: 'Lesson', readonly id: string }
    | { readonly __typename: 'Meeting', readonly id: string }
    | { readonly __typename: 'MeetingInvitation', readonly id: string }
    | { readonly __typename: 'MeetingReply', readonly id: string }
    | { readonly __typename: 'Notice', readonly id: string }
    | { readonly __typename: 'ParentLecture', readonly id: string }
    | { readonly __typename: 'PolicyDocument', readonly id: string }
    | { readonly __typename: 'PolicyEdition', readonly id: string }
    | { readonly __typename: 'PolicyLecture', readonly id: string }
    | { readonly __typename: 'RoleRequest', readonly id: string }
    | { readonly __typename: 'Room', readonly id: string }
    | { readonly __typename: 'School', readonly id: string }
    | { readonly __typename: 'SchoolClass', readonly id: string }
    | { readonly __typename: 'SchoolYear', readonly id: string }
    | { readonly __typename: 'Segment', readonly id: string }
    | { readonly __typename: 'ServiceCertificate', readonly id: string }
    | { readonly __typename: 'ServiceRecord', readonly id: string }
    | { readonly __typename: 'ServiceToken', readonly id: string }
    | { readonly __typename: 'Session', readonly id: string }
    | { readonly __typename: 'Shift', readonly id: string }
    | { readonly __typename: 'ShiftRole', readonly id: string }
    | { readonly __typename: 'ShiftSeries', readonly id: string }
    | { readonly __typename: 'Signup', readonly id: string }
    | { readonly __typename: 'Staff', readonly name: string, readonly id: string, readonly identities: { readonly __typename: 'StaffIdentityConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'StaffIdentity', readonly id: string, readonly issuer: string, readonly subject: string, readonly status: StaffIdentityStatus, readonly linkedAt: string, readonly linkExpiresAt: string | null, readonly setUpAt: string | null, readonly lastUsedAt: string | null }> } | null }
    | { readonly __typename: 'StaffAssignment', readonly id: string }
    | { readonly __typename: 'StaffIdentity', readonly id: string }
    | { readonly __typename: 'StandIn', readonly id: string }
    | { readonly __typename: 'Student', readonly id: string }
    | { readonly __typename: 'Task', readonly id: string }
    | { readonly __typename: 'Term', readonly id: string }
    | { readonly __typename: 'Topic', readonly id: string }
    | { readonly __typename: 'VolunteerActivity', readonly id: string }
    | { readonly __typename: 'VolunteerQualification', readonly id: string }
    | { readonly __typename: 'VolunteerSuspension', readonly id: string }
    | { readonly __typename: 'WaitlistEntry', readonly id: string }
    | { readonly __typename: 'WaitlistSkip', readonly id: string }
   | null };

export type StaffIdentitiesToApproveQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type StaffIdentitiesToApproveQuery = { readonly staffIdentities: { readonly __typename: 'StaffIdentityConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'StaffIdentity', readonly id: string, readonly issuer: string, readonly subject: string, readonly status: StaffIdentityStatus, readonly linkedAt: string, readonly setUpAt: string | null, readonly staff: { readonly __typename: 'Staff', readonly id: string, readonly name: string, readonly staffNumber: string } | null, readonly linkedBy: { readonly __typename: 'Staff', readonly id: string, readonly name: string } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type TakeOverServiceTokenMutationVariables = Exact<{
  input: TakeOverServiceTokenInput;
}>;


export type TakeOverServiceTokenMutation = { readonly takeOverServiceToken: { readonly __typename: 'TakeOverServiceTokenPayload', readonly secret: string | null, readonly serviceToken: { readonly __typename: 'ServiceToken', readonly id: string, readonly standing: ServiceTokenStanding } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'TakeOverServiceTokenError', readonly code: TakeOverServiceTokenErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type UnlinkStaffIdentityMutationVariables = Exact<{
  input: UnlinkStaffIdentityInput;
}>;


export type UnlinkStaffIdentityMutation = { readonly unlinkStaffIdentity: { readonly __typename: 'UnlinkStaffIdentityPayload', readonly staff: { readonly __typename: 'Staff', readonly id: string, readonly identities: { readonly __typename: 'StaffIdentityConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'StaffIdentity', readonly id: string }> } | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'UnlinkStaffIdentityError', readonly code: UnlinkStaffIdentityErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type AcceptLectureMutationVariables = Exact<{
  input: AcceptParentLectureInput;
}>;


export type AcceptLectureMutation = { readonly acceptParentLecture: { readonly __typename: 'AcceptParentLecturePayload', readonly lecture: { readonly __typename: 'ParentLecture', readonly id: string, readonly title: string, readonly outline: string, readonly durationMinutes: number, readonly preferredTimes: string | null, readonly status: ParentLectureStatus, readonly reason: string | null, readonly proposedAt: string, readonly decidedAt: string | null, readonly viewerActions: ReadonlyArray<ParentLectureAction> } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'AcceptParentLectureError', readonly code: AcceptParentLectureErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type CancelLectureMutationVariables = Exact<{
  input: CancelParentLectureInput;
}>;


export type CancelLectureMutation = { readonly cancelParentLecture: { readonly __typename: 'CancelParentLecturePayload', readonly lecture: { readonly __typename: 'ParentLecture', readonly id: string, readonly title: string, readonly outline: string, readonly durationMinutes: number, readonly preferredTimes: string | null, readonly status: ParentLectureStatus, readonly reason: string | null, readonly proposedAt: string, readonly decidedAt: string | null, readonly viewerActions: ReadonlyArray<ParentLectureAction> } | null, readonly shift: { readonly __typename: 'Shift', readonly id: string, readonly status: ShiftStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'CancelParentLectureError', readonly code: CancelParentLectureErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type DeclineLectureMutationVariables = Exact<{
  input: DeclineParentLectureInput;
}>;


export type DeclineLectureMutation = { readonly declineParentLecture: { readonly __typename: 'DeclineParentLecturePayload', readonly lecture: { readonly __typename: 'ParentLecture', readonly id: string, readonly title: string, readonly outline: string, readonly durationMinutes: number, readonly preferredTimes: string | null, readonly status: ParentLectureStatus, readonly reason: string | null, readonly proposedAt: string, readonly decidedAt: string | null, readonly viewerActions: ReadonlyArray<ParentLectureAction> } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'DeclineParentLectureError', readonly code: DeclineParentLectureErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type LectureProposalsQueryVariables = Exact<{
  school: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: ParentLectureWhere | null | undefined;
}>;


export type LectureProposalsQuery = { readonly school: { readonly __typename: 'School', readonly id: string, readonly rooms: { readonly __typename: 'RoomConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Room', readonly id: string, readonly name: string, readonly capacity: number }> } | null, readonly parentLectures: { readonly __typename: 'ParentLectureConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'ParentLecture', readonly id: string, readonly title: string, readonly outline: string, readonly durationMinutes: number, readonly preferredTimes: string | null, readonly status: ParentLectureStatus, readonly reason: string | null, readonly proposedAt: string, readonly decidedAt: string | null, readonly viewerActions: ReadonlyArray<ParentLectureAction>, readonly schoolClass: { readonly __typename: 'SchoolClass', readonly id: string, readonly name: string, readonly number: number } | null, readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly name: string, readonly phone: string | null } | null, readonly decidedBy: { readonly __typename: 'Staff', readonly id: string, readonly name: string, readonly staffNumber: string } | null, readonly shift: { readonly __typename: 'Shift', readonly id: string, readonly status: ShiftStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type ScheduleLectureMutationVariables = Exact<{
  input: ScheduleParentLectureInput;
}>;


export type ScheduleLectureMutation = { readonly scheduleParentLecture: { readonly __typename: 'ScheduleParentLecturePayload', readonly lecture: { readonly __typename: 'ParentLecture', readonly id: string, readonly title: string, readonly outline: string, readonly durationMinutes: number, readonly preferredTimes: string | null, readonly status: ParentLectureStatus, readonly reason: string | null, readonly proposedAt: string, readonly decidedAt: string | null, readonly viewerActions: ReadonlyArray<ParentLectureAction> } | null, readonly shift: { readonly __typename: 'Shift', readonly id: string, readonly status: ShiftStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'ScheduleParentLectureError', readonly code: ScheduleParentLectureErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type LectureToDecideFragment = { readonly __typename: 'ParentLecture', readonly id: string, readonly title: string, readonly outline: string, readonly durationMinutes: number, readonly preferredTimes: string | null, readonly status: ParentLectureStatus, readonly reason: string | null, readonly proposedAt: string, readonly decidedAt: string | null, readonly viewerActions: ReadonlyArray<ParentLectureAction> };

export type MeetingListQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: MeetingWhere | null | undefined;
  orderBy?: ReadonlyArray<MeetingOrder> | null | undefined;
}>;


export type MeetingListQuery = { readonly meetings: { readonly __typename: 'MeetingConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Meeting', readonly id: string, readonly title: string, readonly kind: MeetingKind, readonly scope: MeetingScope, readonly status: MeetingStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type MeetingRepliesQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: MeetingReplyWhere | null | undefined;
}>;


export type MeetingRepliesQuery = { readonly meeting: { readonly __typename: 'Meeting', readonly id: string, readonly title: string, readonly kind: MeetingKind, readonly scope: MeetingScope, readonly status: MeetingStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly replies: { readonly __typename: 'MeetingReplyConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'MeetingReply', readonly id: string, readonly answer: ReplyAnswer, readonly attendeeCount: number, readonly repliedAt: string, readonly household: { readonly __typename: 'Household', readonly id: string, readonly name: string, readonly guardians: { readonly __typename: 'GuardianConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Guardian', readonly id: string, readonly name: string, readonly phone: string | null }> } | null } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type MeetingRosterQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MeetingRosterQuery = { readonly meeting: { readonly __typename: 'Meeting', readonly capacity: number | null, readonly replyBy: string | null, readonly id: string, readonly title: string, readonly kind: MeetingKind, readonly scope: MeetingScope, readonly status: MeetingStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly invitedHouseholdCount: number | null, readonly repliedHouseholdCount: number | null, readonly attendingReplyCount: number | null, readonly invitations: { readonly __typename: 'MeetingInvitationConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'MeetingInvitation', readonly id: string, readonly status: InvitationStatus, readonly household: { readonly __typename: 'Household', readonly id: string, readonly name: string, readonly guardians: { readonly __typename: 'GuardianConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Guardian', readonly id: string, readonly name: string, readonly phone: string | null }> } | null } | null, readonly currentReply: { readonly __typename: 'MeetingReply', readonly id: string, readonly answer: ReplyAnswer, readonly attendeeCount: number, readonly note: string | null, readonly repliedAt: string, readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly name: string, readonly phone: string | null } | null, readonly attendingGuardians: { readonly __typename: 'GuardianConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Guardian', readonly id: string, readonly name: string, readonly phone: string | null }> } | null } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null, readonly replyRate: { readonly __typename: 'Rate', readonly numerator: number, readonly denominator: number, readonly value: number | null } | null } | null };

export type MeetingsAcrossSchoolsQueryVariables = Exact<{
  schools?: number | null | undefined;
  after?: string | null | undefined;
  latestReplies?: boolean | null | undefined;
}>;


export type MeetingsAcrossSchoolsQuery = { readonly schools: { readonly __typename: 'SchoolConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'School', readonly id: string, readonly name: string, readonly classes: { readonly __typename: 'SchoolClassConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'SchoolClass', readonly id: string, readonly name: string, readonly number: number, readonly meetings: { readonly __typename: 'MeetingConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Meeting', readonly id: string, readonly title: string, readonly startsAt: string, readonly attendingReplyCount: number | null, readonly replies?: { readonly __typename: 'MeetingReplyConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'MeetingReply', readonly id: string, readonly answer: ReplyAnswer, readonly attendeeCount: number }> } | null }> } }> } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type OpenStaffLinkQueryVariables = Exact<{
  id: string;
}>;


export type OpenStaffLinkQuery = { readonly node:
    | { readonly __typename: 'AccessRecord', readonly id: string }
    | { readonly __typename: 'Account', readonly id: string }
    | { readonly __typename: 'AccountJoin', readonly expiresAt: string, readonly id: string }
    | { readonly __typename: 'AgendaItem', readonly id: string }
    | { readonly __typename: 'Attendance', readonly id: string }
    | { readonly __typename: 'Audience', readonly id: string }
    | { readonly __typename: 'AudienceTarget', readonly id: string }
    | { readonly __typename: 'AuditRecord', readonly id: string }
    | { readonly __typename: 'BindingCode', readonly id: string }
    | { readonly __typename: 'CalendarDay', readonly id: string }
    | { readonly __typename: 'Chapter', readonly id: string }
    | { readonly __typename: 'ClassMembership', readonly id: string }
    | { readonly __typename: 'Course', readonly id: string }
    | { readonly __typename: 'CourseEdition', readonly id: string }
    | { readonly __typename: 'District', readonly id: string }
    | { readonly __typename: 'Engagement', readonly id: string }
    | { readonly __typename: 'Grade', readonly id: string }
    | { readonly __typename: 'Guardian', readonly id: string }
    | { readonly __typename: 'Guardianship', readonly studentName: string | null, readonly id: string, readonly guardianshipStatus: GuardianshipStatus }
    | { readonly __typename: 'Household', readonly id: string }
    | { readonly __typename: 'Lecturer', readonly id: string }
    | { readonly __typename: 'Lesson', readonly id: string }
    | { readonly __typename: 'Meeting', readonly title: string, readonly id: string }
    | { readonly __typename: 'MeetingInvitation', readonly id: string }
    | { readonly __typename: 'MeetingReply', readonly id: string }
    | { readonly __typename: 'Notice', readonly id: string }
    | { readonly __typename: 'ParentLecture', readonly title: string, readonly id: string, readonly lectureStatus: ParentLectureStatus }
    | { readonly __typename: 'PolicyDocument', readonly id: string }
    | { readonly __typename: 'PolicyEdition', readonly id: string }
    | { readonly __typename: 'PolicyLecture', readonly id: string }
    | { readonly __typename: 'RoleRequest', readonly role: StaffRole, readonly id: string, readonly requestStatus: RoleRequestStatus }
    | { readonly __typename: 'Room', readonly id: string }
    | { readonly __typename: 'School', readonly name: string, readonly id: string }
    | { readonly __typename: 'SchoolClass', readonly id: string }
    | { readonly __typename: 'SchoolYear', readonly id: string }
    | { readonly __typename: 'Segment', readonly id: string }
    | { readonly __typename: 'ServiceCertificate', readonly id: string }
    | { readonly __typename: 'ServiceRecord', readonly id: string, readonly serviceStatus: ServiceStatus, readonly shift: { readonly __typename: 'Shift', readonly id: string, readonly startsAt: string, readonly place: string, readonly activity: { readonly __typename: 'VolunteerActivity', readonly id: string, readonly title: string } } | null }
    | { readonly __typename: 'ServiceToken', readonly name: string, readonly id: string }
    | { readonly __typename: 'Session', readonly id: string }
    | { readonly __typename: 'Shift', readonly id: string, readonly startsAt: string, readonly place: string, readonly activity: { readonly __typename: 'VolunteerActivity', readonly id: string, readonly title: string } }
    | { readonly __typename: 'ShiftRole', readonly id: string }
    | { readonly __typename: 'ShiftSeries', readonly id: string, readonly activity: { readonly __typename: 'VolunteerActivity', readonly id: string, readonly title: string } }
    | { readonly __typename: 'Signup', readonly id: string, readonly signupStatus: SignupStatus, readonly shift: { readonly __typename: 'Shift', readonly id: string, readonly startsAt: string, readonly place: string, readonly activity: { readonly __typename: 'VolunteerActivity', readonly id: string, readonly title: string } } | null }
    | { readonly __typename: 'Staff', readonly id: string }
    | { readonly __typename: 'StaffAssignment', readonly id: string, readonly assignedRole: StaffRole }
    | { readonly __typename: 'StaffIdentity', readonly id: string, readonly linkStatus: StaffIdentityStatus }
    | { readonly __typename: 'StandIn', readonly id: string, readonly standInStatus: StandInStatus, readonly shift: { readonly __typename: 'Shift', readonly id: string, readonly startsAt: string, readonly place: string, readonly activity: { readonly __typename: 'VolunteerActivity', readonly id: string, readonly title: string } } | null }
    | { readonly __typename: 'Student', readonly id: string }
    | { readonly __typename: 'Task', readonly id: string }
    | { readonly __typename: 'Term', readonly id: string }
    | { readonly __typename: 'Topic', readonly id: string }
    | { readonly __typename: 'VolunteerActivity', readonly title: string, readonly id: string }
    | { readonly __typename: 'VolunteerQualification', readonly id: string }
    | { readonly __typename: 'VolunteerSuspension', readonly id: string }
    | { readonly __typename: 'WaitlistEntry', readonly id: string }
    | { readonly __typename: 'WaitlistSkip', readonly id: string }
   | null };

export type StaffInboxQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: NoticeWhere | null | undefined;
}>;


export type StaffInboxQuery = { readonly viewer: { readonly __typename: 'Viewer', readonly id: string, readonly unreadNoticeCount: number, readonly inbox: { readonly __typename: 'NoticeConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Notice', readonly id: string, readonly kind: string, readonly title: string, readonly body: string, readonly createdAt: string, readonly readAt: string | null, readonly about:
          | { readonly __typename: 'AccessRecord', readonly id: string }
          | { readonly __typename: 'Account', readonly id: string }
          | { readonly __typename: 'AccountJoin', readonly id: string }
          | { readonly __typename: 'AgendaItem', readonly id: string }
          | { readonly __typename: 'Attendance', readonly id: string }
          | { readonly __typename: 'Audience', readonly id: string }
          | { readonly __typename: 'AudienceTarget', readonly id: string }
          | { readonly __typename: 'AuditRecord', readonly id: string }
          | { readonly __typename: 'BindingCode', readonly id: string }
          | { readonly __typename: 'CalendarDay', readonly id: string }
          | { readonly __typename: 'Chapter', readonly id: string }
          | { readonly __typename: 'ClassMembership', readonly id: string }
          | { readonly __typename: 'Course', readonly id: string }
          | { readonly __typename: 'CourseEdition', readonly id: string }
          | { readonly __typename: 'District', readonly id: string }
          | { readonly __typename: 'Engagement', readonly id: string }
          | { readonly __typename: 'Grade', readonly id: string }
          | { readonly __typename: 'Guardian', readonly id: string }
          | { readonly __typename: 'Guardianship', readonly id: string }
          | { readonly __typename: 'Household', readonly id: string }
          | { readonly __typename: 'Lecturer', readonly id: string }
          | { readonly __typename: 'Lesson', readonly id: string }
          | { readonly __typename: 'Meeting', readonly id: string }
          | { readonly __typename: 'MeetingInvitation', readonly id: string }
          | { readonly __typename: 'MeetingReply', readonly id: string }
          | { readonly __typename: 'Notice', readonly id: string }
          | { readonly __typename: 'ParentLecture', readonly id: string }
          | { readonly __typename: 'PolicyDocument', readonly id: string }
          | { readonly __typename: 'PolicyEdition', readonly id: string }
          | { readonly __typename: 'PolicyLecture', readonly id: string }
          | { readonly __typename: 'RoleRequest', readonly id: string }
          | { readonly __typename: 'Room', readonly id: string }
          | { readonly __typename: 'School', readonly id: string }
          | { readonly __typename: 'SchoolClass', readonly id: string }
          | { readonly __typename: 'SchoolYear', readonly id: string }
          | { readonly __typename: 'Segment', readonly id: string }
          | { readonly __typename: 'ServiceCertificate', readonly id: string }
          | { readonly __typename: 'ServiceRecord', readonly id: string }
          | { readonly __typename: 'ServiceToken', readonly id: string }
          | { readonly __typename: 'Session', readonly id: string }
          | { readonly __typename: 'Shift', readonly id: string }
          | { readonly __typename: 'ShiftRole', readonly id: string }
          | { readonly __typename: 'ShiftSeries', readonly id: string }
          | { readonly __typename: 'Signup', readonly id: string }
          | { readonly __typename: 'Staff', readonly id: string }
          | { readonly __typename: 'StaffAssignment', readonly id: string }
          | { readonly __typename: 'StaffIdentity', readonly id: string }
          | { readonly __typename: 'StandIn', readonly id: string }
          | { readonly __typename: 'Student', readonly id: string }
          | { readonly __typename: 'Task', readonly id: string }
          | { readonly __typename: 'Term', readonly id: string }
          | { readonly __typename: 'Topic', readonly id: string }
          | { readonly __typename: 'VolunteerActivity', readonly id: string }
          | { readonly __typename: 'VolunteerQualification', readonly id: string }
          | { readonly __typename: 'VolunteerSuspension', readonly id: string }
          | { readonly __typename: 'WaitlistEntry', readonly id: string }
          | { readonly __typename: 'WaitlistSkip', readonly id: string }
         | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } } };

export type StaffMarkAllNoticesReadMutationVariables = Exact<{
  input: MarkAllNoticesReadInput;
}>;


export type StaffMarkAllNoticesReadMutation = { readonly markAllNoticesRead: { readonly __typename: 'MarkAllNoticesReadPayload', readonly markedCount: number | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'MarkAllNoticesReadError', readonly code: MarkAllNoticesReadErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type StaffMarkNoticesReadMutationVariables = Exact<{
  input: MarkNoticesReadInput;
}>;


export type StaffMarkNoticesReadMutation = { readonly markNoticesRead: { readonly __typename: 'MarkNoticesReadPayload', readonly notices: ReadonlyArray<{ readonly __typename: 'Notice', readonly id: string, readonly readAt: string | null }>, readonly userErrors: ReadonlyArray<{ readonly __typename: 'MarkNoticesReadError', readonly code: MarkNoticesReadErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type StaffTasksQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: TaskWhere | null | undefined;
}>;


export type StaffTasksQuery = { readonly viewer: { readonly __typename: 'Viewer', readonly id: string, readonly tasks: { readonly __typename: 'TaskConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Task', readonly id: string, readonly kind: string, readonly title: string, readonly dueAt: string | null, readonly about:
          | { readonly __typename: 'AccessRecord', readonly id: string }
          | { readonly __typename: 'Account', readonly id: string }
          | { readonly __typename: 'AccountJoin', readonly id: string }
          | { readonly __typename: 'AgendaItem', readonly id: string }
          | { readonly __typename: 'Attendance', readonly id: string }
          | { readonly __typename: 'Audience', readonly id: string }
          | { readonly __typename: 'AudienceTarget', readonly id: string }
          | { readonly __typename: 'AuditRecord', readonly id: string }
          | { readonly __typename: 'BindingCode', readonly id: string }
          | { readonly __typename: 'CalendarDay', readonly id: string }
          | { readonly __typename: 'Chapter', readonly id: string }
          | { readonly __typename: 'ClassMembership', readonly id: string }
          | { readonly __typename: 'Course', readonly id: string }
          | { readonly __typename: 'CourseEdition', readonly id: string }
          | { readonly __typename: 'District', readonly id: string }
          | { readonly __typename: 'Engagement', readonly id: string }
          | { readonly __typename: 'Grade', readonly id: string }
          | { readonly __typename: 'Guardian', readonly id: string }
          | { readonly __typename: 'Guardianship', readonly id: string }
          | { readonly __typename: 'Household', readonly id: string }
          | { readonly __typename: 'Lecturer', readonly id: string }
          | { readonly __typename: 'Lesson', readonly id: string }
          | { readonly __typename: 'Meeting', readonly id: string }
          | { readonly __typename: 'MeetingInvitation', readonly id: string }
          | { readonly __typename: 'MeetingReply', readonly id: string }
          | { readonly __typename: 'Notice', readonly id: string }
          | { readonly __typename: 'ParentLecture', readonly id: string }
          | { readonly __typename: 'PolicyDocument', readonly id: string }
          | { readonly __typename: 'PolicyEdition', readonly id: string }
          | { readonly __typename: 'PolicyLecture', readonly id: string }
          | { readonly __typename: 'RoleRequest', readonly id: string }
          | { readonly __typename: 'Room', readonly id: string }
          | { readonly __typename: 'School', readonly id: string }
          | { readonly __typename: 'SchoolClass', readonly id: string }
          | { readonly __typename: 'SchoolYear', readonly id: string }
          | { readonly __typename: 'Segment', readonly id: string }
          | { readonly __typename: 'ServiceCertificate', readonly id: string }
          | { readonly __typename: 'ServiceRecord', readonly id: string }
          | { readonly __typename: 'ServiceToken', readonly id: string }
          | { readonly __typename: 'Session', readonly id: string }
          | { readonly __typename: 'Shift', readonly id: string }
          | { readonly __typename: 'ShiftRole', readonly id: string }
          | { readonly __typename: 'ShiftSeries', readonly id: string }
          | { readonly __typename: 'Signup', readonly id: string }
          | { readonly __typename: 'Staff', readonly id: string }
          | { readonly __typename: 'StaffAssignment', readonly id: string }
          | { readonly __typename: 'StaffIdentity', readonly id: string }
          | { readonly __typename: 'StandIn', readonly id: string }
          | { readonly __typename: 'Student', readonly id: string }
          | { readonly __typename: 'Task', readonly id: string }
          | { readonly __typename: 'Term', readonly id: string }
          | { readonly __typename: 'Topic', readonly id: string }
          | { readonly __typename: 'VolunteerActivity', readonly id: string }
          | { readonly __typename: 'VolunteerQualification', readonly id: string }
          | { readonly __typename: 'VolunteerSuspension', readonly id: string }
          | { readonly __typename: 'WaitlistEntry', readonly id: string }
          | { readonly __typename: 'WaitlistSkip', readonly id: string }
         | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } } };

export type AssignRoleMutationVariables = Exact<{
  input: AssignRoleInput;
}>;


export type AssignRoleMutation = { readonly assignRole: { readonly __typename: 'AssignRolePayload', readonly staff: { readonly __typename: 'Staff', readonly id: string, readonly name: string } | null, readonly assignment: { readonly __typename: 'StaffAssignment', readonly id: string, readonly role: StaffRole, readonly validFrom: string, readonly validTo: string | null } | null, readonly request: { readonly __typename: 'RoleRequest', readonly id: string, readonly role: StaffRole, readonly status: RoleRequestStatus, readonly expiresAt: string } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'AssignRoleError', readonly code: AssignRoleErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type ClassRosterQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ClassRosterQuery = { readonly schoolClass: { readonly __typename: 'SchoolClass', readonly studentCount: number | null, readonly id: string, readonly name: string, readonly number: number, readonly school: { readonly __typename: 'School', readonly id: string, readonly name: string }, readonly grade: { readonly __typename: 'Grade', readonly id: string, readonly name: string, readonly stage: Stage }, readonly schoolYear: { readonly __typename: 'SchoolYear', readonly id: string, readonly name: string }, readonly homeroomTeacher: { readonly __typename: 'Staff', readonly id: string, readonly name: string, readonly staffNumber: string } | null, readonly students: { readonly __typename: 'StudentConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Student', readonly id: string, readonly name: string, readonly studentNumber: string, readonly guardianships: { readonly __typename: 'GuardianshipConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Guardianship', readonly id: string, readonly relation: GuardianRelation, readonly legal: boolean, readonly primaryContact: boolean, readonly status: GuardianshipStatus, readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly name: string, readonly phone: string | null } | null }> } | null, readonly households: { readonly __typename: 'HouseholdConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Household', readonly id: string, readonly name: string }> } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type CreateRoomMutationVariables = Exact<{
  input: CreateRoomInput;
}>;


export type CreateRoomMutation = { readonly createRoom: { readonly __typename: 'CreateRoomPayload', readonly room: { readonly __typename: 'Room', readonly id: string, readonly name: string, readonly capacity: number } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'CreateRoomError', readonly code: CreateRoomErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type CreateSchoolMutationVariables = Exact<{
  input: CreateSchoolInput;
}>;


export type CreateSchoolMutation = { readonly createSchool: { readonly __typename: 'CreateSchoolPayload', readonly school: { readonly __typename: 'School', readonly id: string, readonly code: string, readonly name: string } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'CreateSchoolError', readonly code: CreateSchoolErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type CreateSchoolClassMutationVariables = Exact<{
  input: CreateSchoolClassInput;
}>;


export type CreateSchoolClassMutation = { readonly createSchoolClass: { readonly __typename: 'CreateSchoolClassPayload', readonly schoolClass: { readonly __typename: 'SchoolClass', readonly id: string, readonly name: string, readonly number: number } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'CreateSchoolClassError', readonly code: CreateSchoolClassErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type CreateSchoolYearMutationVariables = Exact<{
  input: CreateSchoolYearInput;
}>;


export type CreateSchoolYearMutation = { readonly createSchoolYear: { readonly __typename: 'CreateSchoolYearPayload', readonly schoolYear: { readonly __typename: 'SchoolYear', readonly id: string, readonly name: string, readonly startsOn: string, readonly endsOn: string } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'CreateSchoolYearError', readonly code: CreateSchoolYearErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type CreateTermMutationVariables = Exact<{
  input: CreateTermInput;
}>;


export type CreateTermMutation = { readonly createTerm: { readonly __typename: 'CreateTermPayload', readonly term: { readonly __typename: 'Term', readonly id: string, readonly number: number, readonly startsOn: string, readonly endsOn: string } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'CreateTermError', readonly code: CreateTermErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type EndAssignmentMutationVariables = Exact<{
  input: EndAssignmentInput;
}>;


export type EndAssignmentMutation = { readonly endAssignment: { readonly __typename: 'EndAssignmentPayload', readonly assignment: { readonly __typename: 'StaffAssignment', readonly id: string, readonly endedAt: string | null, readonly current: boolean } | null, readonly staff: { readonly __typename: 'Staff', readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'EndAssignmentError', readonly code: EndAssignmentErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type EnrolStudentsMutationVariables = Exact<{
  input: EnrolStudentsInput;
}>;


export type EnrolStudentsMutation = { readonly enrolStudents: { readonly __typename: 'EnrolStudentsPayload', readonly schoolClass: { readonly __typename: 'SchoolClass', readonly id: string, readonly studentCount: number | null } | null, readonly students: ReadonlyArray<{ readonly __typename: 'Student', readonly id: string, readonly name: string, readonly studentNumber: string }>, readonly userErrors: ReadonlyArray<{ readonly __typename: 'EnrolStudentsError', readonly code: EnrolStudentsErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type RegisterStaffMutationVariables = Exact<{
  input: RegisterStaffInput;
}>;


export type RegisterStaffMutation = { readonly registerStaff: { readonly __typename: 'RegisterStaffPayload', readonly staff: { readonly __typename: 'Staff', readonly id: string, readonly name: string, readonly staffNumber: string } | null, readonly assignment: { readonly __typename: 'StaffAssignment', readonly id: string, readonly role: StaffRole, readonly validFrom: string } | null, readonly request: { readonly __typename: 'RoleRequest', readonly id: string, readonly role: StaffRole, readonly status: RoleRequestStatus, readonly expiresAt: string } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'RegisterStaffError', readonly code: RegisterStaffErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type SchoolOverviewQueryVariables = Exact<{
  id: string;
  from: string;
}>;


export type SchoolOverviewQuery = { readonly school: { readonly __typename: 'School', readonly id: string, readonly code: string, readonly name: string, readonly stages: ReadonlyArray<Stage>, readonly studentCount: number | null, readonly district: { readonly __typename: 'District', readonly id: string, readonly name: string }, readonly classes: { readonly __typename: 'SchoolClassConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'SchoolClass', readonly studentCount: number | null, readonly id: string, readonly name: string, readonly number: number, readonly grade: { readonly __typename: 'Grade', readonly id: string, readonly name: string }, readonly schoolYear: { readonly __typename: 'SchoolYear', readonly id: string, readonly current: boolean }, readonly homeroomTeacher: { readonly __typename: 'Staff', readonly id: string, readonly name: string, readonly staffNumber: string } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null, readonly meetings: { readonly __typename: 'MeetingConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Meeting', readonly id: string, readonly title: string, readonly kind: MeetingKind, readonly scope: MeetingScope, readonly status: MeetingStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly invitedHouseholdCount: number | null, readonly repliedHouseholdCount: number | null, readonly attendingReplyCount: number | null, readonly replyRate: { readonly __typename: 'Rate', readonly numerator: number, readonly denominator: number, readonly value: number | null } | null }> } | null, readonly shifts: { readonly __typename: 'ShiftConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Shift', readonly id: string, readonly status: ShiftStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly signupCount: number | null, readonly activity: { readonly __typename: 'VolunteerActivity', readonly id: string, readonly kind: ActivityKind, readonly title: string } }> } | null, readonly courses: { readonly __typename: 'CourseConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Course', readonly id: string, readonly title: string, readonly publishedAt: string | null, readonly citesOutdated: boolean }> }, readonly policyDocuments: { readonly __typename: 'PolicyDocumentConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'PolicyDocument', readonly id: string, readonly title: string, readonly documentNumber: string | null, readonly issuedOn: string }> }, readonly rooms: { readonly __typename: 'RoomConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Room', readonly id: string, readonly name: string, readonly capacity: number }> } | null } | null };

export type SetCalendarDaysMutationVariables = Exact<{
  input: SetCalendarDaysInput;
}>;


export type SetCalendarDaysMutation = { readonly setCalendarDays: { readonly __typename: 'SetCalendarDaysPayload', readonly schoolYear: { readonly __typename: 'SchoolYear', readonly id: string, readonly calendarDays: { readonly __typename: 'CalendarDayConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'CalendarDay', readonly id: string, readonly date: string, readonly kind: CalendarDayKind, readonly name: string, readonly followsWeekday: number | null }> } } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'SetCalendarDaysError', readonly code: SetCalendarDaysErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type StaffDirectoryQueryVariables = Exact<{
  school: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type StaffDirectoryQuery = { readonly school: { readonly __typename: 'School', readonly id: string, readonly name: string, readonly staff: { readonly __typename: 'StaffConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Staff', readonly phone: string | null, readonly id: string, readonly name: string, readonly staffNumber: string, readonly currentAssignments: { readonly __typename: 'StaffAssignmentConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'StaffAssignment', readonly id: string, readonly role: StaffRole, readonly subject: string | null, readonly validFrom: string, readonly validTo: string | null, readonly grade: { readonly __typename: 'Grade', readonly id: string, readonly name: string } | null, readonly schoolClass: { readonly __typename: 'SchoolClass', readonly id: string, readonly name: string, readonly number: number } | null }> } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type StaffHomeQueryVariables = Exact<{
  from: string;
}>;


export type StaffHomeQuery = { readonly viewer: { readonly __typename: 'Viewer', readonly id: string, readonly permissions: ReadonlyArray<string>, readonly tasks: { readonly __typename: 'TaskConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Task', readonly id: string, readonly kind: string, readonly title: string, readonly dueAt: string | null, readonly about:
          | { readonly __typename: 'AccessRecord', readonly id: string }
          | { readonly __typename: 'Account', readonly id: string }
          | { readonly __typename: 'AccountJoin', readonly id: string }
          | { readonly __typename: 'AgendaItem', readonly id: string }
          | { readonly __typename: 'Attendance', readonly id: string }
          | { readonly __typename: 'Audience', readonly id: string }
          | { readonly __typename: 'AudienceTarget', readonly id: string }
          | { readonly __typename: 'AuditRecord', readonly id: string }
          | { readonly __typename: 'BindingCode', readonly id: string }
          | { readonly __typename: 'CalendarDay', readonly id: string }
          | { readonly __typename: 'Chapter', readonly id: string }
          | { readonly __typename: 'ClassMembership', readonly id: string }
          | { readonly __typename: 'Course', readonly id: string }
          | { readonly __typename: 'CourseEdition', readonly id: string }
          | { readonly __typename: 'District', readonly id: string }
          | { readonly __typename: 'Engagement', readonly id: string }
          | { readonly __typename: 'Grade', readonly id: string }
          | { readonly __typename: 'Guardian', readonly id: string }
          | { readonly __typename: 'Guardianship', readonly id: string }
          | { readonly __typename: 'Household', readonly id: string }
          | { readonly __typename: 'Lecturer', readonly id: string }
          | { readonly __typename: 'Lesson', readonly id: string }
          | { readonly __typename: 'Meeting', readonly id: string }
          | { readonly __typename: 'MeetingInvitation', readonly id: string }
          | { readonly __typename: 'MeetingReply', readonly id: string }
          | { readonly __typename: 'Notice', readonly id: string }
          | { readonly __typename: 'ParentLecture', readonly id: string }
          | { readonly __typename: 'PolicyDocument', readonly id: string }
          | { readonly __typename: 'PolicyEdition', readonly id: string }
          | { readonly __typename: 'PolicyLecture', readonly id: string }
          | { readonly __typename: 'RoleRequest', readonly id: string }
          | { readonly __typename: 'Room', readonly id: string }
          | { readonly __typename: 'School', readonly id: string }
          | { readonly __typename: 'SchoolClass', readonly id: string }
          | { readonly __typename: 'SchoolYear', readonly id: string }
          | { readonly __typename: 'Segment', readonly id: string }
          | { readonly __typename: 'ServiceCertificate', readonly id: string }
          | { readonly __typename: 'ServiceRecord', readonly id: string }
          | { readonly __typename: 'ServiceToken', readonly id: string }
          | { readonly __typename: 'Session', readonly id: string }
          | { readonly __typename: 'Shift', readonly id: string }
          | { readonly __typename: 'ShiftRole', readonly id: string }
          | { readonly __typename: 'ShiftSeries', readonly id: string }
          | { readonly __typename: 'Signup', readonly id: string }
          | { readonly __typename: 'Staff', readonly id: string }
          | { readonly __typename: 'StaffAssignment', readonly id: string }
          | { readonly __typename: 'StaffIdentity', readonly id: string }
          | { readonly __typename: 'StandIn', readonly id: string }
          | { readonly __typename: 'Student', readonly id: string }
          | { readonly __typename: 'Task', readonly id: string }
          | { readonly __typename: 'Term', readonly id: string }
          | { readonly __typename: 'Topic', readonly id: string }
          | { readonly __typename: 'VolunteerActivity', readonly id: string }
          | { readonly __typename: 'VolunteerQualification', readonly id: string }
          | { readonly __typename: 'VolunteerSuspension', readonly id: string }
          | { readonly __typename: 'WaitlistEntry', readonly id: string }
          | { readonly __typename: 'WaitlistSkip', readonly id: string }
         | null }> }, readonly staff: { readonly __typename: 'Staff', readonly id: string, readonly name: string, readonly staffNumber: string, readonly currentAssignments: { readonly __typename: 'StaffAssignmentConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'StaffAssignment', readonly id: string, readonly role: StaffRole, readonly subject: string | null, readonly school: { readonly __typename: 'School', readonly id: string, readonly name: string } | null, readonly grade: { readonly __typename: 'Grade', readonly id: string, readonly name: string } | null, readonly schoolClass: { readonly __typename: 'SchoolClass', readonly id: string, readonly name: string, readonly number: number } | null }> } | null, readonly classes: { readonly __typename: 'SchoolClassConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'SchoolClass', readonly studentCount: number | null, readonly id: string, readonly name: string, readonly number: number, readonly school: { readonly __typename: 'School', readonly id: string, readonly name: string } }> } | null, readonly timetable: { readonly __typename: 'EngagementConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Engagement', readonly id: string, readonly kind: EngagementKind, readonly title: string, readonly startsAt: string, readonly endsAt: string }> } | null } | null } };

export type StudentLookupQueryVariables = Exact<{
  studentNumber: string;
}>;


export type StudentLookupQuery = { readonly students: { readonly __typename: 'StudentConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Student', readonly id: string, readonly name: string, readonly studentNumber: string, readonly school: { readonly __typename: 'School', readonly id: string, readonly name: string }, readonly currentClass: { readonly __typename: 'SchoolClass', readonly id: string, readonly name: string, readonly number: number, readonly homeroomTeacher: { readonly __typename: 'Staff', readonly id: string, readonly name: string, readonly staffNumber: string } | null } | null, readonly guardianContacts: ReadonlyArray<{ readonly __typename: 'GuardianContact', readonly relation: GuardianRelation, readonly legal: boolean, readonly primaryContact: boolean, readonly name: string, readonly phone: string | null }> | null }> } | null };

export type ContentToReviseQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type ContentToReviseQuery = { readonly outdatedCourses: { readonly __typename: 'CourseConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Course', readonly id: string, readonly title: string, readonly publishedEdition: { readonly __typename: 'CourseEdition', readonly id: string, readonly number: number, readonly citedEditions: { readonly __typename: 'PolicyEditionConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'PolicyEdition', readonly id: string, readonly title: string, readonly validity: PolicyValidity | null, readonly effectiveTo: string | null }> } } | null }> } | null, readonly outdatedPolicyLectures: { readonly __typename: 'PolicyLectureConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'PolicyLecture', readonly id: string, readonly title: string, readonly lecturerName: string, readonly citedEditions: { readonly __typename: 'PolicyEditionConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'PolicyEdition', readonly id: string, readonly title: string, readonly validity: PolicyValidity | null, readonly effectiveTo: string | null }> } }> } | null };

export type PolicyLibraryQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: PolicyDocumentWhere | null | undefined;
  orderBy?: ReadonlyArray<PolicyDocumentOrder> | null | undefined;
}>;


export type PolicyLibraryQuery = { readonly policyDocuments: { readonly __typename: 'PolicyDocumentConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'PolicyDocument', readonly id: string, readonly title: string, readonly documentNumber: string | null, readonly issuer: string, readonly issuedOn: string, readonly level: PolicyLevel, readonly isPublic: boolean, readonly audience: { readonly __typename: 'Audience', readonly id: string, readonly name: string } | null, readonly topics: { readonly __typename: 'TopicConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Topic', readonly id: string, readonly name: string }> }, readonly currentEdition: { readonly __typename: 'PolicyEdition', readonly id: string, readonly number: number, readonly validity: PolicyValidity | null } | null, readonly editions: { readonly __typename: 'PolicyEditionConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'PolicyEdition', readonly id: string, readonly number: number, readonly status: PublicationStatus, readonly validity: PolicyValidity | null, readonly effectiveFrom: string, readonly effectiveTo: string | null, readonly publishedAt: string | null }> } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ApproveRoleRequestsMutationVariables = Exact<{
  input: ApproveRoleRequestsInput;
}>;


export type ApproveRoleRequestsMutation = { readonly approveRoleRequests: { readonly __typename: 'ApproveRoleRequestsPayload', readonly requests: ReadonlyArray<{ readonly __typename: 'RoleRequest', readonly id: string, readonly status: RoleRequestStatus }>, readonly assignments: ReadonlyArray<{ readonly __typename: 'StaffAssignment', readonly id: string, readonly role: StaffRole, readonly validFrom: string, readonly validTo: string | null }>, readonly userErrors: ReadonlyArray<{ readonly __typename: 'ApproveRoleRequestsError', readonly code: ApproveRoleRequestsErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type RejectRoleRequestsMutationVariables = Exact<{
  input: RejectRoleRequestsInput;
}>;


export type RejectRoleRequestsMutation = { readonly rejectRoleRequests: { readonly __typename: 'RejectRoleRequestsPayload', readonly requests: ReadonlyArray<{ readonly __typename: 'RoleRequest', readonly id: string, readonly status: RoleRequestStatus, readonly reason: string | null }>, readonly userErrors: ReadonlyArray<{ readonly __typename: 'RejectRoleRequestsError', readonly code: RejectRoleRequestsErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type RoleRequestsQueryVariables = Exact<{
  where?: RoleRequestWhere | null | undefined;
  after?: string | null | undefined;
}>;


export type RoleRequestsQuery = { readonly roleRequests: { readonly __typename: 'RoleRequestConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'RoleRequest', readonly id: string, readonly role: StaffRole, readonly status: RoleRequestStatus, readonly staffName: string, readonly subject: string | null, readonly validFrom: string, readonly validTo: string | null, readonly askedAt: string, readonly expiresAt: string, readonly decidedAt: string | null, readonly reason: string | null, readonly viewerCanDecide: boolean, readonly school: { readonly __typename: 'School', readonly id: string, readonly name: string } | null, readonly schoolClass: { readonly __typename: 'SchoolClass', readonly id: string, readonly name: string } | null, readonly askedBy: { readonly __typename: 'Staff', readonly id: string, readonly name: string } | null, readonly decidedBy: { readonly __typename: 'Staff', readonly id: string, readonly name: string } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type WithdrawRoleRequestMutationVariables = Exact<{
  input: WithdrawRoleRequestInput;
}>;


export type WithdrawRoleRequestMutation = { readonly withdrawRoleRequest: { readonly __typename: 'WithdrawRoleRequestPayload', readonly request: { readonly __typename: 'RoleRequest', readonly id: string, readonly status: RoleRequestStatus } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'WithdrawRoleRequestError', readonly code: WithdrawRoleRequestErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type AddShiftSeriesRoleMutationVariables = Exact<{
  input: AddShiftSeriesRoleInput;
}>;


export type AddShiftSeriesRoleMutation = { readonly addShiftSeriesRole: { readonly __typename: 'AddShiftSeriesRolePayload', readonly changedShiftCount: number | null, readonly series: { readonly __typename: 'ShiftSeries', readonly id: string, readonly weekdays: ReadonlyArray<number>, readonly startTime: string, readonly endTime: string, readonly firstDate: string, readonly lastDate: string, readonly skipsHolidays: boolean, readonly place: string, readonly signupOpensDaysBefore: number, readonly signupClosesMinutesBefore: number, readonly cancelUntilMinutesBefore: number, readonly roleNames: ReadonlyArray<string>, readonly revision: number } | null, readonly refusedShifts: ReadonlyArray<{ readonly __typename: 'Shift', readonly id: string, readonly seriesDate: string | null }>, readonly userErrors: ReadonlyArray<{ readonly __typename: 'AddShiftSeriesRoleError', readonly code: AddShiftSeriesRoleErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type AlignShiftSeriesMutationVariables = Exact<{
  input: AlignShiftSeriesInput;
}>;


export type AlignShiftSeriesMutation = { readonly alignShiftSeries: { readonly __typename: 'AlignShiftSeriesPayload', readonly cancelledShiftCount: number | null, readonly addedShiftCount: number | null, readonly series: { readonly __typename: 'ShiftSeries', readonly missingDates: ReadonlyArray<string>, readonly id: string, readonly weekdays: ReadonlyArray<number>, readonly startTime: string, readonly endTime: string, readonly firstDate: string, readonly lastDate: string, readonly skipsHolidays: boolean, readonly place: string, readonly signupOpensDaysBefore: number, readonly signupClosesMinutesBefore: number, readonly cancelUntilMinutesBefore: number, readonly roleNames: ReadonlyArray<string>, readonly revision: number, readonly shiftsOffCalendar: { readonly __typename: 'ShiftConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Shift', readonly id: string, readonly seriesDate: string | null }> } } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'AlignShiftSeriesError', readonly code: AlignShiftSeriesErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type CancelShiftSeriesMutationVariables = Exact<{
  input: CancelShiftSeriesInput;
}>;


export type CancelShiftSeriesMutation = { readonly cancelShiftSeries: { readonly __typename: 'CancelShiftSeriesPayload', readonly cancelledShiftCount: number | null, readonly series: { readonly __typename: 'ShiftSeries', readonly id: string, readonly weekdays: ReadonlyArray<number>, readonly startTime: string, readonly endTime: string, readonly firstDate: string, readonly lastDate: string, readonly skipsHolidays: boolean, readonly place: string, readonly signupOpensDaysBefore: number, readonly signupClosesMinutesBefore: number, readonly cancelUntilMinutesBefore: number, readonly roleNames: ReadonlyArray<string>, readonly revision: number } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'CancelShiftSeriesError', readonly code: CancelShiftSeriesErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type CreateShiftSeriesMutationVariables = Exact<{
  input: CreateShiftSeriesInput;
}>;


export type CreateShiftSeriesMutation = { readonly createShiftSeries: { readonly __typename: 'CreateShiftSeriesPayload', readonly shiftCount: number | null, readonly series: { readonly __typename: 'ShiftSeries', readonly id: string, readonly weekdays: ReadonlyArray<number>, readonly startTime: string, readonly endTime: string, readonly firstDate: string, readonly lastDate: string, readonly skipsHolidays: boolean, readonly place: string, readonly signupOpensDaysBefore: number, readonly signupClosesMinutesBefore: number, readonly cancelUntilMinutesBefore: number, readonly roleNames: ReadonlyArray<string>, readonly revision: number } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'CreateShiftSeriesError', readonly code: CreateShiftSeriesErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type PublishShiftSeriesMutationVariables = Exact<{
  input: PublishShiftSeriesInput;
}>;


export type PublishShiftSeriesMutation = { readonly publishShiftSeries: { readonly __typename: 'PublishShiftSeriesPayload', readonly publishedShiftCount: number | null, readonly series: { readonly __typename: 'ShiftSeries', readonly id: string, readonly weekdays: ReadonlyArray<number>, readonly startTime: string, readonly endTime: string, readonly firstDate: string, readonly lastDate: string, readonly skipsHolidays: boolean, readonly place: string, readonly signupOpensDaysBefore: number, readonly signupClosesMinutesBefore: number, readonly cancelUntilMinutesBefore: number, readonly roleNames: ReadonlyArray<string>, readonly revision: number } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'PublishShiftSeriesError', readonly code: PublishShiftSeriesErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type RemoveShiftSeriesRoleMutationVariables = Exact<{
  input: RemoveShiftSeriesRoleInput;
}>;


export type RemoveShiftSeriesRoleMutation = { readonly removeShiftSeriesRole: { readonly __typename: 'RemoveShiftSeriesRolePayload', readonly changedShiftCount: number | null, readonly series: { readonly __typename: 'ShiftSeries', readonly id: string, readonly weekdays: ReadonlyArray<number>, readonly startTime: string, readonly endTime: string, readonly firstDate: string, readonly lastDate: string, readonly skipsHolidays: boolean, readonly place: string, readonly signupOpensDaysBefore: number, readonly signupClosesMinutesBefore: number, readonly cancelUntilMinutesBefore: number, readonly roleNames: ReadonlyArray<string>, readonly revision: number } | null, readonly refusedShifts: ReadonlyArray<{ readonly __typename: 'Shift', readonly id: string, readonly seriesDate: string | null }>, readonly userErrors: ReadonlyArray<{ readonly __typename: 'RemoveShiftSeriesRoleError', readonly code: RemoveShiftSeriesRoleErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type SeriesEditorQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
}>;


export type SeriesEditorQuery = { readonly node:
    | { readonly __typename: 'AccessRecord', readonly id: string }
    | { readonly __typename: 'Account', readonly id: string }
    | { readonly __typename: 'AccountJoin', readonly id: string }
    | { readonly __typename: 'AgendaItem', readonly id: string }
    | { readonly __typename: 'Attendance', readonly id: string }
    | { readonly __typename: 'Audience', readonly id: string }
    | { readonly __typename: 'AudienceTarget', readonly id: string }
    | { readonly __typename: 'AuditRecord', readonly id: string }
    | { readonly __typename: 'BindingCode', readonly id: string }
    | { readonly __typename: 'CalendarDay', readonly id: string }
    | { readonly __typename: 'Chapter', readonly id: string }
    | { readonly __typename: 'ClassMembership', readonly id: string }
    | { readonly __typename: 'Course', readonly id: string }
    | { readonly __typename: 'CourseEdition', readonly id: string }
    | { readonly __typename: 'District', readonly id: string }
    | { readonly __typename: 'Engagement', readonly id: string }
    | { readonly __typename: 'Grade', readonly id: string }
    | { readonly __typename: 'Guardian', readonly id: string }
    | { readonly __typename: 'Guardianship', readonly id: string }
    | { readonly __typename: 'Household', readonly id: string }
    | { readonly __typename: 'Lecturer', readonly id: string }
    | { readonly __typename: 'Lesson', readonly id: string }
    | { readonly __typename: 'Meeting', readonly id: string }
    | { readonly __typename: 'MeetingInvitation', readonly id: string }
    | { readonly __typename: 'MeetingReply', readonly id: string }
    | { readonly __typename: 'Notice', readonly id: string }
    | { readonly __typename: 'ParentLecture', readonly id: string }
    | { readonly __typename: 'PolicyDocument', readonly id: string }
    | { readonly __typename: 'PolicyEdition', readonly id: string }
    | { readonly __typename: 'PolicyLecture', readonly id: string }
    | { readonly __typename: 'RoleRequest', readonly id: string }
    | { readonly __typename: 'Room', readonly id: string }
    | { readonly __typename: 'School', readonly id: string }
    | { readonly __typename: 'SchoolClass', readonly id: string }
    | { readonly __typename: 'SchoolYear', readonly id: string }
    | { readonly __typename: 'Segment', readonly id: string }
    | { readonly __typename: 'ServiceCertificate', readonly id: string }
    | { readonly __typename: 'ServiceRecord', readonly id: string }
    | { readonly __typename: 'ServiceToken', readonly id: string }
    | { readonly __typename: 'Session', readonly id: string }
    | { readonly __typename: 'Shift', readonly id: string }
    | { readonly __typename: 'ShiftRole', readonly id: string }
    | { readonly __typename: 'ShiftSeries', readonly missingDates: ReadonlyArray<string>, readonly id: string, readonly weekdays: ReadonlyArray<number>, readonly startTime: string, readonly endTime: string, readonly firstDate: string, readonly lastDate: string, readonly skipsHolidays: boolean, readonly place: string, readonly signupOpensDaysBefore: number, readonly signupClosesMinutesBefore: number, readonly cancelUntilMinutesBefore: number, readonly roleNames: ReadonlyArray<string>, readonly revision: number, readonly shiftsOffCalendar: { readonly __typename: 'ShiftConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Shift', readonly id: string, readonly seriesDate: string | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } }, readonly continues: { readonly __typename: 'ShiftSeries', readonly id: string, readonly lastDate: string } | null, readonly activity: { readonly __typename: 'VolunteerActivity', readonly id: string, readonly title: string, readonly district: { readonly __typename: 'District', readonly id: string, readonly schoolYears: { readonly __typename: 'SchoolYearConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'SchoolYear', readonly id: string, readonly name: string, readonly terms: { readonly __typename: 'TermConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Term', readonly id: string, readonly number: number, readonly startsOn: string, readonly endsOn: string }> }, readonly calendarDays: { readonly __typename: 'CalendarDayConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'CalendarDay', readonly id: string, readonly date: string, readonly kind: CalendarDayKind, readonly name: string, readonly followsWeekday: number | null }> } }> } } }, readonly shifts: { readonly __typename: 'ShiftConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Shift', readonly id: string, readonly status: ShiftStatus, readonly startsAt: string, readonly endsAt: string, readonly seriesDate: string | null, readonly detached: boolean }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } }
    | { readonly __typename: 'Signup', readonly id: string }
    | { readonly __typename: 'Staff', readonly id: string }
    | { readonly __typename: 'StaffAssignment', readonly id: string }
    | { readonly __typename: 'StaffIdentity', readonly id: string }
    | { readonly __typename: 'StandIn', readonly id: string }
    | { readonly __typename: 'Student', readonly id: string }
    | { readonly __typename: 'Task', readonly id: string }
    | { readonly __typename: 'Term', readonly id: string }
    | { readonly __typename: 'Topic', readonly id: string }
    | { readonly __typename: 'VolunteerActivity', readonly id: string }
    | { readonly __typename: 'VolunteerQualification', readonly id: string }
    | { readonly __typename: 'VolunteerSuspension', readonly id: string }
    | { readonly __typename: 'WaitlistEntry', readonly id: string }
    | { readonly __typename: 'WaitlistSkip', readonly id: string }
   | null };

export type UpdateShiftSeriesMutationVariables = Exact<{
  input: UpdateShiftSeriesInput;
}>;


export type UpdateShiftSeriesMutation = { readonly updateShiftSeries: { readonly __typename: 'UpdateShiftSeriesPayload', readonly shiftCount: number | null, readonly cancelledShiftCount: number | null, readonly series: { readonly __typename: 'ShiftSeries', readonly id: string, readonly weekdays: ReadonlyArray<number>, readonly startTime: string, readonly endTime: string, readonly firstDate: string, readonly lastDate: string, readonly skipsHolidays: boolean, readonly place: string, readonly signupOpensDaysBefore: number, readonly signupClosesMinutesBefore: number, readonly cancelUntilMinutesBefore: number, readonly roleNames: ReadonlyArray<string>, readonly revision: number } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'UpdateShiftSeriesError', readonly code: UpdateShiftSeriesErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type UpdateShiftSeriesRoleMutationVariables = Exact<{
  input: UpdateShiftSeriesRoleInput;
}>;


export type UpdateShiftSeriesRoleMutation = { readonly updateShiftSeriesRole: { readonly __typename: 'UpdateShiftSeriesRolePayload', readonly changedShiftCount: number | null, readonly series: { readonly __typename: 'ShiftSeries', readonly id: string, readonly weekdays: ReadonlyArray<number>, readonly startTime: string, readonly endTime: string, readonly firstDate: string, readonly lastDate: string, readonly skipsHolidays: boolean, readonly place: string, readonly signupOpensDaysBefore: number, readonly signupClosesMinutesBefore: number, readonly cancelUntilMinutesBefore: number, readonly roleNames: ReadonlyArray<string>, readonly revision: number } | null, readonly refusedShifts: ReadonlyArray<{ readonly __typename: 'Shift', readonly id: string, readonly seriesDate: string | null }>, readonly userErrors: ReadonlyArray<{ readonly __typename: 'UpdateShiftSeriesRoleError', readonly code: UpdateShiftSeriesRoleErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type ApproveServiceRecordsMutationVariables = Exact<{
  input: ApproveServiceRecordsInput;
}>;


export type ApproveServiceRecordsMutation = { readonly approveServiceRecords: { readonly __typename: 'ApproveServiceRecordsPayload', readonly serviceRecords: ReadonlyArray<{ readonly __typename: 'ServiceRecord', readonly id: string, readonly startsAt: string, readonly endsAt: string, readonly minutes: number, readonly source: ServiceSource, readonly status: ServiceStatus, readonly description: string | null, readonly decisionReason: string | null, readonly appeal: string | null, readonly appealedAt: string | null, readonly certified: boolean, readonly viewerCanDecide: boolean }>, readonly userErrors: ReadonlyArray<{ readonly __typename: 'ApproveServiceRecordsError', readonly code: ApproveServiceRecordsErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type RejectServiceRecordsMutationVariables = Exact<{
  input: RejectServiceRecordsInput;
}>;


export type RejectServiceRecordsMutation = { readonly rejectServiceRecords: { readonly __typename: 'RejectServiceRecordsPayload', readonly serviceRecords: ReadonlyArray<{ readonly __typename: 'ServiceRecord', readonly id: string, readonly startsAt: string, readonly endsAt: string, readonly minutes: number, readonly source: ServiceSource, readonly status: ServiceStatus, readonly description: string | null, readonly decisionReason: string | null, readonly appeal: string | null, readonly appealedAt: string | null, readonly certified: boolean, readonly viewerCanDecide: boolean }>, readonly userErrors: ReadonlyArray<{ readonly __typename: 'RejectServiceRecordsError', readonly code: RejectServiceRecordsErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type ServiceApprovalQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: ServiceRecordWhere | null | undefined;
}>;


export type ServiceApprovalQuery = { readonly serviceRecordsToDecide: { readonly __typename: 'ServiceRecordConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'ServiceRecord', readonly volunteerName: string, readonly id: string, readonly startsAt: string, readonly endsAt: string, readonly minutes: number, readonly source: ServiceSource, readonly status: ServiceStatus, readonly description: string | null, readonly decisionReason: string | null, readonly appeal: string | null, readonly appealedAt: string | null, readonly certified: boolean, readonly viewerCanDecide: boolean, readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly name: string, readonly phone: string | null } | null, readonly shift: { readonly __typename: 'Shift', readonly id: string, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly activity: { readonly __typename: 'VolunteerActivity', readonly id: string, readonly title: string } } | null, readonly signup: { readonly __typename: 'Signup', readonly id: string, readonly attendance: { readonly __typename: 'Attendance', readonly id: string, readonly checkedInAt: string | null, readonly checkedInBy: AttendanceMethod | null, readonly checkedOutAt: string | null, readonly checkedOutBy: AttendanceMethod | null, readonly noShowAt: string | null, readonly excusedAt: string | null } | null } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type AddShiftRoleMutationVariables = Exact<{
  input: AddShiftRoleInput;
}>;


export type AddShiftRoleMutation = { readonly addShiftRole: { readonly __typename: 'AddShiftRolePayload', readonly role: { readonly __typename: 'ShiftRole', readonly id: string, readonly ordinal: number, readonly name: string, readonly description: string | null, readonly capacity: number, readonly minimum: number, readonly placesTaken: number | null, readonly approvalRequired: boolean, readonly qualification: string | null } | null, readonly shift: { readonly __typename: 'Shift', readonly id: string, readonly status: ShiftStatus, readonly place: string, readonly startsAt: string, readonly endsAt: string, readonly signupOpensAt: string, readonly signupClosesAt: string, readonly cancelUntil: string, readonly cancelReason: string | null, readonly seriesDate: string | null, readonly detached: boolean, readonly revision: number, readonly viewerCanManage: boolean, readonly roles: { readonly __typename: 'ShiftRoleConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'ShiftRole', readonly id: string, readonly ordinal: number, readonly name: string, readonly description: string | null, readonly capacity: number, readonly minimum: number, readonly placesTaken: number | null, readonly approvalRequired: boolean, readonly qualification: string | null }> } } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'AddShiftRoleError', readonly code: AddShiftRoleErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type CancelShiftMutationVariables = Exact<{
  input: CancelShiftInput;
}>;


export type CancelShiftMutation = { readonly cancelShift: { readonly __typename: 'CancelShiftPayload', readonly shift: { readonly __typename: 'Shift', readonly id: string, readonly status: ShiftStatus, readonly place: string, readonly startsAt: string, readonly endsAt: string, readonly signupOpensAt: string, readonly signupClosesAt: string, readonly cancelUntil: string, readonly cancelReason: string | null, readonly seriesDate: string | null, readonly detached: boolean, readonly revision: number, readonly viewerCanManage: boolean, readonly roles: { readonly __typename: 'ShiftRoleConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'ShiftRole', readonly id: string, readonly ordinal: number, readonly name: string, readonly description: string | null, readonly capacity: number, readonly minimum: number, readonly placesTaken: number | null, readonly approvalRequired: boolean, readonly qualification: string | null }> } } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'CancelShiftError', readonly code: CancelShiftErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type CreateShiftMutationVariables = Exact<{
  input: CreateShiftInput;
}>;


export type CreateShiftMutation = { readonly createShift: { readonly __typename: 'CreateShiftPayload', readonly shift: { readonly __typename: 'Shift', readonly id: string, readonly status: ShiftStatus, readonly place: string, readonly startsAt: string, readonly endsAt: string, readonly signupOpensAt: string, readonly signupClosesAt: string, readonly cancelUntil: string, readonly cancelReason: string | null, readonly seriesDate: string | null, readonly detached: boolean, readonly revision: number, readonly viewerCanManage: boolean, readonly roles: { readonly __typename: 'ShiftRoleConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'ShiftRole', readonly id: string, readonly ordinal: number, readonly name: string, readonly description: string | null, readonly capacity: number, readonly minimum: number, readonly placesTaken: number | null, readonly approvalRequired: boolean, readonly qualification: string | null }> } } | null, readonly activity: { readonly __typename: 'VolunteerActivity', readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'CreateShiftError', readonly code: CreateShiftErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type PublishShiftsMutationVariables = Exact<{
  input: PublishShiftsInput;
}>;


export type PublishShiftsMutation = { readonly publishShifts: { readonly __typename: 'PublishShiftsPayload', readonly shifts: ReadonlyArray<{ readonly __typename: 'Shift', readonly id: string, readonly status: ShiftStatus, readonly publishedAt: string | null, readonly revision: number }>, readonly userErrors: ReadonlyArray<{ readonly __typename: 'PublishShiftsError', readonly code: PublishShiftsErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type RemoveShiftRoleMutationVariables = Exact<{
  input: RemoveShiftRoleInput;
}>;


export type RemoveShiftRoleMutation = { readonly removeShiftRole: { readonly __typename: 'RemoveShiftRolePayload', readonly shift: { readonly __typename: 'Shift', readonly id: string, readonly status: ShiftStatus, readonly place: string, readonly startsAt: string, readonly endsAt: string, readonly signupOpensAt: string, readonly signupClosesAt: string, readonly cancelUntil: string, readonly cancelReason: string | null, readonly seriesDate: string | null, readonly detached: boolean, readonly revision: number, readonly viewerCanManage: boolean, readonly roles: { readonly __typename: 'ShiftRoleConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'ShiftRole', readonly id: string, readonly ordinal: number, readonly name: string, readonly description: string | null, readonly capacity: number, readonly minimum: number, readonly placesTaken: number | null, readonly approvalRequired: boolean, readonly qualification: string | null }> } } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'RemoveShiftRoleError', readonly code: RemoveShiftRoleErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type ShiftEditorQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  signups?: boolean | null | undefined;
}>;


export type ShiftEditorQuery = { readonly shift: { readonly __typename: 'Shift', readonly id: string, readonly status: ShiftStatus, readonly place: string, readonly startsAt: string, readonly endsAt: string, readonly signupOpensAt: string, readonly signupClosesAt: string, readonly cancelUntil: string, readonly cancelReason: string | null, readonly seriesDate: string | null, readonly detached: boolean, readonly revision: number, readonly viewerCanManage: boolean, readonly activity: { readonly __typename: 'VolunteerActivity', readonly id: string, readonly title: string, readonly status: ActivityStatus }, readonly series: { readonly __typename: 'ShiftSeries', readonly id: string, readonly revision: number, readonly weekdays: ReadonlyArray<number> } | null, readonly signups?: { readonly __typename: 'SignupConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Signup', readonly id: string, readonly status: SignupStatus, readonly signedUpAt: string, readonly reconfirmUntil: string | null, readonly viewerCanDecide: boolean, readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly name: string, readonly phone: string | null } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null, readonly roles: { readonly __typename: 'ShiftRoleConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'ShiftRole', readonly id: string, readonly ordinal: number, readonly name: string, readonly description: string | null, readonly capacity: number, readonly minimum: number, readonly placesTaken: number | null, readonly approvalRequired: boolean, readonly qualification: string | null }> } } | null };

export type UpdateShiftMutationVariables = Exact<{
  input: UpdateShiftInput;
}>;


export type UpdateShiftMutation = { readonly updateShift: { readonly __typename: 'UpdateShiftPayload', readonly shift: { readonly __typename: 'Shift', readonly id: string, readonly status: ShiftStatus, readonly place: string, readonly startsAt: string, readonly endsAt: string, readonly signupOpensAt: string, readonly signupClosesAt: string, readonly cancelUntil: string, readonly cancelReason: string | null, readonly seriesDate: string | null, readonly detached: boolean, readonly revision: number, readonly viewerCanManage: boolean, readonly roles: { readonly __typename: 'ShiftRoleConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'ShiftRole', readonly id: string, readonly ordinal: number, readonly name: string, readonly description: string | null, readonly capacity: number, readonly minimum: number, readonly placesTaken: number | null, readonly approvalRequired: boolean, readonly qualification: string | null }> } } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'UpdateShiftError', readonly code: UpdateShiftErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type UpdateShiftRoleMutationVariables = Exact<{
  input: UpdateShiftRoleInput;
}>;


export type UpdateShiftRoleMutation = { readonly updateShiftRole: { readonly __typename: 'UpdateShiftRolePayload', readonly role: { readonly __typename: 'ShiftRole', readonly id: string, readonly ordinal: number, readonly name: string, readonly description: string | null, readonly capacity: number, readonly minimum: number, readonly placesTaken: number | null, readonly approvalRequired: boolean, readonly qualification: string | null } | null, readonly shift: { readonly __typename: 'Shift', readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'UpdateShiftRoleError', readonly code: UpdateShiftRoleErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type ApproveSignupsMutationVariables = Exact<{
  input: ApproveSignupsInput;
}>;


export type ApproveSignupsMutation = { readonly approveSignups: { readonly __typename: 'ApproveSignupsPayload', readonly signups: ReadonlyArray<{ readonly __typename: 'Signup', readonly id: string, readonly status: SignupStatus, readonly decidedAt: string | null, readonly role: { readonly __typename: 'ShiftRole', readonly id: string, readonly ordinal: number, readonly name: string, readonly description: string | null, readonly capacity: number, readonly minimum: number, readonly placesTaken: number | null, readonly approvalRequired: boolean, readonly qualification: string | null } | null }>, readonly userErrors: ReadonlyArray<{ readonly __typename: 'ApproveSignupsError', readonly code: ApproveSignupsErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type DecideCancellationRequestMutationVariables = Exact<{
  input: DecideCancellationRequestInput;
}>;


export type DecideCancellationRequestMutation = { readonly decideCancellationRequest: { readonly __typename: 'DecideCancellationRequestPayload', readonly signup: { readonly __typename: 'Signup', readonly id: string, readonly status: SignupStatus, readonly signedUpAt: string, readonly cancelRequestedAt: string | null, readonly cancelRequestReason: string | null, readonly cancelRequestAnswer: string | null } | null, readonly role: { readonly __typename: 'ShiftRole', readonly id: string, readonly placesTaken: number | null, readonly freePlaces: number | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'DecideCancellationRequestError', readonly code: DecideCancellationRequestErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type RejectSignupsMutationVariables = Exact<{
  input: RejectSignupsInput;
}>;


export type RejectSignupsMutation = { readonly rejectSignups: { readonly __typename: 'RejectSignupsPayload', readonly signups: ReadonlyArray<{ readonly __typename: 'Signup', readonly id: string, readonly status: SignupStatus, readonly cancelReason: string | null, readonly decidedAt: string | null, readonly role: { readonly __typename: 'ShiftRole', readonly id: string, readonly ordinal: number, readonly name: string, readonly description: string | null, readonly capacity: number, readonly minimum: number, readonly placesTaken: number | null, readonly approvalRequired: boolean, readonly qualification: string | null } | null }>, readonly userErrors: ReadonlyArray<{ readonly __typename: 'RejectSignupsError', readonly code: RejectSignupsErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type DecideStandInMutationVariables = Exact<{
  input: DecideStandInInput;
}>;


export type DecideStandInMutation = { readonly decideStandIn: { readonly __typename: 'DecideStandInPayload', readonly standIn: { readonly __typename: 'StandIn', readonly id: string, readonly way: StandInWay, readonly status: StandInStatus, readonly rejectReason: string | null } | null, readonly signup: { readonly __typename: 'Signup', readonly id: string, readonly status: SignupStatus } | null, readonly role: { readonly __typename: 'ShiftRole', readonly id: string, readonly placesTaken: number | null, readonly freePlaces: number | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'DecideStandInError', readonly code: DecideStandInErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type ExportServiceHoursMutationVariables = Exact<{
  input: ExportServiceHoursInput;
}>;


export type ExportServiceHoursMutation = { readonly exportServiceHours: { readonly __typename: 'ExportServiceHoursPayload', readonly path: string | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'ExportServiceHoursError', readonly code: ExportServiceHoursErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type ExportShiftRosterMutationVariables = Exact<{
  input: ExportShiftRosterInput;
}>;


export type ExportShiftRosterMutation = { readonly exportShiftRoster: { readonly __typename: 'ExportShiftRosterPayload', readonly path: string | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'ExportShiftRosterError', readonly code: ExportShiftRosterErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type ShiftRosterQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
}>;


export type ShiftRosterQuery = { readonly shift: { readonly __typename: 'Shift', readonly id: string, readonly status: ShiftStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly signupCount: number | null, readonly shortBy: number | null, readonly fillRate: { readonly __typename: 'Rate', readonly numerator: number, readonly denominator: number, readonly value: number | null } | null, readonly activity: { readonly __typename: 'VolunteerActivity', readonly id: string, readonly kind: ActivityKind, readonly title: string, readonly organiser: { readonly __typename: 'Staff', readonly id: string, readonly name: string, readonly staffNumber: string } | null }, readonly missing: { readonly __typename: 'SignupConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Signup', readonly id: string, readonly volunteerName: string, readonly volunteerPhone: string | null }> } | null, readonly roles: { readonly __typename: 'ShiftRoleConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'ShiftRole', readonly id: string, readonly name: string, readonly capacity: number, readonly minimum: number, readonly confirmedCount: number | null, readonly placesTaken: number | null, readonly shortBy: number | null, readonly approvalRequired: boolean, readonly signups: { readonly __typename: 'SignupConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Signup', readonly id: string, readonly status: SignupStatus, readonly signedUpAt: string, readonly volunteerName: string, readonly volunteerPhone: string | null, readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly name: string, readonly phone: string | null } | null, readonly household: { readonly __typename: 'Household', readonly id: string, readonly name: string } | null, readonly attendance: { readonly __typename: 'Attendance', readonly id: string, readonly checkedInAt: string | null, readonly checkedOutAt: string | null, readonly noShowAt: string | null, readonly excusedAt: string | null } | null, readonly standIn: { readonly __typename: 'StandIn', readonly id: string, readonly way: StandInWay, readonly status: StandInStatus, readonly toName: string | null } | null, readonly standsInFor: { readonly __typename: 'Signup', readonly id: string, readonly volunteerName: string } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null, readonly waitlistEntries: { readonly __typename: 'WaitlistEntryConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'WaitlistEntry', readonly id: string, readonly status: WaitlistStatus, readonly position: number | null, readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly name: string, readonly phone: string | null } | null }> } | null }> } } | null };

export type VolunteerActivitiesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: VolunteerActivityWhere | null | undefined;
  from: string;
}>;


export type VolunteerActivitiesQuery = { readonly volunteerActivities: { readonly __typename: 'VolunteerActivityConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'VolunteerActivity', readonly id: string, readonly kind: ActivityKind, readonly title: string, readonly status: ActivityStatus, readonly publishedAt: string | null, readonly signupCount: number | null, readonly school: { readonly __typename: 'School', readonly id: string, readonly name: string } | null, readonly audience: { readonly __typename: 'Audience', readonly id: string, readonly name: string }, readonly organiser: { readonly __typename: 'Staff', readonly id: string, readonly name: string, readonly staffNumber: string } | null, readonly shifts: { readonly __typename: 'ShiftConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Shift', readonly id: string, readonly status: ShiftStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string }> } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type GrantQualificationMutationVariables = Exact<{
  input: GrantQualificationInput;
}>;


export type GrantQualificationMutation = { readonly grantQualification: { readonly __typename: 'GrantQualificationPayload', readonly qualification: { readonly __typename: 'VolunteerQualification', readonly id: string, readonly name: string, readonly validFrom: string, readonly validTo: string | null, readonly current: boolean, readonly revokedAt: string | null, readonly revokeReason: string | null, readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly name: string } | null, readonly grantedBy: { readonly __typename: 'Staff', readonly id: string, readonly name: string, readonly staffNumber: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'GrantQualificationError', readonly code: GrantQualificationErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type LiftSuspensionMutationVariables = Exact<{
  input: LiftSuspensionInput;
}>;


export type LiftSuspensionMutation = { readonly liftSuspension: { readonly __typename: 'LiftSuspensionPayload', readonly suspension: { readonly __typename: 'VolunteerSuspension', readonly id: string, readonly cause: SuspensionCause, readonly reason: string, readonly startsAt: string, readonly endsAt: string, readonly current: boolean, readonly liftedAt: string | null, readonly liftReason: string | null, readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly name: string } | null, readonly school: { readonly __typename: 'School', readonly id: string, readonly name: string } | null, readonly decidedBy: { readonly __typename: 'Staff', readonly id: string, readonly name: string, readonly staffNumber: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'LiftSuspensionError', readonly code: LiftSuspensionErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type RevokeQualificationMutationVariables = Exact<{
  input: RevokeQualificationInput;
}>;


export type RevokeQualificationMutation = { readonly revokeQualification: { readonly __typename: 'RevokeQualificationPayload', readonly qualification: { readonly __typename: 'VolunteerQualification', readonly id: string, readonly name: string, readonly validFrom: string, readonly validTo: string | null, readonly current: boolean, readonly revokedAt: string | null, readonly revokeReason: string | null, readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly name: string } | null, readonly grantedBy: { readonly __typename: 'Staff', readonly id: string, readonly name: string, readonly staffNumber: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'RevokeQualificationError', readonly code: RevokeQualificationErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type SetVolunteeringPolicyMutationVariables = Exact<{
  input: SetVolunteeringPolicyInput;
}>;


export type SetVolunteeringPolicyMutation = { readonly setVolunteeringPolicy: { readonly __typename: 'SetVolunteeringPolicyPayload', readonly district: { readonly __typename: 'District', readonly id: string, readonly volunteeringPolicy: { readonly __typename: 'VolunteeringPolicy', readonly offerMinutes: number, readonly noShowLimit: number, readonly noShowWindowDays: number, readonly suspensionDays: number, readonly checkInEarlyMinutes: number, readonly reportWithinHours: number } } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'SetVolunteeringPolicyError', readonly code: SetVolunteeringPolicyErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type SuspendVolunteerMutationVariables = Exact<{
  input: SuspendVolunteerInput;
}>;


export type SuspendVolunteerMutation = { readonly suspendVolunteer: { readonly __typename: 'SuspendVolunteerPayload', readonly suspension: { readonly __typename: 'VolunteerSuspension', readonly id: string, readonly cause: SuspensionCause, readonly reason: string, readonly startsAt: string, readonly endsAt: string, readonly current: boolean, readonly liftedAt: string | null, readonly liftReason: string | null, readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly name: string } | null, readonly school: { readonly __typename: 'School', readonly id: string, readonly name: string } | null, readonly decidedBy: { readonly __typename: 'Staff', readonly id: string, readonly name: string, readonly staffNumber: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'SuspendVolunteerError', readonly code: SuspendVolunteerErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type VolunteerAdminQueryVariables = Exact<{
  school: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type VolunteerAdminQuery = { readonly school: { readonly __typename: 'School', readonly id: string, readonly name: string, readonly currentVolunteerSuspensions: { readonly __typename: 'VolunteerSuspensionConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'VolunteerSuspension', readonly id: string, readonly cause: SuspensionCause, readonly reason: string, readonly startsAt: string, readonly endsAt: string, readonly current: boolean, readonly liftedAt: string | null, readonly liftReason: string | null, readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly name: string } | null, readonly school: { readonly __typename: 'School', readonly id: string, readonly name: string } | null, readonly decidedBy: { readonly __typename: 'Staff', readonly id: string, readonly name: string, readonly staffNumber: string } | null }> } | null, readonly volunteerSuspensions: { readonly __typename: 'VolunteerSuspensionConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'VolunteerSuspension', readonly id: string, readonly cause: SuspensionCause, readonly reason: string, readonly startsAt: string, readonly endsAt: string, readonly current: boolean, readonly liftedAt: string | null, readonly liftReason: string | null, readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly name: string } | null, readonly school: { readonly __typename: 'School', readonly id: string, readonly name: string } | null, readonly decidedBy: { readonly __typename: 'Staff', readonly id: string, readonly name: string, readonly staffNumber: string } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null, readonly shiftsShortOfVolunteers: { readonly __typename: 'ShiftConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Shift', readonly id: string, readonly startsAt: string, readonly place: string, readonly shortBy: number | null, readonly activity: { readonly __typename: 'VolunteerActivity', readonly id: string, readonly title: string } }> } | null, readonly district: { readonly __typename: 'District', readonly id: string, readonly qualificationNames: ReadonlyArray<string>, readonly volunteeringPolicy: { readonly __typename: 'VolunteeringPolicy', readonly offerMinutes: number, readonly noShowLimit: number, readonly noShowWindowDays: number, readonly suspensionDays: number, readonly checkInEarlyMinutes: number, readonly reportWithinHours: number } } } | null };

export type VolunteerDetailQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
}>;


export type VolunteerDetailQuery = { readonly node:
    | { readonly __typename: 'AccessRecord', readonly id: string }
    | { readonly __typename: 'Account', readonly id: string }
    | { readonly __typename: 'AccountJoin', readonly id: string }
    | { readonly __typename: 'AgendaItem', readonly id: string }
    | { readonly __typename: 'Attendance', readonly id: string }
    | { readonly __typename: 'Audience', readonly id: string }
    | { readonly __typename: 'AudienceTarget', readonly id: string }
    | { readonly __typename: 'AuditRecord', readonly id: string }
    | { readonly __typename: 'BindingCode', readonly id: string }
    | { readonly __typename: 'CalendarDay', readonly id: string }
    | { readonly __typename: 'Chapter', readonly id: string }
    | { readonly __typename: 'ClassMembership', readonly id: string }
    | { readonly __typename: 'Course', readonly id: string }
    | { readonly __typename: 'CourseEdition', readonly id: string }
    | { readonly __typename: 'District', readonly id: string }
    | { readonly __typename: 'Engagement', readonly id: string }
    | { readonly __typename: 'Grade', readonly id: string }
    | { readonly __typename: 'Guardian', readonly id: string, readonly name: string, readonly phone: string | null, readonly currentSuspension: { readonly __typename: 'VolunteerSuspension', readonly id: string, readonly cause: SuspensionCause, readonly reason: string, readonly startsAt: string, readonly endsAt: string, readonly current: boolean, readonly liftedAt: string | null, readonly liftReason: string | null, readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly name: string } | null, readonly school: { readonly __typename: 'School', readonly id: string, readonly name: string } | null, readonly decidedBy: { readonly __typename: 'Staff', readonly id: string, readonly name: string, readonly staffNumber: string } | null } | null, readonly suspensions: { readonly __typename: 'VolunteerSuspensionConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'VolunteerSuspension', readonly id: string, readonly cause: SuspensionCause, readonly reason: string, readonly startsAt: string, readonly endsAt: string, readonly current: boolean, readonly liftedAt: string | null, readonly liftReason: string | null, readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly name: string } | null, readonly school: { readonly __typename: 'School', readonly id: string, readonly name: string } | null, readonly decidedBy: { readonly __typename: 'Staff', readonly id: string, readonly name: string, readonly staffNumber: string } | null }> } | null, readonly qualifications: { readonly __typename: 'VolunteerQualificationConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'VolunteerQualification', readonly id: string, readonly name: string, readonly validFrom: string, readonly validTo: string | null, readonly current: boolean, readonly revokedAt: string | null, readonly revokeReason: string | null, readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly name: string } | null, readonly grantedBy: { readonly __typename: 'Staff', readonly id: string, readonly name: string, readonly staffNumber: string } | null }> } | null }
    | { readonly __typename: 'Guardianship', readonly id: string }
    | { readonly __typename: 'Household', readonly id: string }
    | { readonly __typename: 'Lecturer', readonly id: string }
    | { readonly __typename: 'Lesson', readonly id: string }
    | { readonly __typename: 'Meeting', readonly id: string }
    | { readonly __typename: 'MeetingInvitation', readonly id: string }
    | { readonly __typename: 'MeetingReply', readonly id: string }
    | { readonly __typename: 'Notice', readonly id: string }
    | { readonly __typename: 'ParentLecture', readonly id: string }
    | { readonly __typename: 'PolicyDocument', readonly id: string }
    | { readonly __typename: 'PolicyEdition', readonly id: string }
    | { readonly __typename: 'PolicyLecture', readonly id: string }
    | { readonly __typename: 'RoleRequest', readonly id: string }
    | { readonly __typename: 'Room', readonly id: string }
    | { readonly __typename: 'School', readonly id: string }
    | { readonly __typename: 'SchoolClass', readonly id: string }
    | { readonly __typename: 'SchoolYear', readonly id: string }
    | { readonly __typename: 'Segment', readonly id: string }
    | { readonly __typename: 'ServiceCertificate', readonly id: string }
    | { readonly __typename: 'ServiceRecord', readonly id: string }
    | { readonly __typename: 'ServiceToken', readonly id: string }
    | { readonly __typename: 'Session', readonly id: string }
    | { readonly __typename: 'Shift', readonly id: string }
    | { readonly __typename: 'ShiftRole', readonly id: string }
    | { readonly __typename: 'ShiftSeries', readonly id: string }
    | { readonly __typename: 'Signup', readonly id: string }
    | { readonly __typename: 'Staff', readonly id: string }
    | { readonly __typename: 'StaffAssignment', readonly id: string }
    | { readonly __typename: 'StaffIdentity', readonly id: string }
    | { readonly __typename: 'StandIn', readonly id: string }
    | { readonly __typename: 'Student', readonly id: string }
    | { readonly __typename: 'Task', readonly id: string }
    | { readonly __typename: 'Term', readonly id: string }
    | { readonly __typename: 'Topic', readonly id: string }
    | { readonly __typename: 'VolunteerActivity', readonly id: string }
    | { readonly __typename: 'VolunteerQualification', readonly id: string }
    | { readonly __typename: 'VolunteerSuspension', readonly id: string }
    | { readonly __typename: 'WaitlistEntry', readonly id: string }
    | { readonly __typename: 'WaitlistSkip', readonly id: string }
   | null };

export type SuspensionFragment = { readonly __typename: 'VolunteerSuspension', readonly id: string, readonly cause: SuspensionCause, readonly reason: string, readonly startsAt: string, readonly endsAt: string, readonly current: boolean, readonly liftedAt: string | null, readonly liftReason: string | null, readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly name: string } | null, readonly school: { readonly __typename: 'School', readonly id: string, readonly name: string } | null, readonly decidedBy: { readonly __typename: 'Staff', readonly id: string, readonly name: string, readonly staffNumber: string } | null };

export type QualificationFragment = { readonly __typename: 'VolunteerQualification', readonly id: string, readonly name: string, readonly validFrom: string, readonly validTo: string | null, readonly current: boolean, readonly revokedAt: string | null, readonly revokeReason: string | null, readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly name: string } | null, readonly grantedBy: { readonly __typename: 'Staff', readonly id: string, readonly name: string, readonly staffNumber: string } | null };

export type VolunteeringRulesFragment = { readonly __typename: 'VolunteeringPolicy', readonly offerMinutes: number, readonly noShowLimit: number, readonly noShowWindowDays: number, readonly suspensionDays: number, readonly checkInEarlyMinutes: number, readonly reportWithinHours: number };

export type WaitingListQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: WaitlistEntryWhere | null | undefined;
}>;


export type WaitingListQuery = { readonly shift: { readonly __typename: 'Shift', readonly id: string, readonly startsAt: string, readonly activity: { readonly __typename: 'VolunteerActivity', readonly id: string, readonly title: string, readonly waitlistPriority: WaitlistPriority }, readonly roles: { readonly __typename: 'ShiftRoleConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'ShiftRole', readonly id: string, readonly name: string, readonly capacity: number, readonly placesTaken: number | null, readonly waitlistCount: number | null, readonly waitlistEntries: { readonly __typename: 'WaitlistEntryConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'WaitlistEntry', readonly id: string, readonly status: WaitlistStatus, readonly position: number | null, readonly priority: number, readonly joinedAt: string, readonly offerExpiresAt: string | null, readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly name: string } | null, readonly skips: { readonly __typename: 'WaitlistSkipConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'WaitlistSkip', readonly id: string, readonly skippedAt: string, readonly reason: SkipReason }> } }> } | null }> }, readonly standIns: { readonly __typename: 'StandInConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'StandIn', readonly id: string, readonly way: StandInWay, readonly status: StandInStatus, readonly offeredAt: string, readonly fromName: string | null, readonly toName: string | null, readonly from: { readonly __typename: 'Guardian', readonly id: string, readonly name: string } | null, readonly to: { readonly __typename: 'Guardian', readonly id: string, readonly name: string } | null }> } | null } | null };

export const AcceptLectureId: MutationId<AcceptLectureMutation, AcceptLectureMutationVariables> =
  'sha256:0b92c232845968117223c4191930ccefa1c6fc24dde0f49b0bae16ab7312a125';

export const AccessLogId: QueryId<AccessLogQuery, AccessLogQueryVariables> =
  'sha256:7d2af8d379aa6027b8cf24b490a94b7f1db7750f5d2aa61deaf4aa3e4dd9ef59';

export const AddShiftRoleId: MutationId<AddShiftRoleMutation, AddShiftRoleMutationVariables> =
  'sha256:eb6d1b517206384bd9dba177cb5ae01a1bf299a8834ea102dad9e23c2cfbdd78';

export const AddShiftSeriesRoleId: MutationId<AddShiftSeriesRoleMutation, AddShiftSeriesRoleMutationVariables> =
  'sha256:fb55b531cfe9214327e50c5ab9f1384a59aa8f14143e4a3adc6f2a2c7d7e5bd9';

export const AlignShiftSeriesId: MutationId<AlignShiftSeriesMutation, AlignShiftSeriesMutationVariables> =
  'sha256:74d5310985333948c30d5889af8ed78418e2f52f831667003df7021384a60968';

export const ApproveGuardianshipId: MutationId<ApproveGuardianshipMutation, ApproveGuardianshipMutationVariables> =
  'sha256:7208b026397c94ef38317e76fbdab0000bc87f770545884f8df289a9169f247b';

export const ApproveRoleRequestsId: MutationId<ApproveRoleRequestsMutation, ApproveRoleRequestsMutationVariables> =
  'sha256:01c3a18b4bb25e5442535386abc213a7d4214dde9e0adeff709359c3e8569cf4';

export const ApproveServiceRecordsId: MutationId<ApproveServiceRecordsMutation, ApproveServiceRecordsMutationVariables> =
  'sha256:5b891ecb3eae05cbadde7132109801bbd18981775aad58fc07497456f8a37e2b';

export const ApproveSignupsId: MutationId<ApproveSignupsMutation, ApproveSignupsMutationVariables> =
  'sha256:1b71f4975c80b0c4a15738d07ab686c5b8909e9992e232ce4113233fee80c793';

export const ApproveStaffIdentitiesId: MutationId<ApproveStaffIdentitiesMutation, ApproveStaffIdentitiesMutationVariables> =
  'sha256:08ff53dadff76c65fcbd2337b3609456f4344394d0f8fec9a25fd09de5106a42';

export const AssignRoleId: MutationId<AssignRoleMutation, AssignRoleMutationVariables> =
  'sha256:32381d3014b052583f8f8a3471236b6cbae361f82f95d7ef9f966570f933d145';

export const AuditLogId: QueryId<AuditLogQuery, AuditLogQueryVariables> =
  'sha256:76c36c750056c7fbe4048af46bbbd909a11860180e55cc674504437c5569e17a';

export const BlockGuardianId: MutationId<BlockGuardianMutation, BlockGuardianMutationVariables> =
  'sha256:dc543aefefc6bb7b4ce2a202a3bf7e073f2279a9e6e6671f0e89d9ca83c35ee8';

export const CancelLectureId: MutationId<CancelLectureMutation, CancelLectureMutationVariables> =
  'sha256:de1af871b61b866b3ec87af36f032bce9133ffd7571934d34ca60f1a3a392a15';

export const CancelShiftId: MutationId<CancelShiftMutation, CancelShiftMutationVariables> =
  'sha256:f037130c1f10a235b110a7f5105bc52575107594d00e41efdd85b56e143b6a5c';

export const CancelShiftSeriesId: MutationId<CancelShiftSeriesMutation, CancelShiftSeriesMutationVariables> =
  'sha256:4dce6698b53b1f77e50c031d85aa39f21eb2341bfcf1466e6e5497bbf69195a8';

export const CancelVolunteerActivityId: MutationId<CancelVolunteerActivityMutation, CancelVolunteerActivityMutationVariables> =
  'sha256:7d57d43b96c8beeab1a41ac42cd0a864f39a485657ffa9b24320575e96b43845';

export const ChangeAuthenticatorId: MutationId<ChangeAuthenticatorMutation, ChangeAuthenticatorMutationVariables> =
  'sha256:1fe4be9bac5e47d140b4aa172b1ad69004c16db8141398c070357c63d40ec3e6';

export const ChangePasswordId: MutationId<ChangePasswordMutation, ChangePasswordMutationVariables> =
  'sha256:c22f3e2ffe838a384bf39904b4f42ecffb15eb41145aaf0a3f12608b0a23f1ec';

export const ClassRosterId: QueryId<ClassRosterQuery, ClassRosterQueryVariables> =
  'sha256:e591940d75b453ef11586185ee2f6ddfbd5980f1c896f54bc7d4183f298ccc2c';

export const ConfirmJoinId: MutationId<ConfirmJoinMutation, ConfirmJoinMutationVariables> =
  'sha256:6adc8e520086b1eedfd7d66855fe4f3c20f9cff8e06a0a2f48817492777ca8b8';

export const ContentToReviseId: QueryId<ContentToReviseQuery, ContentToReviseQueryVariables> =
  'sha256:cf9364d4500d8e7effec07db0a4f11a4dd4f7f4aca9beee5f33278dcd4328469';

export const CorrectGuardianNameId: MutationId<CorrectGuardianNameMutation, CorrectGuardianNameMutationVariables> =
  'sha256:a39e9025c852d2f1c77eae5e1311423e15eed37ccfe36dbef4b4c665e2b1797f';

export const CreateJoinCodeId: MutationId<CreateJoinCodeMutation, CreateJoinCodeMutationVariables> =
  'sha256:f8b5334b99e5d399f317eb03197d123c30d06486a7d29e0fdfc333a0c2ee12f3';

export const CreateRecoveryCodesId: MutationId<CreateRecoveryCodesMutation, CreateRecoveryCodesMutationVariables> =
  'sha256:d5638c1d5623986d95fbdd1cac862b9a7dce3d44fb156f4cdb5c18921313f549';

export const CreateRoomId: MutationId<CreateRoomMutation, CreateRoomMutationVariables> =
  'sha256:9757a07a3073c84ebe840e5838260b256a2b0e7710c3f724578867a445762a84';

export const CreateSchoolId: MutationId<CreateSchoolMutation, CreateSchoolMutationVariables> =
  'sha256:be894f240fc396948f13c339a33232e824b70357c1bc43726c1c2e751500be29';

export const CreateSchoolClassId: MutationId<CreateSchoolClassMutation, CreateSchoolClassMutationVariables> =
  'sha256:491b737f23e51a957bce0b6ba082d60aef70e768f2c5b88888c7fb058736156e';

export const CreateSchoolYearId: MutationId<CreateSchoolYearMutation, CreateSchoolYearMutationVariables> =
  'sha256:799958187805e3ce2cd175b7a243af339fd4c837e03520068753f27425372643';

export const CreateServiceTokenId: MutationId<CreateServiceTokenMutation, CreateServiceTokenMutationVariables> =
  'sha256:2754e41218341f8ad362413a32d0fffef5c6c9b2fdd00100814648b41a31706c';

export const CreateShiftId: MutationId<CreateShiftMutation, CreateShiftMutationVariables> =
  'sha256:327cba4545ffaa12e94464c3a8212a53ae42eef85953d5ddf8901cce6e28dc58';

export const CreateShiftSeriesId: MutationId<CreateShiftSeriesMutation, CreateShiftSeriesMutationVariables> =
  'sha256:c514371a5011a4c270551153649f8f835b4c84fda167d28fb2b7fb24863e8311';

export const CreateSignInLinksId: MutationId<CreateSignInLinksMutation, CreateSignInLinksMutationVariables> =
  'sha256:eaf162d41a779be222de561426b640e8cd37bc82132e13f10d0beb03f2ffbeb5';

export const CreateTermId: MutationId<CreateTermMutation, CreateTermMutationVariables> =
  'sha256:214aa1571c2fc31d5a26c5ee003d7bdcc94eadaf0b628dafd6170d0ac69ffec0';

export const CreateVolunteerActivityId: MutationId<CreateVolunteerActivityMutation, CreateVolunteerActivityMutationVariables> =
  'sha256:c29686adf65157c26ae73266155d2e31873d9a4a90a778696ddf7be9a0909d5d';

export const DecideCancellationRequestId: MutationId<DecideCancellationRequestMutation, DecideCancellationRequestMutationVariables> =
  'sha256:2645563590e3dc05d4ced5e7a3897e7df80c934a72b6a38700a6b45e590e1335';

export const DecideStandInId: MutationId<DecideStandInMutation, DecideStandInMutationVariables> =
  'sha256:2c4d90095a87b0265cd9145731b91ef7346c244586b905109ba8be240c0cbc8b';

export const DeclineLectureId: MutationId<DeclineLectureMutation, DeclineLectureMutationVariables> =
  'sha256:ba0d564ea9615d28fe7d2fd28fa13566f706922261b4288018510ee2c6738530';

export const EndAssignmentId: MutationId<EndAssignmentMutation, EndAssignmentMutationVariables> =
  'sha256:a8f4bffe51147f8a553a6818eee2fbce58b877b5596df7d7661d478a607dcf79';

export const EndEnrolmentsId: MutationId<EndEnrolmentsMutation, EndEnrolmentsMutationVariables> =
  'sha256:fed39df571d5ca7c8822dd2836af48a69167a4901b4a2948aa1c740fcf36bffd';

export const EndGuardianshipId: MutationId<EndGuardianshipMutation, EndGuardianshipMutationVariables> =
  'sha256:18e7e9ef2b5967ab11a1fbf4f144212a52d16d261ba93eea70afa9ed20e97d83';

export const EnrolStudentsId: MutationId<EnrolStudentsMutation, EnrolStudentsMutationVariables> =
  'sha256:d96a32d2ea9fd0e0e8860b5dc4fe1eb56bd230afcf0a06accbeb30e36d76712b';

export const ExportServiceHoursId: MutationId<ExportServiceHoursMutation, ExportServiceHoursMutationVariables> =
  'sha256:c03659397d69f452b174ad8539fc382018b552364363c948ee2d52965273e5d8';

export const ExportShiftRosterId: MutationId<ExportShiftRosterMutation, ExportShiftRosterMutationVariables> =
  'sha256:811c058f13a184fcf504cd1edb916dabea9a8dcbffbeda838960a8897b4a2969';

export const GrantQualificationId: MutationId<GrantQualificationMutation, GrantQualificationMutationVariables> =
  'sha256:071a71a115986ffdda592878ad1e35eac7b8e9604ca5866a630c5134c220eaa8';

export const IssueBindingCodesId: MutationId<IssueBindingCodesMutation, IssueBindingCodesMutationVariables> =
  'sha256:e5c1ac7ff5f394d342df4749a841aa4365ded0a21f0458455c42218dba99dc90';

export const LectureProposalsId: QueryId<LectureProposalsQuery, LectureProposalsQueryVariables> =
  'sha256:5a3a53e0ced0c780947707c15de9b8692d67835b5308e7b29efd6e52f0bbc02a';

export const LiftSuspensionId: MutationId<LiftSuspensionMutation, LiftSuspensionMutationVariables> =
  'sha256:9f86ce3d770a143aff8700ba04cdc43870eb94fb1a0ed53c2ccc7afca31964ff';

export const LinkStaffIdentitiesId: MutationId<LinkStaffIdentitiesMutation, LinkStaffIdentitiesMutationVariables> =
  'sha256:7e415cd70c7695ea7ba2fbba4de214bdd4ec2545ed64d6bd0af0e47838050d0d';

export const LinkStaffIdentityId: MutationId<LinkStaffIdentityMutation, LinkStaffIdentityMutationVariables> =
  'sha256:24d7e3789bfda6d0fdd4902726ce94e0d54aef97ea7c983920809c89a34e5e33';

export const MeetingListId: QueryId<MeetingListQuery, MeetingListQueryVariables> =
  'sha256:c1caea8e7e0057c31aef495cf3211999ba427105531762ffd319dcc58e411255';

export const MeetingRepliesId: QueryId<MeetingRepliesQuery, MeetingRepliesQueryVariables> =
  'sha256:ba3276c01aafe9c10b5f8c1afa98a623bc1fef9876a469e6252d315913de6dcc';

export const MeetingRosterId: QueryId<MeetingRosterQuery, MeetingRosterQueryVariables> =
  'sha256:2f6970045223a0884b8239ed54c494e9f96417e4519c67146012bab3c8c4de34';

export const MeetingsAcrossSchoolsId: QueryId<MeetingsAcrossSchoolsQuery, MeetingsAcrossSchoolsQueryVariables> =
  'sha256:f9512a5d4700530134a219012f329343df9a5b0585c8610162550666c5c303c3';

export const MyJoinsId: QueryId<MyJoinsQuery, MyJoinsQueryVariables> =
  'sha256:278a867ec81d78a04ceb2cbebfbdeaf047c15b60ed302a1734490501933c939f';

export const MySignInsId: QueryId<MySignInsQuery, MySignInsQueryVariables> =
  'sha256:e46ae9fbfe70555e3477f16985a7f1c0f9d14d0b0dd91b88ee96310f45041300';

export const OfferAuthenticatorId: MutationId<OfferAuthenticatorMutation, OfferAuthenticatorMutationVariables> =
  'sha256:71677841d1da6ec7f4c6d57be310570d97104545ffd86a95ac9743a8af6ded93';

export const OpenStaffLinkId: QueryId<OpenStaffLinkQuery, OpenStaffLinkQueryVariables> =
  'sha256:6ae8b048e2b2b9be55c27aeab61d83f35478d8c2c6550013d2f554ee09239bf6';

export const PendingGuardianshipsId: QueryId<PendingGuardianshipsQuery, PendingGuardianshipsQueryVariables> =
  'sha256:10e51594847a9a4e5fb303538fb98a9c40e8031fe1f2a50d3d32a4766611dfb7';

export const PolicyLibraryId: QueryId<PolicyLibraryQuery, PolicyLibraryQueryVariables> =
  'sha256:1322de62e20d488dcdaccfd7c392eaebcab27f884e1e2374e04e2ceb1fede2df';

export const PrintBindingCodesId: MutationId<PrintBindingCodesMutation, PrintBindingCodesMutationVariables> =
  'sha256:0573ca5c87f3435b991054a134867c417020830c97737c8d3de644f70b3247bb';

export const PromoteClassesId: MutationId<PromoteClassesMutation, PromoteClassesMutationVariables> =
  'sha256:e643910ab797f5876a0d949675a01a3ecc37fe445b08638051c5a358c36f6a86';

export const PublishShiftSeriesId: MutationId<PublishShiftSeriesMutation, PublishShiftSeriesMutationVariables> =
  'sha256:9dcf7e5d79bf5cb7d2739b68bb49de45195437280ae70519e70d50b736a92f36';

export const PublishShiftsId: MutationId<PublishShiftsMutation, PublishShiftsMutationVariables> =
  'sha256:0009d33efbc70f65049009344eb020bf38b66f71e0705d797c924ff594441811';

export const PublishVolunteerActivityId: MutationId<PublishVolunteerActivityMutation, PublishVolunteerActivityMutationVariables> =
  'sha256:688b11e8cc493fd58f1462b42e5a0e7a3e8d917d430eabd76169bd01e1a605ce';

export const RecordAttendanceId: MutationId<RecordAttendanceMutation, RecordAttendanceMutationVariables> =
  'sha256:98e800796c8c396436418985dbcfb52c7a2bff9082491e1fbcf2397a2de0c283';

export const RecoverGuardianId: MutationId<RecoverGuardianMutation, RecoverGuardianMutationVariables> =
  'sha256:cdccb0fc8e5b2ae63d4d3045b05436a486b57b99769112f89ceb8fcce434fd18';

export const RegisterStaffId: MutationId<RegisterStaffMutation, RegisterStaffMutationVariables> =
  'sha256:e2e5759280b68dd5dac638a5b5f340d31fb04fb078acb0695e84e00619ea6e01';

export const RejectGuardianshipId: MutationId<RejectGuardianshipMutation, RejectGuardianshipMutationVariables> =
  'sha256:a70da86309559c4e5ccf5ea1d107828db694f2dd2d563898a31df9076de5c1f0';

export const RejectRoleRequestsId: MutationId<RejectRoleRequestsMutation, RejectRoleRequestsMutationVariables> =
  'sha256:92d442cf8d6483bf2e945f70d7f36661099a82c075c51dec2b648da1202d2428';

export const RejectServiceRecordsId: MutationId<RejectServiceRecordsMutation, RejectServiceRecordsMutationVariables> =
  'sha256:19b5ffee1bd478107c62e9f30948385e49a177f2cad72644a645916ca4e84351';

export const RejectSignupsId: MutationId<RejectSignupsMutation, RejectSignupsMutationVariables> =
  'sha256:44c4bca69d168cf4030191e2d9fd428bcc94c2fd1d64daa6323a99885479af6c';

export const ReleaseStaffId: MutationId<ReleaseStaffMutation, ReleaseStaffMutationVariables> =
  'sha256:bf17afa0ea2a31c3017d63e6feab312e68c3204196b4b37dc05efa4dbc2e26e1';

export const RemoveShiftRoleId: MutationId<RemoveShiftRoleMutation, RemoveShiftRoleMutationVariables> =
  'sha256:3e7633c5a60938c611f97fd613b3927f8762066ee2c0c0b900f503cd8a768cc6';

export const RemoveShiftSeriesRoleId: MutationId<RemoveShiftSeriesRoleMutation, RemoveShiftSeriesRoleMutationVariables> =
  'sha256:934b0da1c6779ea304a6aafe8deee4dd1c0b022ec0149e2f8a94676effa8af8c';

export const RevokeBindingCodeId: MutationId<RevokeBindingCodeMutation, RevokeBindingCodeMutationVariables> =
  'sha256:3316f6199bf0eae852a8487384f2ab7d14b8a641af3a4568fc3612c278a03e8e';

export const RevokeQualificationId: MutationId<RevokeQualificationMutation, RevokeQualificationMutationVariables> =
  'sha256:0972b9eaa4ec946b87af8444fe8d6bc7f4992e6e2e569a2f2f61f5e7a6878db2';

export const RevokeServiceCertificateId: MutationId<RevokeServiceCertificateMutation, RevokeServiceCertificateMutationVariables> =
  'sha256:0036ffc24ecc9ebfc21628d28935340cafd01655412f550f7c08165d56913ad6';

export const RevokeServiceTokenId: MutationId<RevokeServiceTokenMutation, RevokeServiceTokenMutationVariables> =
  'sha256:cdb677fcf790def3ba779debdd1523a275941ea886245dc6e2b6a879658e955a';

export const RoleRequestsId: QueryId<RoleRequestsQuery, RoleRequestsQueryVariables> =
  'sha256:aa45cdd34517c94b207d0270765e627643c6f949f6a77471c1ae6e6204c46020';

export const ScheduleLectureId: MutationId<ScheduleLectureMutation, ScheduleLectureMutationVariables> =
  'sha256:b5048f780441c201ed44207cf09d5d1fc1db642c9e5beee00648692c26cab1cb';

export const SchoolOverviewId: QueryId<SchoolOverviewQuery, SchoolOverviewQueryVariables> =
  'sha256:3783a05526922166dae3403363cad300bc2c89e4825adf2cbcf774e4df0d20bb';

export const SeriesEditorId: QueryId<SeriesEditorQuery, SeriesEditorQueryVariables> =
  'sha256:6d2858bf085ac493dd806f1d2dcc2ef546d64536ae04122b4137228cef59b587';

export const ServiceApprovalId: QueryId<ServiceApprovalQuery, ServiceApprovalQueryVariables> =
  'sha256:74f1f6276b40cbe6a414fe207aede1a0111ced16a0df21fb49c8e459c95824ec';

export const ServiceCertificatesId: QueryId<ServiceCertificatesQuery, ServiceCertificatesQueryVariables> =
  'sha256:ddb3f1445b05b2374d57f2dc5ad5a2b673dd59169bce02b7db635f23b6233be6';

export const ServiceTokensId: QueryId<ServiceTokensQuery, ServiceTokensQueryVariables> =
  'sha256:7ce68176d0ddbc16962b96da1a664e89585d0e37766125492dc24fcac6ed504d';

export const SetCalendarDaysId: MutationId<SetCalendarDaysMutation, SetCalendarDaysMutationVariables> =
  'sha256:b0b1c2cbe65f729967f1cd33067e3f0833bb24bb39f8eb71f1bec660e373bb27';

export const SetUpSignInId: MutationId<SetUpSignInMutation, SetUpSignInMutationVariables> =
  'sha256:18ee12e6cf5457ec72579b80ccfdf60314830191dc39086230221b5de7fc9daf';

export const SetVolunteeringPolicyId: MutationId<SetVolunteeringPolicyMutation, SetVolunteeringPolicyMutationVariables> =
  'sha256:7d35dea07a8cb999dd796976ba49d909a61c14033a1575f8677acd65a6c75c62';

export const ShiftAttendanceId: QueryId<ShiftAttendanceQuery, ShiftAttendanceQueryVariables> =
  'sha256:6a2ed734e5976e47b3b5ba449fd4ad71fefc6f4efef4a4f519cf6ea49baf8e81';

export const ShiftEditorId: QueryId<ShiftEditorQuery, ShiftEditorQueryVariables> =
  'sha256:959d022fb22a9576aa1b815465fd4cceaa47eff9edebf09eaa6fbfbd740ae0d8';

export const ShiftRosterId: QueryId<ShiftRosterQuery, ShiftRosterQueryVariables> =
  'sha256:0c79bec11c69fd0f92d016411b8856b66a27f5d85c33691b1619264215f8755b';

export const ShowCheckInCodeId: MutationId<ShowCheckInCodeMutation, ShowCheckInCodeMutationVariables> =
  'sha256:ceac67e28c994f68db49d41f10ae9c9f41e1ec8bac1b8217fe8871c0ad56802e';

export const SignInWithPasswordId: MutationId<SignInWithPasswordMutation, SignInWithPasswordMutationVariables> =
  'sha256:7f73f4b43d91f2f19a5a7e097f6adabe18fac75d04683a6f258b3fe92ce9fccf';

export const StaffDirectoryId: QueryId<StaffDirectoryQuery, StaffDirectoryQueryVariables> =
  'sha256:a7bbcbb61fb74049394e32cca9c02635d011fc97fb26899e8101d5d3f602b34a';

export const StaffHomeId: QueryId<StaffHomeQuery, StaffHomeQueryVariables> =
  'sha256:b187c0cd36ef1cdda94559acfa206b66de8eee0fcf9351a170ba89cfbdace628';

export const StaffIdentitiesId: QueryId<StaffIdentitiesQuery, StaffIdentitiesQueryVariables> =
  'sha256:9cff8f280b3b16f321b7c4a1ca3d82cb874d8bc4cccb060b0546a9521e1c26a6';

export const StaffIdentitiesToApproveId: QueryId<StaffIdentitiesToApproveQuery, StaffIdentitiesToApproveQueryVariables> =
  'sha256:c97aee5262fefb4f615f00f2ce83f12b138d747fb6c5e698f4fc2ae2de6c721c';

export const StaffInboxId: QueryId<StaffInboxQuery, StaffInboxQueryVariables> =
  'sha256:592056e6b1d984cd3a6024544254834492866f7837232d90539b87412838ff89';

export const StaffMarkAllNoticesReadId: MutationId<StaffMarkAllNoticesReadMutation, StaffMarkAllNoticesReadMutationVariables> =
  'sha256:6f14104b103d60743208a0b6d3e68e4b8f0eb451b7727420128298dd9d0da65a';

export const StaffMarkNoticesReadId: MutationId<StaffMarkNoticesReadMutation, StaffMarkNoticesReadMutationVariables> =
  'sha256:731b09af1a08312228f6e60848c81b3fef2ae08207de4e6992bcdb5e2dbad786';

export const StaffTasksId: QueryId<StaffTasksQuery, StaffTasksQueryVariables> =
  'sha256:e4a6dfd1d9f31babd28175c59ab57fda595a45eebac31407ea67064f85a5eeb3';

export const StudentLookupId: QueryId<StudentLookupQuery, StudentLookupQueryVariables> =
  'sha256:c8390eb7fd9b0a63692ce8a2dcb3cad93e03fa494dd92305c184e09a8eed01f8';

export const SuspendVolunteerId: MutationId<SuspendVolunteerMutation, SuspendVolunteerMutationVariables> =
  'sha256:f64e9a39bafe8269c1269049deb085ce576e556a98473849581b9bca76b6e74a';

export const TakeOverServiceTokenId: MutationId<TakeOverServiceTokenMutation, TakeOverServiceTokenMutationVariables> =
  'sha256:bba1ad0ee37e0864631e32e10da09c810d0d76d874ea938600cf30c7f35293de';

export const TransferStudentId: MutationId<TransferStudentMutation, TransferStudentMutationVariables> =
  'sha256:84d4e613b581048cd6c77705fff55fd3d2ddb1ad93cfd4194d2219afba51b046';

export const UnblockGuardianId: MutationId<UnblockGuardianMutation, UnblockGuardianMutationVariables> =
  'sha256:46d4a781a9eea29b5ccbedbdb1160c25428c9e08a56832049caf30f31fc70755';

export const UnlinkStaffIdentityId: MutationId<UnlinkStaffIdentityMutation, UnlinkStaffIdentityMutationVariables> =
  'sha256:0a510bfa856b7e0c606b74fe64a1e19d29e690adc093549d081574455642e9fe';

export const UpdateDistrictId: MutationId<UpdateDistrictMutation, UpdateDistrictMutationVariables> =
  'sha256:e11e6bb7f895b5b9780ce3fdcc8f065c7a04f5b9c93c1389c1da79b22b054661';

export const UpdateRoomId: MutationId<UpdateRoomMutation, UpdateRoomMutationVariables> =
  'sha256:8da1f345eb6fe480cbd6f7c9b511376789f365adba0cb26ecea12dbf1ffd9956';

export const UpdateSchoolId: MutationId<UpdateSchoolMutation, UpdateSchoolMutationVariables> =
  'sha256:4ce13f240c2eae292f3fd73067909eab118538d985eed54f8d4a1c28996043c6';

export const UpdateSchoolClassId: MutationId<UpdateSchoolClassMutation, UpdateSchoolClassMutationVariables> =
  'sha256:bfe532752483f335bd028994c7cdc5a1b864a34364a1b9964a55a0d3f66bad9d';

export const UpdateSchoolYearId: MutationId<UpdateSchoolYearMutation, UpdateSchoolYearMutationVariables> =
  'sha256:ca7f42b3cfb941927c9da381f73fde9143d2f76559f656ce1eefcd6ad0f2fec5';

export const UpdateShiftId: MutationId<UpdateShiftMutation, UpdateShiftMutationVariables> =
  'sha256:100de4395434874f3521377c6232ab790e767ae01e564f577024ae3b5175b089';

export const UpdateShiftRoleId: MutationId<UpdateShiftRoleMutation, UpdateShiftRoleMutationVariables> =
  'sha256:bf292b8bbec03a7da1fcacfccbd1037b09527271f7b2889c234af685edc70907';

export const UpdateShiftSeriesId: MutationId<UpdateShiftSeriesMutation, UpdateShiftSeriesMutationVariables> =
  'sha256:2c2fa7619117422722c014f74e9e12f62fe7e2de4611d01b38f83ac1ef0e9616';

export const UpdateShiftSeriesRoleId: MutationId<UpdateShiftSeriesRoleMutation, UpdateShiftSeriesRoleMutationVariables> =
  'sha256:4caaf4f3615d8ece90f56a207e5281822b8203eb0dbc95a40f5b04148622d08b';

export const UpdateStaffId: MutationId<UpdateStaffMutation, UpdateStaffMutationVariables> =
  'sha256:62c8b19f7079fe328f8065be1820d5567a99070ccbe545157110c87dc8572e06';

export const UpdateStudentId: MutationId<UpdateStudentMutation, UpdateStudentMutationVariables> =
  'sha256:8deecc69b41b4b4f42b076943e8177ab2b93646c9991944fb3ab051aa8c6b27b';

export const UpdateTermId: MutationId<UpdateTermMutation, UpdateTermMutationVariables> =
  'sha256:8370db465bf51a21fe9dbc5ea0c6b13b07a8b61b7e5073bc294e7f030a12de22';

export const UpdateVolunteerActivityId: MutationId<UpdateVolunteerActivityMutation, UpdateVolunteerActivityMutationVariables> =
  'sha256:88871059a5075fd6949278912555b795461975943c7812a28fbb03f10d82832d';

export const VolunteerActivitiesId: QueryId<VolunteerActivitiesQuery, VolunteerActivitiesQueryVariables> =
  'sha256:cc619e230b56299812df4663b641629c5e377f2b9b2e984a311837fa7655b86d';

export const VolunteerActivityEditorId: QueryId<VolunteerActivityEditorQuery, VolunteerActivityEditorQueryVariables> =
  'sha256:fbe1934dc111d1e0030cd8cb2983283f4312ad7e5e8dcd4d3e3e83b0796e4885';

export const VolunteerAdminId: QueryId<VolunteerAdminQuery, VolunteerAdminQueryVariables> =
  'sha256:8d0b1c3670c385e5a3bf16c3d84c010e8049bb403d4813514031fdd15fb6a42b';

export const VolunteerDetailId: QueryId<VolunteerDetailQuery, VolunteerDetailQueryVariables> =
  'sha256:a49c32adefe1c95cff3d98ff168eb01696494014db16099e7143cc2121e95dd8';

export const WaitingListId: QueryId<WaitingListQuery, WaitingListQueryVariables> =
  'sha256:8c13a4a987e00dfc2eeebfb35ad9c71c286b6d7915bb21685ffa97b6944a828e';

export const WithdrawRoleRequestId: MutationId<WithdrawRoleRequestMutation, WithdrawRoleRequestMutationVariables> =
  'sha256:f5352cb06a56931fc4b5a789f256ceed4d39173bbbd5e3a88e3b1ab8cc2a074c';
