// Written by `npm run codegen`: change schema/operations instead.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { MutationId, QueryId } from './document-id.ts';

/** Why somebody cannot take the place that is held for them (不能接受名额的原因). */
export type AcceptOfferBlocker =
  /** Signed up for this shift already, in this role or another (已报名). */
  | 'ALREADY_SIGNED_UP'
  /** The shift does not take place (班次已取消). */
  | 'CANCELLED'
  /** The activity is for other families (不在适用范围). */
  | 'NOT_ELIGIBLE'
  /** No place is held for them (没有为其保留的名额). */
  | 'NOT_OFFERED'
  /** The role wants a qualification that is not on record (缺少所需资质). */
  | 'NOT_QUALIFIED'
  /** The offer ran out; the place goes to the next one (名额保留已过期). */
  | 'OFFER_EXPIRED'
  /** Something else occupies the time (时间冲突). */
  | 'OVERLAP'
  /** The shift has begun or is over (已开始). */
  | 'STARTED'
  /** The volunteer may not sign up for the time being (暂停报名资格). */
  | 'SUSPENDED';

/** Why acceptOffer did nothing (失败原因). */
export type AcceptOfferErrorCode =
  /** Signed up for this shift already, in this role or another (已报名). */
  | 'ALREADY_SIGNED_UP'
  /** The shift does not take place (班次已取消). */
  | 'CANCELLED'
  /** The activity is for other families (不在适用范围). */
  | 'NOT_ELIGIBLE'
  /** No place is held for them (没有为其保留的名额). */
  | 'NOT_OFFERED'
  /** The role wants a qualification that is not on record (缺少所需资质). */
  | 'NOT_QUALIFIED'
  /** The offer ran out; the place goes to the next one (名额保留已过期). */
  | 'OFFER_EXPIRED'
  /** Something else occupies the time (时间冲突). */
  | 'OVERLAP'
  /** The risk notice of the activity was not accepted (未确认风险告知). */
  | 'RISK_NOTICE_NOT_ACCEPTED'
  /** The shift has begun or is over (已开始). */
  | 'STARTED'
  /** The volunteer may not sign up for the time being (暂停报名资格). */
  | 'SUSPENDED';

/** Which place to take (接受候补名额). */
export type AcceptOfferInput = {
  /** The volunteer has read and accepts the activity's risk notice (已阅读并确认风险告知). */
  readonly acceptRiskNotice?: boolean;
  /** Global id of the entry (候补标识). */
  readonly entryId: string;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
};

/** Why somebody cannot take over a place (不能接受替班的原因). */
export type AcceptStandInBlocker =
  /** Signed up for this shift already, in this role or another (已报名). */
  | 'ALREADY_SIGNED_UP'
  /** The shift does not take place (班次已取消). */
  | 'CANCELLED'
  /** The offer has expired (替班已过期). */
  | 'EXPIRED'
  /** The place is not offered to the caller by name (未指定本人替班). */
  | 'NOT_ASKED'
  /** The activity is for other families (不在适用范围). */
  | 'NOT_ELIGIBLE'
  /** The offer was answered or taken back (替班已处理或撤回). */
  | 'NOT_OPEN_ANY_MORE'
  /** The role wants a qualification that is not on record (缺少所需资质). */
  | 'NOT_QUALIFIED'
  /** Something else occupies the time (时间冲突). */
  | 'OVERLAP'
  /** The shift has begun or is over (已开始). */
  | 'STARTED'
  /** The volunteer may not sign up for the time being (暂停报名资格). */
  | 'SUSPENDED';

/** Why acceptStandIn did nothing (失败原因). */
export type AcceptStandInErrorCode =
  /** Signed up for this shift already, in this role or another (已报名). */
  | 'ALREADY_SIGNED_UP'
  /** The shift does not take place (班次已取消). */
  | 'CANCELLED'
  /** No code of an offer that the caller could take: mistyped, or for a shift that they do not see (替班码无效). */
  | 'CODE_INVALID'
  /** The offer has expired (替班已过期). */
  | 'EXPIRED'
  /** The activity is for other families (不在适用范围). */
  | 'NOT_ELIGIBLE'
  /** The offer was answered or taken back (替班已处理或撤回). */
  | 'NOT_OPEN_ANY_MORE'
  /** The role wants a qualification that is not on record (缺少所需资质). */
  | 'NOT_QUALIFIED'
  /** Something else occupies the time (时间冲突). */
  | 'OVERLAP'
  /** The risk notice of the activity was not accepted (未确认风险告知). */
  | 'RISK_NOTICE_NOT_ACCEPTED'
  /** The shift has begun or is over (已开始). */
  | 'STARTED'
  /** The volunteer may not sign up for the time being (暂停报名资格). */
  | 'SUSPENDED'
  /** Too many wrong codes within 24 hours (尝试次数过多). */
  | 'TOO_MANY_ATTEMPTS';

/** Which place to take over (接受替班): by the id of an offer to the caller, or by a code. */
export type AcceptStandInInput = {
  /** The volunteer has read and accepts the activity's risk notice (已阅读并确认风险告知). */
  readonly acceptRiskNotice?: boolean;
  /** The code that the volunteer passed on (替班码). */
  readonly code?: string | null | undefined;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global id of the offer (替班标识). */
  readonly standInId?: string | null | undefined;
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

/** Why appealServiceRecord did nothing (失败原因). */
export type AppealServiceRecordErrorCode =
  /** An appeal was decided already (已申诉过). */
  | 'APPEALED_BEFORE'
  /** It was not rejected (未被驳回). */
  | 'NOT_REJECTED'
  /** It is the service of somebody else (非本人记录). */
  | 'NOT_YOURS'
  /** The 30 days for an appeal are over (已过申诉期限). */
  | 'TOO_LATE';

/** What to decide again, and why (申诉). */
export type AppealServiceRecordInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global id of the record (服务记录标识). */
  readonly recordId: string;
  /** What the volunteer says to the decision, 500 characters at most (申诉理由). */
  readonly text: string;
};

/** Why askToJoin did nothing (失败原因). */
export type AskToJoinErrorCode =
  /** The caller is of the staff here already (已有教职工身份). */
  | 'ALREADY_STAFF'
  /** No code that is good: mistyped, used or older than ten minutes (合并码无效). */
  | 'CODE_INVALID'
  /** Too many wrong codes within 24 hours (尝试次数过多). */
  | 'TOO_MANY_ATTEMPTS';

/** The code, entered in the mini-program (提交合并码). */
export type AskToJoinInput = {
  /** The code that the staff client shows; case, spaces and hyphens do not matter (合并码). */
  readonly code: string;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
};

/** Whether a volunteer came or left (签到或签退). */
export type AttendanceMark =
  /** They came (签到). */
  | 'IN'
  /** They left (签退). */
  | 'OUT';

/** A coming or leaving that was noted without a network (离线签到记录). */
export type AttendanceReportInput = {
  /** When, by the clock of the client (发生时间). */
  readonly happenedAt: string;
  /** Whether they came or left (签到或签退). */
  readonly kind: AttendanceMark;
  /** Made by the client, e.g. a UUID, 100 characters at most (随机数): a report is accepted once. */
  readonly nonce: string;
  /** Global id of the own sign-up (报名标识). */
  readonly signupId: string;
  /** The code as it was scanned at that moment (签到码): it proves where and when. */
  readonly token: string;
};

/** Why bindChild did nothing (失败原因). */
export type BindChildErrorCode =
  /** Bound to this child already, or the request waits for approval (已绑定或待审核). */
  | 'ALREADY_BOUND'
  /** The school has blocked the caller for this child (已被限制). */
  | 'BLOCKED'
  /** No code in force: mistyped, used, revoked or expired (绑定码无效). */
  | 'CODE_INVALID'
  /** The caller has not told their name yet (缺少姓名). */
  | 'NAME_NEEDED'
  /** Too many wrong codes within 24 hours (尝试次数过多). */
  | 'TOO_MANY_ATTEMPTS';

/** A code, and who enters it (绑定孩子). */
export type BindChildInput = {
  /** The code that the school handed out; case, spaces and hyphens do not matter (绑定码). */
  readonly code: string;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** The caller lives apart from the guardians who are bound already (父母分开居住). */
  readonly livesApart?: boolean;
  /** The caller's own name, 40 characters at most; must be told the first time, and becomes theirs once the first request is approved (姓名). */
  readonly name?: string | null | undefined;
  /** What the caller is to the pupil (与学生关系). */
  readonly relation: GuardianRelation;
};

/** Why somebody cannot take a sign-up back (不能取消报名的原因). */
export type CancelSignupBlocker =
  /** It was taken back or declined already (报名已失效). */
  | 'NOT_ACTIVE'
  /** Somebody else has signed up (非本人报名). */
  | 'NOT_YOURS'
  /** The time for free cancelling is over: ask the organiser (已过自由取消时间). */
  | 'TOO_LATE';

/** Why cancelSignup did nothing (失败原因). */
export type CancelSignupErrorCode =
  /** It was taken back or declined already (报名已失效). */
  | 'NOT_ACTIVE'
  /** Somebody else has signed up (非本人报名). */
  | 'NOT_YOURS'
  /** The time for free cancelling is over: ask the organiser (已过自由取消时间). */
  | 'TOO_LATE';

/** What to take back (取消报名). */
export type CancelSignupInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Why, for the organiser, 200 characters at most (取消原因). */
  readonly reason?: string | null | undefined;
  /** Global id of the sign-up (报名标识). */
  readonly signupId: string;
};

/** Why somebody cannot check in (不能签到的原因). */
export type CheckInBlocker =
  /** The activity is not for the volunteer any more (不再符合适用范围). */
  | 'NOT_ELIGIBLE'
  /** There is no confirmed sign-up for the shift (没有已确认的报名). */
  | 'NOT_SIGNED_UP'
  /** The shift is over (班次已结束). */
  | 'OVER'
  /** Checking in has not begun (尚未到签到时间). */
  | 'TOO_EARLY';

/** Why checkIn did nothing (失败原因). */
export type CheckInErrorCode =
  /** The code is no check-in code of the shift, or not of that moment (签到码无效). */
  | 'CODE_NOT_VALID'
  /** The activity is not for the volunteer any more (不再符合适用范围). */
  | 'NOT_ELIGIBLE'
  /** There is no confirmed sign-up for the shift (没有已确认的报名). */
  | 'NOT_SIGNED_UP'
  /** The shift is over (班次已结束). */
  | 'OVER'
  /** Checking in has not begun (尚未到签到时间). */
  | 'TOO_EARLY';

/** The code that was scanned (签到). */
export type CheckInInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** As it was scanned (签到码). */
  readonly token: string;
};

/** Why somebody cannot check out (不能签退的原因). */
export type CheckOutBlocker =
  /** They would leave before they came (签退早于签到). */
  | 'BEFORE_CHECK_IN'
  /** The volunteer has not checked in (尚未签到). */
  | 'NOT_CHECKED_IN'
  /** There is no confirmed sign-up for the shift (没有已确认的报名). */
  | 'NOT_SIGNED_UP';

/** Why checkOut did nothing (失败原因). */
export type CheckOutErrorCode =
  /** The volunteer has appealed for their service at the shift: the administration says what it was (服务记录已申诉). */
  | 'APPEALED'
  /** They would leave before they came (签退早于签到). */
  | 'BEFORE_CHECK_IN'
  /** The code is no check-in code of the shift, or not of that moment (签到码无效). */
  | 'CODE_NOT_VALID'
  /** The volunteer has not checked in (尚未签到). */
  | 'NOT_CHECKED_IN'
  /** There is no confirmed sign-up for the shift (没有已确认的报名). */
  | 'NOT_SIGNED_UP'
  /** Service of theirs at the shift was rejected: they can appeal against that (服务记录未通过). */
  | 'REJECTED';

/** The code that was scanned (签退). */
export type CheckOutInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** As it was scanned (签到码). */
  readonly token: string;
};

/** Which Course to list: all that is given must hold (筛选条件). */
export type CourseWhere = {
  /** All of these must hold (并且). */
  readonly and?: ReadonlyArray<CourseWhere> | null | undefined;
  /** By: The district (区). */
  readonly district?: IDFilter | null | undefined;
  /** Meant for pupils of one of these grades, alone or with others (适用年级). */
  readonly grade?: IDFilter | null | undefined;
  /** This must not hold (非). */
  readonly not?: CourseWhere | null | undefined;
  /** At least one of these must hold (或者). */
  readonly or?: ReadonlyArray<CourseWhere> | null | undefined;
  /** By: Time at which its first edition was published (首次发布时间); null before. */
  readonly publishedAt?: DateTimeRangeFilter | null | undefined;
  /** By: The school that runs it (开课学校); null where the district does. */
  readonly school?: IDFilter | null | undefined;
  /** Meant for pupils of one of these stages, alone or with others (适用学段). */
  readonly stage?: StageFilter | null | undefined;
  /** By: Title (标题), that of the published edition where there is one; lists sort it by pinyin. */
  readonly title?: StringTextFilter | null | undefined;
  /** On one of these topics (主题). */
  readonly topic?: IDFilter | null | undefined;
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

/** Why somebody cannot give up the place that is held for them (不能放弃名额的原因). */
export type DeclineOfferBlocker =
  /** No place is held for them (没有为其保留的名额). */
  | 'NOT_OFFERED'
  /** The offer ran out; the place goes to the next one (名额保留已过期). */
  | 'OFFER_EXPIRED';

/** Why declineOffer did nothing (失败原因). */
export type DeclineOfferErrorCode =
  /** No place is held for them (没有为其保留的名额). */
  | 'NOT_OFFERED'
  /** The offer ran out; the place goes to the next one (名额保留已过期). */
  | 'OFFER_EXPIRED';

/** Which place not to take (放弃候补名额). */
export type DeclineOfferInput = {
  /** Global id of the entry (候补标识). */
  readonly entryId: string;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
};

/** Why somebody cannot decline to take over a place (不能拒绝替班的原因). */
export type DeclineStandInBlocker =
  /** The offer has expired (替班已过期). */
  | 'EXPIRED'
  /** The place is not offered to the caller by name (未指定本人替班). */
  | 'NOT_ASKED'
  /** The offer was answered or taken back (替班已处理或撤回). */
  | 'NOT_OPEN_ANY_MORE';

/** Why declineStandIn did nothing (失败原因). */
export type DeclineStandInErrorCode =
  /** The offer has expired (替班已过期). */
  | 'EXPIRED'
  /** The offer was answered or taken back (替班已处理或撤回). */
  | 'NOT_OPEN_ANY_MORE';

/** Which place not to take over (拒绝替班). */
export type DeclineStandInInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global id of the offer (替班标识). */
  readonly standInId: string;
};

/** Why downloadServiceCertificate did nothing (失败原因). */
export type DownloadServiceCertificateErrorCode =
  /** A name on it has letters that cannot be printed; the message names them (姓名含有无法打印的文字). */
  | 'NAME_NOT_PRINTABLE'
  /** The certificate was revoked (证明已撤销). */
  | 'REVOKED'
  /** Another certificate stands in its place (已由新证明替代). */
  | 'SUPERSEDED';

/** Which certificate (下载证明). */
export type DownloadServiceCertificateInput = {
  /** Global id of the certificate (证明标识). */
  readonly certificateId: string;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
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

/** What becomes of many where some are refused (批量出错处理). */
export type ErrorPolicy =
  /** Nothing is done unless all can be (有一条不行则全部不做). */
  | 'REJECT_EVERYTHING'
  /** The others are done, and each refused one is told (只跳过不行的). */
  | 'REJECT_FAILED_ROWS';

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

/** What to do where all places are taken (名额已满时的处理). */
export type IfFull =
  /** Wait for a place, where nothing else stands against it (加入候补). */
  | 'JOIN_WAITLIST'
  /** Do not sign up, and say so (不报名). */
  | 'REFUSE';

/** Why issueServiceCertificate did nothing (失败原因). */
export type IssueServiceCertificateErrorCode =
  /** The period is not over yet (截止日期晚于今天). */
  | 'AHEAD'
  /** The period would end before it begins (起止日期颠倒). */
  | 'BACKWARDS'
  /** A name on it has letters that cannot be printed; the message names them (姓名含有无法打印的文字). */
  | 'NAME_NOT_PRINTABLE'
  /** There is no approved service in the period (期间内没有已通过的服务). */
  | 'NOTHING_APPROVED'
  /** The service was in several districts: name one of them (涉及多个区). */
  | 'SEVERAL_DISTRICTS';

/** Which service to certify (出具证明). */
export type IssueServiceCertificateInput = {
  /** Global id of the district in whose name (区标识); needed only where they served in several. */
  readonly districtId?: string | null | undefined;
  /** Global id of the volunteer (家长标识), for their school; left out for one's own service. */
  readonly guardianId?: string | null | undefined;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** First day (起始日期). */
  readonly periodFrom: string;
  /** Last day, today at most (截止日期). */
  readonly periodTo: string;
};

/** Why joinWaitlist did nothing (失败原因). */
export type JoinWaitlistErrorCode =
  /** Signed up for this shift already, in this role or another (已报名). */
  | 'ALREADY_SIGNED_UP'
  /** On the waiting list already (已在候补). */
  | 'ALREADY_WAITING'
  /** The shift does not take place (班次已取消). */
  | 'CANCELLED'
  /** Signing up has ended (报名已截止). */
  | 'CLOSED'
  /** The activity is for other families (不在适用范围). */
  | 'NOT_ELIGIBLE'
  /** There is a free place: sign up for it (尚有名额). */
  | 'NOT_FULL'
  /** Signing up has not begun (报名未开始). */
  | 'NOT_OPEN'
  /** The role wants a qualification that is not on record (缺少所需资质). */
  | 'NOT_QUALIFIED'
  /** Something else occupies the time (时间冲突). */
  | 'OVERLAP'
  /** The shift has begun or is over (已开始). */
  | 'STARTED'
  /** The volunteer may not sign up for the time being (暂停报名资格). */
  | 'SUSPENDED';

/** Which waiting list to join (加入候补). */
export type JoinWaitlistInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global id of the role (岗位标识). */
  readonly roleId: string;
};

/** Why somebody cannot leave a waiting list (不能退出候补的原因). */
export type LeaveWaitlistBlocker =
  /** They no longer wait (已不在候补). */
  | 'NOT_WAITING';

/** Why leaveWaitlist did nothing (失败原因). */
export type LeaveWaitlistErrorCode =
  /** They no longer wait (已不在候补). */
  | 'NOT_WAITING';

/** Which waiting list to leave (退出候补). */
export type LeaveWaitlistInput = {
  /** Global id of the entry (候补标识). */
  readonly entryId: string;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
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

/** Why somebody cannot offer their place (不能找人替班的原因). */
export type OfferStandInBlocker =
  /** The place is offered to somebody already (已发起替班). */
  | 'ALREADY_OFFERED'
  /** The organiser confirms who serves in the role, so the waiting list cannot be asked (需审核的岗位不能转给候补). */
  | 'NEEDS_APPROVAL'
  /** The caller has no place in the role (没有已确认的名额). */
  | 'NOT_CONFIRMED'
  /** Somebody else has signed up (非本人报名). */
  | 'NOT_YOURS'
  /** The shift has begun or is over (已开始). */
  | 'STARTED';

/** Why offerStandIn did nothing (失败原因). */
export type OfferStandInErrorCode =
  /** The place is offered to somebody already (已发起替班). */
  | 'ALREADY_OFFERED'
  /** Whoever is named could not have the place now (对方不能承担该岗位). */
  | 'CANNOT_SERVE'
  /** The organiser confirms who serves in the role, so the waiting list cannot be asked (需审核的岗位不能转给候补). */
  | 'NEEDS_APPROVAL'
  /** The caller has no place in the role (没有已确认的名额). */
  | 'NOT_CONFIRMED'
  /** Whoever is named is no guardian of the same family (不是同一家庭的家长). */
  | 'NOT_OF_FAMILY'
  /** Somebody else has signed up (非本人报名). */
  | 'NOT_YOURS'
  /** The shift has begun or is over (已开始). */
  | 'STARTED';

/** Which place to offer, and to whom (找人替班): a code for anybody, unless a guardian or the waiting list is named. */
export type OfferStandInInput = {
  /** Global id of another guardian of the same family (同一家庭的家长标识). */
  readonly guardianId?: string | null | undefined;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global id of the sign-up (报名标识). */
  readonly signupId: string;
  /** Offer it to the waiting list (转给候补名单): the volunteer keeps the place until somebody takes it. */
  readonly toWaitlist?: boolean;
};

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

/** What ends the force of a policy edition (失效原因). */
export type PolicyEnding =
  /** A later edition of the document takes its place (修改). */
  | 'AMENDED'
  /** It was issued for a limited time (有效期届满). */
  | 'EXPIRED'
  /** The issuer repeals it (废止). */
  | 'REPEALED';

/** Which PolicyLecture to list: all that is given must hold (筛选条件). */
export type PolicyLectureWhere = {
  /** All of these must hold (并且). */
  readonly and?: ReadonlyArray<PolicyLectureWhere> | null | undefined;
  /** By: The district (区). */
  readonly district?: IDFilter | null | undefined;
  /** Meant for pupils of one of these grades, alone or with others (适用年级). */
  readonly grade?: IDFilter | null | undefined;
  /** This must not hold (非). */
  readonly not?: PolicyLectureWhere | null | undefined;
  /** At least one of these must hold (或者). */
  readonly or?: ReadonlyArray<PolicyLectureWhere> | null | undefined;
  /** By: Time of publication (发布时间); of a draft, the planned one. */
  readonly publishedAt?: DateTimeRangeFilter | null | undefined;
  /** By: The school that gives it (学校); null where the district does. */
  readonly school?: IDFilter | null | undefined;
  /** Meant for pupils of one of these stages, alone or with others (适用学段). */
  readonly stage?: StageFilter | null | undefined;
  /** By: Where its publication stands (发布状态). */
  readonly status?: PublicationStatusFilter | null | undefined;
  /** By: Title (标题); lists sort it by pinyin. */
  readonly title?: StringTextFilter | null | undefined;
  /** On one of these topics (主题). */
  readonly topic?: IDFilter | null | undefined;
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

/** Why the caller cannot propose a lecture to a class (不能申请家长讲堂的原因). */
export type ProposeLectureBlocker =
  /** The school year of the class is over (班级学年已结束). */
  | 'CLASS_OVER'
  /** No child of the caller is in the class (孩子不在该班). */
  | 'NOT_IN_CLASS'
  /** The volunteer may not take on anything for the time being (暂停报名资格). */
  | 'SUSPENDED'
  /** Three proposals to the class are open already (待处理申请过多). */
  | 'TOO_MANY';

/** Why proposeParentLecture did nothing (失败原因). */
export type ProposeParentLectureErrorCode =
  /** The school year of the class is over (班级学年已结束). */
  | 'CLASS_OVER'
  /** No child of the caller is in the class (孩子不在该班). */
  | 'NOT_IN_CLASS'
  /** The volunteer may not take on anything for the time being (暂停报名资格). */
  | 'SUSPENDED'
  /** Three proposals to the class are open already (待处理申请过多). */
  | 'TOO_MANY';

/** What to tell which class (申请家长讲堂). */
export type ProposeParentLectureInput = {
  /** Global id of the class, one that a child of the caller's is in (班级标识). */
  readonly classId: string;
  /** How long it takes, in minutes, 10 to 240 (时长,分钟). */
  readonly durationMinutes?: number;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** What will be told, 1000 characters at most (内容提纲). */
  readonly outline: string;
  /** When the caller could come, in words, 200 characters at most (可行时间). */
  readonly preferredTimes?: string | null | undefined;
  /** What it is about, 60 characters at most (题目). */
  readonly title: string;
};

/** Where the publication of a policy edition or lecture stands (发布状态). */
export type PublicationStatus =
  /** Being written (草稿); seen by its author and administrators. */
  | 'DRAFT'
  /** Published (已发布). */
  | 'PUBLISHED'
  /** Published by mistake and taken back (已撤回); seen by its author and administrators. */
  | 'WITHDRAWN';

/** Conditions on a value of type PublicationStatus: all that are given must hold. */
export type PublicationStatusFilter = {
  /** Equal to this (等于). */
  readonly eq?: PublicationStatus | null | undefined;
  /** One of these, 200 at most (属于). */
  readonly in?: ReadonlyArray<PublicationStatus> | null | undefined;
};

/** Why somebody cannot confirm a sign-up again (不能再次确认的原因). */
export type ReconfirmBlocker =
  /** The sign-up asks for no confirmation, or has ended (无需确认). */
  | 'NOTHING_TO_CONFIRM'
  /** Somebody else has signed up (非本人报名). */
  | 'NOT_YOURS'
  /** The time to confirm is over (已过确认时间). */
  | 'TOO_LATE';

/** Why reconfirmSignup did nothing (失败原因). */
export type ReconfirmSignupErrorCode =
  /** The sign-up asks for no confirmation, or has ended (无需确认). */
  | 'NOTHING_TO_CONFIRM'
  /** Somebody else has signed up (非本人报名). */
  | 'NOT_YOURS'
  /** The time to confirm is over (已过确认时间). */
  | 'TOO_LATE';

/** A sign-up to keep after its shift was moved (再次确认报名). */
export type ReconfirmSignupInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global id of the sign-up (报名标识). */
  readonly signupId: string;
};

/** Why refreshSession did nothing (失败原因). */
export type RefreshSessionErrorCode =
  /** The token is good for nothing, or the session is over: sign in again (需重新登录). */
  | 'UNAUTHENTICATED';

/** A session to go on with (续期). */
export type RefreshSessionInput = {
  /** The refresh token that was given last (刷新令牌). */
  readonly refreshToken: string;
};

/** What a family answers (回执结果). */
export type ReplyAnswer =
  /** Somebody of the family comes (参加). */
  | 'ATTENDING'
  /** Nobody of the family comes (不参加). */
  | 'NOT_ATTENDING';

/** Why reportAttendance did nothing (失败原因). */
export type ReportAttendanceErrorCode =
  /** The volunteer has appealed for their service at the shift: the administration says what it was (服务记录已申诉). */
  | 'APPEALED'
  /** They would leave before they came (签退早于签到). */
  | 'BEFORE_CHECK_IN'
  /** The code is no check-in code of the shift, or not of that moment (签到码无效). */
  | 'CODE_NOT_VALID'
  /** The nonce was used for something else (随机数已使用). */
  | 'NONCE_USED'
  /** The volunteer has not checked in (尚未签到). */
  | 'NOT_CHECKED_IN'
  /** The activity is not for the volunteer any more (不再符合适用范围). */
  | 'NOT_ELIGIBLE'
  /** There is no confirmed sign-up for the shift (没有已确认的报名). */
  | 'NOT_SIGNED_UP'
  /** The shift is over (班次已结束). */
  | 'OVER'
  /** Service of theirs at the shift was rejected: they can appeal against that (服务记录未通过). */
  | 'REJECTED'
  /** Checking in has not begun (尚未到签到时间). */
  | 'TOO_EARLY'
  /** The time for sending it is over: ask the organiser (已过补传时限). */
  | 'TOO_LATE';

/** What was noted without a network (补传签到). */
export type ReportAttendanceInput = {
  /** What becomes of the others where one is refused (批量出错处理). */
  readonly errorPolicy?: ErrorPolicy;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** The notes, 100 at most, in any order (离线签到记录). */
  readonly reports: ReadonlyArray<AttendanceReportInput>;
};

/** Why somebody cannot ask to be let go (不能申请取消的原因). */
export type RequestCancellationBlocker =
  /** A request stands already (已申请). */
  | 'ALREADY_REQUESTED'
  /** It was taken back or declined already (报名已失效). */
  | 'NOT_ACTIVE'
  /** Somebody else has signed up (非本人报名). */
  | 'NOT_YOURS'
  /** The shift has begun or is over (已开始). */
  | 'STARTED'
  /** It can still be taken back without asking anybody (仍可自由取消). */
  | 'STILL_FREE';

/** Why requestSignupCancellation did nothing (失败原因). */
export type RequestSignupCancellationErrorCode =
  /** A request stands already (已申请). */
  | 'ALREADY_REQUESTED'
  /** It was taken back or declined already (报名已失效). */
  | 'NOT_ACTIVE'
  /** Somebody else has signed up (非本人报名). */
  | 'NOT_YOURS'
  /** The shift has begun or is over (已开始). */
  | 'STARTED'
  /** It can still be taken back without asking anybody (仍可自由取消). */
  | 'STILL_FREE';

/** What to be let go from (申请取消报名). */
export type RequestSignupCancellationInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Why, for the organiser, 200 characters at most (申请取消原因). */
  readonly reason: string;
  /** Global id of the sign-up (报名标识). */
  readonly signupId: string;
};

/** Why revokeOtherSessions did nothing (失败原因). */
export type RevokeOtherSessionsErrorCode =
  /** The token of this request belongs to no session: it ends by itself (令牌不属于任何会话). */
  | 'NO_SESSION';

/** To end all sessions but that of this request (移除其他会话). */
export type RevokeOtherSessionsInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
};

/** Why revokeSession did nothing (失败原因). */
export type RevokeSessionErrorCode =
  /** The session was over already (会话已结束). */
  | 'ALREADY_OVER';

/** A session to end (移除会话). */
export type RevokeSessionInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global id of the session (会话标识). */
  readonly sessionId: string;
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

/** Why a session ended before its time (会话结束原因). */
export type SessionEnding =
  /** A refresh token was used a second time, so that a copy of it must be about (刷新令牌重复使用). */
  | 'REFRESH_REUSED'
  /** Ended from another session of the same account (被移除). */
  | 'REVOKED'
  /** Its own client signed out (主动退出). */
  | 'SIGNED_OUT'
  /** The password or the authenticator by which it was begun was changed, set anew or taken back (登录方式已变更). */
  | 'SIGN_IN_CHANGED';

/** Where a shift stands (班次状态). */
export type ShiftStatus =
  /** It does not take place (已取消); the reason is stored. */
  | 'CANCELLED'
  /** Being prepared, seen by its organisers only (草稿). */
  | 'DRAFT'
  /** It takes place (已排定). */
  | 'SCHEDULED';

/** Conditions on a value of type ShiftStatus: all that are given must hold. */
export type ShiftStatusFilter = {
  /** Equal to this (等于). */
  readonly eq?: ShiftStatus | null | undefined;
  /** One of these, 200 at most (属于). */
  readonly in?: ReadonlyArray<ShiftStatus> | null | undefined;
};

/** Which Shift to list: all that is given must hold (筛选条件). */
export type ShiftWhere = {
  /** By: What it is an occasion of (志愿活动). */
  readonly activity?: IDFilter | null | undefined;
  /** Of an activity of one of these kinds (活动类型). */
  readonly activityKind?: ActivityKindFilter | null | undefined;
  /** All of these must hold (并且). */
  readonly and?: ReadonlyArray<ShiftWhere> | null | undefined;
  /** This must not hold (非). */
  readonly not?: ShiftWhere | null | undefined;
  /** At least one of these must hold (或者). */
  readonly or?: ReadonlyArray<ShiftWhere> | null | undefined;
  /** By: The school (学校); null where the district itself asks for volunteers. */
  readonly school?: IDOrNullFilter | null | undefined;
  /** By: Start (开始时间). */
  readonly startsAt?: DateTimeRangeFilter | null | undefined;
  /** By: Where the shift stands (班次状态). */
  readonly status?: ShiftStatusFilter | null | undefined;
};

/** How a session was begun (登录方式). */
export type SignInMethod =
  /** By whoever runs the hub, for its first administrator (运维签发). */
  | 'ADMINISTRATION'
  /** By the own number, a password and a one-time code, as staff (密码登录): good while the person has a role of today. */
  | 'PASSWORD'
  /** By WeChat, in the mini-program (微信登录). */
  | 'WECHAT';

/** Why signInWithWechat did nothing (失败原因). */
export type SignInWithWechatErrorCode =
  /** The account is shut (账号已停用). */
  | 'ACCOUNT_DISABLED'
  /** WeChat holds the user for a risk and lets nobody sign in as them (高风险用户). */
  | 'BLOCKED'
  /** WeChat does not answer: call wx.login again and retry a little later (微信系统繁忙). */
  | 'BUSY'
  /** The code was exchanged before, by a call whose answer was lost perhaps: call wx.login again (code 已被使用). */
  | 'CODE_USED'
  /** WeChat does not know the code, or it is too old: call wx.login again (code 无效). */
  | 'INVALID_CODE'
  /** This hub is not connected to WeChat (未配置微信登录). */
  | 'NOT_CONFIGURED'
  /** Too many sign-ins: wait a minute (频率限制). */
  | 'RATE_LIMITED';

/** A code of wx.login (微信登录). */
export type SignInWithWechatInput = {
  /** What the client is, for the list of sessions, 100 characters at most (客户端说明), e.g. 手机. */
  readonly client?: string | null | undefined;
  /** What wx.login gave the client, good for one call (登录凭证). */
  readonly code: string;
};

/** Why signOut did nothing (失败原因). */
export type SignOutErrorCode =
  /** The token of this request belongs to no session: it ends by itself (令牌不属于任何会话). */
  | 'NO_SESSION';

/** To end the session of this request (退出登录). */
export type SignOutInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
};

/** Why signUpForShift did nothing (失败原因). */
export type SignUpForShiftErrorCode =
  /** Signed up for this shift already, in this role or another (已报名). */
  | 'ALREADY_SIGNED_UP'
  /** The shift does not take place (班次已取消). */
  | 'CANCELLED'
  /** Signing up has ended (报名已截止). */
  | 'CLOSED'
  /** All places are taken (名额已满). */
  | 'FULL'
  /** The activity is for other families (不在适用范围). */
  | 'NOT_ELIGIBLE'
  /** Signing up has not begun (报名未开始). */
  | 'NOT_OPEN'
  /** The role wants a qualification that is not on record (缺少所需资质). */
  | 'NOT_QUALIFIED'
  /** Something else occupies the time (时间冲突). */
  | 'OVERLAP'
  /** The risk notice of the activity was not accepted (未确认风险告知). */
  | 'RISK_NOTICE_NOT_ACCEPTED'
  /** The shift has begun or is over (已开始). */
  | 'STARTED'
  /** The volunteer may not sign up for the time being (暂停报名资格). */
  | 'SUSPENDED';

/** What to sign up for (报名). */
export type SignUpForShiftInput = {
  /** The volunteer has read and accepts the activity's risk notice (已阅读并确认风险告知). */
  readonly acceptRiskNotice?: boolean;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** What to do where all places are taken (名额已满时的处理). */
  readonly ifFull?: IfFull;
  /** Global id of the role (岗位标识). */
  readonly roleId: string;
};

/** Why somebody cannot sign up for a role of a shift (不能报名的原因). */
export type SignupBlocker =
  /** Signed up for this shift already, in this role or another (已报名). */
  | 'ALREADY_SIGNED_UP'
  /** The shift does not take place (班次已取消). */
  | 'CANCELLED'
  /** Signing up has ended (报名已截止). */
  | 'CLOSED'
  /** All places are taken (名额已满). */
  | 'FULL'
  /** The activity is for other families (不在适用范围). */
  | 'NOT_ELIGIBLE'
  /** Signing up has not begun (报名未开始). */
  | 'NOT_OPEN'
  /** The role wants a qualification that is not on record (缺少所需资质). */
  | 'NOT_QUALIFIED'
  /** Something else occupies the time (时间冲突). */
  | 'OVERLAP'
  /** The shift has begun or is over (已开始). */
  | 'STARTED'
  /** The volunteer may not sign up for the time being (暂停报名资格). */
  | 'SUSPENDED';

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

/** Conditions on a value of type SignupStatus: all that are given must hold. */
export type SignupStatusFilter = {
  /** Equal to this (等于). */
  readonly eq?: SignupStatus | null | undefined;
  /** One of these, 200 at most (属于). */
  readonly in?: ReadonlyArray<SignupStatus> | null | undefined;
};

/** Which Signup to list: all that is given must hold (筛选条件). */
export type SignupWhere = {
  /** All of these must hold (并且). */
  readonly and?: ReadonlyArray<SignupWhere> | null | undefined;
  /** This must not hold (非). */
  readonly not?: SignupWhere | null | undefined;
  /** At least one of these must hold (或者). */
  readonly or?: ReadonlyArray<SignupWhere> | null | undefined;
  /** By: Where the sign-up stands (报名状态). */
  readonly status?: SignupStatusFilter | null | undefined;
};

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

/** A stage of compulsory education (学段). */
export type Stage =
  /** Junior middle school (初中), grades 7 to 9. */
  | 'JUNIOR_MIDDLE'
  /** Primary school (小学), grades 1 to 6. */
  | 'PRIMARY';

/** Conditions on a value of type Stage: all that are given must hold. */
export type StageFilter = {
  /** Equal to this (等于). */
  readonly eq?: Stage | null | undefined;
  /** One of these, 200 at most (属于). */
  readonly in?: ReadonlyArray<Stage> | null | undefined;
};

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

/** Conditions on a value of type StandInStatus: all that are given must hold. */
export type StandInStatusFilter = {
  /** Equal to this (等于). */
  readonly eq?: StandInStatus | null | undefined;
  /** One of these, 200 at most (属于). */
  readonly in?: ReadonlyArray<StandInStatus> | null | undefined;
};

/** To whom a volunteer offers their place (替班方式). */
export type StandInWay =
  /** To whoever is given the code (凭替班码). */
  | 'CODE'
  /** To another guardian of the same family (同一家庭的家长). */
  | 'GUARDIAN'
  /** To the waiting list (候补名单): the volunteer keeps the place until somebody takes it. */
  | 'WAITLIST';

/** Which StandIn to list: all that is given must hold (筛选条件). */
export type StandInWhere = {
  /** All of these must hold (并且). */
  readonly and?: ReadonlyArray<StandInWhere> | null | undefined;
  /** This must not hold (非). */
  readonly not?: StandInWhere | null | undefined;
  /** At least one of these must hold (或者). */
  readonly or?: ReadonlyArray<StandInWhere> | null | undefined;
  /** By: Where the offer stands (状态). */
  readonly status?: StandInStatusFilter | null | undefined;
};

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

/** Why service at a shift cannot be written down afterwards (不能补录的原因). */
export type SupplementBlocker =
  /** A supplement of this sign-up waits already (已有待审核的补录). */
  | 'ALREADY_WAITING'
  /** There is no confirmed sign-up (没有已确认的报名). */
  | 'NOT_SIGNED_UP'
  /** It has not happened yet (尚未发生). */
  | 'NOT_YET';

/** Why supplementService did nothing (失败原因). */
export type SupplementServiceErrorCode =
  /** A supplement of this sign-up waits already (已有待审核的补录). */
  | 'ALREADY_WAITING'
  /** It would end before it begins (结束早于开始). */
  | 'BACKWARDS'
  /** There is no confirmed sign-up (没有已确认的报名). */
  | 'NOT_SIGNED_UP'
  /** It has not happened yet (尚未发生). */
  | 'NOT_YET'
  /** It reaches beyond the shift (超出班次时间). */
  | 'OUTSIDE_SHIFT';

/** Service that was not checked in (补录服务). */
export type SupplementServiceInput = {
  /** What was done, and why it was not checked in, 500 characters at most (补录说明). */
  readonly description: string;
  /** End, within the shift and past (结束时间). */
  readonly endsAt: string;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global id of the sign-up (报名标识). */
  readonly signupId: string;
  /** Start, within the shift (开始时间). */
  readonly startsAt: string;
};

/** Why a volunteer is suspended (暂停原因类型). */
export type SuspensionCause =
  /** An administrator decided so (管理员决定). */
  | 'DECISION'
  /** Too many shifts missed, by the rule of the district (多次缺勤). */
  | 'NO_SHOWS';

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

/** Why updateMyContactByWechat did nothing (失败原因). */
export type UpdateMyContactByWechatErrorCode =
  /** WeChat holds the user for a risk and lets nobody sign in as them (高风险用户). */
  | 'BLOCKED'
  /** WeChat does not answer: ask for the number again a little later, or type it (微信系统繁忙). */
  | 'BUSY'
  /** The code was exchanged before, by a call whose answer was lost perhaps: ask for the number again (code 已被使用). */
  | 'CODE_USED'
  /** WeChat does not know the code, or it is too old: ask for the number again (code 无效). */
  | 'INVALID_CODE'
  /** It is no mobile number of the mainland, which has eleven digits (非大陆手机号). */
  | 'NOT_A_MOBILE'
  /** This hub is not connected to WeChat (未配置微信登录). */
  | 'NOT_CONFIGURED'
  /** WeChat is asked for too many numbers: type it, or wait a minute (频率限制). */
  | 'RATE_LIMITED';

/** The caller's own number, as WeChat knows it (用微信手机号修改联系方式). */
export type UpdateMyContactByWechatInput = {
  /** The code that the button of WeChat for telephone numbers gave the client, good for one call (手机号 code). */
  readonly code: string;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
};

/** Why updateMyContact did nothing (失败原因). */
export type UpdateMyContactErrorCode =
  /** It is no mobile number of the mainland, which has eleven digits (非大陆手机号). */
  | 'NOT_A_MOBILE';

/** How the school reaches the caller (修改联系方式). */
export type UpdateMyContactInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Mobile number of the mainland; +86, blanks, hyphens and full width do not matter (手机号), e.g. 138 0000 0001. */
  readonly phone: string;
};

/** Why somebody cannot join the waiting list of a role (不能候补的原因). */
export type WaitlistBlocker =
  /** Signed up for this shift already, in this role or another (已报名). */
  | 'ALREADY_SIGNED_UP'
  /** On the waiting list already (已在候补). */
  | 'ALREADY_WAITING'
  /** The shift does not take place (班次已取消). */
  | 'CANCELLED'
  /** Signing up has ended (报名已截止). */
  | 'CLOSED'
  /** The activity is for other families (不在适用范围). */
  | 'NOT_ELIGIBLE'
  /** There is a free place: sign up for it (尚有名额). */
  | 'NOT_FULL'
  /** Signing up has not begun (报名未开始). */
  | 'NOT_OPEN'
  /** The role wants a qualification that is not on record (缺少所需资质). */
  | 'NOT_QUALIFIED'
  /** Something else occupies the time (时间冲突). */
  | 'OVERLAP'
  /** The shift has begun or is over (已开始). */
  | 'STARTED'
  /** The volunteer may not sign up for the time being (暂停报名资格). */
  | 'SUSPENDED';

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

/** Why withdrawParentLecture did nothing (失败原因). */
export type WithdrawParentLectureErrorCode =
  /** It stands where this cannot be done (当前状态不允许此操作). */
  | 'WRONG_STATUS';

/** Which lecture to take back (撤回家长讲堂). */
export type WithdrawParentLectureInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global id of the lecture (家长讲堂标识). */
  readonly lectureId: string;
};

/** Why somebody cannot take an offer of their place back (不能撤回替班的原因). */
export type WithdrawStandInBlocker =
  /** The offer was answered or taken back (替班已处理或撤回). */
  | 'NOT_OPEN_ANY_MORE'
  /** Somebody else has signed up (非本人报名). */
  | 'NOT_YOURS';

/** Why withdrawStandIn did nothing (失败原因). */
export type WithdrawStandInErrorCode =
  /** The offer has expired (替班已过期). */
  | 'EXPIRED'
  /** The offer was answered or taken back (替班已处理或撤回). */
  | 'NOT_OPEN_ANY_MORE';

/** Which offer to take back (撤回替班). */
export type WithdrawStandInInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global id of the offer (替班标识). */
  readonly standInId: string;
};

export type ReconfirmSignupMutationVariables = Exact<{
  input: ReconfirmSignupInput;
}>;


export type ReconfirmSignupMutation = { readonly reconfirmSignup: { readonly __typename: 'ReconfirmSignupPayload', readonly signup: { readonly __typename: 'Signup', readonly reconfirmUntil: string | null, readonly viewerCanReconfirm: boolean, readonly id: string, readonly status: SignupStatus, readonly signedUpAt: string, readonly viewerCanCancel: boolean, readonly viewerCancelBlockers: ReadonlyArray<CancelSignupBlocker>, readonly viewerRequestCancellationBlockers: ReadonlyArray<RequestCancellationBlocker>, readonly viewerReconfirmBlockers: ReadonlyArray<ReconfirmBlocker>, readonly viewerOfferStandInBlockers: ReadonlyArray<OfferStandInBlocker>, readonly viewerOfferToWaitlistBlockers: ReadonlyArray<OfferStandInBlocker> } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'ReconfirmSignupError', readonly code: ReconfirmSignupErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type CheckInMutationVariables = Exact<{
  input: CheckInInput;
}>;


export type CheckInMutation = { readonly checkIn: { readonly __typename: 'CheckInPayload', readonly signup: { readonly __typename: 'Signup', readonly id: string, readonly viewerCheckInBlockers: ReadonlyArray<CheckInBlocker>, readonly viewerCheckOutBlockers: ReadonlyArray<CheckOutBlocker>, readonly attendance: { readonly __typename: 'Attendance', readonly id: string, readonly checkedInAt: string | null, readonly checkedOutAt: string | null, readonly noShowAt: string | null, readonly excusedAt: string | null } | null } | null, readonly attendance: { readonly __typename: 'Attendance', readonly id: string, readonly checkedInAt: string | null, readonly checkedOutAt: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'CheckInError', readonly code: CheckInErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type CheckOutMutationVariables = Exact<{
  input: CheckOutInput;
}>;


export type CheckOutMutation = { readonly checkOut: { readonly __typename: 'CheckOutPayload', readonly signup: { readonly __typename: 'Signup', readonly id: string, readonly viewerCheckInBlockers: ReadonlyArray<CheckInBlocker>, readonly viewerCheckOutBlockers: ReadonlyArray<CheckOutBlocker>, readonly attendance: { readonly __typename: 'Attendance', readonly id: string, readonly checkedInAt: string | null, readonly checkedOutAt: string | null, readonly noShowAt: string | null, readonly excusedAt: string | null } | null } | null, readonly attendance: { readonly __typename: 'Attendance', readonly id: string, readonly checkedInAt: string | null, readonly checkedOutAt: string | null } | null, readonly serviceRecord: { readonly __typename: 'ServiceRecord', readonly id: string, readonly startsAt: string, readonly endsAt: string, readonly minutes: number, readonly source: ServiceSource, readonly status: ServiceStatus, readonly description: string | null, readonly decisionReason: string | null, readonly certified: boolean, readonly viewerCanAppeal: boolean } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'CheckOutError', readonly code: CheckOutErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type ReportAttendanceMutationVariables = Exact<{
  input: ReportAttendanceInput;
}>;


export type ReportAttendanceMutation = { readonly reportAttendance: { readonly __typename: 'ReportAttendancePayload', readonly attendances: ReadonlyArray<{ readonly __typename: 'Attendance', readonly id: string, readonly checkedInAt: string | null, readonly checkedOutAt: string | null, readonly signup: { readonly __typename: 'Signup', readonly id: string } | null }>, readonly userErrors: ReadonlyArray<{ readonly __typename: 'ReportAttendanceError', readonly code: ReportAttendanceErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type IssueCertificateMutationVariables = Exact<{
  input: IssueServiceCertificateInput;
}>;


export type IssueCertificateMutation = { readonly issueServiceCertificate: { readonly __typename: 'IssueServiceCertificatePayload', readonly certificate: { readonly __typename: 'ServiceCertificate', readonly id: string, readonly number: string, readonly valid: boolean, readonly periodFrom: string, readonly periodTo: string, readonly totalMinutes: number, readonly serviceCount: number, readonly issuedAt: string, readonly revokedAt: string | null, readonly revokeReason: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'IssueServiceCertificateError', readonly code: IssueServiceCertificateErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type VerifyCertificateQueryVariables = Exact<{
  number: string;
}>;


export type VerifyCertificateQuery = { readonly verifyCertificate: { readonly __typename: 'CertificateVerification', readonly number: string, readonly valid: boolean, readonly revokedAt: string | null, readonly periodFrom: string, readonly periodTo: string, readonly totalMinutes: number, readonly serviceCount: number, readonly issuedAt: string, readonly districtName: string, readonly schoolName: string | null } | null };

export type CourseCatalogueQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: CourseWhere | null | undefined;
}>;


export type CourseCatalogueQuery = { readonly courses: { readonly __typename: 'CourseConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Course', readonly citesOutdated: boolean, readonly id: string, readonly title: string, readonly totalMinutes: number | null, readonly publishedAt: string | null, readonly publishedEdition: { readonly __typename: 'CourseEdition', readonly id: string, readonly number: number, readonly summary: string, readonly creditMinutes: number, readonly lessons: { readonly __typename: 'LessonConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Lesson', readonly id: string, readonly ordinal: number, readonly title: string, readonly durationMinutes: number, readonly lecturer: { readonly __typename: 'Lecturer', readonly id: string, readonly name: string, readonly title: string | null } }> }, readonly citedEditions: { readonly __typename: 'PolicyEditionConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'PolicyEdition', readonly id: string, readonly title: string, readonly number: number, readonly effectiveFrom: string, readonly validity: PolicyValidity | null }> } } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type CourseDetailQueryVariables = Exact<{
  id: string;
}>;


export type CourseDetailQuery = { readonly course: { readonly __typename: 'Course', readonly isPublic: boolean, readonly lessonCount: number, readonly citesOutdated: boolean, readonly id: string, readonly title: string, readonly totalMinutes: number | null, readonly publishedAt: string | null, readonly school: { readonly __typename: 'School', readonly id: string, readonly name: string } | null, readonly topics: { readonly __typename: 'TopicConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Topic', readonly id: string, readonly name: string }> }, readonly publishedEdition: { readonly __typename: 'CourseEdition', readonly id: string, readonly number: number, readonly title: string, readonly summary: string, readonly creditMinutes: number, readonly publishedAt: string | null, readonly chapters: { readonly __typename: 'ChapterConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Chapter', readonly id: string, readonly ordinal: number, readonly title: string, readonly lessons: { readonly __typename: 'LessonConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Lesson', readonly id: string, readonly ordinal: number, readonly title: string, readonly durationMinutes: number, readonly durationSeconds: number, readonly mediaUrl: string | null, readonly lecturer: { readonly __typename: 'Lecturer', readonly id: string, readonly name: string, readonly title: string | null, readonly organisation: string | null, readonly biography: string | null } }> } }> }, readonly citedEditions: { readonly __typename: 'PolicyEditionConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'PolicyEdition', readonly id: string, readonly title: string, readonly number: number, readonly effectiveFrom: string, readonly validity: PolicyValidity | null, readonly document: { readonly __typename: 'PolicyDocument', readonly id: string, readonly documentNumber: string | null, readonly issuer: string } }> } } | null } | null };

export type TopicsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type TopicsQuery = { readonly topics: { readonly __typename: 'TopicConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Topic', readonly id: string, readonly name: string }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type NextPageFragment = { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null };

export type CourseCardFragment = { readonly __typename: 'Course', readonly id: string, readonly title: string, readonly totalMinutes: number | null, readonly publishedAt: string | null };

export type CitedPolicyFragment = { readonly __typename: 'PolicyEdition', readonly id: string, readonly title: string, readonly number: number, readonly effectiveFrom: string, readonly validity: PolicyValidity | null };

export type ShiftTimesFragment = { readonly __typename: 'Shift', readonly id: string, readonly status: ShiftStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly signupOpensAt: string, readonly signupClosesAt: string };

export type RoleOnOfferFragment = { readonly __typename: 'ShiftRole', readonly id: string, readonly name: string, readonly capacity: number, readonly freePlaces: number | null, readonly approvalRequired: boolean, readonly viewerBlockers: ReadonlyArray<SignupBlocker> };

export type MeetingCardFragment = { readonly __typename: 'Meeting', readonly id: string, readonly kind: MeetingKind, readonly title: string, readonly status: MeetingStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly replyBy: string | null };

export type OwnSignupFragment = { readonly __typename: 'Signup', readonly id: string, readonly status: SignupStatus, readonly signedUpAt: string, readonly viewerCanCancel: boolean, readonly viewerCancelBlockers: ReadonlyArray<CancelSignupBlocker>, readonly viewerRequestCancellationBlockers: ReadonlyArray<RequestCancellationBlocker>, readonly viewerReconfirmBlockers: ReadonlyArray<ReconfirmBlocker>, readonly viewerOfferStandInBlockers: ReadonlyArray<OfferStandInBlocker>, readonly viewerOfferToWaitlistBlockers: ReadonlyArray<OfferStandInBlocker> };

export type OwnWaitlistEntryFragment = { readonly __typename: 'WaitlistEntry', readonly id: string, readonly status: WaitlistStatus, readonly position: number | null, readonly joinedAt: string, readonly offeredAt: string | null, readonly offerExpiresAt: string | null, readonly viewerAcceptBlockers: ReadonlyArray<AcceptOfferBlocker>, readonly viewerDeclineBlockers: ReadonlyArray<DeclineOfferBlocker>, readonly viewerLeaveBlockers: ReadonlyArray<LeaveWaitlistBlocker> };

export type StandInOfferFragment = { readonly __typename: 'StandIn', readonly id: string, readonly way: StandInWay, readonly status: StandInStatus, readonly offeredAt: string, readonly expiresAt: string, readonly rejectReason: string | null, readonly viewerAcceptBlockers: ReadonlyArray<AcceptStandInBlocker>, readonly viewerDeclineBlockers: ReadonlyArray<DeclineStandInBlocker>, readonly viewerWithdrawBlockers: ReadonlyArray<WithdrawStandInBlocker> };

export type OwnPresenceFragment = { readonly __typename: 'Signup', readonly id: string, readonly viewerCheckInBlockers: ReadonlyArray<CheckInBlocker>, readonly viewerCheckOutBlockers: ReadonlyArray<CheckOutBlocker>, readonly attendance: { readonly __typename: 'Attendance', readonly id: string, readonly checkedInAt: string | null, readonly checkedOutAt: string | null, readonly noShowAt: string | null, readonly excusedAt: string | null } | null };

export type OwnServiceFragment = { readonly __typename: 'ServiceRecord', readonly id: string, readonly startsAt: string, readonly endsAt: string, readonly minutes: number, readonly source: ServiceSource, readonly status: ServiceStatus, readonly description: string | null, readonly decisionReason: string | null, readonly certified: boolean, readonly viewerCanAppeal: boolean };

export type OwnCertificateFragment = { readonly __typename: 'ServiceCertificate', readonly id: string, readonly number: string, readonly valid: boolean, readonly periodFrom: string, readonly periodTo: string, readonly totalMinutes: number, readonly serviceCount: number, readonly issuedAt: string, readonly revokedAt: string | null, readonly revokeReason: string | null };

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

export type LinkedShiftFragment = { readonly __typename: 'Shift', readonly id: string, readonly startsAt: string, readonly place: string };

export type AskToJoinMutationVariables = Exact<{
  input: AskToJoinInput;
}>;


export type AskToJoinMutation = { readonly askToJoin: { readonly __typename: 'AskToJoinPayload', readonly staffName: string | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'AskToJoinError', readonly code: AskToJoinErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type MySessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type MySessionsQuery = { readonly viewer: { readonly __typename: 'Viewer', readonly id: string, readonly account: { readonly __typename: 'Account', readonly id: string, readonly sessions: { readonly __typename: 'SessionConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Session', readonly id: string, readonly client: string | null, readonly method: SignInMethod, readonly startedAt: string, readonly lastUsedAt: string, readonly expiresAt: string, readonly current: boolean }> } } | null } };

export type RefreshSessionMutationVariables = Exact<{
  input: RefreshSessionInput;
}>;


export type RefreshSessionMutation = { readonly refreshSession: { readonly __typename: 'RefreshSessionPayload', readonly accessToken: string | null, readonly accessTokenExpiresAt: string | null, readonly refreshToken: string | null, readonly refreshTokenExpiresAt: string | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'RefreshSessionError', readonly code: RefreshSessionErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type RevokeOtherSessionsMutationVariables = Exact<{
  input: RevokeOtherSessionsInput;
}>;


export type RevokeOtherSessionsMutation = { readonly revokeOtherSessions: { readonly __typename: 'RevokeOtherSessionsPayload', readonly revokedCount: number | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'RevokeOtherSessionsError', readonly code: RevokeOtherSessionsErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type RevokeSessionMutationVariables = Exact<{
  input: RevokeSessionInput;
}>;


export type RevokeSessionMutation = { readonly revokeSession: { readonly __typename: 'RevokeSessionPayload', readonly session: { readonly __typename: 'Session', readonly id: string, readonly endedAt: string | null, readonly ending: SessionEnding | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'RevokeSessionError', readonly code: RevokeSessionErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type SignInWithWechatMutationVariables = Exact<{
  input: SignInWithWechatInput;
}>;


export type SignInWithWechatMutation = { readonly signInWithWechat: { readonly __typename: 'SignInWithWechatPayload', readonly accessToken: string | null, readonly accessTokenExpiresAt: string | null, readonly refreshToken: string | null, readonly refreshTokenExpiresAt: string | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'SignInWithWechatError', readonly code: SignInWithWechatErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type SignOutMutationVariables = Exact<{
  input: SignOutInput;
}>;


export type SignOutMutation = { readonly signOut: { readonly __typename: 'SignOutPayload', readonly session: { readonly __typename: 'Session', readonly id: string, readonly ending: SessionEnding | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'SignOutError', readonly code: SignOutErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type MyLecturesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MyLecturesQuery = { readonly viewer: { readonly __typename: 'Viewer', readonly id: string, readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly parentLectures: { readonly __typename: 'ParentLectureConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'ParentLecture', readonly id: string, readonly title: string, readonly outline: string, readonly durationMinutes: number, readonly preferredTimes: string | null, readonly status: ParentLectureStatus, readonly reason: string | null, readonly proposedAt: string, readonly viewerActions: ReadonlyArray<ParentLectureAction>, readonly schoolClass: { readonly __typename: 'SchoolClass', readonly id: string, readonly name: string } | null, readonly shift: { readonly __typename: 'Shift', readonly id: string, readonly status: ShiftStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly signupOpensAt: string, readonly signupClosesAt: string } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null, readonly children: { readonly __typename: 'StudentConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Student', readonly id: string, readonly currentClass: { readonly __typename: 'SchoolClass', readonly id: string, readonly name: string, readonly viewerLectureBlockers: ReadonlyArray<ProposeLectureBlocker>, readonly parentLectures: { readonly __typename: 'ParentLectureConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'ParentLecture', readonly id: string, readonly title: string, readonly lecturerName: string, readonly isViewers: boolean, readonly shift: { readonly __typename: 'Shift', readonly id: string, readonly status: ShiftStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly signupOpensAt: string, readonly signupClosesAt: string } | null }> } | null } | null }> } | null } | null } };

export type ProposeLectureMutationVariables = Exact<{
  input: ProposeParentLectureInput;
}>;


export type ProposeLectureMutation = { readonly proposeParentLecture: { readonly __typename: 'ProposeParentLecturePayload', readonly lecture: { readonly __typename: 'ParentLecture', readonly id: string, readonly title: string, readonly outline: string, readonly durationMinutes: number, readonly preferredTimes: string | null, readonly status: ParentLectureStatus, readonly reason: string | null, readonly proposedAt: string, readonly viewerActions: ReadonlyArray<ParentLectureAction> } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'ProposeParentLectureError', readonly code: ProposeParentLectureErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type WithdrawLectureMutationVariables = Exact<{
  input: WithdrawParentLectureInput;
}>;


export type WithdrawLectureMutation = { readonly withdrawParentLecture: { readonly __typename: 'WithdrawParentLecturePayload', readonly lecture: { readonly __typename: 'ParentLecture', readonly id: string, readonly title: string, readonly outline: string, readonly durationMinutes: number, readonly preferredTimes: string | null, readonly status: ParentLectureStatus, readonly reason: string | null, readonly proposedAt: string, readonly viewerActions: ReadonlyArray<ParentLectureAction> } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'WithdrawParentLectureError', readonly code: WithdrawParentLectureErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type OwnLectureFragment = { readonly __typename: 'ParentLecture', readonly id: string, readonly title: string, readonly outline: string, readonly durationMinutes: number, readonly preferredTimes: string | null, readonly status: ParentLectureStatus, readonly reason: string | null, readonly proposedAt: string, readonly viewerActions: ReadonlyArray<ParentLectureAction> };

export type MeetingDetailQueryVariables = Exact<{
  id: string;
}>;


export type MeetingDetailQuery = { readonly meeting: { readonly __typename: 'Meeting', readonly scope: MeetingScope, readonly summary: string | null, readonly capacity: number | null, readonly cancelReason: string | null, readonly cancelledAt: string | null, readonly id: string, readonly kind: MeetingKind, readonly title: string, readonly status: MeetingStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly replyBy: string | null, readonly school: { readonly __typename: 'School', readonly id: string, readonly name: string }, readonly organiser: { readonly __typename: 'Staff', readonly id: string, readonly name: string } | null, readonly agenda: { readonly __typename: 'AgendaItemConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'AgendaItem', readonly id: string, readonly ordinal: number, readonly title: string, readonly speaker: string | null, readonly durationMinutes: number }> }, readonly topics: { readonly __typename: 'TopicConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Topic', readonly id: string, readonly name: string }> }, readonly citedEditions: { readonly __typename: 'PolicyEditionConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'PolicyEdition', readonly id: string, readonly title: string, readonly number: number, readonly effectiveFrom: string, readonly validity: PolicyValidity | null }> }, readonly invitations: { readonly __typename: 'MeetingInvitationConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'MeetingInvitation', readonly id: string, readonly invitedAt: string, readonly household: { readonly __typename: 'Household', readonly id: string, readonly name: string, readonly guardians: { readonly __typename: 'GuardianConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Guardian', readonly id: string, readonly name: string, readonly isViewer: boolean }> } | null } | null, readonly currentReply: { readonly __typename: 'MeetingReply', readonly id: string, readonly answer: ReplyAnswer, readonly attendeeCount: number, readonly note: string | null, readonly repliedAt: string, readonly attendingGuardians: { readonly __typename: 'GuardianConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Guardian', readonly id: string, readonly name: string }> } | null } | null }> } | null } | null };

export type MyMeetingsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: MeetingWhere | null | undefined;
}>;


export type MyMeetingsQuery = { readonly viewer: { readonly __typename: 'Viewer', readonly id: string, readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly meetings: { readonly __typename: 'MeetingConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Meeting', readonly id: string, readonly kind: MeetingKind, readonly title: string, readonly status: MeetingStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly replyBy: string | null, readonly school: { readonly __typename: 'School', readonly id: string, readonly name: string }, readonly replies: { readonly __typename: 'MeetingReplyConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'MeetingReply', readonly id: string, readonly answer: ReplyAnswer, readonly attendeeCount: number }> } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null } };

export type InboxQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: NoticeWhere | null | undefined;
}>;


export type InboxQuery = { readonly viewer: { readonly __typename: 'Viewer', readonly id: string, readonly unreadNoticeCount: number, readonly inbox: { readonly __typename: 'NoticeConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Notice', readonly id: string, readonly kind: string, readonly title: string, readonly body: string, readonly createdAt: string, readonly readAt: string | null, readonly about:
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

export type MarkAllNoticesReadMutationVariables = Exact<{
  input: MarkAllNoticesReadInput;
}>;


export type MarkAllNoticesReadMutation = { readonly markAllNoticesRead: { readonly __typename: 'MarkAllNoticesReadPayload', readonly markedCount: number | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'MarkAllNoticesReadError', readonly code: MarkAllNoticesReadErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type MarkNoticesReadMutationVariables = Exact<{
  input: MarkNoticesReadInput;
}>;


export type MarkNoticesReadMutation = { readonly markNoticesRead: { readonly __typename: 'MarkNoticesReadPayload', readonly notices: ReadonlyArray<{ readonly __typename: 'Notice', readonly id: string, readonly readAt: string | null }>, readonly userErrors: ReadonlyArray<{ readonly __typename: 'MarkNoticesReadError', readonly code: MarkNoticesReadErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type MyTasksQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: TaskWhere | null | undefined;
}>;


export type MyTasksQuery = { readonly viewer: { readonly __typename: 'Viewer', readonly id: string, readonly tasks: { readonly __typename: 'TaskConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Task', readonly id: string, readonly kind: string, readonly title: string, readonly dueAt: string | null, readonly about:
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

export type BindChildMutationVariables = Exact<{
  input: BindChildInput;
}>;


export type BindChildMutation = { readonly bindChild: { readonly __typename: 'BindChildPayload', readonly guardianship: { readonly __typename: 'Guardianship', readonly id: string, readonly relation: GuardianRelation, readonly status: GuardianshipStatus, readonly studentName: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'BindChildError', readonly code: BindChildErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type ChildAccessesQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type ChildAccessesQuery = { readonly viewer: { readonly __typename: 'Viewer', readonly id: string, readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly children: { readonly __typename: 'StudentConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Student', readonly id: string, readonly name: string, readonly accesses: { readonly __typename: 'AccessRecordConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'AccessRecord', readonly id: string, readonly createdAt: string, readonly actorName: string | null, readonly byProgram: boolean }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null }> } | null } | null } };

export type MyGuardianshipsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyGuardianshipsQuery = { readonly viewer: { readonly __typename: 'Viewer', readonly id: string, readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly name: string, readonly phone: string | null, readonly phoneVerifiedAt: string | null, readonly guardianships: { readonly __typename: 'GuardianshipConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Guardianship', readonly id: string, readonly relation: GuardianRelation, readonly status: GuardianshipStatus, readonly decisionReason: string | null, readonly askedAt: string | null, readonly recoveredAt: string | null, readonly codeEnding: string | null, readonly studentName: string | null, readonly student: { readonly __typename: 'Student', readonly id: string, readonly name: string } | null }> } | null } | null } };

export type MyTimetableQueryVariables = Exact<{
  from: string;
  to: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MyTimetableQuery = { readonly viewer: { readonly __typename: 'Viewer', readonly id: string, readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly timetable: { readonly __typename: 'EngagementConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Engagement', readonly id: string, readonly kind: EngagementKind, readonly title: string, readonly startsAt: string, readonly endsAt: string, readonly meeting: { readonly __typename: 'Meeting', readonly id: string, readonly status: MeetingStatus, readonly place: string } | null, readonly signup: { readonly __typename: 'Signup', readonly id: string, readonly status: SignupStatus, readonly viewerCanCancel: boolean, readonly shift: { readonly __typename: 'Shift', readonly id: string, readonly status: ShiftStatus, readonly place: string } | null } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null } };

export type OpenLinkQueryVariables = Exact<{
  id: string;
}>;


export type OpenLinkQuery = { readonly node:
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
    | { readonly __typename: 'Course', readonly title: string, readonly id: string }
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
    | { readonly __typename: 'PolicyDocument', readonly title: string, readonly id: string }
    | { readonly __typename: 'PolicyEdition', readonly id: string }
    | { readonly __typename: 'PolicyLecture', readonly title: string, readonly id: string }
    | { readonly __typename: 'RoleRequest', readonly id: string }
    | { readonly __typename: 'Room', readonly id: string }
    | { readonly __typename: 'School', readonly id: string }
    | { readonly __typename: 'SchoolClass', readonly id: string }
    | { readonly __typename: 'SchoolYear', readonly id: string }
    | { readonly __typename: 'Segment', readonly id: string }
    | { readonly __typename: 'ServiceCertificate', readonly number: string, readonly id: string }
    | { readonly __typename: 'ServiceRecord', readonly id: string, readonly serviceStatus: ServiceStatus, readonly shift: { readonly __typename: 'Shift', readonly id: string, readonly startsAt: string, readonly place: string } | null }
    | { readonly __typename: 'ServiceToken', readonly id: string }
    | { readonly __typename: 'Session', readonly id: string }
    | { readonly __typename: 'Shift', readonly startsAt: string, readonly place: string, readonly id: string }
    | { readonly __typename: 'ShiftRole', readonly name: string, readonly id: string, readonly ofShift: { readonly __typename: 'Shift', readonly id: string, readonly startsAt: string, readonly place: string } }
    | { readonly __typename: 'ShiftSeries', readonly id: string }
    | { readonly __typename: 'Signup', readonly id: string, readonly signupStatus: SignupStatus, readonly shift: { readonly __typename: 'Shift', readonly id: string, readonly startsAt: string, readonly place: string } | null }
    | { readonly __typename: 'Staff', readonly id: string }
    | { readonly __typename: 'StaffAssignment', readonly id: string }
    | { readonly __typename: 'StaffIdentity', readonly id: string }
    | { readonly __typename: 'StandIn', readonly id: string, readonly standInStatus: StandInStatus, readonly shift: { readonly __typename: 'Shift', readonly id: string, readonly startsAt: string, readonly place: string } | null }
    | { readonly __typename: 'Student', readonly id: string }
    | { readonly __typename: 'Task', readonly id: string }
    | { readonly __typename: 'Term', readonly id: string }
    | { readonly __typename: 'Topic', readonly id: string }
    | { readonly __typename: 'VolunteerActivity', readonly title: string, readonly id: string }
    | { readonly __typename: 'VolunteerQualification', readonly name: string, readonly id: string }
    | { readonly __typename: 'VolunteerSuspension', readonly endsAt: string, readonly id: string }
    | { readonly __typename: 'WaitlistEntry', readonly id: string, readonly entryStatus: WaitlistStatus, readonly shift: { readonly __typename: 'Shift', readonly id: string, readonly startsAt: string, readonly place: string } | null }
    | { readonly __typename: 'WaitlistSkip', readonly id: string }
   | null };

export type ParentHomeQueryVariables = Exact<{
  from: string;
}>;


export type ParentHomeQuery = { readonly viewer: { readonly __typename: 'Viewer', readonly id: string, readonly signedIn: boolean, readonly tasks: { readonly __typename: 'TaskConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Task', readonly id: string, readonly kind: string, readonly title: string, readonly dueAt: string | null, readonly about:
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
         | null }> }, readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly name: string, readonly children: { readonly __typename: 'StudentConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Student', readonly id: string, readonly name: string, readonly school: { readonly __typename: 'School', readonly id: string, readonly name: string }, readonly currentClass: { readonly __typename: 'SchoolClass', readonly id: string, readonly name: string, readonly meetings: { readonly __typename: 'MeetingConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Meeting', readonly id: string, readonly kind: MeetingKind, readonly title: string, readonly status: MeetingStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly replyBy: string | null, readonly replies: { readonly __typename: 'MeetingReplyConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'MeetingReply', readonly id: string, readonly answer: ReplyAnswer, readonly attendeeCount: number }> } | null }> }, readonly shifts: { readonly __typename: 'ShiftConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Shift', readonly id: string, readonly status: ShiftStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly signupOpensAt: string, readonly signupClosesAt: string, readonly activity: { readonly __typename: 'VolunteerActivity', readonly id: string, readonly kind: ActivityKind, readonly title: string }, readonly roles: { readonly __typename: 'ShiftRoleConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'ShiftRole', readonly id: string, readonly name: string, readonly capacity: number, readonly freePlaces: number | null, readonly approvalRequired: boolean, readonly viewerBlockers: ReadonlyArray<SignupBlocker> }> } }> } } | null }> } | null, readonly timetable: { readonly __typename: 'EngagementConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Engagement', readonly id: string, readonly kind: EngagementKind, readonly title: string, readonly startsAt: string, readonly endsAt: string }> } | null, readonly courses: { readonly __typename: 'CourseConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Course', readonly id: string, readonly title: string, readonly totalMinutes: number | null, readonly publishedAt: string | null }> } } | null } };

export type UpdateMyContactMutationVariables = Exact<{
  input: UpdateMyContactInput;
}>;


export type UpdateMyContactMutation = { readonly updateMyContact: { readonly __typename: 'UpdateMyContactPayload', readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly phone: string | null, readonly phoneVerifiedAt: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'UpdateMyContactError', readonly code: UpdateMyContactErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type UpdateMyContactByWechatMutationVariables = Exact<{
  input: UpdateMyContactByWechatInput;
}>;


export type UpdateMyContactByWechatMutation = { readonly updateMyContactByWechat: { readonly __typename: 'UpdateMyContactByWechatPayload', readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly phone: string | null, readonly phoneVerifiedAt: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'UpdateMyContactByWechatError', readonly code: UpdateMyContactByWechatErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type PolicyCatalogueQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: PolicyDocumentWhere | null | undefined;
}>;


export type PolicyCatalogueQuery = { readonly policyDocuments: { readonly __typename: 'PolicyDocumentConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'PolicyDocument', readonly id: string, readonly title: string, readonly documentNumber: string | null, readonly issuer: string, readonly issuedOn: string, readonly level: PolicyLevel, readonly currentEdition: { readonly __typename: 'PolicyEdition', readonly id: string, readonly title: string, readonly number: number, readonly effectiveFrom: string, readonly validity: PolicyValidity | null } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type PolicyDetailQueryVariables = Exact<{
  id: string;
  paragraphs?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PolicyDetailQuery = { readonly policyDocument: { readonly __typename: 'PolicyDocument', readonly id: string, readonly title: string, readonly documentNumber: string | null, readonly issuer: string, readonly issuedOn: string, readonly level: PolicyLevel, readonly topics: { readonly __typename: 'TopicConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Topic', readonly id: string, readonly name: string }> }, readonly currentEdition: { readonly __typename: 'PolicyEdition', readonly effectiveTo: string | null, readonly ending: PolicyEnding | null, readonly segmentCount: number, readonly id: string, readonly title: string, readonly number: number, readonly effectiveFrom: string, readonly validity: PolicyValidity | null, readonly segments: { readonly __typename: 'SegmentConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Segment', readonly id: string, readonly ordinal: number, readonly heading: string | null, readonly text: string }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } }, readonly lectures: { readonly __typename: 'PolicyLectureConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'PolicyLecture', readonly id: string, readonly title: string, readonly lecturerName: string, readonly durationMinutes: number, readonly mediaUrl: string | null }> }, readonly citingCourses: { readonly __typename: 'CourseConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Course', readonly id: string, readonly title: string, readonly totalMinutes: number | null, readonly publishedAt: string | null }> } } | null, readonly editions: { readonly __typename: 'PolicyEditionConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'PolicyEdition', readonly id: string, readonly title: string, readonly number: number, readonly effectiveFrom: string, readonly validity: PolicyValidity | null }> } } | null };

export type PolicyLecturesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: PolicyLectureWhere | null | undefined;
}>;


export type PolicyLecturesQuery = { readonly policyLectures: { readonly __typename: 'PolicyLectureConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'PolicyLecture', readonly id: string, readonly title: string, readonly lecturerName: string, readonly durationMinutes: number, readonly mediaUrl: string | null, readonly citedEditions: { readonly __typename: 'PolicyEditionConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'PolicyEdition', readonly id: string, readonly title: string, readonly number: number, readonly effectiveFrom: string, readonly validity: PolicyValidity | null }> } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type PolicySearchQueryVariables = Exact<{
  phrases: ReadonlyArray<string>;
  validity?: ReadonlyArray<PolicyValidity> | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PolicySearchQuery = { readonly policySegments: { readonly __typename: 'SegmentConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Segment', readonly id: string, readonly ordinal: number, readonly heading: string | null, readonly text: string, readonly edition: { readonly __typename: 'PolicyEdition', readonly id: string, readonly title: string, readonly number: number, readonly effectiveFrom: string, readonly validity: PolicyValidity | null, readonly document: { readonly __typename: 'PolicyDocument', readonly id: string, readonly documentNumber: string | null, readonly issuer: string, readonly level: PolicyLevel } } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type AppealServiceRecordMutationVariables = Exact<{
  input: AppealServiceRecordInput;
}>;


export type AppealServiceRecordMutation = { readonly appealServiceRecord: { readonly __typename: 'AppealServiceRecordPayload', readonly serviceRecord: { readonly __typename: 'ServiceRecord', readonly id: string, readonly startsAt: string, readonly endsAt: string, readonly minutes: number, readonly source: ServiceSource, readonly status: ServiceStatus, readonly description: string | null, readonly decisionReason: string | null, readonly certified: boolean, readonly viewerCanAppeal: boolean } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'AppealServiceRecordError', readonly code: AppealServiceRecordErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type MyServiceQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: ServiceRecordWhere | null | undefined;
}>;


export type MyServiceQuery = { readonly viewer: { readonly __typename: 'Viewer', readonly id: string, readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly serviceMinutes: number | null, readonly serviceMinutesThisTerm: number | null, readonly households: { readonly __typename: 'HouseholdConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Household', readonly id: string, readonly name: string, readonly serviceMinutes: number | null, readonly serviceMinutesThisTerm: number | null }> } | null, readonly serviceRecords: { readonly __typename: 'ServiceRecordConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'ServiceRecord', readonly id: string, readonly startsAt: string, readonly endsAt: string, readonly minutes: number, readonly source: ServiceSource, readonly status: ServiceStatus, readonly description: string | null, readonly decisionReason: string | null, readonly certified: boolean, readonly viewerCanAppeal: boolean, readonly shift: { readonly __typename: 'Shift', readonly id: string, readonly status: ShiftStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly signupOpensAt: string, readonly signupClosesAt: string, readonly activity: { readonly __typename: 'VolunteerActivity', readonly id: string, readonly kind: ActivityKind, readonly title: string } } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null, readonly serviceCertificates: { readonly __typename: 'ServiceCertificateConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'ServiceCertificate', readonly id: string, readonly number: string, readonly valid: boolean, readonly periodFrom: string, readonly periodTo: string, readonly totalMinutes: number, readonly serviceCount: number, readonly issuedAt: string, readonly revokedAt: string | null, readonly revokeReason: string | null }> } | null } | null } };

export type SupplementServiceMutationVariables = Exact<{
  input: SupplementServiceInput;
}>;


export type SupplementServiceMutation = { readonly supplementService: { readonly __typename: 'SupplementServicePayload', readonly serviceRecord: { readonly __typename: 'ServiceRecord', readonly id: string, readonly startsAt: string, readonly endsAt: string, readonly minutes: number, readonly source: ServiceSource, readonly status: ServiceStatus, readonly description: string | null, readonly decisionReason: string | null, readonly certified: boolean, readonly viewerCanAppeal: boolean } | null, readonly signup: { readonly __typename: 'Signup', readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'SupplementServiceError', readonly code: SupplementServiceErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type RequestSignupCancellationMutationVariables = Exact<{
  input: RequestSignupCancellationInput;
}>;


export type RequestSignupCancellationMutation = { readonly requestSignupCancellation: { readonly __typename: 'RequestSignupCancellationPayload', readonly signup: { readonly __typename: 'Signup', readonly cancelRequestedAt: string | null, readonly cancelRequestReason: string | null, readonly id: string, readonly status: SignupStatus, readonly signedUpAt: string, readonly viewerCanCancel: boolean, readonly viewerCancelBlockers: ReadonlyArray<CancelSignupBlocker>, readonly viewerRequestCancellationBlockers: ReadonlyArray<RequestCancellationBlocker>, readonly viewerReconfirmBlockers: ReadonlyArray<ReconfirmBlocker>, readonly viewerOfferStandInBlockers: ReadonlyArray<OfferStandInBlocker>, readonly viewerOfferToWaitlistBlockers: ReadonlyArray<OfferStandInBlocker> } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'RequestSignupCancellationError', readonly code: RequestSignupCancellationErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type AcceptStandInMutationVariables = Exact<{
  input: AcceptStandInInput;
}>;


export type AcceptStandInMutation = { readonly acceptStandIn: { readonly __typename: 'AcceptStandInPayload', readonly standIn: { readonly __typename: 'StandIn', readonly id: string, readonly way: StandInWay, readonly status: StandInStatus, readonly offeredAt: string, readonly expiresAt: string, readonly rejectReason: string | null, readonly viewerAcceptBlockers: ReadonlyArray<AcceptStandInBlocker>, readonly viewerDeclineBlockers: ReadonlyArray<DeclineStandInBlocker>, readonly viewerWithdrawBlockers: ReadonlyArray<WithdrawStandInBlocker> } | null, readonly signup: { readonly __typename: 'Signup', readonly id: string, readonly status: SignupStatus, readonly signedUpAt: string, readonly viewerCanCancel: boolean, readonly viewerCancelBlockers: ReadonlyArray<CancelSignupBlocker>, readonly viewerRequestCancellationBlockers: ReadonlyArray<RequestCancellationBlocker>, readonly viewerReconfirmBlockers: ReadonlyArray<ReconfirmBlocker>, readonly viewerOfferStandInBlockers: ReadonlyArray<OfferStandInBlocker>, readonly viewerOfferToWaitlistBlockers: ReadonlyArray<OfferStandInBlocker> } | null, readonly role: { readonly __typename: 'ShiftRole', readonly id: string, readonly name: string, readonly capacity: number, readonly freePlaces: number | null, readonly approvalRequired: boolean, readonly viewerBlockers: ReadonlyArray<SignupBlocker> } | null, readonly clashes: ReadonlyArray<{ readonly __typename: 'Engagement', readonly id: string, readonly title: string, readonly startsAt: string, readonly endsAt: string }>, readonly freeGuardians: ReadonlyArray<{ readonly __typename: 'Guardian', readonly id: string, readonly name: string }>, readonly userErrors: ReadonlyArray<{ readonly __typename: 'AcceptStandInError', readonly code: AcceptStandInErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type DeclineStandInMutationVariables = Exact<{
  input: DeclineStandInInput;
}>;


export type DeclineStandInMutation = { readonly declineStandIn: { readonly __typename: 'DeclineStandInPayload', readonly standIn: { readonly __typename: 'StandIn', readonly id: string, readonly way: StandInWay, readonly status: StandInStatus, readonly offeredAt: string, readonly expiresAt: string, readonly rejectReason: string | null, readonly viewerAcceptBlockers: ReadonlyArray<AcceptStandInBlocker>, readonly viewerDeclineBlockers: ReadonlyArray<DeclineStandInBlocker>, readonly viewerWithdrawBlockers: ReadonlyArray<WithdrawStandInBlocker> } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'DeclineStandInError', readonly code: DeclineStandInErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type OfferStandInMutationVariables = Exact<{
  input: OfferStandInInput;
}>;


export type OfferStandInMutation = { readonly offerStandIn: { readonly __typename: 'OfferStandInPayload', readonly code: string | null, readonly standIn: { readonly __typename: 'StandIn', readonly id: string, readonly way: StandInWay, readonly status: StandInStatus, readonly offeredAt: string, readonly expiresAt: string, readonly rejectReason: string | null, readonly viewerAcceptBlockers: ReadonlyArray<AcceptStandInBlocker>, readonly viewerDeclineBlockers: ReadonlyArray<DeclineStandInBlocker>, readonly viewerWithdrawBlockers: ReadonlyArray<WithdrawStandInBlocker> } | null, readonly signup: { readonly __typename: 'Signup', readonly id: string, readonly status: SignupStatus, readonly signedUpAt: string, readonly viewerCanCancel: boolean, readonly viewerCancelBlockers: ReadonlyArray<CancelSignupBlocker>, readonly viewerRequestCancellationBlockers: ReadonlyArray<RequestCancellationBlocker>, readonly viewerReconfirmBlockers: ReadonlyArray<ReconfirmBlocker>, readonly viewerOfferStandInBlockers: ReadonlyArray<OfferStandInBlocker>, readonly viewerOfferToWaitlistBlockers: ReadonlyArray<OfferStandInBlocker> } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'OfferStandInError', readonly code: OfferStandInErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type StandInsOfferedQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: StandInWhere | null | undefined;
}>;


export type StandInsOfferedQuery = { readonly viewer: { readonly __typename: 'Viewer', readonly id: string, readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly standInsOffered: { readonly __typename: 'StandInConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'StandIn', readonly id: string, readonly way: StandInWay, readonly status: StandInStatus, readonly offeredAt: string, readonly expiresAt: string, readonly rejectReason: string | null, readonly viewerAcceptBlockers: ReadonlyArray<AcceptStandInBlocker>, readonly viewerDeclineBlockers: ReadonlyArray<DeclineStandInBlocker>, readonly viewerWithdrawBlockers: ReadonlyArray<WithdrawStandInBlocker>, readonly from: { readonly __typename: 'Guardian', readonly id: string, readonly name: string } | null, readonly role: { readonly __typename: 'ShiftRole', readonly id: string, readonly name: string, readonly capacity: number, readonly freePlaces: number | null, readonly approvalRequired: boolean, readonly viewerBlockers: ReadonlyArray<SignupBlocker> } | null, readonly shift: { readonly __typename: 'Shift', readonly id: string, readonly status: ShiftStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly signupOpensAt: string, readonly signupClosesAt: string, readonly activity: { readonly __typename: 'VolunteerActivity', readonly id: string, readonly title: string, readonly riskNotice: string } } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null } };

export type WithdrawStandInMutationVariables = Exact<{
  input: WithdrawStandInInput;
}>;


export type WithdrawStandInMutation = { readonly withdrawStandIn: { readonly __typename: 'WithdrawStandInPayload', readonly standIn: { readonly __typename: 'StandIn', readonly id: string, readonly way: StandInWay, readonly status: StandInStatus, readonly offeredAt: string, readonly expiresAt: string, readonly rejectReason: string | null, readonly viewerAcceptBlockers: ReadonlyArray<AcceptStandInBlocker>, readonly viewerDeclineBlockers: ReadonlyArray<DeclineStandInBlocker>, readonly viewerWithdrawBlockers: ReadonlyArray<WithdrawStandInBlocker> } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'WithdrawStandInError', readonly code: WithdrawStandInErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type CancelSignupMutationVariables = Exact<{
  input: CancelSignupInput;
}>;


export type CancelSignupMutation = { readonly cancelSignup: { readonly __typename: 'CancelSignupPayload', readonly signup: { readonly __typename: 'Signup', readonly cancelledAt: string | null, readonly cancelReason: string | null, readonly id: string, readonly status: SignupStatus, readonly signedUpAt: string, readonly viewerCanCancel: boolean, readonly viewerCancelBlockers: ReadonlyArray<CancelSignupBlocker>, readonly viewerRequestCancellationBlockers: ReadonlyArray<RequestCancellationBlocker>, readonly viewerReconfirmBlockers: ReadonlyArray<ReconfirmBlocker>, readonly viewerOfferStandInBlockers: ReadonlyArray<OfferStandInBlocker>, readonly viewerOfferToWaitlistBlockers: ReadonlyArray<OfferStandInBlocker> } | null, readonly role: { readonly __typename: 'ShiftRole', readonly id: string, readonly name: string, readonly capacity: number, readonly freePlaces: number | null, readonly approvalRequired: boolean, readonly viewerBlockers: ReadonlyArray<SignupBlocker> } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'CancelSignupError', readonly code: CancelSignupErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type DownloadServiceCertificateMutationVariables = Exact<{
  input: DownloadServiceCertificateInput;
}>;


export type DownloadServiceCertificateMutation = { readonly downloadServiceCertificate: { readonly __typename: 'DownloadServiceCertificatePayload', readonly path: string | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'DownloadServiceCertificateError', readonly code: DownloadServiceCertificateErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type MySignupsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: SignupWhere | null | undefined;
}>;


export type MySignupsQuery = { readonly viewer: { readonly __typename: 'Viewer', readonly id: string, readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly signups: { readonly __typename: 'SignupConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Signup', readonly cancelledAt: string | null, readonly cancelReason: string | null, readonly viewerSupplementBlockers: ReadonlyArray<SupplementBlocker>, readonly id: string, readonly status: SignupStatus, readonly signedUpAt: string, readonly viewerCanCancel: boolean, readonly viewerCancelBlockers: ReadonlyArray<CancelSignupBlocker>, readonly viewerRequestCancellationBlockers: ReadonlyArray<RequestCancellationBlocker>, readonly viewerReconfirmBlockers: ReadonlyArray<ReconfirmBlocker>, readonly viewerOfferStandInBlockers: ReadonlyArray<OfferStandInBlocker>, readonly viewerOfferToWaitlistBlockers: ReadonlyArray<OfferStandInBlocker>, readonly role: { readonly __typename: 'ShiftRole', readonly id: string, readonly name: string } | null, readonly shift: { readonly __typename: 'Shift', readonly cancelUntil: string, readonly id: string, readonly status: ShiftStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly signupOpensAt: string, readonly signupClosesAt: string, readonly activity: { readonly __typename: 'VolunteerActivity', readonly id: string, readonly kind: ActivityKind, readonly title: string } } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null } };

export type ShiftDetailQueryVariables = Exact<{
  id: string;
}>;


export type ShiftDetailQuery = { readonly shift: { readonly __typename: 'Shift', readonly cancelUntil: string, readonly cancelReason: string | null, readonly id: string, readonly status: ShiftStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly signupOpensAt: string, readonly signupClosesAt: string, readonly school: { readonly __typename: 'School', readonly id: string, readonly name: string } | null, readonly activity: { readonly __typename: 'VolunteerActivity', readonly id: string, readonly kind: ActivityKind, readonly title: string, readonly purpose: string, readonly riskNotice: string, readonly contactName: string, readonly contactPhone: string | null, readonly audience: { readonly __typename: 'Audience', readonly id: string, readonly name: string } }, readonly roles: { readonly __typename: 'ShiftRoleConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'ShiftRole', readonly description: string | null, readonly qualification: string | null, readonly minimum: number, readonly confirmedCount: number | null, readonly viewerCanSignUp: boolean, readonly waitlistCount: number | null, readonly viewerWaitlistBlockers: ReadonlyArray<WaitlistBlocker>, readonly id: string, readonly name: string, readonly capacity: number, readonly freePlaces: number | null, readonly approvalRequired: boolean, readonly viewerBlockers: ReadonlyArray<SignupBlocker>, readonly viewerSignup: { readonly __typename: 'Signup', readonly id: string, readonly status: SignupStatus, readonly signedUpAt: string, readonly viewerCanCancel: boolean, readonly viewerCancelBlockers: ReadonlyArray<CancelSignupBlocker>, readonly viewerRequestCancellationBlockers: ReadonlyArray<RequestCancellationBlocker>, readonly viewerReconfirmBlockers: ReadonlyArray<ReconfirmBlocker>, readonly viewerOfferStandInBlockers: ReadonlyArray<OfferStandInBlocker>, readonly viewerOfferToWaitlistBlockers: ReadonlyArray<OfferStandInBlocker> } | null, readonly viewerWaitlistEntry: { readonly __typename: 'WaitlistEntry', readonly id: string, readonly status: WaitlistStatus, readonly position: number | null, readonly joinedAt: string, readonly offeredAt: string | null, readonly offerExpiresAt: string | null, readonly viewerAcceptBlockers: ReadonlyArray<AcceptOfferBlocker>, readonly viewerDeclineBlockers: ReadonlyArray<DeclineOfferBlocker>, readonly viewerLeaveBlockers: ReadonlyArray<LeaveWaitlistBlocker> } | null, readonly viewerClashes: { readonly __typename: 'EngagementConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Engagement', readonly id: string, readonly title: string, readonly startsAt: string, readonly endsAt: string }> } | null, readonly viewerFreeHouseholdGuardians: { readonly __typename: 'GuardianConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Guardian', readonly id: string, readonly name: string }> } | null }> } } | null };

export type SignUpForShiftMutationVariables = Exact<{
  input: SignUpForShiftInput;
}>;


export type SignUpForShiftMutation = { readonly signUpForShift: { readonly __typename: 'SignUpForShiftPayload', readonly signup: { readonly __typename: 'Signup', readonly id: string, readonly status: SignupStatus, readonly signedUpAt: string, readonly viewerCanCancel: boolean, readonly viewerCancelBlockers: ReadonlyArray<CancelSignupBlocker>, readonly viewerRequestCancellationBlockers: ReadonlyArray<RequestCancellationBlocker>, readonly viewerReconfirmBlockers: ReadonlyArray<ReconfirmBlocker>, readonly viewerOfferStandInBlockers: ReadonlyArray<OfferStandInBlocker>, readonly viewerOfferToWaitlistBlockers: ReadonlyArray<OfferStandInBlocker> } | null, readonly waitlistEntry: { readonly __typename: 'WaitlistEntry', readonly id: string, readonly status: WaitlistStatus, readonly position: number | null, readonly joinedAt: string, readonly offeredAt: string | null, readonly offerExpiresAt: string | null, readonly viewerAcceptBlockers: ReadonlyArray<AcceptOfferBlocker>, readonly viewerDeclineBlockers: ReadonlyArray<DeclineOfferBlocker>, readonly viewerLeaveBlockers: ReadonlyArray<LeaveWaitlistBlocker> } | null, readonly role: { readonly __typename: 'ShiftRole', readonly id: string, readonly name: string, readonly capacity: number, readonly freePlaces: number | null, readonly approvalRequired: boolean, readonly viewerBlockers: ReadonlyArray<SignupBlocker> } | null, readonly clashes: ReadonlyArray<{ readonly __typename: 'Engagement', readonly id: string, readonly title: string, readonly startsAt: string, readonly endsAt: string }>, readonly freeGuardians: ReadonlyArray<{ readonly __typename: 'Guardian', readonly id: string, readonly name: string }>, readonly userErrors: ReadonlyArray<{ readonly __typename: 'SignUpForShiftError', readonly code: SignUpForShiftErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type VolunteerBoardQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: ShiftWhere | null | undefined;
}>;


export type VolunteerBoardQuery = { readonly upcomingShifts: { readonly __typename: 'ShiftConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Shift', readonly id: string, readonly status: ShiftStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly signupOpensAt: string, readonly signupClosesAt: string, readonly activity: { readonly __typename: 'VolunteerActivity', readonly id: string, readonly kind: ActivityKind, readonly title: string }, readonly roles: { readonly __typename: 'ShiftRoleConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'ShiftRole', readonly id: string, readonly name: string, readonly capacity: number, readonly freePlaces: number | null, readonly approvalRequired: boolean, readonly viewerBlockers: ReadonlyArray<SignupBlocker> }> } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type MyVolunteerRecordQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type MyVolunteerRecordQuery = { readonly viewer: { readonly __typename: 'Viewer', readonly id: string, readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly currentSuspension: { readonly __typename: 'VolunteerSuspension', readonly id: string, readonly cause: SuspensionCause, readonly reason: string, readonly endsAt: string, readonly school: { readonly __typename: 'School', readonly id: string, readonly name: string } | null } | null, readonly qualifications: { readonly __typename: 'VolunteerQualificationConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'VolunteerQualification', readonly id: string, readonly name: string, readonly validFrom: string, readonly validTo: string | null, readonly current: boolean, readonly revokeReason: string | null }> } | null } | null } };

export type AcceptOfferMutationVariables = Exact<{
  input: AcceptOfferInput;
}>;


export type AcceptOfferMutation = { readonly acceptOffer: { readonly __typename: 'AcceptOfferPayload', readonly signup: { readonly __typename: 'Signup', readonly id: string, readonly status: SignupStatus, readonly signedUpAt: string, readonly viewerCanCancel: boolean, readonly viewerCancelBlockers: ReadonlyArray<CancelSignupBlocker>, readonly viewerRequestCancellationBlockers: ReadonlyArray<RequestCancellationBlocker>, readonly viewerReconfirmBlockers: ReadonlyArray<ReconfirmBlocker>, readonly viewerOfferStandInBlockers: ReadonlyArray<OfferStandInBlocker>, readonly viewerOfferToWaitlistBlockers: ReadonlyArray<OfferStandInBlocker> } | null, readonly waitlistEntry: { readonly __typename: 'WaitlistEntry', readonly id: string, readonly status: WaitlistStatus, readonly position: number | null, readonly joinedAt: string, readonly offeredAt: string | null, readonly offerExpiresAt: string | null, readonly viewerAcceptBlockers: ReadonlyArray<AcceptOfferBlocker>, readonly viewerDeclineBlockers: ReadonlyArray<DeclineOfferBlocker>, readonly viewerLeaveBlockers: ReadonlyArray<LeaveWaitlistBlocker> } | null, readonly role: { readonly __typename: 'ShiftRole', readonly id: string, readonly name: string, readonly capacity: number, readonly freePlaces: number | null, readonly approvalRequired: boolean, readonly viewerBlockers: ReadonlyArray<SignupBlocker> } | null, readonly clashes: ReadonlyArray<{ readonly __typename: 'Engagement', readonly id: string, readonly title: string, readonly startsAt: string, readonly endsAt: string }>, readonly freeGuardians: ReadonlyArray<{ readonly __typename: 'Guardian', readonly id: string, readonly name: string }>, readonly userErrors: ReadonlyArray<{ readonly __typename: 'AcceptOfferError', readonly code: AcceptOfferErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type DeclineOfferMutationVariables = Exact<{
  input: DeclineOfferInput;
}>;


export type DeclineOfferMutation = { readonly declineOffer: { readonly __typename: 'DeclineOfferPayload', readonly waitlistEntry: { readonly __typename: 'WaitlistEntry', readonly id: string, readonly status: WaitlistStatus, readonly position: number | null, readonly joinedAt: string, readonly offeredAt: string | null, readonly offerExpiresAt: string | null, readonly viewerAcceptBlockers: ReadonlyArray<AcceptOfferBlocker>, readonly viewerDeclineBlockers: ReadonlyArray<DeclineOfferBlocker>, readonly viewerLeaveBlockers: ReadonlyArray<LeaveWaitlistBlocker> } | null, readonly role: { readonly __typename: 'ShiftRole', readonly id: string, readonly name: string, readonly capacity: number, readonly freePlaces: number | null, readonly approvalRequired: boolean, readonly viewerBlockers: ReadonlyArray<SignupBlocker> } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'DeclineOfferError', readonly code: DeclineOfferErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type JoinWaitlistMutationVariables = Exact<{
  input: JoinWaitlistInput;
}>;


export type JoinWaitlistMutation = { readonly joinWaitlist: { readonly __typename: 'JoinWaitlistPayload', readonly waitlistEntry: { readonly __typename: 'WaitlistEntry', readonly id: string, readonly status: WaitlistStatus, readonly position: number | null, readonly joinedAt: string, readonly offeredAt: string | null, readonly offerExpiresAt: string | null, readonly viewerAcceptBlockers: ReadonlyArray<AcceptOfferBlocker>, readonly viewerDeclineBlockers: ReadonlyArray<DeclineOfferBlocker>, readonly viewerLeaveBlockers: ReadonlyArray<LeaveWaitlistBlocker> } | null, readonly role: { readonly __typename: 'ShiftRole', readonly id: string, readonly name: string, readonly capacity: number, readonly freePlaces: number | null, readonly approvalRequired: boolean, readonly viewerBlockers: ReadonlyArray<SignupBlocker> } | null, readonly clashes: ReadonlyArray<{ readonly __typename: 'Engagement', readonly id: string, readonly title: string, readonly startsAt: string, readonly endsAt: string }>, readonly freeGuardians: ReadonlyArray<{ readonly __typename: 'Guardian', readonly id: string, readonly name: string }>, readonly userErrors: ReadonlyArray<{ readonly __typename: 'JoinWaitlistError', readonly code: JoinWaitlistErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type LeaveWaitlistMutationVariables = Exact<{
  input: LeaveWaitlistInput;
}>;


export type LeaveWaitlistMutation = { readonly leaveWaitlist: { readonly __typename: 'LeaveWaitlistPayload', readonly waitlistEntry: { readonly __typename: 'WaitlistEntry', readonly id: string, readonly status: WaitlistStatus, readonly position: number | null, readonly joinedAt: string, readonly offeredAt: string | null, readonly offerExpiresAt: string | null, readonly viewerAcceptBlockers: ReadonlyArray<AcceptOfferBlocker>, readonly viewerDeclineBlockers: ReadonlyArray<DeclineOfferBlocker>, readonly viewerLeaveBlockers: ReadonlyArray<LeaveWaitlistBlocker> } | null, readonly role: { readonly __typename: 'ShiftRole', readonly id: string, readonly name: string, readonly capacity: number, readonly freePlaces: number | null, readonly approvalRequired: boolean, readonly viewerBlockers: ReadonlyArray<SignupBlocker> } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'LeaveWaitlistError', readonly code: LeaveWaitlistErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type MyWaitlistEntriesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: WaitlistEntryWhere | null | undefined;
}>;


export type MyWaitlistEntriesQuery = { readonly viewer: { readonly __typename: 'Viewer', readonly id: string, readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly waitlistEntries: { readonly __typename: 'WaitlistEntryConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'WaitlistEntry', readonly offerWithdrawnAt: string | null, readonly id: string, readonly status: WaitlistStatus, readonly position: number | null, readonly joinedAt: string, readonly offeredAt: string | null, readonly offerExpiresAt: string | null, readonly viewerAcceptBlockers: ReadonlyArray<AcceptOfferBlocker>, readonly viewerDeclineBlockers: ReadonlyArray<DeclineOfferBlocker>, readonly viewerLeaveBlockers: ReadonlyArray<LeaveWaitlistBlocker>, readonly skips: { readonly __typename: 'WaitlistSkipConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'WaitlistSkip', readonly id: string, readonly skippedAt: string, readonly reason: SkipReason }> }, readonly role: { readonly __typename: 'ShiftRole', readonly id: string, readonly name: string } | null, readonly shift: { readonly __typename: 'Shift', readonly id: string, readonly status: ShiftStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly signupOpensAt: string, readonly signupClosesAt: string, readonly activity: { readonly __typename: 'VolunteerActivity', readonly id: string, readonly title: string, readonly waitlistPriority: WaitlistPriority, readonly riskNotice: string } } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null } };

export const AcceptOfferId: MutationId<AcceptOfferMutation, AcceptOfferMutationVariables> =
  'sha256:76080d22d8c011fc684aad2cc4fbaea3cd191b8e994e15d7aa63ae3ec4d0f31d';

export const AcceptStandInId: MutationId<AcceptStandInMutation, AcceptStandInMutationVariables> =
  'sha256:c8f9cb43f162b3905f84e1f285c09a726ef45ec77477ab29f8056ed9a60d13d6';

export const AppealServiceRecordId: MutationId<AppealServiceRecordMutation, AppealServiceRecordMutationVariables> =
  'sha256:22547e9fb59577c4a07dc69bdda191d5d48024a1723f3f24694251609e37ed71';

export const AskToJoinId: MutationId<AskToJoinMutation, AskToJoinMutationVariables> =
  'sha256:25f30551c942065969b0ffa3f0b8629cd1412516a570c37f3be2326caba927ed';

export const BindChildId: MutationId<BindChildMutation, BindChildMutationVariables> =
  'sha256:301ce6c2aa51a56baaccc4a76f46911564363fc55cb02a73026cc32e074a9e98';

export const CancelSignupId: MutationId<CancelSignupMutation, CancelSignupMutationVariables> =
  'sha256:df890caacf94ac48a0863acef5ce32f3e624f901cb774891b597938db8fae80c';

export const CheckInId: MutationId<CheckInMutation, CheckInMutationVariables> =
  'sha256:ba9a04c2e913222f2829dd3b8d63ef798e89417013adba44adb9fe5f0d1bfbc8';

export const CheckOutId: MutationId<CheckOutMutation, CheckOutMutationVariables> =
  'sha256:63c8657ba6b904c3da7337a7f1786a835036e67a8e47e419f81c7f238e36444e';

export const ChildAccessesId: QueryId<ChildAccessesQuery, ChildAccessesQueryVariables> =
  'sha256:c30787dd61d057e1ba04243d539119053344b2667384d5a3461c280276cca61f';

export const CourseCatalogueId: QueryId<CourseCatalogueQuery, CourseCatalogueQueryVariables> =
  'sha256:5e30f88646e09916fc58f3e08f15b91d4c3b7890e3e93a5a7ee0d22dc3c822eb';

export const CourseDetailId: QueryId<CourseDetailQuery, CourseDetailQueryVariables> =
  'sha256:fb48b24da4092905024c0fef5c0307c490d6f74fae7fe3264ad329af66d4d519';

export const DeclineOfferId: MutationId<DeclineOfferMutation, DeclineOfferMutationVariables> =
  'sha256:e3aefc66d2309c28004f5d20dbe4e75a5b3cacb58f1a6dda67b0336b3cb6e9c9';

export const DeclineStandInId: MutationId<DeclineStandInMutation, DeclineStandInMutationVariables> =
  'sha256:3aeb77d3a9206dfcbef3a506fdfb12beda98f9300a60ba2a8459fcbbfe4ad149';

export const DownloadServiceCertificateId: MutationId<DownloadServiceCertificateMutation, DownloadServiceCertificateMutationVariables> =
  'sha256:c54327faebb86296d6a0bfdfd5a56d39f222855a8ad03e2666a137c3a842a730';

export const InboxId: QueryId<InboxQuery, InboxQueryVariables> =
  'sha256:d362b3c8547049a010b6f1f7ce054e6f6e44c9f680bce23dda6e1e930c20edeb';

export const IssueCertificateId: MutationId<IssueCertificateMutation, IssueCertificateMutationVariables> =
  'sha256:0015baa7f1b5221030b9df48d57af85d540fced705a0f09d5613c7fb14976439';

export const JoinWaitlistId: MutationId<JoinWaitlistMutation, JoinWaitlistMutationVariables> =
  'sha256:99e09b0471f433782f21909041180c3d77780dc4f8c5f1c6ef331f7c66beee0c';

export const LeaveWaitlistId: MutationId<LeaveWaitlistMutation, LeaveWaitlistMutationVariables> =
  'sha256:2b6593bdf15a914d194f526f0a8984115bcf02a10de7db4631889b2aae4ab44b';

export const MarkAllNoticesReadId: MutationId<MarkAllNoticesReadMutation, MarkAllNoticesReadMutationVariables> =
  'sha256:e6389422986821d3390e2cdaf680edbbd7e89505794567cf68c6c524c20d026c';

export const MarkNoticesReadId: MutationId<MarkNoticesReadMutation, MarkNoticesReadMutationVariables> =
  'sha256:7f4a480471ee6e04f7c6487dddbff3f23c037d2261e59cf615e44cd2d82ba421';

export const MeetingDetailId: QueryId<MeetingDetailQuery, MeetingDetailQueryVariables> =
  'sha256:360fb667ed2f6407d95da0d4609607405f0f2f25c7579b9c33fb1ce01126778a';

export const MyGuardianshipsId: QueryId<MyGuardianshipsQuery, MyGuardianshipsQueryVariables> =
  'sha256:169c2a3936024ca3166a32716fa519e78d0fd46219c8f17df0a822ad81281660';

export const MyLecturesId: QueryId<MyLecturesQuery, MyLecturesQueryVariables> =
  'sha256:a0fae8f680b27c2d069572d4c71a78d38602d4ac568388e44f18e5ec429b570c';

export const MyMeetingsId: QueryId<MyMeetingsQuery, MyMeetingsQueryVariables> =
  'sha256:1ca65e390ce7934ae6a75f728cba3f4fb41f0223191902b5ae71e4b7286c7158';

export const MyServiceId: QueryId<MyServiceQuery, MyServiceQueryVariables> =
  'sha256:57e07711cf2ad69ee652c869264713c9db9d6171a405dc60b7dcbbba41f300f2';

export const MySessionsId: QueryId<MySessionsQuery, MySessionsQueryVariables> =
  'sha256:5389c245924e00af6952981d109f83434af22ffad9bccb3267f14f67368506b5';

export const MySignupsId: QueryId<MySignupsQuery, MySignupsQueryVariables> =
  'sha256:a2c48e943221187b735d69c7a57a107cfec70e13e57cff41f93cadadd7da4010';

export const MyTasksId: QueryId<MyTasksQuery, MyTasksQueryVariables> =
  'sha256:5d55845f00da31c56d5cfa9f3f38332e01f328ec74b29a832fc9935b0f184c9f';

export const MyTimetableId: QueryId<MyTimetableQuery, MyTimetableQueryVariables> =
  'sha256:7936ea2d4600dda50c73bc71b12fbd594fdc4c285aa0054ba4e7e9013b203c20';

export const MyVolunteerRecordId: QueryId<MyVolunteerRecordQuery, MyVolunteerRecordQueryVariables> =
  'sha256:65e95fe964297df5fe719149c939c86acc6d2e7b3293d703ecffca0b4860b663';

export const MyWaitlistEntriesId: QueryId<MyWaitlistEntriesQuery, MyWaitlistEntriesQueryVariables> =
  'sha256:97a936a3274ad6074cac1d3454830e9552704557289d839b6b2c4f8c3b4e3387';

export const OfferStandInId: MutationId<OfferStandInMutation, OfferStandInMutationVariables> =
  'sha256:e62070ad2cc9f61b6ab0ac368891675a253a096b800aae278bb8f7f2180bc324';

export const OpenLinkId: QueryId<OpenLinkQuery, OpenLinkQueryVariables> =
  'sha256:b34b65fc7615cdb7cec5563d8fbc7b140d9f3eb61bb60f9d492c8ad4ffbf4ea6';

export const ParentHomeId: QueryId<ParentHomeQuery, ParentHomeQueryVariables> =
  'sha256:b3e7fcab80e3d1d5e946587fb5295d8ff78808e280190f13ea2a46d4835758d7';

export const PolicyCatalogueId: QueryId<PolicyCatalogueQuery, PolicyCatalogueQueryVariables> =
  'sha256:605a58dbf79b37d2c31e41a4ad04bc5f97b1888061ba0084e2efc3944594c9a5';

export const PolicyDetailId: QueryId<PolicyDetailQuery, PolicyDetailQueryVariables> =
  'sha256:bb631c6123ae7b397f3b4d0b8079624f3135dff1a0d5ceedfc80e1772bf7f6f6';

export const PolicyLecturesId: QueryId<PolicyLecturesQuery, PolicyLecturesQueryVariables> =
  'sha256:f31c4c98afcb92e8e69852e9d07374a3207c7f1a3393ff969c28c771ffc8509b';

export const PolicySearchId: QueryId<PolicySearchQuery, PolicySearchQueryVariables> =
  'sha256:02dc872179916655a92a35e74aa34332f04ed8d3a5b651f4533248714862f6a2';

export const ProposeLectureId: MutationId<ProposeLectureMutation, ProposeLectureMutationVariables> =
  'sha256:818e00dfac5dfe19245bf670e43aa1462762cdc620b8ddcc449275fda30c854a';

export const ReconfirmSignupId: MutationId<ReconfirmSignupMutation, ReconfirmSignupMutationVariables> =
  'sha256:35c295627f7e838694b736637a3c1204e5867b6c129df248c6641ec20b427506';

export const RefreshSessionId: MutationId<RefreshSessionMutation, RefreshSessionMutationVariables> =
  'sha256:914886715af366367870c0050212f4d47056573864bcf42b9aedbdc83eac7f45';

export const ReportAttendanceId: MutationId<ReportAttendanceMutation, ReportAttendanceMutationVariables> =
  'sha256:aaa368c047a6ba0942d4775a1c00df1cbf602f63f307f1bf7a1c23fa34a4e240';

export const RequestSignupCancellationId: MutationId<RequestSignupCancellationMutation, RequestSignupCancellationMutationVariables> =
  'sha256:aa67d47ee53b7dd3ac76187ecf7963110242b3614b129b948b38ae8bcadf8acb';

export const RevokeOtherSessionsId: MutationId<RevokeOtherSessionsMutation, RevokeOtherSessionsMutationVariables> =
  'sha256:14dc46abb9018bb27f8924812087e51a628554b62c2b2ce250983c909d180fda';

export const RevokeSessionId: MutationId<RevokeSessionMutation, RevokeSessionMutationVariables> =
  'sha256:8baf48ad17033a17b0b4521d33a8f1d0c2e20f1eb875c423c344bc5e7d92cc17';

export const ShiftDetailId: QueryId<ShiftDetailQuery, ShiftDetailQueryVariables> =
  'sha256:3a7e187f5ba2f8cb90778db13ec76f6f68be75d0e3033fe5ed660cf791904237';

export const SignInWithWechatId: MutationId<SignInWithWechatMutation, SignInWithWechatMutationVariables> =
  'sha256:887f06c8dd66030c2641ba1e2f9fd74fcf07ff8e9a8ed0fd570b2eaae0b20886';

export const SignOutId: MutationId<SignOutMutation, SignOutMutationVariables> =
  'sha256:9ecfc73674454cf45deabad30ef89f67b5ed56fb65b6e08302bdaea27141cf00';

export const SignUpForShiftId: MutationId<SignUpForShiftMutation, SignUpForShiftMutationVariables> =
  'sha256:b1b8aad349f6d06d7c33af2e51e90bfdd91ee681d215361d68b8c456d4c6584a';

export const StandInsOfferedId: QueryId<StandInsOfferedQuery, StandInsOfferedQueryVariables> =
  'sha256:34829bde3768957aa6c193ff428229dc644eb09b1e63257017319fa63ef92363';

export const SupplementServiceId: MutationId<SupplementServiceMutation, SupplementServiceMutationVariables> =
  'sha256:4dd8e0a3ce7366edba2833215fcd8d1e540f07f8a5336c98fc7130b40d194763';

export const TopicsId: QueryId<TopicsQuery, TopicsQueryVariables> =
  'sha256:40876e2f983d9d11bb65460d5d9acc53b570dea804a2c506bb68feaa8651a055';

export const UpdateMyContactId: MutationId<UpdateMyContactMutation, UpdateMyContactMutationVariables> =
  'sha256:0c52c54f111c9b41946998188c1405d27cd79a66571192d292cc60aeb57f97a3';

export const UpdateMyContactByWechatId: MutationId<UpdateMyContactByWechatMutation, UpdateMyContactByWechatMutationVariables> =
  'sha256:198aa50e539a52d3e5aede40750e8ff0cc75cef0d1857e1470923bce6efb0559';

export const VerifyCertificateId: QueryId<VerifyCertificateQuery, VerifyCertificateQueryVariables> =
  'sha256:65d84b770790dcfa8d0165073cc4a56bc4f4c683fc8a014b6def53e3a13a14b1';

export const VolunteerBoardId: QueryId<VolunteerBoardQuery, VolunteerBoardQueryVariables> =
  'sha256:ac5a632faec2b34aa1abd23ea73c68fc85ed48c72658d81a3d7ceae8abc4a460';

export const WithdrawLectureId: MutationId<WithdrawLectureMutation, WithdrawLectureMutationVariables> =
  'sha256:893909021f13bc265dac7580198e916ee789dfddedda187a69450f87317f1990';

export const WithdrawStandInId: MutationId<WithdrawStandInMutation, WithdrawStandInMutationVariables> =
  'sha256:264a62177d6a6f689cf07700aa0d41a97d79b2b2ec41f8881fb0023322243211';
