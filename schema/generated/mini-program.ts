// Written by `npm run codegen`: change schema/operations instead.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocument } from './typed-document.ts';

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
  | 'NOT_SIGNED_UP';

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

/** What ends the force of a policy edition (失效原因). */
export type PolicyEnding =
  /** A later edition of the document takes its place (修改). */
  | 'AMENDED'
  /** It was issued for a limited time (有效期届满). */
  | 'EXPIRED'
  /** The issuer repeals it (废止). */
  | 'REPEALED';

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
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
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
  | 'SIGNED_OUT';

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
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
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


export type ReconfirmSignupMutation = { readonly reconfirmSignup: { readonly signup: { readonly reconfirmUntil: string | null, readonly viewerCanReconfirm: boolean, readonly id: string, readonly status: SignupStatus, readonly signedUpAt: string, readonly viewerCanCancel: boolean, readonly viewerCancelBlockers: ReadonlyArray<CancelSignupBlocker>, readonly viewerRequestCancellationBlockers: ReadonlyArray<RequestCancellationBlocker>, readonly viewerReconfirmBlockers: ReadonlyArray<ReconfirmBlocker>, readonly viewerOfferStandInBlockers: ReadonlyArray<OfferStandInBlocker>, readonly viewerOfferToWaitlistBlockers: ReadonlyArray<OfferStandInBlocker> } | null, readonly userErrors: ReadonlyArray<{ readonly code: ReconfirmSignupErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type CheckInMutationVariables = Exact<{
  input: CheckInInput;
}>;


export type CheckInMutation = { readonly checkIn: { readonly signup: { readonly id: string, readonly viewerCheckInBlockers: ReadonlyArray<CheckInBlocker>, readonly viewerCheckOutBlockers: ReadonlyArray<CheckOutBlocker>, readonly attendance: { readonly id: string, readonly checkedInAt: string | null, readonly checkedOutAt: string | null, readonly noShowAt: string | null, readonly excusedAt: string | null } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: CheckInErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type CheckOutMutationVariables = Exact<{
  input: CheckOutInput;
}>;


export type CheckOutMutation = { readonly checkOut: { readonly signup: { readonly id: string, readonly viewerCheckInBlockers: ReadonlyArray<CheckInBlocker>, readonly viewerCheckOutBlockers: ReadonlyArray<CheckOutBlocker>, readonly attendance: { readonly id: string, readonly checkedInAt: string | null, readonly checkedOutAt: string | null, readonly noShowAt: string | null, readonly excusedAt: string | null } | null } | null, readonly serviceRecord: { readonly id: string, readonly startsAt: string, readonly endsAt: string, readonly minutes: number, readonly source: ServiceSource, readonly status: ServiceStatus, readonly description: string | null, readonly decisionReason: string | null, readonly certified: boolean, readonly viewerCanAppeal: boolean } | null, readonly userErrors: ReadonlyArray<{ readonly code: CheckOutErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type ReportAttendanceMutationVariables = Exact<{
  input: ReportAttendanceInput;
}>;


export type ReportAttendanceMutation = { readonly reportAttendance: { readonly attendances: ReadonlyArray<{ readonly id: string, readonly checkedInAt: string | null, readonly checkedOutAt: string | null, readonly signup: { readonly id: string } | null }>, readonly userErrors: ReadonlyArray<{ readonly code: ReportAttendanceErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type IssueCertificateMutationVariables = Exact<{
  input: IssueServiceCertificateInput;
}>;


export type IssueCertificateMutation = { readonly issueServiceCertificate: { readonly certificate: { readonly id: string, readonly number: string, readonly valid: boolean, readonly periodFrom: string, readonly periodTo: string, readonly totalMinutes: number, readonly serviceCount: number, readonly issuedAt: string, readonly revokedAt: string | null, readonly revokeReason: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: IssueServiceCertificateErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type VerifyCertificateQueryVariables = Exact<{
  number: string;
}>;


export type VerifyCertificateQuery = { readonly verifyCertificate: { readonly number: string, readonly valid: boolean, readonly revokedAt: string | null, readonly periodFrom: string, readonly periodTo: string, readonly totalMinutes: number, readonly serviceCount: number, readonly issuedAt: string, readonly districtName: string, readonly schoolName: string | null } | null };

export type CourseCatalogueQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: CourseWhere | null | undefined;
}>;


export type CourseCatalogueQuery = { readonly courses: { readonly nodes: ReadonlyArray<{ readonly citesOutdated: boolean, readonly id: string, readonly title: string, readonly totalMinutes: number | null, readonly publishedAt: string | null, readonly publishedEdition: { readonly id: string, readonly number: number, readonly summary: string, readonly creditMinutes: number, readonly lessons: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly ordinal: number, readonly title: string, readonly durationMinutes: number, readonly lecturer: { readonly id: string, readonly name: string, readonly title: string | null } }> }, readonly citedEditions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly number: number, readonly effectiveFrom: string, readonly validity: PolicyValidity | null }> } } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type CourseDetailQueryVariables = Exact<{
  id: string;
}>;


export type CourseDetailQuery = { readonly course: { readonly isPublic: boolean, readonly lessonCount: number, readonly citesOutdated: boolean, readonly id: string, readonly title: string, readonly totalMinutes: number | null, readonly publishedAt: string | null, readonly school: { readonly id: string, readonly name: string } | null, readonly topics: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string }> }, readonly publishedEdition: { readonly id: string, readonly number: number, readonly title: string, readonly summary: string, readonly creditMinutes: number, readonly publishedAt: string | null, readonly chapters: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly ordinal: number, readonly title: string, readonly lessons: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly ordinal: number, readonly title: string, readonly durationMinutes: number, readonly durationSeconds: number, readonly mediaUrl: string | null, readonly lecturer: { readonly id: string, readonly name: string, readonly title: string | null, readonly organisation: string | null, readonly biography: string | null } }> } }> }, readonly citedEditions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly number: number, readonly effectiveFrom: string, readonly validity: PolicyValidity | null, readonly document: { readonly id: string, readonly documentNumber: string | null, readonly issuer: string } }> } } | null } | null };

export type NextPageFragment = { readonly hasNextPage: boolean, readonly endCursor: string | null };

export type CourseCardFragment = { readonly id: string, readonly title: string, readonly totalMinutes: number | null, readonly publishedAt: string | null };

export type CitedPolicyFragment = { readonly id: string, readonly title: string, readonly number: number, readonly effectiveFrom: string, readonly validity: PolicyValidity | null };

export type ShiftTimesFragment = { readonly id: string, readonly status: ShiftStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly signupOpensAt: string, readonly signupClosesAt: string };

export type RoleOnOfferFragment = { readonly id: string, readonly name: string, readonly capacity: number, readonly freePlaces: number | null, readonly approvalRequired: boolean, readonly viewerBlockers: ReadonlyArray<SignupBlocker> };

export type MeetingCardFragment = { readonly id: string, readonly kind: MeetingKind, readonly title: string, readonly status: MeetingStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly replyBy: string | null };

export type OwnSignupFragment = { readonly id: string, readonly status: SignupStatus, readonly signedUpAt: string, readonly viewerCanCancel: boolean, readonly viewerCancelBlockers: ReadonlyArray<CancelSignupBlocker>, readonly viewerRequestCancellationBlockers: ReadonlyArray<RequestCancellationBlocker>, readonly viewerReconfirmBlockers: ReadonlyArray<ReconfirmBlocker>, readonly viewerOfferStandInBlockers: ReadonlyArray<OfferStandInBlocker>, readonly viewerOfferToWaitlistBlockers: ReadonlyArray<OfferStandInBlocker> };

export type OwnWaitlistEntryFragment = { readonly id: string, readonly status: WaitlistStatus, readonly position: number | null, readonly joinedAt: string, readonly offeredAt: string | null, readonly offerExpiresAt: string | null, readonly viewerAcceptBlockers: ReadonlyArray<AcceptOfferBlocker>, readonly viewerDeclineBlockers: ReadonlyArray<DeclineOfferBlocker>, readonly viewerLeaveBlockers: ReadonlyArray<LeaveWaitlistBlocker> };

export type StandInOfferFragment = { readonly id: string, readonly way: StandInWay, readonly status: StandInStatus, readonly offeredAt: string, readonly expiresAt: string, readonly rejectReason: string | null, readonly viewerAcceptBlockers: ReadonlyArray<AcceptStandInBlocker>, readonly viewerDeclineBlockers: ReadonlyArray<DeclineStandInBlocker>, readonly viewerWithdrawBlockers: ReadonlyArray<WithdrawStandInBlocker> };

export type OwnPresenceFragment = { readonly id: string, readonly viewerCheckInBlockers: ReadonlyArray<CheckInBlocker>, readonly viewerCheckOutBlockers: ReadonlyArray<CheckOutBlocker>, readonly attendance: { readonly id: string, readonly checkedInAt: string | null, readonly checkedOutAt: string | null, readonly noShowAt: string | null, readonly excusedAt: string | null } | null };

export type OwnServiceFragment = { readonly id: string, readonly startsAt: string, readonly endsAt: string, readonly minutes: number, readonly source: ServiceSource, readonly status: ServiceStatus, readonly description: string | null, readonly decisionReason: string | null, readonly certified: boolean, readonly viewerCanAppeal: boolean };

export type OwnCertificateFragment = { readonly id: string, readonly number: string, readonly valid: boolean, readonly periodFrom: string, readonly periodTo: string, readonly totalMinutes: number, readonly serviceCount: number, readonly issuedAt: string, readonly revokedAt: string | null, readonly revokeReason: string | null };

export type AskToJoinMutationVariables = Exact<{
  input: AskToJoinInput;
}>;


export type AskToJoinMutation = { readonly askToJoin: { readonly staffName: string | null, readonly userErrors: ReadonlyArray<{ readonly code: AskToJoinErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type MySessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type MySessionsQuery = { readonly viewer: { readonly account: { readonly sessions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly client: string | null, readonly method: SignInMethod, readonly startedAt: string, readonly lastUsedAt: string, readonly expiresAt: string, readonly current: boolean }> } } | null } };

export type RefreshSessionMutationVariables = Exact<{
  input: RefreshSessionInput;
}>;


export type RefreshSessionMutation = { readonly refreshSession: { readonly accessToken: string | null, readonly accessTokenExpiresAt: string | null, readonly refreshToken: string | null, readonly refreshTokenExpiresAt: string | null, readonly userErrors: ReadonlyArray<{ readonly code: RefreshSessionErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type RevokeOtherSessionsMutationVariables = Exact<{
  input: RevokeOtherSessionsInput;
}>;


export type RevokeOtherSessionsMutation = { readonly revokeOtherSessions: { readonly revokedCount: number | null, readonly userErrors: ReadonlyArray<{ readonly code: RevokeOtherSessionsErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type RevokeSessionMutationVariables = Exact<{
  input: RevokeSessionInput;
}>;


export type RevokeSessionMutation = { readonly revokeSession: { readonly session: { readonly id: string, readonly endedAt: string | null, readonly ending: SessionEnding | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: RevokeSessionErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type SignInWithWechatMutationVariables = Exact<{
  input: SignInWithWechatInput;
}>;


export type SignInWithWechatMutation = { readonly signInWithWechat: { readonly accessToken: string | null, readonly accessTokenExpiresAt: string | null, readonly refreshToken: string | null, readonly refreshTokenExpiresAt: string | null, readonly userErrors: ReadonlyArray<{ readonly code: SignInWithWechatErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type SignOutMutationVariables = Exact<{
  input: SignOutInput;
}>;


export type SignOutMutation = { readonly signOut: { readonly session: { readonly id: string, readonly ending: SessionEnding | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: SignOutErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type MyLecturesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MyLecturesQuery = { readonly viewer: { readonly guardian: { readonly id: string, readonly parentLectures: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly outline: string, readonly durationMinutes: number, readonly preferredTimes: string | null, readonly status: ParentLectureStatus, readonly reason: string | null, readonly proposedAt: string, readonly viewerActions: ReadonlyArray<ParentLectureAction>, readonly schoolClass: { readonly id: string, readonly name: string } | null, readonly shift: { readonly id: string, readonly status: ShiftStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly signupOpensAt: string, readonly signupClosesAt: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null, readonly children: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly currentClass: { readonly id: string, readonly name: string, readonly viewerLectureBlockers: ReadonlyArray<ProposeLectureBlocker>, readonly parentLectures: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly lecturerName: string, readonly isViewers: boolean, readonly shift: { readonly id: string, readonly status: ShiftStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly signupOpensAt: string, readonly signupClosesAt: string } | null }> } | null } | null }> } | null } | null } };

export type ProposeLectureMutationVariables = Exact<{
  input: ProposeParentLectureInput;
}>;


export type ProposeLectureMutation = { readonly proposeParentLecture: { readonly lecture: { readonly id: string, readonly title: string, readonly outline: string, readonly durationMinutes: number, readonly preferredTimes: string | null, readonly status: ParentLectureStatus, readonly reason: string | null, readonly proposedAt: string, readonly viewerActions: ReadonlyArray<ParentLectureAction> } | null, readonly userErrors: ReadonlyArray<{ readonly code: ProposeParentLectureErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type WithdrawLectureMutationVariables = Exact<{
  input: WithdrawParentLectureInput;
}>;


export type WithdrawLectureMutation = { readonly withdrawParentLecture: { readonly lecture: { readonly id: string, readonly title: string, readonly outline: string, readonly durationMinutes: number, readonly preferredTimes: string | null, readonly status: ParentLectureStatus, readonly reason: string | null, readonly proposedAt: string, readonly viewerActions: ReadonlyArray<ParentLectureAction> } | null, readonly userErrors: ReadonlyArray<{ readonly code: WithdrawParentLectureErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type OwnLectureFragment = { readonly id: string, readonly title: string, readonly outline: string, readonly durationMinutes: number, readonly preferredTimes: string | null, readonly status: ParentLectureStatus, readonly reason: string | null, readonly proposedAt: string, readonly viewerActions: ReadonlyArray<ParentLectureAction> };

export type MeetingDetailQueryVariables = Exact<{
  id: string;
}>;


export type MeetingDetailQuery = { readonly meeting: { readonly scope: MeetingScope, readonly summary: string | null, readonly capacity: number | null, readonly cancelReason: string | null, readonly cancelledAt: string | null, readonly id: string, readonly kind: MeetingKind, readonly title: string, readonly status: MeetingStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly replyBy: string | null, readonly school: { readonly id: string, readonly name: string }, readonly organiser: { readonly id: string, readonly name: string } | null, readonly agenda: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly ordinal: number, readonly title: string, readonly speaker: string | null, readonly durationMinutes: number }> }, readonly topics: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string }> }, readonly citedEditions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly number: number, readonly effectiveFrom: string, readonly validity: PolicyValidity | null }> }, readonly invitations: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly invitedAt: string, readonly household: { readonly id: string, readonly name: string, readonly guardians: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly isViewer: boolean }> } | null } | null, readonly currentReply: { readonly id: string, readonly answer: ReplyAnswer, readonly attendeeCount: number, readonly note: string | null, readonly repliedAt: string, readonly attendingGuardians: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string }> } | null } | null }> } | null } | null };

export type MyMeetingsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: MeetingWhere | null | undefined;
}>;


export type MyMeetingsQuery = { readonly viewer: { readonly guardian: { readonly id: string, readonly meetings: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: MeetingKind, readonly title: string, readonly status: MeetingStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly replyBy: string | null, readonly school: { readonly id: string, readonly name: string }, readonly replies: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly answer: ReplyAnswer, readonly attendeeCount: number }> } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null } };

export type InboxQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: NoticeWhere | null | undefined;
}>;


export type InboxQuery = { readonly viewer: { readonly unreadNoticeCount: number, readonly inbox: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: string, readonly title: string, readonly body: string, readonly createdAt: string, readonly readAt: string | null, readonly about:
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
          | { readonly __typename: 'Term', readonly id: string }
          | { readonly __typename: 'Topic', readonly id: string }
          | { readonly __typename: 'VolunteerActivity', readonly id: string }
          | { readonly __typename: 'VolunteerQualification', readonly id: string }
          | { readonly __typename: 'VolunteerSuspension', readonly id: string }
          | { readonly __typename: 'WaitlistEntry', readonly id: string }
          | { readonly __typename: 'WaitlistSkip', readonly id: string }
         | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } };

export type MarkAllNoticesReadMutationVariables = Exact<{
  input: MarkAllNoticesReadInput;
}>;


export type MarkAllNoticesReadMutation = { readonly markAllNoticesRead: { readonly markedCount: number | null, readonly userErrors: ReadonlyArray<{ readonly code: MarkAllNoticesReadErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type MarkNoticesReadMutationVariables = Exact<{
  input: MarkNoticesReadInput;
}>;


export type MarkNoticesReadMutation = { readonly markNoticesRead: { readonly notices: ReadonlyArray<{ readonly id: string, readonly readAt: string | null }>, readonly userErrors: ReadonlyArray<{ readonly code: MarkNoticesReadErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type BindChildMutationVariables = Exact<{
  input: BindChildInput;
}>;


export type BindChildMutation = { readonly bindChild: { readonly guardianship: { readonly id: string, readonly relation: GuardianRelation, readonly status: GuardianshipStatus } | null, readonly userErrors: ReadonlyArray<{ readonly code: BindChildErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type ChildAccessesQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type ChildAccessesQuery = { readonly viewer: { readonly guardian: { readonly children: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly accesses: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly createdAt: string, readonly actorName: string | null, readonly byProgram: boolean }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null }> } | null } | null } };

export type MyGuardianshipsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyGuardianshipsQuery = { readonly viewer: { readonly guardian: { readonly id: string, readonly name: string, readonly guardianships: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly relation: GuardianRelation, readonly status: GuardianshipStatus, readonly decisionReason: string | null, readonly askedAt: string | null, readonly codeEnding: string | null, readonly student: { readonly id: string, readonly name: string } | null }> } | null } | null } };

export type MyTimetableQueryVariables = Exact<{
  from: string;
  to: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MyTimetableQuery = { readonly viewer: { readonly guardian: { readonly id: string, readonly timetable: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: EngagementKind, readonly title: string, readonly startsAt: string, readonly endsAt: string, readonly meeting: { readonly id: string, readonly status: MeetingStatus, readonly place: string } | null, readonly signup: { readonly id: string, readonly status: SignupStatus, readonly viewerCanCancel: boolean, readonly shift: { readonly id: string, readonly status: ShiftStatus, readonly place: string } | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null } };

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
    | { readonly __typename: 'Guardianship', readonly id: string }
    | { readonly __typename: 'Household', readonly id: string }
    | { readonly __typename: 'Lecturer', readonly id: string }
    | { readonly __typename: 'Lesson', readonly id: string }
    | { readonly __typename: 'Meeting', readonly title: string, readonly id: string }
    | { readonly __typename: 'MeetingInvitation', readonly id: string }
    | { readonly __typename: 'MeetingReply', readonly id: string }
    | { readonly __typename: 'Notice', readonly id: string }
    | { readonly __typename: 'ParentLecture', readonly id: string }
    | { readonly __typename: 'PolicyDocument', readonly title: string, readonly id: string }
    | { readonly __typename: 'PolicyEdition', readonly id: string }
    | { readonly __typename: 'PolicyLecture', readonly title: string, readonly id: string }
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
    | { readonly __typename: 'Shift', readonly startsAt: string, readonly place: string, readonly id: string }
    | { readonly __typename: 'ShiftRole', readonly id: string }
    | { readonly __typename: 'ShiftSeries', readonly id: string }
    | { readonly __typename: 'Signup', readonly id: string }
    | { readonly __typename: 'Staff', readonly id: string }
    | { readonly __typename: 'StaffAssignment', readonly id: string }
    | { readonly __typename: 'StaffIdentity', readonly id: string }
    | { readonly __typename: 'StandIn', readonly id: string }
    | { readonly __typename: 'Student', readonly id: string }
    | { readonly __typename: 'Term', readonly id: string }
    | { readonly __typename: 'Topic', readonly id: string }
    | { readonly __typename: 'VolunteerActivity', readonly title: string, readonly id: string }
    | { readonly __typename: 'VolunteerQualification', readonly id: string }
    | { readonly __typename: 'VolunteerSuspension', readonly id: string }
    | { readonly __typename: 'WaitlistEntry', readonly id: string }
    | { readonly __typename: 'WaitlistSkip', readonly id: string }
   | null };

export type ParentHomeQueryVariables = Exact<{
  from: string;
}>;


export type ParentHomeQuery = { readonly viewer: { readonly signedIn: boolean, readonly guardian: { readonly id: string, readonly name: string, readonly children: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly school: { readonly id: string, readonly name: string }, readonly currentClass: { readonly id: string, readonly name: string, readonly meetings: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: MeetingKind, readonly title: string, readonly status: MeetingStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly replyBy: string | null, readonly replies: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly answer: ReplyAnswer, readonly attendeeCount: number }> } | null }> }, readonly shifts: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: ShiftStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly signupOpensAt: string, readonly signupClosesAt: string, readonly activity: { readonly id: string, readonly kind: ActivityKind, readonly title: string }, readonly roles: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly capacity: number, readonly freePlaces: number | null, readonly approvalRequired: boolean, readonly viewerBlockers: ReadonlyArray<SignupBlocker> }> } }> } } | null }> } | null, readonly timetable: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: EngagementKind, readonly title: string, readonly startsAt: string, readonly endsAt: string }> } | null, readonly courses: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly totalMinutes: number | null, readonly publishedAt: string | null }> } } | null } };

export type PolicyDetailQueryVariables = Exact<{
  id: string;
  paragraphs?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PolicyDetailQuery = { readonly policyDocument: { readonly id: string, readonly title: string, readonly documentNumber: string | null, readonly issuer: string, readonly issuedOn: string, readonly level: PolicyLevel, readonly topics: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string }> }, readonly currentEdition: { readonly effectiveTo: string | null, readonly ending: PolicyEnding | null, readonly segmentCount: number, readonly id: string, readonly title: string, readonly number: number, readonly effectiveFrom: string, readonly validity: PolicyValidity | null, readonly segments: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly ordinal: number, readonly heading: string | null, readonly text: string }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } }, readonly lectures: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly lecturerName: string, readonly durationMinutes: number, readonly mediaUrl: string | null }> }, readonly citingCourses: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly totalMinutes: number | null, readonly publishedAt: string | null }> } } | null, readonly editions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly number: number, readonly effectiveFrom: string, readonly validity: PolicyValidity | null }> } } | null };

export type PolicySearchQueryVariables = Exact<{
  phrases: ReadonlyArray<string>;
  validity?: ReadonlyArray<PolicyValidity> | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PolicySearchQuery = { readonly policySegments: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly ordinal: number, readonly heading: string | null, readonly text: string, readonly edition: { readonly id: string, readonly title: string, readonly number: number, readonly effectiveFrom: string, readonly validity: PolicyValidity | null, readonly document: { readonly id: string, readonly documentNumber: string | null, readonly issuer: string, readonly level: PolicyLevel } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type AppealServiceRecordMutationVariables = Exact<{
  input: AppealServiceRecordInput;
}>;


export type AppealServiceRecordMutation = { readonly appealServiceRecord: { readonly serviceRecord: { readonly id: string, readonly startsAt: string, readonly endsAt: string, readonly minutes: number, readonly source: ServiceSource, readonly status: ServiceStatus, readonly description: string | null, readonly decisionReason: string | null, readonly certified: boolean, readonly viewerCanAppeal: boolean } | null, readonly userErrors: ReadonlyArray<{ readonly code: AppealServiceRecordErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type MyServiceQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: ServiceRecordWhere | null | undefined;
}>;


export type MyServiceQuery = { readonly viewer: { readonly guardian: { readonly id: string, readonly serviceMinutes: number | null, readonly serviceMinutesThisTerm: number | null, readonly households: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly serviceMinutes: number | null, readonly serviceMinutesThisTerm: number | null }> } | null, readonly serviceRecords: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly startsAt: string, readonly endsAt: string, readonly minutes: number, readonly source: ServiceSource, readonly status: ServiceStatus, readonly description: string | null, readonly decisionReason: string | null, readonly certified: boolean, readonly viewerCanAppeal: boolean, readonly shift: { readonly id: string, readonly status: ShiftStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly signupOpensAt: string, readonly signupClosesAt: string, readonly activity: { readonly id: string, readonly kind: ActivityKind, readonly title: string } } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null, readonly serviceCertificates: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly number: string, readonly valid: boolean, readonly periodFrom: string, readonly periodTo: string, readonly totalMinutes: number, readonly serviceCount: number, readonly issuedAt: string, readonly revokedAt: string | null, readonly revokeReason: string | null }> } | null } | null } };

export type SupplementServiceMutationVariables = Exact<{
  input: SupplementServiceInput;
}>;


export type SupplementServiceMutation = { readonly supplementService: { readonly serviceRecord: { readonly id: string, readonly startsAt: string, readonly endsAt: string, readonly minutes: number, readonly source: ServiceSource, readonly status: ServiceStatus, readonly description: string | null, readonly decisionReason: string | null, readonly certified: boolean, readonly viewerCanAppeal: boolean } | null, readonly userErrors: ReadonlyArray<{ readonly code: SupplementServiceErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type RequestSignupCancellationMutationVariables = Exact<{
  input: RequestSignupCancellationInput;
}>;


export type RequestSignupCancellationMutation = { readonly requestSignupCancellation: { readonly signup: { readonly cancelRequestedAt: string | null, readonly cancelRequestReason: string | null, readonly id: string, readonly status: SignupStatus, readonly signedUpAt: string, readonly viewerCanCancel: boolean, readonly viewerCancelBlockers: ReadonlyArray<CancelSignupBlocker>, readonly viewerRequestCancellationBlockers: ReadonlyArray<RequestCancellationBlocker>, readonly viewerReconfirmBlockers: ReadonlyArray<ReconfirmBlocker>, readonly viewerOfferStandInBlockers: ReadonlyArray<OfferStandInBlocker>, readonly viewerOfferToWaitlistBlockers: ReadonlyArray<OfferStandInBlocker> } | null, readonly userErrors: ReadonlyArray<{ readonly code: RequestSignupCancellationErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type AcceptStandInMutationVariables = Exact<{
  input: AcceptStandInInput;
}>;


export type AcceptStandInMutation = { readonly acceptStandIn: { readonly standIn: { readonly id: string, readonly way: StandInWay, readonly status: StandInStatus, readonly offeredAt: string, readonly expiresAt: string, readonly rejectReason: string | null, readonly viewerAcceptBlockers: ReadonlyArray<AcceptStandInBlocker>, readonly viewerDeclineBlockers: ReadonlyArray<DeclineStandInBlocker>, readonly viewerWithdrawBlockers: ReadonlyArray<WithdrawStandInBlocker> } | null, readonly signup: { readonly id: string, readonly status: SignupStatus, readonly signedUpAt: string, readonly viewerCanCancel: boolean, readonly viewerCancelBlockers: ReadonlyArray<CancelSignupBlocker>, readonly viewerRequestCancellationBlockers: ReadonlyArray<RequestCancellationBlocker>, readonly viewerReconfirmBlockers: ReadonlyArray<ReconfirmBlocker>, readonly viewerOfferStandInBlockers: ReadonlyArray<OfferStandInBlocker>, readonly viewerOfferToWaitlistBlockers: ReadonlyArray<OfferStandInBlocker> } | null, readonly role: { readonly id: string, readonly name: string, readonly capacity: number, readonly freePlaces: number | null, readonly approvalRequired: boolean, readonly viewerBlockers: ReadonlyArray<SignupBlocker> } | null, readonly clashes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly startsAt: string, readonly endsAt: string }>, readonly freeGuardians: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly userErrors: ReadonlyArray<{ readonly code: AcceptStandInErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type DeclineStandInMutationVariables = Exact<{
  input: DeclineStandInInput;
}>;


export type DeclineStandInMutation = { readonly declineStandIn: { readonly standIn: { readonly id: string, readonly way: StandInWay, readonly status: StandInStatus, readonly offeredAt: string, readonly expiresAt: string, readonly rejectReason: string | null, readonly viewerAcceptBlockers: ReadonlyArray<AcceptStandInBlocker>, readonly viewerDeclineBlockers: ReadonlyArray<DeclineStandInBlocker>, readonly viewerWithdrawBlockers: ReadonlyArray<WithdrawStandInBlocker> } | null, readonly userErrors: ReadonlyArray<{ readonly code: DeclineStandInErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type OfferStandInMutationVariables = Exact<{
  input: OfferStandInInput;
}>;


export type OfferStandInMutation = { readonly offerStandIn: { readonly code: string | null, readonly standIn: { readonly id: string, readonly way: StandInWay, readonly status: StandInStatus, readonly offeredAt: string, readonly expiresAt: string, readonly rejectReason: string | null, readonly viewerAcceptBlockers: ReadonlyArray<AcceptStandInBlocker>, readonly viewerDeclineBlockers: ReadonlyArray<DeclineStandInBlocker>, readonly viewerWithdrawBlockers: ReadonlyArray<WithdrawStandInBlocker> } | null, readonly signup: { readonly id: string, readonly status: SignupStatus, readonly signedUpAt: string, readonly viewerCanCancel: boolean, readonly viewerCancelBlockers: ReadonlyArray<CancelSignupBlocker>, readonly viewerRequestCancellationBlockers: ReadonlyArray<RequestCancellationBlocker>, readonly viewerReconfirmBlockers: ReadonlyArray<ReconfirmBlocker>, readonly viewerOfferStandInBlockers: ReadonlyArray<OfferStandInBlocker>, readonly viewerOfferToWaitlistBlockers: ReadonlyArray<OfferStandInBlocker> } | null, readonly userErrors: ReadonlyArray<{ readonly code: OfferStandInErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type StandInsOfferedQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: StandInWhere | null | undefined;
}>;


export type StandInsOfferedQuery = { readonly viewer: { readonly guardian: { readonly id: string, readonly standInsOffered: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly way: StandInWay, readonly status: StandInStatus, readonly offeredAt: string, readonly expiresAt: string, readonly rejectReason: string | null, readonly viewerAcceptBlockers: ReadonlyArray<AcceptStandInBlocker>, readonly viewerDeclineBlockers: ReadonlyArray<DeclineStandInBlocker>, readonly viewerWithdrawBlockers: ReadonlyArray<WithdrawStandInBlocker>, readonly from: { readonly id: string, readonly name: string } | null, readonly role: { readonly id: string, readonly name: string, readonly capacity: number, readonly freePlaces: number | null, readonly approvalRequired: boolean, readonly viewerBlockers: ReadonlyArray<SignupBlocker> } | null, readonly shift: { readonly id: string, readonly status: ShiftStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly signupOpensAt: string, readonly signupClosesAt: string, readonly activity: { readonly id: string, readonly title: string, readonly riskNotice: string } } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null } };

export type WithdrawStandInMutationVariables = Exact<{
  input: WithdrawStandInInput;
}>;


export type WithdrawStandInMutation = { readonly withdrawStandIn: { readonly standIn: { readonly id: string, readonly way: StandInWay, readonly status: StandInStatus, readonly offeredAt: string, readonly expiresAt: string, readonly rejectReason: string | null, readonly viewerAcceptBlockers: ReadonlyArray<AcceptStandInBlocker>, readonly viewerDeclineBlockers: ReadonlyArray<DeclineStandInBlocker>, readonly viewerWithdrawBlockers: ReadonlyArray<WithdrawStandInBlocker> } | null, readonly userErrors: ReadonlyArray<{ readonly code: WithdrawStandInErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type CancelSignupMutationVariables = Exact<{
  input: CancelSignupInput;
}>;


export type CancelSignupMutation = { readonly cancelSignup: { readonly signup: { readonly cancelledAt: string | null, readonly cancelReason: string | null, readonly id: string, readonly status: SignupStatus, readonly signedUpAt: string, readonly viewerCanCancel: boolean, readonly viewerCancelBlockers: ReadonlyArray<CancelSignupBlocker>, readonly viewerRequestCancellationBlockers: ReadonlyArray<RequestCancellationBlocker>, readonly viewerReconfirmBlockers: ReadonlyArray<ReconfirmBlocker>, readonly viewerOfferStandInBlockers: ReadonlyArray<OfferStandInBlocker>, readonly viewerOfferToWaitlistBlockers: ReadonlyArray<OfferStandInBlocker> } | null, readonly role: { readonly id: string, readonly name: string, readonly capacity: number, readonly freePlaces: number | null, readonly approvalRequired: boolean, readonly viewerBlockers: ReadonlyArray<SignupBlocker> } | null, readonly userErrors: ReadonlyArray<{ readonly code: CancelSignupErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type DownloadServiceCertificateMutationVariables = Exact<{
  input: DownloadServiceCertificateInput;
}>;


export type DownloadServiceCertificateMutation = { readonly downloadServiceCertificate: { readonly path: string | null, readonly userErrors: ReadonlyArray<{ readonly code: DownloadServiceCertificateErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type MySignupsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: SignupWhere | null | undefined;
}>;


export type MySignupsQuery = { readonly viewer: { readonly guardian: { readonly id: string, readonly signups: { readonly nodes: ReadonlyArray<{ readonly cancelledAt: string | null, readonly cancelReason: string | null, readonly viewerSupplementBlockers: ReadonlyArray<SupplementBlocker>, readonly id: string, readonly status: SignupStatus, readonly signedUpAt: string, readonly viewerCanCancel: boolean, readonly viewerCancelBlockers: ReadonlyArray<CancelSignupBlocker>, readonly viewerRequestCancellationBlockers: ReadonlyArray<RequestCancellationBlocker>, readonly viewerReconfirmBlockers: ReadonlyArray<ReconfirmBlocker>, readonly viewerOfferStandInBlockers: ReadonlyArray<OfferStandInBlocker>, readonly viewerOfferToWaitlistBlockers: ReadonlyArray<OfferStandInBlocker>, readonly role: { readonly id: string, readonly name: string } | null, readonly shift: { readonly cancelUntil: string, readonly id: string, readonly status: ShiftStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly signupOpensAt: string, readonly signupClosesAt: string, readonly activity: { readonly id: string, readonly kind: ActivityKind, readonly title: string } } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null } };

export type ShiftDetailQueryVariables = Exact<{
  id: string;
}>;


export type ShiftDetailQuery = { readonly shift: { readonly cancelUntil: string, readonly cancelReason: string | null, readonly id: string, readonly status: ShiftStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly signupOpensAt: string, readonly signupClosesAt: string, readonly school: { readonly id: string, readonly name: string } | null, readonly activity: { readonly id: string, readonly kind: ActivityKind, readonly title: string, readonly purpose: string, readonly riskNotice: string, readonly contactName: string, readonly contactPhone: string | null, readonly audience: { readonly id: string, readonly name: string } }, readonly roles: { readonly nodes: ReadonlyArray<{ readonly description: string | null, readonly qualification: string | null, readonly minimum: number, readonly confirmedCount: number | null, readonly viewerCanSignUp: boolean, readonly waitlistCount: number | null, readonly viewerWaitlistBlockers: ReadonlyArray<WaitlistBlocker>, readonly id: string, readonly name: string, readonly capacity: number, readonly freePlaces: number | null, readonly approvalRequired: boolean, readonly viewerBlockers: ReadonlyArray<SignupBlocker>, readonly viewerSignup: { readonly id: string, readonly status: SignupStatus, readonly signedUpAt: string, readonly viewerCanCancel: boolean, readonly viewerCancelBlockers: ReadonlyArray<CancelSignupBlocker>, readonly viewerRequestCancellationBlockers: ReadonlyArray<RequestCancellationBlocker>, readonly viewerReconfirmBlockers: ReadonlyArray<ReconfirmBlocker>, readonly viewerOfferStandInBlockers: ReadonlyArray<OfferStandInBlocker>, readonly viewerOfferToWaitlistBlockers: ReadonlyArray<OfferStandInBlocker> } | null, readonly viewerWaitlistEntry: { readonly id: string, readonly status: WaitlistStatus, readonly position: number | null, readonly joinedAt: string, readonly offeredAt: string | null, readonly offerExpiresAt: string | null, readonly viewerAcceptBlockers: ReadonlyArray<AcceptOfferBlocker>, readonly viewerDeclineBlockers: ReadonlyArray<DeclineOfferBlocker>, readonly viewerLeaveBlockers: ReadonlyArray<LeaveWaitlistBlocker> } | null, readonly viewerClashes: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly startsAt: string, readonly endsAt: string }> } | null, readonly viewerFreeHouseholdGuardians: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string }> } | null }> } } | null };

export type SignUpForShiftMutationVariables = Exact<{
  input: SignUpForShiftInput;
}>;


export type SignUpForShiftMutation = { readonly signUpForShift: { readonly signup: { readonly id: string, readonly status: SignupStatus, readonly signedUpAt: string, readonly viewerCanCancel: boolean, readonly viewerCancelBlockers: ReadonlyArray<CancelSignupBlocker>, readonly viewerRequestCancellationBlockers: ReadonlyArray<RequestCancellationBlocker>, readonly viewerReconfirmBlockers: ReadonlyArray<ReconfirmBlocker>, readonly viewerOfferStandInBlockers: ReadonlyArray<OfferStandInBlocker>, readonly viewerOfferToWaitlistBlockers: ReadonlyArray<OfferStandInBlocker> } | null, readonly waitlistEntry: { readonly id: string, readonly status: WaitlistStatus, readonly position: number | null, readonly joinedAt: string, readonly offeredAt: string | null, readonly offerExpiresAt: string | null, readonly viewerAcceptBlockers: ReadonlyArray<AcceptOfferBlocker>, readonly viewerDeclineBlockers: ReadonlyArray<DeclineOfferBlocker>, readonly viewerLeaveBlockers: ReadonlyArray<LeaveWaitlistBlocker> } | null, readonly role: { readonly id: string, readonly name: string, readonly capacity: number, readonly freePlaces: number | null, readonly approvalRequired: boolean, readonly viewerBlockers: ReadonlyArray<SignupBlocker> } | null, readonly clashes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly startsAt: string, readonly endsAt: string }>, readonly freeGuardians: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly userErrors: ReadonlyArray<{ readonly code: SignUpForShiftErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type VolunteerBoardQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: ShiftWhere | null | undefined;
}>;


export type VolunteerBoardQuery = { readonly upcomingShifts: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: ShiftStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly signupOpensAt: string, readonly signupClosesAt: string, readonly activity: { readonly id: string, readonly kind: ActivityKind, readonly title: string }, readonly roles: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly capacity: number, readonly freePlaces: number | null, readonly approvalRequired: boolean, readonly viewerBlockers: ReadonlyArray<SignupBlocker> }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type MyVolunteerRecordQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type MyVolunteerRecordQuery = { readonly viewer: { readonly guardian: { readonly id: string, readonly currentSuspension: { readonly id: string, readonly cause: SuspensionCause, readonly reason: string, readonly endsAt: string, readonly school: { readonly id: string, readonly name: string } | null } | null, readonly qualifications: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly validFrom: string, readonly validTo: string | null, readonly current: boolean, readonly revokeReason: string | null }> } | null } | null } };

export type AcceptOfferMutationVariables = Exact<{
  input: AcceptOfferInput;
}>;


export type AcceptOfferMutation = { readonly acceptOffer: { readonly signup: { readonly id: string, readonly status: SignupStatus, readonly signedUpAt: string, readonly viewerCanCancel: boolean, readonly viewerCancelBlockers: ReadonlyArray<CancelSignupBlocker>, readonly viewerRequestCancellationBlockers: ReadonlyArray<RequestCancellationBlocker>, readonly viewerReconfirmBlockers: ReadonlyArray<ReconfirmBlocker>, readonly viewerOfferStandInBlockers: ReadonlyArray<OfferStandInBlocker>, readonly viewerOfferToWaitlistBlockers: ReadonlyArray<OfferStandInBlocker> } | null, readonly waitlistEntry: { readonly id: string, readonly status: WaitlistStatus, readonly position: number | null, readonly joinedAt: string, readonly offeredAt: string | null, readonly offerExpiresAt: string | null, readonly viewerAcceptBlockers: ReadonlyArray<AcceptOfferBlocker>, readonly viewerDeclineBlockers: ReadonlyArray<DeclineOfferBlocker>, readonly viewerLeaveBlockers: ReadonlyArray<LeaveWaitlistBlocker> } | null, readonly role: { readonly id: string, readonly name: string, readonly capacity: number, readonly freePlaces: number | null, readonly approvalRequired: boolean, readonly viewerBlockers: ReadonlyArray<SignupBlocker> } | null, readonly clashes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly startsAt: string, readonly endsAt: string }>, readonly freeGuardians: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly userErrors: ReadonlyArray<{ readonly code: AcceptOfferErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type DeclineOfferMutationVariables = Exact<{
  input: DeclineOfferInput;
}>;


export type DeclineOfferMutation = { readonly declineOffer: { readonly waitlistEntry: { readonly id: string, readonly status: WaitlistStatus, readonly position: number | null, readonly joinedAt: string, readonly offeredAt: string | null, readonly offerExpiresAt: string | null, readonly viewerAcceptBlockers: ReadonlyArray<AcceptOfferBlocker>, readonly viewerDeclineBlockers: ReadonlyArray<DeclineOfferBlocker>, readonly viewerLeaveBlockers: ReadonlyArray<LeaveWaitlistBlocker> } | null, readonly role: { readonly id: string, readonly name: string, readonly capacity: number, readonly freePlaces: number | null, readonly approvalRequired: boolean, readonly viewerBlockers: ReadonlyArray<SignupBlocker> } | null, readonly userErrors: ReadonlyArray<{ readonly code: DeclineOfferErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type JoinWaitlistMutationVariables = Exact<{
  input: JoinWaitlistInput;
}>;


export type JoinWaitlistMutation = { readonly joinWaitlist: { readonly waitlistEntry: { readonly id: string, readonly status: WaitlistStatus, readonly position: number | null, readonly joinedAt: string, readonly offeredAt: string | null, readonly offerExpiresAt: string | null, readonly viewerAcceptBlockers: ReadonlyArray<AcceptOfferBlocker>, readonly viewerDeclineBlockers: ReadonlyArray<DeclineOfferBlocker>, readonly viewerLeaveBlockers: ReadonlyArray<LeaveWaitlistBlocker> } | null, readonly role: { readonly id: string, readonly name: string, readonly capacity: number, readonly freePlaces: number | null, readonly approvalRequired: boolean, readonly viewerBlockers: ReadonlyArray<SignupBlocker> } | null, readonly clashes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly startsAt: string, readonly endsAt: string }>, readonly freeGuardians: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly userErrors: ReadonlyArray<{ readonly code: JoinWaitlistErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type LeaveWaitlistMutationVariables = Exact<{
  input: LeaveWaitlistInput;
}>;


export type LeaveWaitlistMutation = { readonly leaveWaitlist: { readonly waitlistEntry: { readonly id: string, readonly status: WaitlistStatus, readonly position: number | null, readonly joinedAt: string, readonly offeredAt: string | null, readonly offerExpiresAt: string | null, readonly viewerAcceptBlockers: ReadonlyArray<AcceptOfferBlocker>, readonly viewerDeclineBlockers: ReadonlyArray<DeclineOfferBlocker>, readonly viewerLeaveBlockers: ReadonlyArray<LeaveWaitlistBlocker> } | null, readonly role: { readonly id: string, readonly name: string, readonly capacity: number, readonly freePlaces: number | null, readonly approvalRequired: boolean, readonly viewerBlockers: ReadonlyArray<SignupBlocker> } | null, readonly userErrors: ReadonlyArray<{ readonly code: LeaveWaitlistErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type MyWaitlistEntriesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: WaitlistEntryWhere | null | undefined;
}>;


export type MyWaitlistEntriesQuery = { readonly viewer: { readonly guardian: { readonly id: string, readonly waitlistEntries: { readonly nodes: ReadonlyArray<{ readonly offerWithdrawnAt: string | null, readonly id: string, readonly status: WaitlistStatus, readonly position: number | null, readonly joinedAt: string, readonly offeredAt: string | null, readonly offerExpiresAt: string | null, readonly viewerAcceptBlockers: ReadonlyArray<AcceptOfferBlocker>, readonly viewerDeclineBlockers: ReadonlyArray<DeclineOfferBlocker>, readonly viewerLeaveBlockers: ReadonlyArray<LeaveWaitlistBlocker>, readonly skips: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly skippedAt: string, readonly reason: SkipReason }> }, readonly role: { readonly id: string, readonly name: string } | null, readonly shift: { readonly id: string, readonly status: ShiftStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly signupOpensAt: string, readonly signupClosesAt: string, readonly activity: { readonly id: string, readonly title: string, readonly waitlistPriority: WaitlistPriority, readonly riskNotice: string } } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null } };

export const AcceptOfferDocument: TypedDocument<AcceptOfferMutation, AcceptOfferMutationVariables> = {
  id: 'sha256:6f1702c8b5ac2c3cf427fd341aed76bc87abcfbf5c8ace45766d5f2afa2d8f03',
  text: `mutation AcceptOffer($input: AcceptOfferInput!) {
  acceptOffer(input: $input) {
    signup {
      ...OwnSignup
    }
    waitlistEntry {
      ...OwnWaitlistEntry
    }
    role {
      ...RoleOnOffer
    }
    clashes {
      id
      title
      startsAt
      endsAt
    }
    freeGuardians {
      id
      name
    }
    userErrors {
      code
      message
      path
    }
  }
}

fragment OwnSignup on Signup {
  id
  status
  signedUpAt
  viewerCanCancel
  viewerCancelBlockers
  viewerRequestCancellationBlockers
  viewerReconfirmBlockers
  viewerOfferStandInBlockers
  viewerOfferToWaitlistBlockers
}

fragment OwnWaitlistEntry on WaitlistEntry {
  id
  status
  position
  joinedAt
  offeredAt
  offerExpiresAt
  viewerAcceptBlockers
  viewerDeclineBlockers
  viewerLeaveBlockers
}

fragment RoleOnOffer on ShiftRole {
  id
  name
  capacity
  freePlaces
  approvalRequired
  viewerBlockers
}`,
};

export const AcceptStandInDocument: TypedDocument<AcceptStandInMutation, AcceptStandInMutationVariables> = {
  id: 'sha256:862e7df23b94dc9ef068e9c66b20099ee8a2bf7e6310064f4a3c118a733cb766',
  text: `mutation AcceptStandIn($input: AcceptStandInInput!) {
  acceptStandIn(input: $input) {
    standIn {
      ...StandInOffer
    }
    signup {
      ...OwnSignup
    }
    role {
      ...RoleOnOffer
    }
    clashes {
      id
      title
      startsAt
      endsAt
    }
    freeGuardians {
      id
      name
    }
    userErrors {
      code
      message
      path
    }
  }
}

fragment OwnSignup on Signup {
  id
  status
  signedUpAt
  viewerCanCancel
  viewerCancelBlockers
  viewerRequestCancellationBlockers
  viewerReconfirmBlockers
  viewerOfferStandInBlockers
  viewerOfferToWaitlistBlockers
}

fragment RoleOnOffer on ShiftRole {
  id
  name
  capacity
  freePlaces
  approvalRequired
  viewerBlockers
}

fragment StandInOffer on StandIn {
  id
  way
  status
  offeredAt
  expiresAt
  rejectReason
  viewerAcceptBlockers
  viewerDeclineBlockers
  viewerWithdrawBlockers
}`,
};

export const AppealServiceRecordDocument: TypedDocument<AppealServiceRecordMutation, AppealServiceRecordMutationVariables> = {
  id: 'sha256:c4c5411dc22eaf8d13f5a5e611ee17efb443b894dbc14035082d9939c9ab2fbd',
  text: `mutation AppealServiceRecord($input: AppealServiceRecordInput!) {
  appealServiceRecord(input: $input) {
    serviceRecord {
      ...OwnService
    }
    userErrors {
      code
      message
      path
    }
  }
}

fragment OwnService on ServiceRecord {
  id
  startsAt
  endsAt
  minutes
  source
  status
  description
  decisionReason
  certified
  viewerCanAppeal
}`,
};

export const AskToJoinDocument: TypedDocument<AskToJoinMutation, AskToJoinMutationVariables> = {
  id: 'sha256:3b7dff87e1965b8e83b8bc18904981fbfe67b0afe77fb5a3d80d4d61f6ca09bf',
  text: `mutation AskToJoin($input: AskToJoinInput!) {
  askToJoin(input: $input) {
    staffName
    userErrors {
      code
      message
      path
    }
  }
}`,
};

export const BindChildDocument: TypedDocument<BindChildMutation, BindChildMutationVariables> = {
  id: 'sha256:d70ad0ea7a5129db7ee6192776abeaba6c826d920c32bd036ee0d331d8f05b5b',
  text: `mutation BindChild($input: BindChildInput!) {
  bindChild(input: $input) {
    guardianship {
      id
      relation
      status
    }
    userErrors {
      code
      message
      path
    }
  }
}`,
};

export const CancelSignupDocument: TypedDocument<CancelSignupMutation, CancelSignupMutationVariables> = {
  id: 'sha256:77d1916ea2ce0949eac1a89d9bdcb9f14a466b0e5359a7d1be33873260a2f0af',
  text: `mutation CancelSignup($input: CancelSignupInput!) {
  cancelSignup(input: $input) {
    signup {
      ...OwnSignup
      cancelledAt
      cancelReason
    }
    role {
      ...RoleOnOffer
    }
    userErrors {
      code
      message
      path
    }
  }
}

fragment OwnSignup on Signup {
  id
  status
  signedUpAt
  viewerCanCancel
  viewerCancelBlockers
  viewerRequestCancellationBlockers
  viewerReconfirmBlockers
  viewerOfferStandInBlockers
  viewerOfferToWaitlistBlockers
}

fragment RoleOnOffer on ShiftRole {
  id
  name
  capacity
  freePlaces
  approvalRequired
  viewerBlockers
}`,
};

export const CheckInDocument: TypedDocument<CheckInMutation, CheckInMutationVariables> = {
  id: 'sha256:71991979548eeedf199aa4ea7e9c4fc0b5ae0ccba57b9fcbd2faa0151468d968',
  text: `mutation CheckIn($input: CheckInInput!) {
  checkIn(input: $input) {
    signup {
      ...OwnPresence
    }
    userErrors {
      code
      message
      path
    }
  }
}

fragment OwnPresence on Signup {
  id
  attendance {
    id
    checkedInAt
    checkedOutAt
    noShowAt
    excusedAt
  }
  viewerCheckInBlockers
  viewerCheckOutBlockers
}`,
};

export const CheckOutDocument: TypedDocument<CheckOutMutation, CheckOutMutationVariables> = {
  id: 'sha256:617bc7d20289c9edc148806c7ff9bc873f399213b23d1251a228ce5f9be42bcb',
  text: `mutation CheckOut($input: CheckOutInput!) {
  checkOut(input: $input) {
    signup {
      ...OwnPresence
    }
    serviceRecord {
      ...OwnService
    }
    userErrors {
      code
      message
      path
    }
  }
}

fragment OwnPresence on Signup {
  id
  attendance {
    id
    checkedInAt
    checkedOutAt
    noShowAt
    excusedAt
  }
  viewerCheckInBlockers
  viewerCheckOutBlockers
}

fragment OwnService on ServiceRecord {
  id
  startsAt
  endsAt
  minutes
  source
  status
  description
  decisionReason
  certified
  viewerCanAppeal
}`,
};

export const ChildAccessesDocument: TypedDocument<ChildAccessesQuery, ChildAccessesQueryVariables> = {
  id: 'sha256:95d7be2b44ce5cfc6e32530046085226f38a4e992a588dc6d6dd20647b0c5aca',
  text: `query ChildAccesses($first: Int = 20) {
  viewer {
    guardian {
      children(first: 10) {
        nodes {
          id
          name
          accesses(first: $first) {
            nodes {
              id
              createdAt
              actorName
              byProgram
            }
            pageInfo {
              hasNextPage
              endCursor
            }
          }
        }
      }
    }
  }
}`,
};

export const CourseCatalogueDocument: TypedDocument<CourseCatalogueQuery, CourseCatalogueQueryVariables> = {
  id: 'sha256:8490d6835cc4841eda27bd44d0aec4e8791be624ba45e09f46a1a6ee42a8acc9',
  text: `query CourseCatalogue($first: Int = 20, $after: String, $where: CourseWhere) {
  courses(first: $first, after: $after, where: $where) {
    nodes {
      ...CourseCard
      citesOutdated
      publishedEdition {
        id
        number
        summary
        creditMinutes
        lessons(first: 10) {
          nodes {
            id
            ordinal
            title
            durationMinutes
            lecturer {
              id
              name
              title
            }
          }
        }
        citedEditions(first: 5) {
          nodes {
            ...CitedPolicy
          }
        }
      }
    }
    pageInfo {
      ...NextPage
    }
  }
}

fragment CitedPolicy on PolicyEdition {
  id
  title
  number
  effectiveFrom
  validity
}

fragment CourseCard on Course {
  id
  title
  totalMinutes
  publishedAt
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`,
};

export const CourseDetailDocument: TypedDocument<CourseDetailQuery, CourseDetailQueryVariables> = {
  id: 'sha256:71db84bf8b848c5fe906afe360f55660b4ffb5d6046bc6d57ec3878f40a8dec6',
  text: `query CourseDetail($id: ID!) {
  course(id: $id) {
    ...CourseCard
    isPublic
    lessonCount
    citesOutdated
    school {
      id
      name
    }
    topics(first: 10) {
      nodes {
        id
        name
      }
    }
    publishedEdition {
      id
      number
      title
      summary
      creditMinutes
      publishedAt
      chapters(first: 20) {
        nodes {
          id
          ordinal
          title
          lessons(first: 20) {
            nodes {
              id
              ordinal
              title
              durationMinutes
              durationSeconds
              mediaUrl
              lecturer {
                id
                name
                title
                organisation
                biography
              }
            }
          }
        }
      }
      citedEditions(first: 20) {
        nodes {
          ...CitedPolicy
          document {
            id
            documentNumber
            issuer
          }
        }
      }
    }
  }
}

fragment CitedPolicy on PolicyEdition {
  id
  title
  number
  effectiveFrom
  validity
}

fragment CourseCard on Course {
  id
  title
  totalMinutes
  publishedAt
}`,
};

export const DeclineOfferDocument: TypedDocument<DeclineOfferMutation, DeclineOfferMutationVariables> = {
  id: 'sha256:3374da872bd92ae04775aaf62c1f5a822cd0f0e5f15e8b158c3170ddeed11cdc',
  text: `mutation DeclineOffer($input: DeclineOfferInput!) {
  declineOffer(input: $input) {
    waitlistEntry {
      ...OwnWaitlistEntry
    }
    role {
      ...RoleOnOffer
    }
    userErrors {
      code
      message
      path
    }
  }
}

fragment OwnWaitlistEntry on WaitlistEntry {
  id
  status
  position
  joinedAt
  offeredAt
  offerExpiresAt
  viewerAcceptBlockers
  viewerDeclineBlockers
  viewerLeaveBlockers
}

fragment RoleOnOffer on ShiftRole {
  id
  name
  capacity
  freePlaces
  approvalRequired
  viewerBlockers
}`,
};

export const DeclineStandInDocument: TypedDocument<DeclineStandInMutation, DeclineStandInMutationVariables> = {
  id: 'sha256:129f706fd7b085edc24272877916163aafb9bbdb54aedafb2ad7f394033e2ce6',
  text: `mutation DeclineStandIn($input: DeclineStandInInput!) {
  declineStandIn(input: $input) {
    standIn {
      ...StandInOffer
    }
    userErrors {
      code
      message
      path
    }
  }
}

fragment StandInOffer on StandIn {
  id
  way
  status
  offeredAt
  expiresAt
  rejectReason
  viewerAcceptBlockers
  viewerDeclineBlockers
  viewerWithdrawBlockers
}`,
};

export const DownloadServiceCertificateDocument: TypedDocument<DownloadServiceCertificateMutation, DownloadServiceCertificateMutationVariables> = {
  id: 'sha256:f969af723e093f82002e79fb49bf6d405d128f1f1c0ae65d08fbe3d59cd687a1',
  text: `mutation DownloadServiceCertificate($input: DownloadServiceCertificateInput!) {
  downloadServiceCertificate(input: $input) {
    path
    userErrors {
      code
      message
      path
    }
  }
}`,
};

export const InboxDocument: TypedDocument<InboxQuery, InboxQueryVariables> = {
  id: 'sha256:6919973a18d9b0fd3576f03407729b1610e8ff6c8b4c6bc8337198882afef60a',
  text: `query Inbox($first: Int = 20, $after: String, $where: NoticeWhere) {
  viewer {
    unreadNoticeCount
    inbox(first: $first, after: $after, where: $where) {
      nodes {
        id
        kind
        title
        body
        createdAt
        readAt
        about {
          __typename
          id
        }
      }
      pageInfo {
        ...NextPage
      }
    }
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`,
};

export const IssueCertificateDocument: TypedDocument<IssueCertificateMutation, IssueCertificateMutationVariables> = {
  id: 'sha256:489ec0cbd2e5bcaddf0fd0fede91e1cf80dd3628d164810089585b4fde13b464',
  text: `mutation IssueCertificate($input: IssueServiceCertificateInput!) {
  issueServiceCertificate(input: $input) {
    certificate {
      ...OwnCertificate
    }
    userErrors {
      code
      message
      path
    }
  }
}

fragment OwnCertificate on ServiceCertificate {
  id
  number
  valid
  periodFrom
  periodTo
  totalMinutes
  serviceCount
  issuedAt
  revokedAt
  revokeReason
}`,
};

export const JoinWaitlistDocument: TypedDocument<JoinWaitlistMutation, JoinWaitlistMutationVariables> = {
  id: 'sha256:4c2c5a6b645c7cf5c326f9527f6e669ce434d5fdb35a432866d1c565b2914799',
  text: `mutation JoinWaitlist($input: JoinWaitlistInput!) {
  joinWaitlist(input: $input) {
    waitlistEntry {
      ...OwnWaitlistEntry
    }
    role {
      ...RoleOnOffer
    }
    clashes {
      id
      title
      startsAt
      endsAt
    }
    freeGuardians {
      id
      name
    }
    userErrors {
      code
      message
      path
    }
  }
}

fragment OwnWaitlistEntry on WaitlistEntry {
  id
  status
  position
  joinedAt
  offeredAt
  offerExpiresAt
  viewerAcceptBlockers
  viewerDeclineBlockers
  viewerLeaveBlockers
}

fragment RoleOnOffer on ShiftRole {
  id
  name
  capacity
  freePlaces
  approvalRequired
  viewerBlockers
}`,
};

export const LeaveWaitlistDocument: TypedDocument<LeaveWaitlistMutation, LeaveWaitlistMutationVariables> = {
  id: 'sha256:30a501687a5ff2063ef5f94cbe721445ac4baa6201e2bc2137744bac5b5fe9be',
  text: `mutation LeaveWaitlist($input: LeaveWaitlistInput!) {
  leaveWaitlist(input: $input) {
    waitlistEntry {
      ...OwnWaitlistEntry
    }
    role {
      ...RoleOnOffer
    }
    userErrors {
      code
      message
      path
    }
  }
}

fragment OwnWaitlistEntry on WaitlistEntry {
  id
  status
  position
  joinedAt
  offeredAt
  offerExpiresAt
  viewerAcceptBlockers
  viewerDeclineBlockers
  viewerLeaveBlockers
}

fragment RoleOnOffer on ShiftRole {
  id
  name
  capacity
  freePlaces
  approvalRequired
  viewerBlockers
}`,
};

export const MarkAllNoticesReadDocument: TypedDocument<MarkAllNoticesReadMutation, MarkAllNoticesReadMutationVariables> = {
  id: 'sha256:92e77e41fd021b53d0732e01cc3f113dbbc9d41dea90b5bfb9681fb3016a2d22',
  text: `mutation MarkAllNoticesRead($input: MarkAllNoticesReadInput!) {
  markAllNoticesRead(input: $input) {
    markedCount
    userErrors {
      code
      message
      path
    }
  }
}`,
};

export const MarkNoticesReadDocument: TypedDocument<MarkNoticesReadMutation, MarkNoticesReadMutationVariables> = {
  id: 'sha256:7ebedd86635f7ac5248654753779587b5c166636a198ad1ba06c00ad4f2f8ba2',
  text: `mutation MarkNoticesRead($input: MarkNoticesReadInput!) {
  markNoticesRead(input: $input) {
    notices {
      id
      readAt
    }
    userErrors {
      code
      message
      path
    }
  }
}`,
};

export const MeetingDetailDocument: TypedDocument<MeetingDetailQuery, MeetingDetailQueryVariables> = {
  id: 'sha256:f6a49e574256c53485dabe1223478f1f7e1eb1421e5d1a3d6def523c4ad47906',
  text: `query MeetingDetail($id: ID!) {
  meeting(id: $id) {
    ...MeetingCard
    scope
    summary
    capacity
    cancelReason
    cancelledAt
    school {
      id
      name
    }
    organiser {
      id
      name
    }
    agenda(first: 20) {
      nodes {
        id
        ordinal
        title
        speaker
        durationMinutes
      }
    }
    topics(first: 5) {
      nodes {
        id
        name
      }
    }
    citedEditions(first: 5) {
      nodes {
        ...CitedPolicy
      }
    }
    invitations(first: 5) {
      nodes {
        id
        invitedAt
        household {
          id
          name
          guardians(first: 10) {
            nodes {
              id
              name
              isViewer
            }
          }
        }
        currentReply {
          id
          answer
          attendeeCount
          note
          repliedAt
          attendingGuardians(first: 10) {
            nodes {
              id
              name
            }
          }
        }
      }
    }
  }
}

fragment CitedPolicy on PolicyEdition {
  id
  title
  number
  effectiveFrom
  validity
}

fragment MeetingCard on Meeting {
  id
  kind
  title
  status
  startsAt
  endsAt
  place
  replyBy
}`,
};

export const MyGuardianshipsDocument: TypedDocument<MyGuardianshipsQuery, MyGuardianshipsQueryVariables> = {
  id: 'sha256:83e037c7e0c52dba05ee9cbc7dc676f938067af35cc453556fd5292922100f8d',
  text: `query MyGuardianships {
  viewer {
    guardian {
      id
      name
      guardianships(first: 20) {
        nodes {
          id
          relation
          status
          decisionReason
          askedAt
          codeEnding
          student {
            id
            name
          }
        }
      }
    }
  }
}`,
};

export const MyLecturesDocument: TypedDocument<MyLecturesQuery, MyLecturesQueryVariables> = {
  id: 'sha256:887ddc6916aee3b2c2902f908711655f17efcc430bbb597b0babb6af81b8a821',
  text: `query MyLectures($first: Int = 20, $after: String) {
  viewer {
    guardian {
      id
      parentLectures(first: $first, after: $after) {
        nodes {
          ...OwnLecture
          schoolClass {
            id
            name
          }
          shift {
            ...ShiftTimes
          }
        }
        pageInfo {
          ...NextPage
        }
      }
      children(first: 5) {
        nodes {
          id
          currentClass {
            id
            name
            viewerLectureBlockers
            parentLectures(first: 10, where: {status: {eq: SCHEDULED}}) {
              nodes {
                id
                title
                lecturerName
                isViewers
                shift {
                  ...ShiftTimes
                }
              }
            }
          }
        }
      }
    }
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}

fragment OwnLecture on ParentLecture {
  id
  title
  outline
  durationMinutes
  preferredTimes
  status
  reason
  proposedAt
  viewerActions
}

fragment ShiftTimes on Shift {
  id
  status
  startsAt
  endsAt
  place
  signupOpensAt
  signupClosesAt
}`,
};

export const MyMeetingsDocument: TypedDocument<MyMeetingsQuery, MyMeetingsQueryVariables> = {
  id: 'sha256:497b6955da7493560adc1a8fb4c9783218f65fcd766121c25fbc5018d256b593',
  text: `query MyMeetings($first: Int = 20, $after: String, $where: MeetingWhere) {
  viewer {
    guardian {
      id
      meetings(
        first: $first
        after: $after
        where: $where
        orderBy: [{by: STARTS_AT, direction: DESC}]
      ) {
        nodes {
          ...MeetingCard
          school {
            id
            name
          }
          replies(first: 2) {
            nodes {
              id
              answer
              attendeeCount
            }
          }
        }
        pageInfo {
          ...NextPage
        }
      }
    }
  }
}

fragment MeetingCard on Meeting {
  id
  kind
  title
  status
  startsAt
  endsAt
  place
  replyBy
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`,
};

export const MyServiceDocument: TypedDocument<MyServiceQuery, MyServiceQueryVariables> = {
  id: 'sha256:dc91d145c7005f6d29ab68aea3b72601746bab60607a9e1e101d9a1d6871664b',
  text: `query MyService($first: Int = 20, $after: String, $where: ServiceRecordWhere) {
  viewer {
    guardian {
      id
      serviceMinutes
      serviceMinutesThisTerm
      households(first: 3) {
        nodes {
          id
          name
          serviceMinutes
          serviceMinutesThisTerm
        }
      }
      serviceRecords(first: $first, after: $after, where: $where) {
        nodes {
          ...OwnService
          shift {
            ...ShiftTimes
            activity {
              id
              kind
              title
            }
          }
        }
        pageInfo {
          ...NextPage
        }
      }
      serviceCertificates(first: 10) {
        nodes {
          ...OwnCertificate
        }
      }
    }
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}

fragment OwnCertificate on ServiceCertificate {
  id
  number
  valid
  periodFrom
  periodTo
  totalMinutes
  serviceCount
  issuedAt
  revokedAt
  revokeReason
}

fragment OwnService on ServiceRecord {
  id
  startsAt
  endsAt
  minutes
  source
  status
  description
  decisionReason
  certified
  viewerCanAppeal
}

fragment ShiftTimes on Shift {
  id
  status
  startsAt
  endsAt
  place
  signupOpensAt
  signupClosesAt
}`,
};

export const MySessionsDocument: TypedDocument<MySessionsQuery, MySessionsQueryVariables> = {
  id: 'sha256:1e5d3e020566386a0dc2d712310457555fa44b273dfe71696b2b7fac881e7a4f',
  text: `query MySessions {
  viewer {
    account {
      sessions(first: 50) {
        nodes {
          id
          client
          method
          startedAt
          lastUsedAt
          expiresAt
          current
        }
      }
    }
  }
}`,
};

export const MySignupsDocument: TypedDocument<MySignupsQuery, MySignupsQueryVariables> = {
  id: 'sha256:b53071d3cf345304e7eb550dc37384e0b3d03b1a11a259886156dd4be50a665c',
  text: `query MySignups($first: Int = 20, $after: String, $where: SignupWhere) {
  viewer {
    guardian {
      id
      signups(first: $first, after: $after, where: $where) {
        nodes {
          ...OwnSignup
          cancelledAt
          cancelReason
          viewerSupplementBlockers
          role {
            id
            name
          }
          shift {
            ...ShiftTimes
            cancelUntil
            activity {
              id
              kind
              title
            }
          }
        }
        pageInfo {
          ...NextPage
        }
      }
    }
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}

fragment OwnSignup on Signup {
  id
  status
  signedUpAt
  viewerCanCancel
  viewerCancelBlockers
  viewerRequestCancellationBlockers
  viewerReconfirmBlockers
  viewerOfferStandInBlockers
  viewerOfferToWaitlistBlockers
}

fragment ShiftTimes on Shift {
  id
  status
  startsAt
  endsAt
  place
  signupOpensAt
  signupClosesAt
}`,
};

export const MyTimetableDocument: TypedDocument<MyTimetableQuery, MyTimetableQueryVariables> = {
  id: 'sha256:61d482362dbf55290eead0bfa47c97a028b00f4e62fe16aee4619b891f5e9568',
  text: `query MyTimetable($from: DateTime!, $to: DateTime!, $first: Int = 50, $after: String) {
  viewer {
    guardian {
      id
      timetable(
        first: $first
        after: $after
        where: {startsAt: {gte: $from, lt: $to}}
      ) {
        nodes {
          id
          kind
          title
          startsAt
          endsAt
          meeting {
            id
            status
            place
          }
          signup {
            id
            status
            viewerCanCancel
            shift {
              id
              status
              place
            }
          }
        }
        pageInfo {
          ...NextPage
        }
      }
    }
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`,
};

export const MyVolunteerRecordDocument: TypedDocument<MyVolunteerRecordQuery, MyVolunteerRecordQueryVariables> = {
  id: 'sha256:327904ad9606e2cff02eebfd32972421dba12b47fc470691d1ad17924f1a773e',
  text: `query MyVolunteerRecord($first: Int = 20) {
  viewer {
    guardian {
      id
      currentSuspension {
        id
        cause
        reason
        endsAt
        school {
          id
          name
        }
      }
      qualifications(first: $first) {
        nodes {
          id
          name
          validFrom
          validTo
          current
          revokeReason
        }
      }
    }
  }
}`,
};

export const MyWaitlistEntriesDocument: TypedDocument<MyWaitlistEntriesQuery, MyWaitlistEntriesQueryVariables> = {
  id: 'sha256:dcdb34a78f0d17720f43824f16660be1327ae6e715a0ff706b355c3278ebc4f6',
  text: `query MyWaitlistEntries($first: Int = 20, $after: String, $where: WaitlistEntryWhere) {
  viewer {
    guardian {
      id
      waitlistEntries(first: $first, after: $after, where: $where) {
        nodes {
          ...OwnWaitlistEntry
          offerWithdrawnAt
          skips(first: 5) {
            nodes {
              id
              skippedAt
              reason
            }
          }
          role {
            id
            name
          }
          shift {
            ...ShiftTimes
            activity {
              id
              title
              waitlistPriority
              riskNotice
            }
          }
        }
        pageInfo {
          ...NextPage
        }
      }
    }
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}

fragment OwnWaitlistEntry on WaitlistEntry {
  id
  status
  position
  joinedAt
  offeredAt
  offerExpiresAt
  viewerAcceptBlockers
  viewerDeclineBlockers
  viewerLeaveBlockers
}

fragment ShiftTimes on Shift {
  id
  status
  startsAt
  endsAt
  place
  signupOpensAt
  signupClosesAt
}`,
};

export const OfferStandInDocument: TypedDocument<OfferStandInMutation, OfferStandInMutationVariables> = {
  id: 'sha256:64c05686dd10bdb1e97352457eb4f59ee666a742ddfa33b69461a851f9612293',
  text: `mutation OfferStandIn($input: OfferStandInInput!) {
  offerStandIn(input: $input) {
    standIn {
      ...StandInOffer
    }
    signup {
      ...OwnSignup
    }
    code
    userErrors {
      code
      message
      path
    }
  }
}

fragment OwnSignup on Signup {
  id
  status
  signedUpAt
  viewerCanCancel
  viewerCancelBlockers
  viewerRequestCancellationBlockers
  viewerReconfirmBlockers
  viewerOfferStandInBlockers
  viewerOfferToWaitlistBlockers
}

fragment StandInOffer on StandIn {
  id
  way
  status
  offeredAt
  expiresAt
  rejectReason
  viewerAcceptBlockers
  viewerDeclineBlockers
  viewerWithdrawBlockers
}`,
};

export const OpenLinkDocument: TypedDocument<OpenLinkQuery, OpenLinkQueryVariables> = {
  id: 'sha256:08ef43f5510daf002393c86b012b6aca27bd3138c54b81879155469992b141ac',
  text: `query OpenLink($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on Course {
      title
    }
    ... on Meeting {
      title
    }
    ... on PolicyDocument {
      title
    }
    ... on PolicyLecture {
      title
    }
    ... on VolunteerActivity {
      title
    }
    ... on Shift {
      startsAt
      place
    }
  }
}`,
};

export const ParentHomeDocument: TypedDocument<ParentHomeQuery, ParentHomeQueryVariables> = {
  id: 'sha256:e5609f111322de852a00d1309b26dc54876c03e766c517efcbb6c583280d9827',
  text: `query ParentHome($from: DateTime!) {
  viewer {
    signedIn
    guardian {
      id
      name
      children(first: 5) {
        nodes {
          id
          name
          school {
            id
            name
          }
          currentClass {
            id
            name
            meetings(
              first: 3
              where: {startsAt: {gte: $from}}
              orderBy: [{by: STARTS_AT, direction: ASC}]
            ) {
              nodes {
                ...MeetingCard
                replies(first: 2) {
                  nodes {
                    id
                    answer
                    attendeeCount
                  }
                }
              }
            }
            shifts(first: 3, where: {startsAt: {gte: $from}, status: {eq: SCHEDULED}}) {
              nodes {
                ...ShiftTimes
                activity {
                  id
                  kind
                  title
                }
                roles(first: 5) {
                  nodes {
                    ...RoleOnOffer
                  }
                }
              }
            }
          }
        }
      }
      timetable(first: 5, where: {startsAt: {gte: $from}}) {
        nodes {
          id
          kind
          title
          startsAt
          endsAt
        }
      }
      courses(first: 5) {
        nodes {
          ...CourseCard
        }
      }
    }
  }
}

fragment CourseCard on Course {
  id
  title
  totalMinutes
  publishedAt
}

fragment MeetingCard on Meeting {
  id
  kind
  title
  status
  startsAt
  endsAt
  place
  replyBy
}

fragment RoleOnOffer on ShiftRole {
  id
  name
  capacity
  freePlaces
  approvalRequired
  viewerBlockers
}

fragment ShiftTimes on Shift {
  id
  status
  startsAt
  endsAt
  place
  signupOpensAt
  signupClosesAt
}`,
};

export const PolicyDetailDocument: TypedDocument<PolicyDetailQuery, PolicyDetailQueryVariables> = {
  id: 'sha256:4574e84f18deb94f03c1e8b35337b62f9c847dae5b636bdc1cf160c453e20375',
  text: `query PolicyDetail($id: ID!, $paragraphs: Int = 50, $after: String) {
  policyDocument(id: $id) {
    id
    title
    documentNumber
    issuer
    issuedOn
    level
    topics(first: 5) {
      nodes {
        id
        name
      }
    }
    currentEdition {
      ...CitedPolicy
      effectiveTo
      ending
      segmentCount
      segments(first: $paragraphs, after: $after) {
        nodes {
          id
          ordinal
          heading
          text
        }
        pageInfo {
          ...NextPage
        }
      }
      lectures(first: 5) {
        nodes {
          id
          title
          lecturerName
          durationMinutes
          mediaUrl
        }
      }
      citingCourses(first: 5) {
        nodes {
          ...CourseCard
        }
      }
    }
    editions(first: 20) {
      nodes {
        ...CitedPolicy
      }
    }
  }
}

fragment CitedPolicy on PolicyEdition {
  id
  title
  number
  effectiveFrom
  validity
}

fragment CourseCard on Course {
  id
  title
  totalMinutes
  publishedAt
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`,
};

export const PolicySearchDocument: TypedDocument<PolicySearchQuery, PolicySearchQueryVariables> = {
  id: 'sha256:2ab30f8f4f1080abe13e983c0d93ed1e7edd52f7a71dca2bc95969be53cc0661',
  text: `query PolicySearch($phrases: [String!]!, $validity: [PolicyValidity!] = [IN_FORCE], $first: Int = 20, $after: String) {
  policySegments(
    first: $first
    after: $after
    where: {phrase: {in: $phrases}, validity: {in: $validity}}
  ) {
    nodes {
      id
      ordinal
      heading
      text
      edition {
        ...CitedPolicy
        document {
          id
          documentNumber
          issuer
          level
        }
      }
    }
    pageInfo {
      ...NextPage
    }
  }
}

fragment CitedPolicy on PolicyEdition {
  id
  title
  number
  effectiveFrom
  validity
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`,
};

export const ProposeLectureDocument: TypedDocument<ProposeLectureMutation, ProposeLectureMutationVariables> = {
  id: 'sha256:6f2fc227961164495f8a2352283e19dcad575577147a68d93734f7a2838a4f79',
  text: `mutation ProposeLecture($input: ProposeParentLectureInput!) {
  proposeParentLecture(input: $input) {
    lecture {
      ...OwnLecture
    }
    userErrors {
      code
      message
      path
    }
  }
}

fragment OwnLecture on ParentLecture {
  id
  title
  outline
  durationMinutes
  preferredTimes
  status
  reason
  proposedAt
  viewerActions
}`,
};

export const ReconfirmSignupDocument: TypedDocument<ReconfirmSignupMutation, ReconfirmSignupMutationVariables> = {
  id: 'sha256:6fc09509b15d7f3d31b694c1c9973718b6018ac98e70c3896ca61b2170035824',
  text: `mutation ReconfirmSignup($input: ReconfirmSignupInput!) {
  reconfirmSignup(input: $input) {
    signup {
      ...OwnSignup
      reconfirmUntil
      viewerCanReconfirm
    }
    userErrors {
      code
      message
      path
    }
  }
}

fragment OwnSignup on Signup {
  id
  status
  signedUpAt
  viewerCanCancel
  viewerCancelBlockers
  viewerRequestCancellationBlockers
  viewerReconfirmBlockers
  viewerOfferStandInBlockers
  viewerOfferToWaitlistBlockers
}`,
};

export const RefreshSessionDocument: TypedDocument<RefreshSessionMutation, RefreshSessionMutationVariables> = {
  id: 'sha256:928a6655291bdfed15e351e2e62209cc24689250bee5228a184690d6fd3e0128',
  text: `mutation RefreshSession($input: RefreshSessionInput!) {
  refreshSession(input: $input) {
    accessToken
    accessTokenExpiresAt
    refreshToken
    refreshTokenExpiresAt
    userErrors {
      code
      message
      path
    }
  }
}`,
};

export const ReportAttendanceDocument: TypedDocument<ReportAttendanceMutation, ReportAttendanceMutationVariables> = {
  id: 'sha256:51e8fcdcf942c73b971a8a4c83cab4ee550ce9d72834d18b6780e0317fdfd2b9',
  text: `mutation ReportAttendance($input: ReportAttendanceInput!) {
  reportAttendance(input: $input) {
    attendances {
      id
      checkedInAt
      checkedOutAt
      signup {
        id
      }
    }
    userErrors {
      code
      message
      path
    }
  }
}`,
};

export const RequestSignupCancellationDocument: TypedDocument<RequestSignupCancellationMutation, RequestSignupCancellationMutationVariables> = {
  id: 'sha256:b2834a4101d779d4f54862a01332472c6e524b7cc7e4f88a38d5b9bb18b80e2f',
  text: `mutation RequestSignupCancellation($input: RequestSignupCancellationInput!) {
  requestSignupCancellation(input: $input) {
    signup {
      ...OwnSignup
      cancelRequestedAt
      cancelRequestReason
    }
    userErrors {
      code
      message
      path
    }
  }
}

fragment OwnSignup on Signup {
  id
  status
  signedUpAt
  viewerCanCancel
  viewerCancelBlockers
  viewerRequestCancellationBlockers
  viewerReconfirmBlockers
  viewerOfferStandInBlockers
  viewerOfferToWaitlistBlockers
}`,
};

export const RevokeOtherSessionsDocument: TypedDocument<RevokeOtherSessionsMutation, RevokeOtherSessionsMutationVariables> = {
  id: 'sha256:cb1728123864e34d0f9ade6ca97b557b2eaf5bea6bceaf44e773495361d3d32b',
  text: `mutation RevokeOtherSessions($input: RevokeOtherSessionsInput!) {
  revokeOtherSessions(input: $input) {
    revokedCount
    userErrors {
      code
      message
      path
    }
  }
}`,
};

export const RevokeSessionDocument: TypedDocument<RevokeSessionMutation, RevokeSessionMutationVariables> = {
  id: 'sha256:7767e4d524e01c0405befa62bf3c97b3455c7c676e96882bfbf84f434301526d',
  text: `mutation RevokeSession($input: RevokeSessionInput!) {
  revokeSession(input: $input) {
    session {
      id
      endedAt
      ending
    }
    userErrors {
      code
      message
      path
    }
  }
}`,
};

export const ShiftDetailDocument: TypedDocument<ShiftDetailQuery, ShiftDetailQueryVariables> = {
  id: 'sha256:518a4b834c985c7774cbd281654a9864c8387f9381cf8830c4411853e0e4a100',
  text: `query ShiftDetail($id: ID!) {
  shift(id: $id) {
    ...ShiftTimes
    cancelUntil
    cancelReason
    school {
      id
      name
    }
    activity {
      id
      kind
      title
      purpose
      riskNotice
      contactName
      contactPhone
      audience {
        id
        name
      }
    }
    roles(first: 20) {
      nodes {
        ...RoleOnOffer
        description
        qualification
        minimum
        confirmedCount
        viewerCanSignUp
        viewerSignup {
          ...OwnSignup
        }
        waitlistCount
        viewerWaitlistBlockers
        viewerWaitlistEntry {
          ...OwnWaitlistEntry
        }
        viewerClashes(first: 5) {
          nodes {
            id
            title
            startsAt
            endsAt
          }
        }
        viewerFreeHouseholdGuardians(first: 5) {
          nodes {
            id
            name
          }
        }
      }
    }
  }
}

fragment OwnSignup on Signup {
  id
  status
  signedUpAt
  viewerCanCancel
  viewerCancelBlockers
  viewerRequestCancellationBlockers
  viewerReconfirmBlockers
  viewerOfferStandInBlockers
  viewerOfferToWaitlistBlockers
}

fragment OwnWaitlistEntry on WaitlistEntry {
  id
  status
  position
  joinedAt
  offeredAt
  offerExpiresAt
  viewerAcceptBlockers
  viewerDeclineBlockers
  viewerLeaveBlockers
}

fragment RoleOnOffer on ShiftRole {
  id
  name
  capacity
  freePlaces
  approvalRequired
  viewerBlockers
}

fragment ShiftTimes on Shift {
  id
  status
  startsAt
  endsAt
  place
  signupOpensAt
  signupClosesAt
}`,
};

export const SignInWithWechatDocument: TypedDocument<SignInWithWechatMutation, SignInWithWechatMutationVariables> = {
  id: 'sha256:e7e8aa4ed6d2962c4cff3b7067b4bb7e0483c633e28b3127de3d42811e669bc7',
  text: `mutation SignInWithWechat($input: SignInWithWechatInput!) {
  signInWithWechat(input: $input) {
    accessToken
    accessTokenExpiresAt
    refreshToken
    refreshTokenExpiresAt
    userErrors {
      code
      message
      path
    }
  }
}`,
};

export const SignOutDocument: TypedDocument<SignOutMutation, SignOutMutationVariables> = {
  id: 'sha256:3afec03b242fe6d3b407f7beec93c5d2d2319b34540b160dfdbd1c5a6482f50f',
  text: `mutation SignOut($input: SignOutInput!) {
  signOut(input: $input) {
    session {
      id
      ending
    }
    userErrors {
      code
      message
      path
    }
  }
}`,
};

export const SignUpForShiftDocument: TypedDocument<SignUpForShiftMutation, SignUpForShiftMutationVariables> = {
  id: 'sha256:b6a7d56f0c3192e69963ecc8ef5867914c714eaafc51200e2c1106da33fd559c',
  text: `mutation SignUpForShift($input: SignUpForShiftInput!) {
  signUpForShift(input: $input) {
    signup {
      ...OwnSignup
    }
    waitlistEntry {
      ...OwnWaitlistEntry
    }
    role {
      ...RoleOnOffer
    }
    clashes {
      id
      title
      startsAt
      endsAt
    }
    freeGuardians {
      id
      name
    }
    userErrors {
      code
      message
      path
    }
  }
}

fragment OwnSignup on Signup {
  id
  status
  signedUpAt
  viewerCanCancel
  viewerCancelBlockers
  viewerRequestCancellationBlockers
  viewerReconfirmBlockers
  viewerOfferStandInBlockers
  viewerOfferToWaitlistBlockers
}

fragment OwnWaitlistEntry on WaitlistEntry {
  id
  status
  position
  joinedAt
  offeredAt
  offerExpiresAt
  viewerAcceptBlockers
  viewerDeclineBlockers
  viewerLeaveBlockers
}

fragment RoleOnOffer on ShiftRole {
  id
  name
  capacity
  freePlaces
  approvalRequired
  viewerBlockers
}`,
};

export const StandInsOfferedDocument: TypedDocument<StandInsOfferedQuery, StandInsOfferedQueryVariables> = {
  id: 'sha256:79faa0f411c110a8537d37e686aabd41f43b4672967bc792b99d9682c5a57093',
  text: `query StandInsOffered($first: Int = 20, $after: String, $where: StandInWhere) {
  viewer {
    guardian {
      id
      standInsOffered(first: $first, after: $after, where: $where) {
        nodes {
          ...StandInOffer
          from {
            id
            name
          }
          role {
            ...RoleOnOffer
          }
          shift {
            ...ShiftTimes
            activity {
              id
              title
              riskNotice
            }
          }
        }
        pageInfo {
          ...NextPage
        }
      }
    }
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}

fragment RoleOnOffer on ShiftRole {
  id
  name
  capacity
  freePlaces
  approvalRequired
  viewerBlockers
}

fragment ShiftTimes on Shift {
  id
  status
  startsAt
  endsAt
  place
  signupOpensAt
  signupClosesAt
}

fragment StandInOffer on StandIn {
  id
  way
  status
  offeredAt
  expiresAt
  rejectReason
  viewerAcceptBlockers
  viewerDeclineBlockers
  viewerWithdrawBlockers
}`,
};

export const SupplementServiceDocument: TypedDocument<SupplementServiceMutation, SupplementServiceMutationVariables> = {
  id: 'sha256:611cb600a864569a08c5a5697a9fa30036cc031716a71b2884b0158e7206bd4f',
  text: `mutation SupplementService($input: SupplementServiceInput!) {
  supplementService(input: $input) {
    serviceRecord {
      ...OwnService
    }
    userErrors {
      code
      message
      path
    }
  }
}

fragment OwnService on ServiceRecord {
  id
  startsAt
  endsAt
  minutes
  source
  status
  description
  decisionReason
  certified
  viewerCanAppeal
}`,
};

export const VerifyCertificateDocument: TypedDocument<VerifyCertificateQuery, VerifyCertificateQueryVariables> = {
  id: 'sha256:3642b606d2a04f2fda8fee8284fed0544f64f0afdb544b71a203bcb361d5e167',
  text: `query VerifyCertificate($number: String!) {
  verifyCertificate(number: $number) {
    number
    valid
    revokedAt
    periodFrom
    periodTo
    totalMinutes
    serviceCount
    issuedAt
    districtName
    schoolName
  }
}`,
};

export const VolunteerBoardDocument: TypedDocument<VolunteerBoardQuery, VolunteerBoardQueryVariables> = {
  id: 'sha256:bc8a80fd9386784872df6d786e3937f3355d2e43449d6955cd77d630de90a5f1',
  text: `query VolunteerBoard($first: Int = 50, $after: String, $where: ShiftWhere) {
  upcomingShifts(first: $first, after: $after, where: $where) {
    nodes {
      ...ShiftTimes
      activity {
        id
        kind
        title
      }
      roles(first: 10) {
        nodes {
          ...RoleOnOffer
        }
      }
    }
    pageInfo {
      ...NextPage
    }
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}

fragment RoleOnOffer on ShiftRole {
  id
  name
  capacity
  freePlaces
  approvalRequired
  viewerBlockers
}

fragment ShiftTimes on Shift {
  id
  status
  startsAt
  endsAt
  place
  signupOpensAt
  signupClosesAt
}`,
};

export const WithdrawLectureDocument: TypedDocument<WithdrawLectureMutation, WithdrawLectureMutationVariables> = {
  id: 'sha256:d6fbdca2889cad4ffb9aba08f11914e6f9d9765597b7f373ded39396b030a28b',
  text: `mutation WithdrawLecture($input: WithdrawParentLectureInput!) {
  withdrawParentLecture(input: $input) {
    lecture {
      ...OwnLecture
    }
    userErrors {
      code
      message
      path
    }
  }
}

fragment OwnLecture on ParentLecture {
  id
  title
  outline
  durationMinutes
  preferredTimes
  status
  reason
  proposedAt
  viewerActions
}`,
};

export const WithdrawStandInDocument: TypedDocument<WithdrawStandInMutation, WithdrawStandInMutationVariables> = {
  id: 'sha256:91a7ce25a45a40dcf35d467d8546334c34d070a1771bea6a0944ed706d266acd',
  text: `mutation WithdrawStandIn($input: WithdrawStandInInput!) {
  withdrawStandIn(input: $input) {
    standIn {
      ...StandInOffer
    }
    userErrors {
      code
      message
      path
    }
  }
}

fragment StandInOffer on StandIn {
  id
  way
  status
  offeredAt
  expiresAt
  rejectReason
  viewerAcceptBlockers
  viewerDeclineBlockers
  viewerWithdrawBlockers
}`,
};
