// Written by `npm run codegen`: change schema/operations instead.
import * as Operations from './analyst-operations.ts';
import { trusted } from './typed-document.ts';

export * from './analyst-operations.ts';

export const CourseOfferDocument = /*#__PURE__*/ trusted<Operations.CourseOfferQuery, Operations.CourseOfferQueryVariables>(
  Operations.CourseOfferId,
  `query CourseOffer($since: DateTime!, $first: Int = 100) {
  topics(first: $first) {
    nodes {
      id
      code
      name
      courses {
        totalCount
        __typename
      }
      newCourses: courses(where: {publishedAt: {gte: $since}}) {
        totalCount
        __typename
      }
      policyDocuments {
        totalCount
        __typename
      }
      policyLectures {
        totalCount
        __typename
      }
      meetings {
        totalCount
        __typename
      }
      volunteerActivities {
        totalCount
        __typename
      }
      __typename
    }
    __typename
  }
  outdatedCourses {
    totalCount
    __typename
  }
}`,
);

export const MeetingParticipationBySchoolDocument = /*#__PURE__*/ trusted<Operations.MeetingParticipationBySchoolQuery, Operations.MeetingParticipationBySchoolQueryVariables>(
  Operations.MeetingParticipationBySchoolId,
  `query MeetingParticipationBySchool($from: DateTime!, $to: DateTime!, $schools: Int = 100, $after: String, $meetings: Int = 50) {
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
          attendingReplyCount
          replyRate {
            numerator
            denominator
            value
            __typename
          }
          __typename
        }
        totalCount
        __typename
      }
      __typename
    }
    pageInfo {
      hasNextPage
      endCursor
      __typename
    }
    __typename
  }
}`,
);

export const MeetingsByKindAndSchoolDocument = /*#__PURE__*/ trusted<Operations.MeetingsByKindAndSchoolQuery, Operations.MeetingsByKindAndSchoolQueryVariables>(
  Operations.MeetingsByKindAndSchoolId,
  `query MeetingsByKindAndSchool($from: DateTime!, $to: DateTime!, $groups: Int = 100) {
  meetings(where: {startsAt: {gte: $from, lt: $to}, status: {eq: PUBLISHED}}) {
    totalCount
    groupedAggregates(groupBy: [SCHOOL, KIND], first: $groups) {
      nodes {
        schoolId
        kind
        count
        __typename
      }
      hasMore
      __typename
    }
    __typename
  }
}`,
);

export const PolicyReachDocument = /*#__PURE__*/ trusted<Operations.PolicyReachQuery, Operations.PolicyReachQueryVariables>(
  Operations.PolicyReachId,
  `query PolicyReach($first: Int = 100, $after: String, $level: [PolicyLevel!] = [DISTRICT, CITY, NATIONAL]) {
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
          __typename
        }
        citingCourses {
          totalCount
          __typename
        }
        citingMeetings {
          totalCount
          __typename
        }
        __typename
      }
      __typename
    }
    pageInfo {
      hasNextPage
      endCursor
      __typename
    }
    totalCount
    __typename
  }
}`,
);

export const SchoolSizesDocument = /*#__PURE__*/ trusted<Operations.SchoolSizesQuery, Operations.SchoolSizesQueryVariables>(
  Operations.SchoolSizesId,
  `query SchoolSizes($schoolYear: ID!, $schools: Int = 100, $after: String) {
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
            __typename
          }
          __typename
        }
        totalCount
        __typename
      }
      __typename
    }
    pageInfo {
      hasNextPage
      endCursor
      __typename
    }
    __typename
  }
}`,
);

export const VolunteerHoursBySchoolDocument = /*#__PURE__*/ trusted<Operations.VolunteerHoursBySchoolQuery, Operations.VolunteerHoursBySchoolQueryVariables>(
  Operations.VolunteerHoursBySchoolId,
  `query VolunteerHoursBySchool($from: DateTime!, $to: DateTime!, $schools: Int = 60, $after: String, $shifts: Int = 100) {
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
          __typename
        }
        __typename
      }
      __typename
    }
    pageInfo {
      hasNextPage
      endCursor
      __typename
    }
    __typename
  }
}`,
);

export const VolunteeringBySchoolDocument = /*#__PURE__*/ trusted<Operations.VolunteeringBySchoolQuery, Operations.VolunteeringBySchoolQueryVariables>(
  Operations.VolunteeringBySchoolId,
  `query VolunteeringBySchool($from: DateTime!, $to: DateTime!, $schools: Int = 60, $after: String, $shifts: Int = 100) {
  schools(first: $schools, after: $after) {
    nodes {
      id
      code
      name
      volunteerActivities(first: 1) {
        totalCount
        __typename
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
            __typename
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
                __typename
              }
              __typename
            }
            __typename
          }
          __typename
        }
        totalCount
        __typename
      }
      __typename
    }
    pageInfo {
      hasNextPage
      endCursor
      __typename
    }
    __typename
  }
}`,
);
