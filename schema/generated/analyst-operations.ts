// Written by `npm run codegen`: change schema/operations instead.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { QueryId } from './document-id.ts';

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

/** What sort of meeting it is (会议类型). */
export type MeetingKind =
  /** Parents meet the teachers (家长会). */
  | 'PARENT_MEETING'
  /** Parents talk about a theme in a small circle (家长沙龙). */
  | 'SALON';

/** Whose families a meeting is for (参会范围). */
export type MeetingScope =
  /** Families of one class (班级). */
  | 'CLASS'
  /** Families of the classes of one grade (年级). */
  | 'GRADE'
  /** Families of the whole school (全校). */
  | 'SCHOOL';

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

/** A stage of compulsory education (学段). */
export type Stage =
  /** Junior middle school (初中), grades 7 to 9. */
  | 'JUNIOR_MIDDLE'
  /** Primary school (小学), grades 1 to 6. */
  | 'PRIMARY';

export type CourseOfferQueryVariables = Exact<{
  since: string;
  first?: number | null | undefined;
}>;


export type CourseOfferQuery = { readonly topics: { readonly __typename: 'TopicConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Topic', readonly id: string, readonly code: string, readonly name: string, readonly courses: { readonly __typename: 'CourseConnection', readonly totalCount: number }, readonly newCourses: { readonly __typename: 'CourseConnection', readonly totalCount: number }, readonly policyDocuments: { readonly __typename: 'PolicyDocumentConnection', readonly totalCount: number }, readonly policyLectures: { readonly __typename: 'PolicyLectureConnection', readonly totalCount: number }, readonly meetings: { readonly __typename: 'MeetingConnection', readonly totalCount: number } | null, readonly volunteerActivities: { readonly __typename: 'VolunteerActivityConnection', readonly totalCount: number } | null }> }, readonly outdatedCourses: { readonly __typename: 'CourseConnection', readonly totalCount: number } | null };

export type MeetingParticipationBySchoolQueryVariables = Exact<{
  from: string;
  to: string;
  schools?: number | null | undefined;
  after?: string | null | undefined;
  meetings?: number | null | undefined;
}>;


export type MeetingParticipationBySchoolQuery = { readonly schools: { readonly __typename: 'SchoolConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'School', readonly id: string, readonly code: string, readonly name: string, readonly studentCount: number | null, readonly meetings: { readonly __typename: 'MeetingConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Meeting', readonly id: string, readonly kind: MeetingKind, readonly scope: MeetingScope, readonly startsAt: string, readonly invitedHouseholdCount: number | null, readonly repliedHouseholdCount: number | null, readonly attendingReplyCount: number | null, readonly replyRate: { readonly __typename: 'Rate', readonly numerator: number, readonly denominator: number, readonly value: number | null } | null }> } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type MeetingsByKindAndSchoolQueryVariables = Exact<{
  from: string;
  to: string;
  groups?: number | null | undefined;
}>;


export type MeetingsByKindAndSchoolQuery = { readonly meetings: { readonly __typename: 'MeetingConnection', readonly totalCount: number, readonly groupedAggregates: { readonly __typename: 'MeetingGroups', readonly hasMore: boolean, readonly nodes: ReadonlyArray<{ readonly __typename: 'MeetingGroup', readonly schoolId: string | null, readonly kind: MeetingKind | null, readonly count: number }> } } | null };

export type PolicyReachQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  level?: ReadonlyArray<PolicyLevel> | null | undefined;
}>;


export type PolicyReachQuery = { readonly policyDocuments: { readonly __typename: 'PolicyDocumentConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'PolicyDocument', readonly id: string, readonly title: string, readonly documentNumber: string | null, readonly level: PolicyLevel, readonly issuedOn: string, readonly currentEdition: { readonly __typename: 'PolicyEdition', readonly id: string, readonly number: number, readonly effectiveFrom: string, readonly segmentCount: number, readonly lectures: { readonly __typename: 'PolicyLectureConnection', readonly totalCount: number }, readonly citingCourses: { readonly __typename: 'CourseConnection', readonly totalCount: number }, readonly citingMeetings: { readonly __typename: 'MeetingConnection', readonly totalCount: number } | null } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type SchoolSizesQueryVariables = Exact<{
  schoolYear: string;
  schools?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SchoolSizesQuery = { readonly schools: { readonly __typename: 'SchoolConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'School', readonly id: string, readonly code: string, readonly name: string, readonly stages: ReadonlyArray<Stage>, readonly studentCount: number | null, readonly classes: { readonly __typename: 'SchoolClassConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'SchoolClass', readonly id: string, readonly name: string, readonly studentCount: number | null, readonly grade: { readonly __typename: 'Grade', readonly id: string, readonly number: number, readonly stage: Stage } }> } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type VolunteerHoursBySchoolQueryVariables = Exact<{
  from: string;
  to: string;
  schools?: number | null | undefined;
  after?: string | null | undefined;
  shifts?: number | null | undefined;
}>;


export type VolunteerHoursBySchoolQuery = { readonly schools: { readonly __typename: 'SchoolConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'School', readonly id: string, readonly code: string, readonly name: string, readonly serviceMinutesThisTerm: number | null, readonly shifts: { readonly __typename: 'ShiftConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Shift', readonly id: string, readonly startsAt: string, readonly attendedCount: number | null, readonly noShowCount: number | null }> } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type VolunteeringBySchoolQueryVariables = Exact<{
  from: string;
  to: string;
  schools?: number | null | undefined;
  after?: string | null | undefined;
  shifts?: number | null | undefined;
}>;


export type VolunteeringBySchoolQuery = { readonly schools: { readonly __typename: 'SchoolConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'School', readonly id: string, readonly code: string, readonly name: string, readonly volunteerActivities: { readonly __typename: 'VolunteerActivityConnection', readonly totalCount: number } | null, readonly shifts: { readonly __typename: 'ShiftConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Shift', readonly id: string, readonly startsAt: string, readonly endsAt: string, readonly signupCount: number | null, readonly activity: { readonly __typename: 'VolunteerActivity', readonly id: string, readonly kind: ActivityKind }, readonly roles: { readonly __typename: 'ShiftRoleConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'ShiftRole', readonly id: string, readonly capacity: number, readonly minimum: number, readonly fillRate: { readonly __typename: 'Rate', readonly numerator: number, readonly denominator: number, readonly value: number | null } | null }> } }> } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export const CourseOfferId: QueryId<CourseOfferQuery, CourseOfferQueryVariables> =
  'sha256:c84c2e1e99fdc5415b1ce3264eb421e29dac38f3914222e86ef029b6e8f425f4';

export const MeetingParticipationBySchoolId: QueryId<MeetingParticipationBySchoolQuery, MeetingParticipationBySchoolQueryVariables> =
  'sha256:95d7026c7bc7b9fff170106950a9499c050692ae9bfb8340879d35c8f0892879';

export const MeetingsByKindAndSchoolId: QueryId<MeetingsByKindAndSchoolQuery, MeetingsByKindAndSchoolQueryVariables> =
  'sha256:88c6920881b29df62cc22e0c219bfa573f2db086bf2d1a59b78bb916f83bdefb';

export const PolicyReachId: QueryId<PolicyReachQuery, PolicyReachQueryVariables> =
  'sha256:9712f01563e1083465f387d3d5309ad14a8cc3bbfc626c62ad163157058a604f';

export const SchoolSizesId: QueryId<SchoolSizesQuery, SchoolSizesQueryVariables> =
  'sha256:31de9271184bfe4b3e58516e605f927cae4786d2865f0195cdd4ac70546bbc0e';

export const VolunteerHoursBySchoolId: QueryId<VolunteerHoursBySchoolQuery, VolunteerHoursBySchoolQueryVariables> =
  'sha256:52830494af0515da12d0c70d66699b43cfd3ff36675103ebb300762a1ab8f8b2';

export const VolunteeringBySchoolId: QueryId<VolunteeringBySchoolQuery, VolunteeringBySchoolQueryVariables> =
  'sha256:a97d9d430233d36238aef3401ba768751119cbaedacf22b9cf71f93410288b78';
