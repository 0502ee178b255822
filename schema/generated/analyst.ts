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


export type CourseOfferQuery = { readonly topics: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly code: string, readonly name: string, readonly courses: { readonly totalCount: number }, readonly newCourses: { readonly totalCount: number }, readonly policyDocuments: { readonly totalCount: number }, readonly policyLectures: { readonly totalCount: number }, readonly meetings: { readonly totalCount: number } | null, readonly volunteerActivities: { readonly totalCount: number } | null }> }, readonly outdatedCourses: { readonly totalCount: number } | null };

export type MeetingParticipationBySchoolQueryVariables = Exact<{
  from: string;
  to: string;
  schools?: number | null | undefined;
  after?: string | null | undefined;
  meetings?: number | null | undefined;
}>;


export type MeetingParticipationBySchoolQuery = { readonly schools: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly code: string, readonly name: string, readonly studentCount: number | null, readonly meetings: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: MeetingKind, readonly scope: MeetingScope, readonly startsAt: string, readonly invitedHouseholdCount: number | null, readonly repliedHouseholdCount: number | null, readonly attendingHouseholdCount: number | null, readonly replyRate: { readonly numerator: number, readonly denominator: number, readonly value: number | null } | null }> } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type PolicyReachQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  level?: ReadonlyArray<PolicyLevel> | null | undefined;
}>;


export type PolicyReachQuery = { readonly policyDocuments: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly documentNumber: string | null, readonly level: PolicyLevel, readonly issuedOn: string, readonly currentEdition: { readonly id: string, readonly number: number, readonly effectiveFrom: string, readonly segmentCount: number, readonly lectures: { readonly totalCount: number }, readonly citingCourses: { readonly totalCount: number }, readonly citingMeetings: { readonly totalCount: number } | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type SchoolSizesQueryVariables = Exact<{
  schoolYear: string;
  schools?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SchoolSizesQuery = { readonly schools: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly code: string, readonly name: string, readonly stages: ReadonlyArray<Stage>, readonly studentCount: number | null, readonly classes: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly studentCount: number | null, readonly grade: { readonly id: string, readonly number: number, readonly stage: Stage } }> } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type VolunteerHoursBySchoolQueryVariables = Exact<{
  from: string;
  to: string;
  schools?: number | null | undefined;
  after?: string | null | undefined;
  shifts?: number | null | undefined;
}>;


export type VolunteerHoursBySchoolQuery = { readonly schools: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly code: string, readonly name: string, readonly serviceMinutesThisTerm: number | null, readonly shifts: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly startsAt: string, readonly attendedCount: number | null, readonly noShowCount: number | null }> } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type VolunteeringBySchoolQueryVariables = Exact<{
  from: string;
  to: string;
  schools?: number | null | undefined;
  after?: string | null | undefined;
  shifts?: number | null | undefined;
}>;


export type VolunteeringBySchoolQuery = { readonly schools: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly code: string, readonly name: string, readonly volunteerActivities: { readonly totalCount: number } | null, readonly shifts: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly startsAt: string, readonly endsAt: string, readonly signupCount: number | null, readonly activity: { readonly id: string, readonly kind: ActivityKind }, readonly roles: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly capacity: number, readonly minimum: number, readonly fillRate: { readonly numerator: number, readonly denominator: number, readonly value: number | null } | null }> } }> } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export const CourseOfferDocument: TypedDocument<CourseOfferQuery, CourseOfferQueryVariables> = {
  id: 'sha256:95bce13811c36401cfa9d7c9722c06d7bc0b900ec638f676ddcf24da65242990',
  text: `query CourseOffer($since: DateTime!, $first: Int = 100) {
  topics(first: $first) {
    nodes {
      id
      code
      name
      courses {
        totalCount
      }
      newCourses: courses(where: {publishedAt: {gte: $since}}) {
        totalCount
      }
      policyDocuments {
        totalCount
      }
      policyLectures {
        totalCount
      }
      meetings {
        totalCount
      }
      volunteerActivities {
        totalCount
      }
    }
  }
  outdatedCourses {
    totalCount
  }
}`,
};

export const MeetingParticipationBySchoolDocument: TypedDocument<MeetingParticipationBySchoolQuery, MeetingParticipationBySchoolQueryVariables> = {
  id: 'sha256:8612e9b4944780e1c7261fe9d757d851041b0672f85a814f6fb80d28a948c4c4',
  text: `query MeetingParticipationBySchool($from: DateTime!, $to: DateTime!, $schools: Int = 100, $after: String, $meetings: Int = 50) {
  schools(first: $schools, after: $after) {
    nodes {
      id
      code
      name
      studentCount
      meetings(
        first: $meetings
        where: {startsAt: {gte: $from, lt: $to}, status: {eq: PUBLISHED}}
        orderBy: [{by: STARTS_AT, direction: ASC}]
      ) {
        nodes {
          id
          kind
          scope
          startsAt
          invitedHouseholdCount
          repliedHouseholdCount
          attendingHouseholdCount
          replyRate {
            numerator
            denominator
            value
          }
        }
        totalCount
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`,
};

export const PolicyReachDocument: TypedDocument<PolicyReachQuery, PolicyReachQueryVariables> = {
  id: 'sha256:4710c3bb117b6fa322507c70ce7a6bddb2ea6ac42be1fa9108044818fbcc3f52',
  text: `query PolicyReach($first: Int = 100, $after: String, $level: [PolicyLevel!] = [DISTRICT, CITY, NATIONAL]) {
  policyDocuments(
    first: $first
    after: $after
    where: {level: {in: $level}, validity: {eq: IN_FORCE}}
  ) {
    nodes {
      id
      title
      documentNumber
      level
      issuedOn
      currentEdition {
        id
        number
        effectiveFrom
        segmentCount
        lectures {
          totalCount
        }
        citingCourses {
          totalCount
        }
        citingMeetings {
          totalCount
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}`,
};

export const SchoolSizesDocument: TypedDocument<SchoolSizesQuery, SchoolSizesQueryVariables> = {
  id: 'sha256:5963e0d61c22d94ebcea4aafe71da467455a63c0a4d520c1073a6e7e72566ec5',
  text: `query SchoolSizes($schoolYear: ID!, $schools: Int = 100, $after: String) {
  schools(first: $schools, after: $after) {
    nodes {
      id
      code
      name
      stages
      studentCount
      classes(first: 100, where: {schoolYear: {eq: $schoolYear}}) {
        nodes {
          id
          name
          studentCount
          grade {
            id
            number
            stage
          }
        }
        totalCount
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`,
};

export const VolunteerHoursBySchoolDocument: TypedDocument<VolunteerHoursBySchoolQuery, VolunteerHoursBySchoolQueryVariables> = {
  id: 'sha256:fef755d341ac21f7855047a85e16822f77abf31402cdae4bf10d1b29beb95d26',
  text: `query VolunteerHoursBySchool($from: DateTime!, $to: DateTime!, $schools: Int = 60, $after: String, $shifts: Int = 100) {
  schools(first: $schools, after: $after) {
    nodes {
      id
      code
      name
      serviceMinutesThisTerm
      shifts(
        first: $shifts
        where: {startsAt: {gte: $from, lt: $to}, status: {eq: SCHEDULED}}
      ) {
        nodes {
          id
          startsAt
          attendedCount
          noShowCount
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`,
};

export const VolunteeringBySchoolDocument: TypedDocument<VolunteeringBySchoolQuery, VolunteeringBySchoolQueryVariables> = {
  id: 'sha256:5d961aefce520187416cbaef7e89258f294f868d7e329d3fda30debdc97cbb81',
  text: `query VolunteeringBySchool($from: DateTime!, $to: DateTime!, $schools: Int = 60, $after: String, $shifts: Int = 100) {
  schools(first: $schools, after: $after) {
    nodes {
      id
      code
      name
      volunteerActivities(first: 1) {
        totalCount
      }
      shifts(
        first: $shifts
        where: {startsAt: {gte: $from, lt: $to}, status: {eq: SCHEDULED}}
      ) {
        nodes {
          id
          startsAt
          endsAt
          signupCount
          activity {
            id
            kind
          }
          roles(first: 10) {
            nodes {
              id
              capacity
              minimum
              fillRate {
                numerator
                denominator
                value
              }
            }
          }
        }
        totalCount
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`,
};
