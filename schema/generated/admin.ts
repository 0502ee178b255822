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

/** Why approveGuardianship did nothing (失败原因). */
export type ApproveGuardianshipErrorCode =
  /** The pupil lives in two households: say which one the guardian joins (请指定家庭). */
  | 'HOUSEHOLD_NEEDED'
  /** The pupil does not live in that household (不是该学生的家庭). */
  | 'HOUSEHOLD_OF_OTHERS'
  /** It was decided already (已处理). */
  | 'NOT_PENDING'
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

/** Why assignRole did nothing (失败原因). */
export type AssignRoleErrorCode =
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
  | 'SUBJECT';

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
  /** Last day (结束日期), inclusive; open where left out. */
  readonly validTo?: string | null | undefined;
};

/** Why blockGuardian did nothing (失败原因). */
export type BlockGuardianErrorCode =
  /** The guardianship is not in force (监护关系未生效). */
  | 'NOT_ACTIVE'
  /** The guardian is not blocked (未屏蔽). */
  | 'NOT_BLOCKED'
  /** The caller's own guardianship: somebody else decides (不能处理本人的监护关系). */
  | 'OWN';

/** What becomes of a table of which some rows cannot be taken (批量错误处理). */
export type BulkErrorPolicy =
  /** Nothing is done (全部不处理). */
  | 'REJECT_EVERYTHING'
  /** The rows that are good are taken (仅跳过有误的行). */
  | 'REJECT_FAILED_ROWS';

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
  /** The caller does not hold all of it, or the role could not (超出本人权限). */
  | 'MORE_THAN_YOURS'
  /** A school administrator is one of a school, the other roles are of the district (角色与范围不符). */
  | 'NODE_DOES_NOT_FIT';

/** Access for a client without a person (服务令牌). */
export type CreateServiceTokenInput = {
  /** Global id of the district (区标识). */
  readonly districtId: string;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** What it is for, 100 characters at most (用途). */
  readonly name: string;
  /** Names of what its bearer may do besides, as viewer.permissions tells them (权限). */
  readonly permissions?: ReadonlyArray<string>;
  /** What its bearer may see (角色). */
  readonly role: ServiceRole;
  /** Global id of the school, for a role of a school alone (学校标识). */
  readonly schoolId?: string | null | undefined;
  /** For how many days it is good, 1 to 366 (有效天数). */
  readonly validDays: number;
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

/** Why endAssignment did nothing (失败原因). */
export type EndAssignmentErrorCode =
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
  | 'SUBJECT';

/** Which role ends (解除岗位). */
export type EndAssignmentInput = {
  /** Global id of the assignment (任职标识). */
  readonly assignmentId: string;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
};

/** Why endGuardianship did nothing (失败原因). */
export type EndGuardianshipErrorCode =
  /** The guardianship is not in force (监护关系未生效). */
  | 'NOT_ACTIVE'
  /** The guardian is not blocked (未屏蔽). */
  | 'NOT_BLOCKED'
  /** The caller's own guardianship: somebody else decides (不能处理本人的监护关系). */
  | 'OWN';

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
  /** A pupil has a name of 40 characters at most (姓名不能为空). */
  | 'NAME_NEEDED'
  /** There is nobody to enrol (没有学生). */
  | 'NO_ROWS'
  /** A pupil has a number of 30 letters and digits at most (学籍号格式不正确). */
  | 'NUMBER_NEEDED'
  /** The number stands in two rows (学籍号重复). */
  | 'NUMBER_TWICE'
  /** The pupil goes to another school (学生在其他学校). */
  | 'OTHER_SCHOOL'
  /** More than a hundred pupils at once (一次过多). */
  | 'TOO_MANY';

/** Pupils, and the class that they come into (学生入班). */
export type EnrolStudentsInput = {
  /** Global id of the class (班级标识). */
  readonly classId: string;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** What becomes of the rest where a row cannot be taken (错误处理方式). */
  readonly onError?: BulkErrorPolicy;
  /** The pupils, a hundred at most (学生). */
  readonly rows: ReadonlyArray<EnrolStudentRow>;
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

/** Which guardianship, and why (监护关系与原因). */
export type GuardianshipReasonInput = {
  /** Global id of the guardianship (监护关系标识). */
  readonly guardianshipId: string;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Why, 200 characters at most; kept on record (原因). */
  readonly reason: string;
};

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

/** Which way a list runs (排序方向). */
export type OrderDirection =
  /** Ascending (升序). */
  | 'ASC'
  /** Descending (降序). */
  | 'DESC';

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

/** Where the publication of a policy edition or lecture stands (发布状态). */
export type PublicationStatus =
  /** Being written (草稿); seen by its author and administrators. */
  | 'DRAFT'
  /** Published (已发布). */
  | 'PUBLISHED'
  /** Published by mistake and taken back (已撤回); seen by its author and administrators. */
  | 'WITHDRAWN';

/** Why registerStaff did nothing (失败原因). */
export type RegisterStaffErrorCode =
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
  | 'SUBJECT';

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
  /** Last day (结束日期), inclusive; open where left out. */
  readonly validTo?: string | null | undefined;
};

/** Why rejectGuardianship did nothing (失败原因). */
export type RejectGuardianshipErrorCode =
  /** The pupil lives in two households: say which one the guardian joins (请指定家庭). */
  | 'HOUSEHOLD_NEEDED'
  /** The pupil does not live in that household (不是该学生的家庭). */
  | 'HOUSEHOLD_OF_OTHERS'
  /** It was decided already (已处理). */
  | 'NOT_PENDING'
  /** The caller's own request: somebody else decides (不能审核本人申请). */
  | 'OWN_REQUEST'
  /** The pupil lives in two households already (家庭已达上限). */
  | 'TOO_MANY_HOUSEHOLDS';

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

/** Why revokeServiceToken did nothing (失败原因). */
export type RevokeServiceTokenErrorCode =
  /** It was revoked before (已撤销). */
  | 'ALREADY_REVOKED';

/** What to shut (撤销服务令牌). */
export type RevokeServiceTokenInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global id of the service token (服务令牌标识). */
  readonly serviceTokenId: string;
};

/** What a client without a person may see (服务角色). */
export type ServiceRole =
  /** Figures of a district, small groups withheld, never names (分析员). */
  | 'ANALYST'
  /** What a district administrator sees (区级管理员). */
  | 'DISTRICT_ADMIN'
  /** What the administrator of a school sees (学校管理员). */
  | 'SCHOOL_ADMIN';

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
  readonly days: ReadonlyArray<CalendarDayInput>;
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global id of the school year (学年标识). */
  readonly schoolYearId: string;
};

/** Where a shift stands (班次状态). */
export type ShiftStatus =
  /** It does not take place (已取消); the reason is stored. */
  | 'CANCELLED'
  /** Being prepared, seen by its organisers only (草稿). */
  | 'DRAFT'
  /** It takes place (已排定). */
  | 'SCHEDULED';

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

/** A stage of compulsory education (学段). */
export type Stage =
  /** Junior middle school (初中), grades 7 to 9. */
  | 'JUNIOR_MIDDLE'
  /** Primary school (小学), grades 1 to 6. */
  | 'PRIMARY';

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

/** Why unblockGuardian did nothing (失败原因). */
export type UnblockGuardianErrorCode =
  /** The guardianship is not in force (监护关系未生效). */
  | 'NOT_ACTIVE'
  /** The guardian is not blocked (未屏蔽). */
  | 'NOT_BLOCKED'
  /** The caller's own guardianship: somebody else decides (不能处理本人的监护关系). */
  | 'OWN';

/** Why unlinkStaffIdentity did nothing (失败原因). */
export type UnlinkStaffIdentityErrorCode =
  /** Nobody shuts themselves out: another administrator can do it (不能解除本人绑定). */
  | 'OWN_IDENTITY';

/** What to unlink (解除统一身份绑定). */
export type UnlinkStaffIdentityInput = {
  /** Chosen by the client: a retry with the same key answers what the first call did (幂等键). */
  readonly idempotencyKey?: string | null | undefined;
  /** Global id of the link (绑定标识). */
  readonly staffIdentityId: string;
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

export type StaffInboxQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: NoticeWhere | null | undefined;
}>;


export type StaffInboxQuery = { readonly viewer: { readonly unreadNoticeCount: number, readonly inbox: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: string, readonly title: string, readonly body: string, readonly createdAt: string, readonly readAt: string | null, readonly about:
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

export type StaffMarkAllNoticesReadMutationVariables = Exact<{
  input: MarkAllNoticesReadInput;
}>;


export type StaffMarkAllNoticesReadMutation = { readonly markAllNoticesRead: { readonly markedCount: number | null, readonly userErrors: ReadonlyArray<{ readonly code: MarkAllNoticesReadErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type StaffMarkNoticesReadMutationVariables = Exact<{
  input: MarkNoticesReadInput;
}>;


export type StaffMarkNoticesReadMutation = { readonly markNoticesRead: { readonly notices: ReadonlyArray<{ readonly id: string, readonly readAt: string | null }>, readonly userErrors: ReadonlyArray<{ readonly code: MarkNoticesReadErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type ApproveGuardianshipMutationVariables = Exact<{
  input: ApproveGuardianshipInput;
}>;


export type ApproveGuardianshipMutation = { readonly approveGuardianship: { readonly guardianship: { readonly id: string, readonly status: GuardianshipStatus, readonly decidedAt: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ApproveGuardianshipErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type BlockGuardianMutationVariables = Exact<{
  input: GuardianshipReasonInput;
}>;


export type BlockGuardianMutation = { readonly blockGuardian: { readonly guardianship: { readonly id: string, readonly status: GuardianshipStatus, readonly decisionReason: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: BlockGuardianErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type EndGuardianshipMutationVariables = Exact<{
  input: GuardianshipReasonInput;
}>;


export type EndGuardianshipMutation = { readonly endGuardianship: { readonly guardianship: { readonly id: string, readonly status: GuardianshipStatus, readonly decisionReason: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: EndGuardianshipErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type IssueBindingCodesMutationVariables = Exact<{
  input: IssueBindingCodesInput;
}>;


export type IssueBindingCodesMutation = { readonly issueBindingCodes: { readonly issued: ReadonlyArray<{ readonly code: string, readonly expiresAt: string, readonly student: { readonly id: string, readonly name: string, readonly studentNumber: string } | null }> | null, readonly userErrors: ReadonlyArray<{ readonly code: IssueBindingCodesErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type PendingGuardianshipsQueryVariables = Exact<{
  classId: string;
  after?: string | null | undefined;
}>;


export type PendingGuardianshipsQuery = { readonly schoolClass: { readonly id: string, readonly name: string, readonly pendingGuardianships: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly relation: GuardianRelation, readonly livesApart: boolean, readonly guardian: { readonly id: string, readonly name: string, readonly phone: string | null } | null, readonly student: { readonly id: string, readonly name: string, readonly households: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string }> } } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type RejectGuardianshipMutationVariables = Exact<{
  input: GuardianshipReasonInput;
}>;


export type RejectGuardianshipMutation = { readonly rejectGuardianship: { readonly guardianship: { readonly id: string, readonly status: GuardianshipStatus, readonly decidedAt: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: RejectGuardianshipErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type RevokeBindingCodeMutationVariables = Exact<{
  input: RevokeBindingCodeInput;
}>;


export type RevokeBindingCodeMutation = { readonly revokeBindingCode: { readonly bindingCode: { readonly id: string, readonly inForce: boolean, readonly revokedAt: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: RevokeBindingCodeErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type UnblockGuardianMutationVariables = Exact<{
  input: GuardianshipReasonInput;
}>;


export type UnblockGuardianMutation = { readonly unblockGuardian: { readonly guardianship: { readonly id: string, readonly status: GuardianshipStatus, readonly decisionReason: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: UnblockGuardianErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type NextPageFragment = { readonly hasNextPage: boolean, readonly endCursor: string | null };

export type ClassNameFragment = { readonly id: string, readonly name: string, readonly number: number };

export type StaffMemberFragment = { readonly id: string, readonly name: string, readonly staffNumber: string };

export type MeetingRowFragment = { readonly id: string, readonly title: string, readonly kind: MeetingKind, readonly scope: MeetingScope, readonly status: MeetingStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string };

export type MeetingFiguresFragment = { readonly invitedHouseholdCount: number | null, readonly repliedHouseholdCount: number | null, readonly attendingHouseholdCount: number | null, readonly replyRate: { readonly numerator: number, readonly denominator: number, readonly value: number | null } | null };

export type GuardianContactFragment = { readonly id: string, readonly name: string, readonly phone: string | null };

export type CreateServiceTokenMutationVariables = Exact<{
  input: CreateServiceTokenInput;
}>;


export type CreateServiceTokenMutation = { readonly createServiceToken: { readonly secret: string | null, readonly serviceToken: { readonly id: string, readonly name: string, readonly role: ServiceRole, readonly permissions: ReadonlyArray<string>, readonly expiresAt: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: CreateServiceTokenErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type LinkStaffIdentityMutationVariables = Exact<{
  input: LinkStaffIdentityInput;
}>;


export type LinkStaffIdentityMutation = { readonly linkStaffIdentity: { readonly staffIdentity: { readonly id: string, readonly issuer: string, readonly subject: string, readonly linkedAt: string } | null, readonly staff: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: LinkStaffIdentityErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type RevokeServiceTokenMutationVariables = Exact<{
  input: RevokeServiceTokenInput;
}>;


export type RevokeServiceTokenMutation = { readonly revokeServiceToken: { readonly serviceToken: { readonly id: string, readonly active: boolean, readonly revokedAt: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: RevokeServiceTokenErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type ServiceTokensQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ServiceTokensQuery = { readonly serviceTokens: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly role: ServiceRole, readonly permissions: ReadonlyArray<string>, readonly active: boolean, readonly issuedAt: string, readonly expiresAt: string, readonly lastUsedAt: string | null, readonly revokedAt: string | null, readonly school: { readonly id: string, readonly name: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type StaffIdentitiesQueryVariables = Exact<{
  staff: string;
}>;


export type StaffIdentitiesQuery = { readonly node:
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly name: string, readonly id: string, readonly identities: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly issuer: string, readonly subject: string, readonly linkedAt: string }> } }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
   | null };

export type UnlinkStaffIdentityMutationVariables = Exact<{
  input: UnlinkStaffIdentityInput;
}>;


export type UnlinkStaffIdentityMutation = { readonly unlinkStaffIdentity: { readonly staff: { readonly id: string, readonly identities: { readonly nodes: ReadonlyArray<{ readonly id: string }> } } | null, readonly userErrors: ReadonlyArray<{ readonly code: UnlinkStaffIdentityErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type MeetingListQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: MeetingWhere | null | undefined;
  orderBy?: ReadonlyArray<MeetingOrder> | null | undefined;
}>;


export type MeetingListQuery = { readonly meetings: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly kind: MeetingKind, readonly scope: MeetingScope, readonly status: MeetingStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type MeetingRepliesQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: MeetingReplyWhere | null | undefined;
}>;


export type MeetingRepliesQuery = { readonly meeting: { readonly id: string, readonly title: string, readonly kind: MeetingKind, readonly scope: MeetingScope, readonly status: MeetingStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly replies: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly answer: ReplyAnswer, readonly attendeeCount: number, readonly repliedAt: string, readonly household: { readonly id: string, readonly name: string, readonly guardians: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly phone: string | null }> } } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type MeetingRosterQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MeetingRosterQuery = { readonly meeting: { readonly capacity: number | null, readonly replyBy: string | null, readonly id: string, readonly title: string, readonly kind: MeetingKind, readonly scope: MeetingScope, readonly status: MeetingStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly invitedHouseholdCount: number | null, readonly repliedHouseholdCount: number | null, readonly attendingHouseholdCount: number | null, readonly invitations: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: InvitationStatus, readonly household: { readonly id: string, readonly name: string, readonly guardians: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly phone: string | null }> } } | null, readonly currentReply: { readonly id: string, readonly answer: ReplyAnswer, readonly attendeeCount: number, readonly note: string | null, readonly repliedAt: string, readonly guardian: { readonly id: string, readonly name: string, readonly phone: string | null } | null, readonly attendingGuardians: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly phone: string | null }> } } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } }, readonly replyRate: { readonly numerator: number, readonly denominator: number, readonly value: number | null } | null } | null };

export type MeetingsAcrossSchoolsQueryVariables = Exact<{
  schools?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MeetingsAcrossSchoolsQuery = { readonly schools: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly classes: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly number: number, readonly meetings: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly startsAt: string, readonly attendingHouseholdCount: number | null, readonly replies: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly answer: ReplyAnswer, readonly attendeeCount: number }> } }> } }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type AssignRoleMutationVariables = Exact<{
  input: AssignRoleInput;
}>;


export type AssignRoleMutation = { readonly assignRole: { readonly staff: { readonly id: string, readonly name: string } | null, readonly assignment: { readonly id: string, readonly role: StaffRole, readonly validFrom: string, readonly validTo: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: AssignRoleErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type ClassRosterQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ClassRosterQuery = { readonly schoolClass: { readonly studentCount: number | null, readonly id: string, readonly name: string, readonly number: number, readonly school: { readonly id: string, readonly name: string }, readonly grade: { readonly id: string, readonly name: string, readonly stage: Stage }, readonly schoolYear: { readonly id: string, readonly name: string }, readonly homeroomTeacher: { readonly id: string, readonly name: string, readonly staffNumber: string } | null, readonly students: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly studentNumber: string, readonly guardianships: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly relation: GuardianRelation, readonly legal: boolean, readonly primaryContact: boolean, readonly status: GuardianshipStatus, readonly guardian: { readonly id: string, readonly name: string, readonly phone: string | null } | null }> }, readonly households: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type CreateRoomMutationVariables = Exact<{
  input: CreateRoomInput;
}>;


export type CreateRoomMutation = { readonly createRoom: { readonly room: { readonly id: string, readonly name: string, readonly capacity: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: CreateRoomErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type CreateSchoolMutationVariables = Exact<{
  input: CreateSchoolInput;
}>;


export type CreateSchoolMutation = { readonly createSchool: { readonly school: { readonly id: string, readonly code: string, readonly name: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: CreateSchoolErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type CreateSchoolClassMutationVariables = Exact<{
  input: CreateSchoolClassInput;
}>;


export type CreateSchoolClassMutation = { readonly createSchoolClass: { readonly schoolClass: { readonly id: string, readonly name: string, readonly number: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: CreateSchoolClassErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type CreateSchoolYearMutationVariables = Exact<{
  input: CreateSchoolYearInput;
}>;


export type CreateSchoolYearMutation = { readonly createSchoolYear: { readonly schoolYear: { readonly id: string, readonly name: string, readonly startsOn: string, readonly endsOn: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: CreateSchoolYearErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type CreateTermMutationVariables = Exact<{
  input: CreateTermInput;
}>;


export type CreateTermMutation = { readonly createTerm: { readonly term: { readonly id: string, readonly number: number, readonly startsOn: string, readonly endsOn: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: CreateTermErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type EndAssignmentMutationVariables = Exact<{
  input: EndAssignmentInput;
}>;


export type EndAssignmentMutation = { readonly endAssignment: { readonly assignment: { readonly id: string, readonly endedAt: string | null, readonly current: boolean } | null, readonly userErrors: ReadonlyArray<{ readonly code: EndAssignmentErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type EnrolStudentsMutationVariables = Exact<{
  input: EnrolStudentsInput;
}>;


export type EnrolStudentsMutation = { readonly enrolStudents: { readonly schoolClass: { readonly id: string, readonly studentCount: number | null } | null, readonly students: ReadonlyArray<{ readonly id: string, readonly name: string, readonly studentNumber: string }>, readonly userErrors: ReadonlyArray<{ readonly code: EnrolStudentsErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type RegisterStaffMutationVariables = Exact<{
  input: RegisterStaffInput;
}>;


export type RegisterStaffMutation = { readonly registerStaff: { readonly staff: { readonly id: string, readonly name: string, readonly staffNumber: string } | null, readonly assignment: { readonly id: string, readonly role: StaffRole, readonly validFrom: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: RegisterStaffErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type SchoolOverviewQueryVariables = Exact<{
  id: string;
  from: string;
}>;


export type SchoolOverviewQuery = { readonly school: { readonly id: string, readonly code: string, readonly name: string, readonly stages: ReadonlyArray<Stage>, readonly studentCount: number | null, readonly district: { readonly id: string, readonly name: string }, readonly classes: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly studentCount: number | null, readonly id: string, readonly name: string, readonly number: number, readonly grade: { readonly id: string, readonly name: string }, readonly schoolYear: { readonly id: string, readonly current: boolean }, readonly homeroomTeacher: { readonly id: string, readonly name: string, readonly staffNumber: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } }, readonly meetings: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly kind: MeetingKind, readonly scope: MeetingScope, readonly status: MeetingStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly invitedHouseholdCount: number | null, readonly repliedHouseholdCount: number | null, readonly attendingHouseholdCount: number | null, readonly replyRate: { readonly numerator: number, readonly denominator: number, readonly value: number | null } | null }> }, readonly shifts: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: ShiftStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly signupCount: number | null, readonly activity: { readonly id: string, readonly kind: ActivityKind, readonly title: string } }> }, readonly courses: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly publishedAt: string | null, readonly citesOutdated: boolean }> }, readonly policyDocuments: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly documentNumber: string | null, readonly issuedOn: string }> }, readonly rooms: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly capacity: number }> } } | null };

export type SetCalendarDaysMutationVariables = Exact<{
  input: SetCalendarDaysInput;
}>;


export type SetCalendarDaysMutation = { readonly setCalendarDays: { readonly schoolYear: { readonly id: string, readonly calendarDays: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly date: string, readonly kind: CalendarDayKind, readonly name: string, readonly followsWeekday: number | null }> } } | null, readonly userErrors: ReadonlyArray<{ readonly code: SetCalendarDaysErrorCode, readonly message: string, readonly path: ReadonlyArray<string> }> } };

export type StaffDirectoryQueryVariables = Exact<{
  school: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type StaffDirectoryQuery = { readonly school: { readonly id: string, readonly name: string, readonly staff: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly phone: string | null, readonly id: string, readonly name: string, readonly staffNumber: string, readonly currentAssignments: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly role: StaffRole, readonly subject: string | null, readonly validFrom: string, readonly validTo: string | null, readonly grade: { readonly id: string, readonly name: string } | null, readonly schoolClass: { readonly id: string, readonly name: string, readonly number: number } | null }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type StaffHomeQueryVariables = Exact<{
  from: string;
}>;


export type StaffHomeQuery = { readonly viewer: { readonly permissions: ReadonlyArray<string>, readonly staff: { readonly id: string, readonly name: string, readonly staffNumber: string, readonly currentAssignments: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly role: StaffRole, readonly subject: string | null, readonly school: { readonly id: string, readonly name: string } | null, readonly grade: { readonly id: string, readonly name: string } | null, readonly schoolClass: { readonly id: string, readonly name: string, readonly number: number } | null }> }, readonly classes: { readonly nodes: ReadonlyArray<{ readonly studentCount: number | null, readonly id: string, readonly name: string, readonly number: number, readonly school: { readonly id: string, readonly name: string } }> }, readonly timetable: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: EngagementKind, readonly title: string, readonly startsAt: string, readonly endsAt: string }> } } | null } };

export type StudentLookupQueryVariables = Exact<{
  studentNumber: string;
}>;


export type StudentLookupQuery = { readonly students: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly studentNumber: string, readonly school: { readonly id: string, readonly name: string }, readonly currentClass: { readonly id: string, readonly name: string, readonly number: number, readonly homeroomTeacher: { readonly id: string, readonly name: string, readonly staffNumber: string } | null } | null, readonly guardianships: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly relation: GuardianRelation, readonly legal: boolean, readonly primaryContact: boolean, readonly status: GuardianshipStatus, readonly guardian: { readonly id: string, readonly name: string, readonly phone: string | null } | null }> } }> } };

export type ContentToReviseQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type ContentToReviseQuery = { readonly outdatedCourses: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly publishedEdition: { readonly id: string, readonly number: number, readonly citedEditions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly validity: PolicyValidity | null, readonly effectiveTo: string | null }> } } | null }> }, readonly outdatedPolicyLectures: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly lecturerName: string, readonly citedEditions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly validity: PolicyValidity | null, readonly effectiveTo: string | null }> } }> } };

export type PolicyLibraryQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: PolicyDocumentWhere | null | undefined;
  orderBy?: ReadonlyArray<PolicyDocumentOrder> | null | undefined;
}>;


export type PolicyLibraryQuery = { readonly policyDocuments: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly documentNumber: string | null, readonly issuer: string, readonly issuedOn: string, readonly level: PolicyLevel, readonly isPublic: boolean, readonly audience: { readonly id: string, readonly name: string } | null, readonly topics: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string }> }, readonly currentEdition: { readonly id: string, readonly number: number, readonly validity: PolicyValidity | null } | null, readonly editions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly number: number, readonly status: PublicationStatus, readonly validity: PolicyValidity | null, readonly effectiveFrom: string, readonly effectiveTo: string | null, readonly publishedAt: string | null }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ShiftRosterQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
}>;


export type ShiftRosterQuery = { readonly shift: { readonly id: string, readonly status: ShiftStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string, readonly signupCount: number | null, readonly activity: { readonly id: string, readonly kind: ActivityKind, readonly title: string, readonly organiser: { readonly id: string, readonly name: string, readonly staffNumber: string } | null }, readonly roles: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly capacity: number, readonly minimum: number, readonly confirmedCount: number | null, readonly placesTaken: number | null, readonly approvalRequired: boolean, readonly signups: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: SignupStatus, readonly signedUpAt: string, readonly guardian: { readonly id: string, readonly name: string, readonly phone: string | null } | null, readonly household: { readonly id: string, readonly name: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } }> } } | null };

export type VolunteerActivitiesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: VolunteerActivityWhere | null | undefined;
  from: string;
}>;


export type VolunteerActivitiesQuery = { readonly volunteerActivities: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: ActivityKind, readonly title: string, readonly status: ActivityStatus, readonly publishedAt: string | null, readonly signupCount: number | null, readonly school: { readonly id: string, readonly name: string } | null, readonly audience: { readonly id: string, readonly name: string }, readonly organiser: { readonly id: string, readonly name: string, readonly staffNumber: string } | null, readonly shifts: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: ShiftStatus, readonly startsAt: string, readonly endsAt: string, readonly place: string }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export const ApproveGuardianshipDocument: TypedDocument<ApproveGuardianshipMutation, ApproveGuardianshipMutationVariables> = {
  id: 'sha256:81978cc3af8e6a63490b85af60df7b74275bf4224a758cb4612aa216e456b0c6',
  text: `mutation ApproveGuardianship($input: ApproveGuardianshipInput!) {
  approveGuardianship(input: $input) {
    guardianship {
      id
      status
      decidedAt
    }
    userErrors {
      code
      message
      path
    }
  }
}`,
};

export const AssignRoleDocument: TypedDocument<AssignRoleMutation, AssignRoleMutationVariables> = {
  id: 'sha256:39f80d4f2c1fff340908ee9adffdcd6b4e69a32bf70fb58df9ceea20715a2bf1',
  text: `mutation AssignRole($input: AssignRoleInput!) {
  assignRole(input: $input) {
    staff {
      id
      name
    }
    assignment {
      id
      role
      validFrom
      validTo
    }
    userErrors {
      code
      message
      path
    }
  }
}`,
};

export const BlockGuardianDocument: TypedDocument<BlockGuardianMutation, BlockGuardianMutationVariables> = {
  id: 'sha256:0002ccb143c6e6d4e2953e0275a8a7448bba6b559e73003d4dc86b8d56d7d954',
  text: `mutation BlockGuardian($input: GuardianshipReasonInput!) {
  blockGuardian(input: $input) {
    guardianship {
      id
      status
      decisionReason
    }
    userErrors {
      code
      message
      path
    }
  }
}`,
};

export const ClassRosterDocument: TypedDocument<ClassRosterQuery, ClassRosterQueryVariables> = {
  id: 'sha256:a1ed515a68a53972da8719789cad0073cd3d83438f08b031137f387896cc43bf',
  text: `query ClassRoster($id: ID!, $first: Int = 60, $after: String) {
  schoolClass(id: $id) {
    ...ClassName
    studentCount
    school {
      id
      name
    }
    grade {
      id
      name
      stage
    }
    schoolYear {
      id
      name
    }
    homeroomTeacher {
      ...StaffMember
    }
    students(first: $first, after: $after) {
      nodes {
        id
        name
        studentNumber
        guardianships(first: 5) {
          nodes {
            id
            relation
            legal
            primaryContact
            status
            guardian {
              ...GuardianContact
            }
          }
        }
        households(first: 2) {
          nodes {
            id
            name
          }
        }
      }
      pageInfo {
        ...NextPage
      }
    }
  }
}

fragment ClassName on SchoolClass {
  id
  name
  number
}

fragment GuardianContact on Guardian {
  id
  name
  phone
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}

fragment StaffMember on Staff {
  id
  name
  staffNumber
}`,
};

export const ContentToReviseDocument: TypedDocument<ContentToReviseQuery, ContentToReviseQueryVariables> = {
  id: 'sha256:7a73c28f40b8e063f51f170f011bade8964114f852ded793bd86326eb32f5b2f',
  text: `query ContentToRevise($first: Int = 20) {
  outdatedCourses(first: $first) {
    nodes {
      id
      title
      publishedEdition {
        id
        number
        citedEditions(first: 10) {
          nodes {
            id
            title
            validity
            effectiveTo
          }
        }
      }
    }
    totalCount
  }
  outdatedPolicyLectures(first: $first) {
    nodes {
      id
      title
      lecturerName
      citedEditions(first: 10) {
        nodes {
          id
          title
          validity
          effectiveTo
        }
      }
    }
    totalCount
  }
}`,
};

export const CreateRoomDocument: TypedDocument<CreateRoomMutation, CreateRoomMutationVariables> = {
  id: 'sha256:82cd447abf9780abc149d3f7dc6b4162a321b9cf5b65d5ac275eebc99de27853',
  text: `mutation CreateRoom($input: CreateRoomInput!) {
  createRoom(input: $input) {
    room {
      id
      name
      capacity
    }
    userErrors {
      code
      message
      path
    }
  }
}`,
};

export const CreateSchoolDocument: TypedDocument<CreateSchoolMutation, CreateSchoolMutationVariables> = {
  id: 'sha256:7e86f12e1a41a93eecb274456d4ad90527a06976089021795432a93e0b076ac0',
  text: `mutation CreateSchool($input: CreateSchoolInput!) {
  createSchool(input: $input) {
    school {
      id
      code
      name
    }
    userErrors {
      code
      message
      path
    }
  }
}`,
};

export const CreateSchoolClassDocument: TypedDocument<CreateSchoolClassMutation, CreateSchoolClassMutationVariables> = {
  id: 'sha256:b262dccd6caf90636e77e3833399d8a9e858ee619129c6c6d9ece0165038b745',
  text: `mutation CreateSchoolClass($input: CreateSchoolClassInput!) {
  createSchoolClass(input: $input) {
    schoolClass {
      id
      name
      number
    }
    userErrors {
      code
      message
      path
    }
  }
}`,
};

export const CreateSchoolYearDocument: TypedDocument<CreateSchoolYearMutation, CreateSchoolYearMutationVariables> = {
  id: 'sha256:a62047d3cf7a453d3fdb99ee5bda368f8c8750dd8e507fdbcfa181d8da5579f3',
  text: `mutation CreateSchoolYear($input: CreateSchoolYearInput!) {
  createSchoolYear(input: $input) {
    schoolYear {
      id
      name
      startsOn
      endsOn
    }
    userErrors {
      code
      message
      path
    }
  }
}`,
};

export const CreateServiceTokenDocument: TypedDocument<CreateServiceTokenMutation, CreateServiceTokenMutationVariables> = {
  id: 'sha256:d6b1ae70219e6a9bf7b86a08d529e870b3443393b608f26ce7160e773066f0cf',
  text: `mutation CreateServiceToken($input: CreateServiceTokenInput!) {
  createServiceToken(input: $input) {
    serviceToken {
      id
      name
      role
      permissions
      expiresAt
    }
    secret
    userErrors {
      code
      message
      path
    }
  }
}`,
};

export const CreateTermDocument: TypedDocument<CreateTermMutation, CreateTermMutationVariables> = {
  id: 'sha256:744e34c9b067c201db924de86b445c39acab8441c720257ea61061830e04d81d',
  text: `mutation CreateTerm($input: CreateTermInput!) {
  createTerm(input: $input) {
    term {
      id
      number
      startsOn
      endsOn
    }
    userErrors {
      code
      message
      path
    }
  }
}`,
};

export const EndAssignmentDocument: TypedDocument<EndAssignmentMutation, EndAssignmentMutationVariables> = {
  id: 'sha256:679cd9c07089c1e8ed029ed5a0568abfd65266d4b409a0af9a76b2aca597ea96',
  text: `mutation EndAssignment($input: EndAssignmentInput!) {
  endAssignment(input: $input) {
    assignment {
      id
      endedAt
      current
    }
    userErrors {
      code
      message
      path
    }
  }
}`,
};

export const EndGuardianshipDocument: TypedDocument<EndGuardianshipMutation, EndGuardianshipMutationVariables> = {
  id: 'sha256:2c21814f70b1d2068dd5bd07e82af8f52857b6c75db469a47f97a846afeb92a3',
  text: `mutation EndGuardianship($input: GuardianshipReasonInput!) {
  endGuardianship(input: $input) {
    guardianship {
      id
      status
      decisionReason
    }
    userErrors {
      code
      message
      path
    }
  }
}`,
};

export const EnrolStudentsDocument: TypedDocument<EnrolStudentsMutation, EnrolStudentsMutationVariables> = {
  id: 'sha256:d3c83b59259ae680eaca96b2366e718e3577fbe40c189fe15a36b2a14ba0f6fd',
  text: `mutation EnrolStudents($input: EnrolStudentsInput!) {
  enrolStudents(input: $input) {
    schoolClass {
      id
      studentCount
    }
    students {
      id
      name
      studentNumber
    }
    userErrors {
      code
      message
      path
    }
  }
}`,
};

export const IssueBindingCodesDocument: TypedDocument<IssueBindingCodesMutation, IssueBindingCodesMutationVariables> = {
  id: 'sha256:16e2e08d0abdb91bbf489410af07134ef2e2683db668c413a7dad0b729d2908c',
  text: `mutation IssueBindingCodes($input: IssueBindingCodesInput!) {
  issueBindingCodes(input: $input) {
    issued {
      student {
        id
        name
        studentNumber
      }
      code
      expiresAt
    }
    userErrors {
      code
      message
      path
    }
  }
}`,
};

export const LinkStaffIdentityDocument: TypedDocument<LinkStaffIdentityMutation, LinkStaffIdentityMutationVariables> = {
  id: 'sha256:fb19616b4940ce1d55335e08f1818d074fa71f4959df719658c5646d16898532',
  text: `mutation LinkStaffIdentity($input: LinkStaffIdentityInput!) {
  linkStaffIdentity(input: $input) {
    staffIdentity {
      id
      issuer
      subject
      linkedAt
    }
    staff {
      id
    }
    userErrors {
      code
      message
      path
    }
  }
}`,
};

export const MeetingListDocument: TypedDocument<MeetingListQuery, MeetingListQueryVariables> = {
  id: 'sha256:786be4a74f6e43df840ce07b31b06bf0c1be350b732e7b6e91266ceacf4ff8c0',
  text: `query MeetingList($first: Int = 100, $after: String, $where: MeetingWhere, $orderBy: [MeetingOrder!]) {
  meetings(first: $first, after: $after, where: $where, orderBy: $orderBy) {
    nodes {
      ...MeetingRow
    }
    pageInfo {
      ...NextPage
    }
  }
}

fragment MeetingRow on Meeting {
  id
  title
  kind
  scope
  status
  startsAt
  endsAt
  place
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`,
};

export const MeetingRepliesDocument: TypedDocument<MeetingRepliesQuery, MeetingRepliesQueryVariables> = {
  id: 'sha256:60b2ec20d1563685c8d06e03973cfcd9c6b7932988b2c64ff88ddff2294e4c2d',
  text: `query MeetingReplies($id: ID!, $first: Int = 45, $after: String, $where: MeetingReplyWhere) {
  meeting(id: $id) {
    ...MeetingRow
    replies(first: $first, after: $after, where: $where) {
      nodes {
        id
        answer
        attendeeCount
        repliedAt
        household {
          id
          name
          guardians(first: 5) {
            nodes {
              ...GuardianContact
            }
          }
        }
      }
      pageInfo {
        ...NextPage
      }
    }
  }
}

fragment GuardianContact on Guardian {
  id
  name
  phone
}

fragment MeetingRow on Meeting {
  id
  title
  kind
  scope
  status
  startsAt
  endsAt
  place
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`,
};

export const MeetingRosterDocument: TypedDocument<MeetingRosterQuery, MeetingRosterQueryVariables> = {
  id: 'sha256:9017b97679c6490bf60a190cb7fd6496257bf9ffc261aa0ec8d30ce3dbb9583c',
  text: `query MeetingRoster($id: ID!, $first: Int = 50, $after: String) {
  meeting(id: $id) {
    ...MeetingRow
    ...MeetingFigures
    capacity
    replyBy
    invitations(first: $first, after: $after) {
      nodes {
        id
        status
        household {
          id
          name
          guardians(first: 5) {
            nodes {
              ...GuardianContact
            }
          }
        }
        currentReply {
          id
          answer
          attendeeCount
          note
          repliedAt
          guardian {
            ...GuardianContact
          }
          attendingGuardians(first: 5) {
            nodes {
              ...GuardianContact
            }
          }
        }
      }
      pageInfo {
        ...NextPage
      }
    }
  }
}

fragment GuardianContact on Guardian {
  id
  name
  phone
}

fragment MeetingFigures on Meeting {
  invitedHouseholdCount
  repliedHouseholdCount
  attendingHouseholdCount
  replyRate {
    numerator
    denominator
    value
  }
}

fragment MeetingRow on Meeting {
  id
  title
  kind
  scope
  status
  startsAt
  endsAt
  place
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`,
};

export const MeetingsAcrossSchoolsDocument: TypedDocument<MeetingsAcrossSchoolsQuery, MeetingsAcrossSchoolsQueryVariables> = {
  id: 'sha256:bce13f6153a24a8e4d1e20b8d64e3eb6f738c46803991036b9b20e9f8c030c26',
  text: `query MeetingsAcrossSchools($schools: Int = 20, $after: String) {
  schools(first: $schools, after: $after) {
    nodes {
      id
      name
      classes(first: 5) {
        nodes {
          ...ClassName
          meetings(first: 3) {
            nodes {
              id
              title
              startsAt
              attendingHouseholdCount
              replies(first: 5) {
                nodes {
                  id
                  answer
                  attendeeCount
                }
              }
            }
          }
        }
      }
    }
    pageInfo {
      ...NextPage
    }
  }
}

fragment ClassName on SchoolClass {
  id
  name
  number
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`,
};

export const PendingGuardianshipsDocument: TypedDocument<PendingGuardianshipsQuery, PendingGuardianshipsQueryVariables> = {
  id: 'sha256:ff29ab4462008d0bcedded0a28bde272373a1aaa9e000115cb6ebde764f5d8c0',
  text: `query PendingGuardianships($classId: ID!, $after: String) {
  schoolClass(id: $classId) {
    id
    name
    pendingGuardianships(first: 20, after: $after) {
      nodes {
        id
        relation
        livesApart
        guardian {
          id
          name
          phone
        }
        student {
          id
          name
          households(first: 2) {
            nodes {
              id
              name
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}`,
};

export const PolicyLibraryDocument: TypedDocument<PolicyLibraryQuery, PolicyLibraryQueryVariables> = {
  id: 'sha256:2c1684c78bc927976e63b8da851a28a6036cdad9364a44e99371ff4de27fde73',
  text: `query PolicyLibrary($first: Int = 20, $after: String, $where: PolicyDocumentWhere, $orderBy: [PolicyDocumentOrder!]) {
  policyDocuments(first: $first, after: $after, where: $where, orderBy: $orderBy) {
    nodes {
      id
      title
      documentNumber
      issuer
      issuedOn
      level
      isPublic
      audience {
        id
        name
      }
      topics(first: 5) {
        nodes {
          id
          name
        }
      }
      currentEdition {
        id
        number
        validity
      }
      editions(first: 10) {
        nodes {
          id
          number
          status
          validity
          effectiveFrom
          effectiveTo
          publishedAt
        }
      }
    }
    pageInfo {
      ...NextPage
    }
    totalCount
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`,
};

export const RegisterStaffDocument: TypedDocument<RegisterStaffMutation, RegisterStaffMutationVariables> = {
  id: 'sha256:50975917320ef6620dc25a05723bfa81c01ff1c56b76afa499e2b5a43f232bc8',
  text: `mutation RegisterStaff($input: RegisterStaffInput!) {
  registerStaff(input: $input) {
    staff {
      id
      name
      staffNumber
    }
    assignment {
      id
      role
      validFrom
    }
    userErrors {
      code
      message
      path
    }
  }
}`,
};

export const RejectGuardianshipDocument: TypedDocument<RejectGuardianshipMutation, RejectGuardianshipMutationVariables> = {
  id: 'sha256:6cf6f609419a184b505cfa0e9a30736b34a7aa0f5d52b555904495098e0f55c0',
  text: `mutation RejectGuardianship($input: GuardianshipReasonInput!) {
  rejectGuardianship(input: $input) {
    guardianship {
      id
      status
      decidedAt
    }
    userErrors {
      code
      message
      path
    }
  }
}`,
};

export const RevokeBindingCodeDocument: TypedDocument<RevokeBindingCodeMutation, RevokeBindingCodeMutationVariables> = {
  id: 'sha256:628dda7e37bbdf93f43cb240aa00335d8ffbc6bb68e024fe3ef77a5c1ef9521f',
  text: `mutation RevokeBindingCode($input: RevokeBindingCodeInput!) {
  revokeBindingCode(input: $input) {
    bindingCode {
      id
      inForce
      revokedAt
    }
    userErrors {
      code
      message
      path
    }
  }
}`,
};

export const RevokeServiceTokenDocument: TypedDocument<RevokeServiceTokenMutation, RevokeServiceTokenMutationVariables> = {
  id: 'sha256:f0d5c76d981fe97d8ccbaf375d42f9019bf1302c189ea47398fdffc6f4ab6b0c',
  text: `mutation RevokeServiceToken($input: RevokeServiceTokenInput!) {
  revokeServiceToken(input: $input) {
    serviceToken {
      id
      active
      revokedAt
    }
    userErrors {
      code
      message
      path
    }
  }
}`,
};

export const SchoolOverviewDocument: TypedDocument<SchoolOverviewQuery, SchoolOverviewQueryVariables> = {
  id: 'sha256:e3f62b317c322c8b0c78111fbe8cc235a5da5fe074f5d312dbe33c7c8f388191',
  text: `query SchoolOverview($id: ID!, $from: DateTime!) {
  school(id: $id) {
    id
    code
    name
    stages
    studentCount
    district {
      id
      name
    }
    classes(first: 100) {
      nodes {
        ...ClassName
        studentCount
        grade {
          id
          name
        }
        schoolYear {
          id
          current
        }
        homeroomTeacher {
          ...StaffMember
        }
      }
      totalCount
      pageInfo {
        ...NextPage
      }
    }
    meetings(
      first: 10
      where: {startsAt: {gte: $from}}
      orderBy: [{by: STARTS_AT, direction: ASC}]
    ) {
      nodes {
        ...MeetingRow
        ...MeetingFigures
      }
      totalCount
    }
    shifts(first: 10, where: {startsAt: {gte: $from}}) {
      nodes {
        id
        status
        startsAt
        endsAt
        place
        signupCount
        activity {
          id
          kind
          title
        }
      }
      totalCount
    }
    courses(first: 10) {
      nodes {
        id
        title
        publishedAt
        citesOutdated
      }
      totalCount
    }
    policyDocuments(first: 10) {
      nodes {
        id
        title
        documentNumber
        issuedOn
      }
      totalCount
    }
    rooms(first: 50) {
      nodes {
        id
        name
        capacity
      }
    }
  }
}

fragment ClassName on SchoolClass {
  id
  name
  number
}

fragment MeetingFigures on Meeting {
  invitedHouseholdCount
  repliedHouseholdCount
  attendingHouseholdCount
  replyRate {
    numerator
    denominator
    value
  }
}

fragment MeetingRow on Meeting {
  id
  title
  kind
  scope
  status
  startsAt
  endsAt
  place
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}

fragment StaffMember on Staff {
  id
  name
  staffNumber
}`,
};

export const ServiceTokensDocument: TypedDocument<ServiceTokensQuery, ServiceTokensQueryVariables> = {
  id: 'sha256:d3bf3c1da70aee2df38e8f199dedc53e2c5a07818f65f6b0026907162ba99c42',
  text: `query ServiceTokens($after: String) {
  serviceTokens(first: 50, after: $after) {
    nodes {
      id
      name
      role
      permissions
      active
      issuedAt
      expiresAt
      lastUsedAt
      revokedAt
      school {
        id
        name
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`,
};

export const SetCalendarDaysDocument: TypedDocument<SetCalendarDaysMutation, SetCalendarDaysMutationVariables> = {
  id: 'sha256:33d15fb138f2b64658861f90a7054444915a0324d7dba037c5ea95a84251dfb3',
  text: `mutation SetCalendarDays($input: SetCalendarDaysInput!) {
  setCalendarDays(input: $input) {
    schoolYear {
      id
      calendarDays(first: 100) {
        nodes {
          id
          date
          kind
          name
          followsWeekday
        }
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

export const ShiftRosterDocument: TypedDocument<ShiftRosterQuery, ShiftRosterQueryVariables> = {
  id: 'sha256:3dcdd010a4965b201f8dfaaa1077c9c5093342d824a54a7bccd2749a5ef659c6',
  text: `query ShiftRoster($id: ID!, $first: Int = 50) {
  shift(id: $id) {
    id
    status
    startsAt
    endsAt
    place
    signupCount
    activity {
      id
      kind
      title
      organiser {
        ...StaffMember
      }
    }
    roles(first: 10) {
      nodes {
        id
        name
        capacity
        minimum
        confirmedCount
        placesTaken
        approvalRequired
        signups(first: $first, where: {status: {in: [PENDING, CONFIRMED]}}) {
          nodes {
            id
            status
            signedUpAt
            guardian {
              ...GuardianContact
            }
            household {
              id
              name
            }
          }
          pageInfo {
            ...NextPage
          }
        }
      }
    }
  }
}

fragment GuardianContact on Guardian {
  id
  name
  phone
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}

fragment StaffMember on Staff {
  id
  name
  staffNumber
}`,
};

export const StaffDirectoryDocument: TypedDocument<StaffDirectoryQuery, StaffDirectoryQueryVariables> = {
  id: 'sha256:c774dbbe019386e5cf8ee84a0dbc3fe026ce1276fb084cb8a906f8a7ace7c628',
  text: `query StaffDirectory($school: ID!, $first: Int = 50, $after: String) {
  school(id: $school) {
    id
    name
    staff(first: $first, after: $after) {
      nodes {
        ...StaffMember
        phone
        currentAssignments(first: 10) {
          nodes {
            id
            role
            subject
            validFrom
            validTo
            grade {
              id
              name
            }
            schoolClass {
              ...ClassName
            }
          }
        }
      }
      pageInfo {
        ...NextPage
      }
      totalCount
    }
  }
}

fragment ClassName on SchoolClass {
  id
  name
  number
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}

fragment StaffMember on Staff {
  id
  name
  staffNumber
}`,
};

export const StaffHomeDocument: TypedDocument<StaffHomeQuery, StaffHomeQueryVariables> = {
  id: 'sha256:8d6be6388c93252edbd0f9cbbf2616d551466b3ed4d3146355c43e8bd2f90599',
  text: `query StaffHome($from: DateTime!) {
  viewer {
    permissions
    staff {
      ...StaffMember
      currentAssignments(first: 20) {
        nodes {
          id
          role
          subject
          school {
            id
            name
          }
          grade {
            id
            name
          }
          schoolClass {
            ...ClassName
          }
        }
      }
      classes(first: 20) {
        nodes {
          ...ClassName
          studentCount
          school {
            id
            name
          }
        }
      }
      timetable(first: 10, where: {startsAt: {gte: $from}}) {
        nodes {
          id
          kind
          title
          startsAt
          endsAt
        }
      }
    }
  }
}

fragment ClassName on SchoolClass {
  id
  name
  number
}

fragment StaffMember on Staff {
  id
  name
  staffNumber
}`,
};

export const StaffIdentitiesDocument: TypedDocument<StaffIdentitiesQuery, StaffIdentitiesQueryVariables> = {
  id: 'sha256:4f8ab98a2b8ef8664418dfbdbabf26f206373f3eed338673c057bddf2d6631ed',
  text: `query StaffIdentities($staff: ID!) {
  node(id: $staff) {
    id
    ... on Staff {
      name
      identities(first: 20) {
        nodes {
          id
          issuer
          subject
          linkedAt
        }
      }
    }
  }
}`,
};

export const StaffInboxDocument: TypedDocument<StaffInboxQuery, StaffInboxQueryVariables> = {
  id: 'sha256:1995faaf7609a33e519a004dbb1987a454d17bcfd4bea95e76452a8498224d78',
  text: `query StaffInbox($first: Int = 20, $after: String, $where: NoticeWhere) {
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

export const StaffMarkAllNoticesReadDocument: TypedDocument<StaffMarkAllNoticesReadMutation, StaffMarkAllNoticesReadMutationVariables> = {
  id: 'sha256:f0e633ed961bc9ce8d0fca62b47db65ec528a883776eb54593a30f87e4d99266',
  text: `mutation StaffMarkAllNoticesRead($input: MarkAllNoticesReadInput!) {
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

export const StaffMarkNoticesReadDocument: TypedDocument<StaffMarkNoticesReadMutation, StaffMarkNoticesReadMutationVariables> = {
  id: 'sha256:56df479597b50e535cbcba86162510861e74a67f885a1162c63d7e832e42e461',
  text: `mutation StaffMarkNoticesRead($input: MarkNoticesReadInput!) {
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

export const StudentLookupDocument: TypedDocument<StudentLookupQuery, StudentLookupQueryVariables> = {
  id: 'sha256:04196f80c1a3b6972f555c802839e53a05b9189656a3e6b4842c8f2f80dbab94',
  text: `query StudentLookup($studentNumber: String!) {
  students(first: 1, where: {studentNumber: {eq: $studentNumber}}) {
    nodes {
      id
      name
      studentNumber
      school {
        id
        name
      }
      currentClass {
        ...ClassName
        homeroomTeacher {
          ...StaffMember
        }
      }
      guardianships(first: 10) {
        nodes {
          id
          relation
          legal
          primaryContact
          status
          guardian {
            ...GuardianContact
          }
        }
      }
    }
  }
}

fragment ClassName on SchoolClass {
  id
  name
  number
}

fragment GuardianContact on Guardian {
  id
  name
  phone
}

fragment StaffMember on Staff {
  id
  name
  staffNumber
}`,
};

export const UnblockGuardianDocument: TypedDocument<UnblockGuardianMutation, UnblockGuardianMutationVariables> = {
  id: 'sha256:a71472b624d2909d6ea4742f0718483e65b30edaa2850979d5ffd6802a3ceec5',
  text: `mutation UnblockGuardian($input: GuardianshipReasonInput!) {
  unblockGuardian(input: $input) {
    guardianship {
      id
      status
      decisionReason
    }
    userErrors {
      code
      message
      path
    }
  }
}`,
};

export const UnlinkStaffIdentityDocument: TypedDocument<UnlinkStaffIdentityMutation, UnlinkStaffIdentityMutationVariables> = {
  id: 'sha256:f546e6388d35011f1f145ad3d255b9240dad9489f80716cffe0922a24b7be2e2',
  text: `mutation UnlinkStaffIdentity($input: UnlinkStaffIdentityInput!) {
  unlinkStaffIdentity(input: $input) {
    staff {
      id
      identities {
        nodes {
          id
        }
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

export const VolunteerActivitiesDocument: TypedDocument<VolunteerActivitiesQuery, VolunteerActivitiesQueryVariables> = {
  id: 'sha256:c01daf0625540ddc064bd790fe8b0c905d03642d309fc1ea5c5c8d39607331a5',
  text: `query VolunteerActivities($first: Int = 20, $after: String, $where: VolunteerActivityWhere, $from: DateTime!) {
  volunteerActivities(first: $first, after: $after, where: $where) {
    nodes {
      id
      kind
      title
      status
      publishedAt
      signupCount
      school {
        id
        name
      }
      audience {
        id
        name
      }
      organiser {
        ...StaffMember
      }
      shifts(first: 5, where: {startsAt: {gte: $from}}) {
        nodes {
          id
          status
          startsAt
          endsAt
          place
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

fragment StaffMember on Staff {
  id
  name
  staffNumber
}`,
};
