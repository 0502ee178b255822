// Written by `npm run codegen`: change schema/operations instead.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocument } from './typed-document.ts';

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
  /** The caller's own name, 40 characters at most; must be told the first time (姓名). */
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

/** What occupies the time (占用类型). */
export type EngagementKind =
  /** A guardian has replied that they come to a meeting (参加家长会). */
  | 'MEETING_ATTENDANCE'
  /** A meeting is held in the room (家长会占用场地). */
  | 'MEETING_ROOM'
  /** A volunteer has signed up for a shift (志愿班次报名). */
  | 'SHIFT_SIGNUP'
  /** A slot of a conference is booked (约谈预约). */
  | 'SLOT_BOOKING';

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
  /** Do not sign up, and say so (不报名). */
  | 'REFUSE';

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
  /** The shift has begun or is over (已开始). */
  | 'STARTED'
  /** The volunteer may not sign up for the time being (暂停报名资格). */
  | 'SUSPENDED';

/** What to sign up for (报名). */
export type SignUpForShiftInput = {
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

export type InboxQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: NoticeWhere | null | undefined;
}>;


export type InboxQuery = { readonly viewer: { readonly unreadNoticeCount: number, readonly inbox: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: string, readonly title: string, readonly body: string, readonly createdAt: string, readonly readAt: string | null, readonly about:
          | { readonly __typename: 'Account', readonly id: string }
          | { readonly __typename: 'AgendaItem', readonly id: string }
          | { readonly __typename: 'Attendance', readonly id: string }
          | { readonly __typename: 'Audience', readonly id: string }
          | { readonly __typename: 'AudienceTarget', readonly id: string }
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
          | { readonly __typename: 'VolunteeringPolicy', readonly id: string }
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

export type OwnSignupFragment = { readonly id: string, readonly status: SignupStatus, readonly signedUpAt: string, readonly viewerCanCancel: boolean, readonly viewerCancelBlockers: ReadonlyArray<CancelSignupBlocker> };

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

export type MeetingDetailQueryVariables = Exact<{
  id: string;
}>;


export type MeetingDetailQuery = { readonly meeting: { readonly scope: MeetingScope, readonly summary: string | null, readonly capacity: number | null, readonly cancelReason: string | null, readonly cancelledAt: string | null, readonly id: string, readonly kind: MeetingKind, readonly title: string, readonly status: MeetingStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly replyBy: string | null, readonly school: { readonly id: string, readonly name: string }, readonly organiser: { readonly id: string, readonly name: string } | null, readonly agenda: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly ordinal: number, readonly title: string, readonly speaker: string | null, readonly durationMinutes: number }> }, readonly topics: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string }> }, readonly citedEditions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly number: number, readonly effectiveFrom: string, readonly validity: PolicyValidity | null }> }, readonly invitations: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly invitedAt: string, readonly household: { readonly id: string, readonly name: string, readonly guardians: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly isViewer: boolean }> } } | null, readonly currentReply: { readonly id: string, readonly answer: ReplyAnswer, readonly attendeeCount: number, readonly note: string | null, readonly repliedAt: string, readonly attendingGuardians: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string }> } } | null }> } } | null };

export type MyMeetingsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: MeetingWhere | null | undefined;
}>;


export type MyMeetingsQuery = { readonly viewer: { readonly guardian: { readonly id: string, readonly meetings: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: MeetingKind, readonly title: string, readonly status: MeetingStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly replyBy: string | null, readonly school: { readonly id: string, readonly name: string }, readonly replies: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly answer: ReplyAnswer, readonly attendeeCount: number }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null } };

export type BindChildMutationVariables = Exact<{
  input: BindChildInput;
}>;


export type BindChildMutation = { readonly bindChild: { readonly guardianship: { readonly id: string, readonly relation: GuardianRelation, readonly status: GuardianshipStatus } | null, readonly userErrors: ReadonlyArray<{ readonly code: BindChildErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type MyGuardianshipsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyGuardianshipsQuery = { readonly viewer: { readonly guardian: { readonly id: string, readonly name: string, readonly guardianships: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly relation: GuardianRelation, readonly status: GuardianshipStatus, readonly decisionReason: string | null, readonly student: { readonly id: string, readonly name: string } | null }> } } | null } };

export type MyTimetableQueryVariables = Exact<{
  from: string;
  to: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MyTimetableQuery = { readonly viewer: { readonly guardian: { readonly id: string, readonly timetable: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: EngagementKind, readonly title: string, readonly startsAt: string, readonly endsAt: string, readonly meeting: { readonly id: string, readonly status: MeetingStatus, readonly place: string } | null, readonly signup: { readonly id: string, readonly status: SignupStatus, readonly viewerCanCancel: boolean, readonly shift: { readonly id: string, readonly status: ShiftStatus, readonly place: string } | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null } };

export type OpenLinkQueryVariables = Exact<{
  id: string;
}>;


export type OpenLinkQuery = { readonly node:
    | { readonly __typename: 'Account', readonly id: string }
    | { readonly __typename: 'AgendaItem', readonly id: string }
    | { readonly __typename: 'Attendance', readonly id: string }
    | { readonly __typename: 'Audience', readonly id: string }
    | { readonly __typename: 'AudienceTarget', readonly id: string }
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
    | { readonly __typename: 'VolunteeringPolicy', readonly id: string }
    | { readonly __typename: 'WaitlistEntry', readonly id: string }
    | { readonly __typename: 'WaitlistSkip', readonly id: string }
   | null };

export type ParentHomeQueryVariables = Exact<{
  from: string;
}>;


export type ParentHomeQuery = { readonly viewer: { readonly signedIn: boolean, readonly guardian: { readonly id: string, readonly name: string, readonly children: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly school: { readonly id: string, readonly name: string }, readonly currentClass: { readonly id: string, readonly name: string, readonly meetings: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: MeetingKind, readonly title: string, readonly status: MeetingStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly replyBy: string | null, readonly replies: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly answer: ReplyAnswer, readonly attendeeCount: number }> } }> }, readonly shifts: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: ShiftStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly signupOpensAt: string, readonly signupClosesAt: string, readonly activity: { readonly id: string, readonly kind: ActivityKind, readonly title: string }, readonly roles: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly capacity: number, readonly freePlaces: number | null, readonly approvalRequired: boolean, readonly viewerBlockers: ReadonlyArray<SignupBlocker> }> } }> } } | null }> }, readonly timetable: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: EngagementKind, readonly title: string, readonly startsAt: string, readonly endsAt: string }> }, readonly courses: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly totalMinutes: number | null, readonly publishedAt: string | null }> } } | null } };

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

export type CancelSignupMutationVariables = Exact<{
  input: CancelSignupInput;
}>;


export type CancelSignupMutation = { readonly cancelSignup: { readonly signup: { readonly cancelledAt: string | null, readonly cancelReason: string | null, readonly id: string, readonly status: SignupStatus, readonly signedUpAt: string, readonly viewerCanCancel: boolean, readonly viewerCancelBlockers: ReadonlyArray<CancelSignupBlocker> } | null, readonly role: { readonly id: string, readonly name: string, readonly capacity: number, readonly freePlaces: number | null, readonly approvalRequired: boolean, readonly viewerBlockers: ReadonlyArray<SignupBlocker> } | null, readonly userErrors: ReadonlyArray<{ readonly code: CancelSignupErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type MySignupsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: SignupWhere | null | undefined;
}>;


export type MySignupsQuery = { readonly viewer: { readonly guardian: { readonly id: string, readonly signups: { readonly nodes: ReadonlyArray<{ readonly cancelledAt: string | null, readonly cancelReason: string | null, readonly id: string, readonly status: SignupStatus, readonly signedUpAt: string, readonly viewerCanCancel: boolean, readonly viewerCancelBlockers: ReadonlyArray<CancelSignupBlocker>, readonly role: { readonly id: string, readonly name: string } | null, readonly shift: { readonly cancelUntil: string, readonly id: string, readonly status: ShiftStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly signupOpensAt: string, readonly signupClosesAt: string, readonly activity: { readonly id: string, readonly kind: ActivityKind, readonly title: string } } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null } };

export type ShiftDetailQueryVariables = Exact<{
  id: string;
}>;


export type ShiftDetailQuery = { readonly shift: { readonly cancelUntil: string, readonly cancelReason: string | null, readonly id: string, readonly status: ShiftStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly signupOpensAt: string, readonly signupClosesAt: string, readonly school: { readonly id: string, readonly name: string } | null, readonly activity: { readonly id: string, readonly kind: ActivityKind, readonly title: string, readonly purpose: string, readonly riskNotice: string, readonly contactName: string, readonly contactPhone: string | null, readonly audience: { readonly id: string, readonly name: string } }, readonly roles: { readonly nodes: ReadonlyArray<{ readonly description: string | null, readonly qualification: string | null, readonly minimum: number, readonly confirmedCount: number | null, readonly viewerCanSignUp: boolean, readonly id: string, readonly name: string, readonly capacity: number, readonly freePlaces: number | null, readonly approvalRequired: boolean, readonly viewerBlockers: ReadonlyArray<SignupBlocker>, readonly viewerSignup: { readonly id: string, readonly status: SignupStatus, readonly signedUpAt: string, readonly viewerCanCancel: boolean, readonly viewerCancelBlockers: ReadonlyArray<CancelSignupBlocker> } | null }> } } | null };

export type SignUpForShiftMutationVariables = Exact<{
  input: SignUpForShiftInput;
}>;


export type SignUpForShiftMutation = { readonly signUpForShift: { readonly signup: { readonly id: string, readonly status: SignupStatus, readonly signedUpAt: string, readonly viewerCanCancel: boolean, readonly viewerCancelBlockers: ReadonlyArray<CancelSignupBlocker> } | null, readonly role: { readonly id: string, readonly name: string, readonly capacity: number, readonly freePlaces: number | null, readonly approvalRequired: boolean, readonly viewerBlockers: ReadonlyArray<SignupBlocker> } | null, readonly userErrors: ReadonlyArray<{ readonly code: SignUpForShiftErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type VolunteerBoardQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: ShiftWhere | null | undefined;
}>;


export type VolunteerBoardQuery = { readonly upcomingShifts: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: ShiftStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly signupOpensAt: string, readonly signupClosesAt: string, readonly activity: { readonly id: string, readonly kind: ActivityKind, readonly title: string }, readonly roles: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly capacity: number, readonly freePlaces: number | null, readonly approvalRequired: boolean, readonly viewerBlockers: ReadonlyArray<SignupBlocker> }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

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
  id: 'sha256:c82c71aa4787a88fab23b6162014a614432f462846cbef3d7d42ce010697657f',
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
  id: 'sha256:af70348be640db3f1e88eb763c729948e3e9b554337ab9debbab6af2943e43a1',
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
  id: 'sha256:05cc4eb29a4e31911ec7489e460c02fc64198790322d3796f107b9ff560eba9f',
  text: `query MySignups($first: Int = 20, $after: String, $where: SignupWhere) {
  viewer {
    guardian {
      id
      signups(first: $first, after: $after, where: $where) {
        nodes {
          ...OwnSignup
          cancelledAt
          cancelReason
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
  id: 'sha256:87883950480e3e34d6f901df6f26a6f5085962f1e2a73ee67c3a392c566cd108',
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
  id: 'sha256:d756c2999df3b53705b1c42b50946878ac33ee169ee48fa6e8bfbadaf43e4195',
  text: `mutation SignUpForShift($input: SignUpForShiftInput!) {
  signUpForShift(input: $input) {
    signup {
      ...OwnSignup
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
