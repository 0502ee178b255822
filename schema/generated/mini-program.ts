// Written by `npm run codegen`: change schema/operations instead.
import * as Operations from './mini-program-operations.ts';
import { trusted } from './typed-document.ts';

export * from './mini-program-operations.ts';

export const AcceptOfferDocument = /*#__PURE__*/ trusted<Operations.AcceptOfferMutation, Operations.AcceptOfferMutationVariables>(
  Operations.AcceptOfferId,
  `mutation AcceptOffer($input: AcceptOfferInput!) {
  acceptOffer(input: $input) {
    signup {
      ...OwnSignup
      __typename
    }
    waitlistEntry {
      ...OwnWaitlistEntry
      __typename
    }
    role {
      ...RoleOnOffer
      __typename
    }
    clashes {
      id
      title
      startsAt
      endsAt
      __typename
    }
    freeGuardians {
      id
      name
      __typename
    }
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
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
  __typename
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
  __typename
}

fragment RoleOnOffer on ShiftRole {
  id
  name
  capacity
  freePlaces
  approvalRequired
  viewerBlockers
  __typename
}`,
);

export const AcceptStandInDocument = /*#__PURE__*/ trusted<Operations.AcceptStandInMutation, Operations.AcceptStandInMutationVariables>(
  Operations.AcceptStandInId,
  `mutation AcceptStandIn($input: AcceptStandInInput!) {
  acceptStandIn(input: $input) {
    standIn {
      ...StandInOffer
      __typename
    }
    signup {
      ...OwnSignup
      __typename
    }
    role {
      ...RoleOnOffer
      __typename
    }
    clashes {
      id
      title
      startsAt
      endsAt
      __typename
    }
    freeGuardians {
      id
      name
      __typename
    }
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
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
  __typename
}

fragment RoleOnOffer on ShiftRole {
  id
  name
  capacity
  freePlaces
  approvalRequired
  viewerBlockers
  __typename
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
  __typename
}`,
);

export const AppealServiceRecordDocument = /*#__PURE__*/ trusted<Operations.AppealServiceRecordMutation, Operations.AppealServiceRecordMutationVariables>(
  Operations.AppealServiceRecordId,
  `mutation AppealServiceRecord($input: AppealServiceRecordInput!) {
  appealServiceRecord(input: $input) {
    serviceRecord {
      ...OwnService
      __typename
    }
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
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
  __typename
}`,
);

export const AskToJoinDocument = /*#__PURE__*/ trusted<Operations.AskToJoinMutation, Operations.AskToJoinMutationVariables>(
  Operations.AskToJoinId,
  `mutation AskToJoin($input: AskToJoinInput!) {
  askToJoin(input: $input) {
    staffName
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
  }
}`,
);

export const BindChildDocument = /*#__PURE__*/ trusted<Operations.BindChildMutation, Operations.BindChildMutationVariables>(
  Operations.BindChildId,
  `mutation BindChild($input: BindChildInput!) {
  bindChild(input: $input) {
    guardianship {
      id
      relation
      status
      studentName
      __typename
    }
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
  }
}`,
);

export const CancelSignupDocument = /*#__PURE__*/ trusted<Operations.CancelSignupMutation, Operations.CancelSignupMutationVariables>(
  Operations.CancelSignupId,
  `mutation CancelSignup($input: CancelSignupInput!) {
  cancelSignup(input: $input) {
    signup {
      ...OwnSignup
      cancelledAt
      cancelReason
      __typename
    }
    role {
      ...RoleOnOffer
      __typename
    }
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
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
  __typename
}

fragment RoleOnOffer on ShiftRole {
  id
  name
  capacity
  freePlaces
  approvalRequired
  viewerBlockers
  __typename
}`,
);

export const CheckInDocument = /*#__PURE__*/ trusted<Operations.CheckInMutation, Operations.CheckInMutationVariables>(
  Operations.CheckInId,
  `mutation CheckIn($input: CheckInInput!) {
  checkIn(input: $input) {
    signup {
      ...OwnPresence
      __typename
    }
    attendance {
      id
      checkedInAt
      checkedOutAt
      __typename
    }
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
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
    __typename
  }
  viewerCheckInBlockers
  viewerCheckOutBlockers
  __typename
}`,
);

export const CheckOutDocument = /*#__PURE__*/ trusted<Operations.CheckOutMutation, Operations.CheckOutMutationVariables>(
  Operations.CheckOutId,
  `mutation CheckOut($input: CheckOutInput!) {
  checkOut(input: $input) {
    signup {
      ...OwnPresence
      __typename
    }
    attendance {
      id
      checkedInAt
      checkedOutAt
      __typename
    }
    serviceRecord {
      ...OwnService
      __typename
    }
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
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
    __typename
  }
  viewerCheckInBlockers
  viewerCheckOutBlockers
  __typename
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
  __typename
}`,
);

export const ChildAccessesDocument = /*#__PURE__*/ trusted<Operations.ChildAccessesQuery, Operations.ChildAccessesQueryVariables>(
  Operations.ChildAccessesId,
  `query ChildAccesses($first: Int = 20) {
  viewer {
    id
    guardian {
      id
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
              __typename
            }
            pageInfo {
              hasNextPage
              endCursor
              __typename
            }
            __typename
          }
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}`,
);

export const CourseCatalogueDocument = /*#__PURE__*/ trusted<Operations.CourseCatalogueQuery, Operations.CourseCatalogueQueryVariables>(
  Operations.CourseCatalogueId,
  `query CourseCatalogue($first: Int = 20, $after: String, $where: CourseWhere) {
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
              __typename
            }
            __typename
          }
          __typename
        }
        citedEditions(first: 5) {
          nodes {
            ...CitedPolicy
            __typename
          }
          __typename
        }
        __typename
      }
      __typename
    }
    pageInfo {
      ...NextPage
      __typename
    }
    __typename
  }
}

fragment CitedPolicy on PolicyEdition {
  id
  title
  number
  effectiveFrom
  validity
  __typename
}

fragment CourseCard on Course {
  id
  title
  totalMinutes
  publishedAt
  __typename
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
  __typename
}`,
);

export const CourseDetailDocument = /*#__PURE__*/ trusted<Operations.CourseDetailQuery, Operations.CourseDetailQueryVariables>(
  Operations.CourseDetailId,
  `query CourseDetail($id: ID!) {
  course(id: $id) {
    ...CourseCard
    isPublic
    lessonCount
    citesOutdated
    school {
      id
      name
      __typename
    }
    topics(first: 10) {
      nodes {
        id
        name
        __typename
      }
      __typename
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
                __typename
              }
              __typename
            }
            __typename
          }
          __typename
        }
        __typename
      }
      citedEditions(first: 20) {
        nodes {
          ...CitedPolicy
          document {
            id
            documentNumber
            issuer
            __typename
          }
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}

fragment CitedPolicy on PolicyEdition {
  id
  title
  number
  effectiveFrom
  validity
  __typename
}

fragment CourseCard on Course {
  id
  title
  totalMinutes
  publishedAt
  __typename
}`,
);

export const DeclineOfferDocument = /*#__PURE__*/ trusted<Operations.DeclineOfferMutation, Operations.DeclineOfferMutationVariables>(
  Operations.DeclineOfferId,
  `mutation DeclineOffer($input: DeclineOfferInput!) {
  declineOffer(input: $input) {
    waitlistEntry {
      ...OwnWaitlistEntry
      __typename
    }
    role {
      ...RoleOnOffer
      __typename
    }
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
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
  __typename
}

fragment RoleOnOffer on ShiftRole {
  id
  name
  capacity
  freePlaces
  approvalRequired
  viewerBlockers
  __typename
}`,
);

export const DeclineStandInDocument = /*#__PURE__*/ trusted<Operations.DeclineStandInMutation, Operations.DeclineStandInMutationVariables>(
  Operations.DeclineStandInId,
  `mutation DeclineStandIn($input: DeclineStandInInput!) {
  declineStandIn(input: $input) {
    standIn {
      ...StandInOffer
      __typename
    }
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
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
  __typename
}`,
);

export const DownloadServiceCertificateDocument = /*#__PURE__*/ trusted<Operations.DownloadServiceCertificateMutation, Operations.DownloadServiceCertificateMutationVariables>(
  Operations.DownloadServiceCertificateId,
  `mutation DownloadServiceCertificate($input: DownloadServiceCertificateInput!) {
  downloadServiceCertificate(input: $input) {
    path
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
  }
}`,
);

export const InboxDocument = /*#__PURE__*/ trusted<Operations.InboxQuery, Operations.InboxQueryVariables>(
  Operations.InboxId,
  `query Inbox($first: Int = 20, $after: String, $where: NoticeWhere) {
  viewer {
    id
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
        __typename
      }
      pageInfo {
        ...NextPage
        __typename
      }
      __typename
    }
    __typename
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
  __typename
}`,
);

export const IssueCertificateDocument = /*#__PURE__*/ trusted<Operations.IssueCertificateMutation, Operations.IssueCertificateMutationVariables>(
  Operations.IssueCertificateId,
  `mutation IssueCertificate($input: IssueServiceCertificateInput!) {
  issueServiceCertificate(input: $input) {
    certificate {
      ...OwnCertificate
      __typename
    }
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
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
  __typename
}`,
);

export const JoinWaitlistDocument = /*#__PURE__*/ trusted<Operations.JoinWaitlistMutation, Operations.JoinWaitlistMutationVariables>(
  Operations.JoinWaitlistId,
  `mutation JoinWaitlist($input: JoinWaitlistInput!) {
  joinWaitlist(input: $input) {
    waitlistEntry {
      ...OwnWaitlistEntry
      __typename
    }
    role {
      ...RoleOnOffer
      __typename
    }
    clashes {
      id
      title
      startsAt
      endsAt
      __typename
    }
    freeGuardians {
      id
      name
      __typename
    }
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
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
  __typename
}

fragment RoleOnOffer on ShiftRole {
  id
  name
  capacity
  freePlaces
  approvalRequired
  viewerBlockers
  __typename
}`,
);

export const LeaveWaitlistDocument = /*#__PURE__*/ trusted<Operations.LeaveWaitlistMutation, Operations.LeaveWaitlistMutationVariables>(
  Operations.LeaveWaitlistId,
  `mutation LeaveWaitlist($input: LeaveWaitlistInput!) {
  leaveWaitlist(input: $input) {
    waitlistEntry {
      ...OwnWaitlistEntry
      __typename
    }
    role {
      ...RoleOnOffer
      __typename
    }
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
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
  __typename
}

fragment RoleOnOffer on ShiftRole {
  id
  name
  capacity
  freePlaces
  approvalRequired
  viewerBlockers
  __typename
}`,
);

export const MarkAllNoticesReadDocument = /*#__PURE__*/ trusted<Operations.MarkAllNoticesReadMutation, Operations.MarkAllNoticesReadMutationVariables>(
  Operations.MarkAllNoticesReadId,
  `mutation MarkAllNoticesRead($input: MarkAllNoticesReadInput!) {
  markAllNoticesRead(input: $input) {
    markedCount
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
  }
}`,
);

export const MarkNoticesReadDocument = /*#__PURE__*/ trusted<Operations.MarkNoticesReadMutation, Operations.MarkNoticesReadMutationVariables>(
  Operations.MarkNoticesReadId,
  `mutation MarkNoticesRead($input: MarkNoticesReadInput!) {
  markNoticesRead(input: $input) {
    notices {
      id
      readAt
      __typename
    }
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
  }
}`,
);

export const MeetingDetailDocument = /*#__PURE__*/ trusted<Operations.MeetingDetailQuery, Operations.MeetingDetailQueryVariables>(
  Operations.MeetingDetailId,
  `query MeetingDetail($id: ID!) {
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
      __typename
    }
    organiser {
      id
      name
      __typename
    }
    agenda(first: 20) {
      nodes {
        id
        ordinal
        title
        speaker
        durationMinutes
        __typename
      }
      __typename
    }
    topics(first: 5) {
      nodes {
        id
        name
        __typename
      }
      __typename
    }
    citedEditions(first: 5) {
      nodes {
        ...CitedPolicy
        __typename
      }
      __typename
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
              __typename
            }
            __typename
          }
          __typename
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
              __typename
            }
            __typename
          }
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}

fragment CitedPolicy on PolicyEdition {
  id
  title
  number
  effectiveFrom
  validity
  __typename
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
  __typename
}`,
);

export const MyGuardianshipsDocument = /*#__PURE__*/ trusted<Operations.MyGuardianshipsQuery, Operations.MyGuardianshipsQueryVariables>(
  Operations.MyGuardianshipsId,
  `query MyGuardianships {
  viewer {
    id
    guardian {
      id
      name
      phone
      phoneVerifiedAt
      guardianships(first: 20) {
        nodes {
          id
          relation
          status
          decisionReason
          askedAt
          recoveredAt
          codeEnding
          studentName
          student {
            id
            name
            __typename
          }
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}`,
);

export const MyLecturesDocument = /*#__PURE__*/ trusted<Operations.MyLecturesQuery, Operations.MyLecturesQueryVariables>(
  Operations.MyLecturesId,
  `query MyLectures($first: Int = 20, $after: String) {
  viewer {
    id
    guardian {
      id
      parentLectures(first: $first, after: $after) {
        nodes {
          ...OwnLecture
          schoolClass {
            id
            name
            __typename
          }
          shift {
            ...ShiftTimes
            __typename
          }
          __typename
        }
        pageInfo {
          ...NextPage
          __typename
        }
        __typename
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
                  __typename
                }
                __typename
              }
              __typename
            }
            __typename
          }
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
  __typename
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
  __typename
}

fragment ShiftTimes on Shift {
  id
  status
  startsAt
  endsAt
  place
  signupOpensAt
  signupClosesAt
  __typename
}`,
);

export const MyMeetingsDocument = /*#__PURE__*/ trusted<Operations.MyMeetingsQuery, Operations.MyMeetingsQueryVariables>(
  Operations.MyMeetingsId,
  `query MyMeetings($first: Int = 20, $after: String, $where: MeetingWhere) {
  viewer {
    id
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
            __typename
          }
          replies(first: 2) {
            nodes {
              id
              answer
              attendeeCount
              __typename
            }
            __typename
          }
          __typename
        }
        pageInfo {
          ...NextPage
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
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
  __typename
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
  __typename
}`,
);

export const MyServiceDocument = /*#__PURE__*/ trusted<Operations.MyServiceQuery, Operations.MyServiceQueryVariables>(
  Operations.MyServiceId,
  `query MyService($first: Int = 20, $after: String, $where: ServiceRecordWhere) {
  viewer {
    id
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
          __typename
        }
        __typename
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
              __typename
            }
            __typename
          }
          __typename
        }
        pageInfo {
          ...NextPage
          __typename
        }
        __typename
      }
      serviceCertificates(first: 10) {
        nodes {
          ...OwnCertificate
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
  __typename
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
  __typename
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
  __typename
}

fragment ShiftTimes on Shift {
  id
  status
  startsAt
  endsAt
  place
  signupOpensAt
  signupClosesAt
  __typename
}`,
);

export const MySessionsDocument = /*#__PURE__*/ trusted<Operations.MySessionsQuery, Operations.MySessionsQueryVariables>(
  Operations.MySessionsId,
  `query MySessions {
  viewer {
    id
    account {
      id
      sessions(first: 50) {
        nodes {
          id
          client
          method
          startedAt
          lastUsedAt
          expiresAt
          current
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}`,
);

export const MySignupsDocument = /*#__PURE__*/ trusted<Operations.MySignupsQuery, Operations.MySignupsQueryVariables>(
  Operations.MySignupsId,
  `query MySignups($first: Int = 20, $after: String, $where: SignupWhere) {
  viewer {
    id
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
            __typename
          }
          shift {
            ...ShiftTimes
            cancelUntil
            activity {
              id
              kind
              title
              __typename
            }
            __typename
          }
          __typename
        }
        pageInfo {
          ...NextPage
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
  __typename
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
  __typename
}

fragment ShiftTimes on Shift {
  id
  status
  startsAt
  endsAt
  place
  signupOpensAt
  signupClosesAt
  __typename
}`,
);

export const MyTasksDocument = /*#__PURE__*/ trusted<Operations.MyTasksQuery, Operations.MyTasksQueryVariables>(
  Operations.MyTasksId,
  `query MyTasks($first: Int = 20, $after: String, $where: TaskWhere) {
  viewer {
    id
    tasks(first: $first, after: $after, where: $where) {
      totalCount
      nodes {
        ...TaskCard
        __typename
      }
      pageInfo {
        ...NextPage
        __typename
      }
      __typename
    }
    __typename
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
  __typename
}

fragment TaskCard on Task {
  id
  kind
  title
  dueAt
  about {
    __typename
    id
  }
  __typename
}`,
);

export const MyTimetableDocument = /*#__PURE__*/ trusted<Operations.MyTimetableQuery, Operations.MyTimetableQueryVariables>(
  Operations.MyTimetableId,
  `query MyTimetable($from: DateTime!, $to: DateTime!, $first: Int = 50, $after: String) {
  viewer {
    id
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
            __typename
          }
          signup {
            id
            status
            viewerCanCancel
            shift {
              id
              status
              place
              __typename
            }
            __typename
          }
          __typename
        }
        pageInfo {
          ...NextPage
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
  __typename
}`,
);

export const MyVolunteerRecordDocument = /*#__PURE__*/ trusted<Operations.MyVolunteerRecordQuery, Operations.MyVolunteerRecordQueryVariables>(
  Operations.MyVolunteerRecordId,
  `query MyVolunteerRecord($first: Int = 20) {
  viewer {
    id
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
          __typename
        }
        __typename
      }
      qualifications(first: $first) {
        nodes {
          id
          name
          validFrom
          validTo
          current
          revokeReason
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}`,
);

export const MyWaitlistEntriesDocument = /*#__PURE__*/ trusted<Operations.MyWaitlistEntriesQuery, Operations.MyWaitlistEntriesQueryVariables>(
  Operations.MyWaitlistEntriesId,
  `query MyWaitlistEntries($first: Int = 20, $after: String, $where: WaitlistEntryWhere) {
  viewer {
    id
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
              __typename
            }
            __typename
          }
          role {
            id
            name
            __typename
          }
          shift {
            ...ShiftTimes
            activity {
              id
              title
              waitlistPriority
              riskNotice
              __typename
            }
            __typename
          }
          __typename
        }
        pageInfo {
          ...NextPage
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
  __typename
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
  __typename
}

fragment ShiftTimes on Shift {
  id
  status
  startsAt
  endsAt
  place
  signupOpensAt
  signupClosesAt
  __typename
}`,
);

export const OfferStandInDocument = /*#__PURE__*/ trusted<Operations.OfferStandInMutation, Operations.OfferStandInMutationVariables>(
  Operations.OfferStandInId,
  `mutation OfferStandIn($input: OfferStandInInput!) {
  offerStandIn(input: $input) {
    standIn {
      ...StandInOffer
      __typename
    }
    signup {
      ...OwnSignup
      __typename
    }
    code
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
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
  __typename
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
  __typename
}`,
);

export const OpenLinkDocument = /*#__PURE__*/ trusted<Operations.OpenLinkQuery, Operations.OpenLinkQueryVariables>(
  Operations.OpenLinkId,
  `query OpenLink($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on Course {
      title
      __typename
    }
    ... on Meeting {
      title
      __typename
    }
    ... on PolicyDocument {
      title
      __typename
    }
    ... on PolicyLecture {
      title
      __typename
    }
    ... on VolunteerActivity {
      title
      __typename
    }
    ... on Shift {
      startsAt
      place
      __typename
    }
    ... on ShiftRole {
      name
      ofShift: shift {
        ...LinkedShift
        __typename
      }
      __typename
    }
    ... on Signup {
      signupStatus: status
      shift {
        ...LinkedShift
        __typename
      }
      __typename
    }
    ... on WaitlistEntry {
      entryStatus: status
      shift {
        ...LinkedShift
        __typename
      }
      __typename
    }
    ... on StandIn {
      standInStatus: status
      shift {
        ...LinkedShift
        __typename
      }
      __typename
    }
    ... on ServiceRecord {
      serviceStatus: status
      shift {
        ...LinkedShift
        __typename
      }
      __typename
    }
    ... on ServiceCertificate {
      number
      __typename
    }
    ... on ParentLecture {
      title
      lectureStatus: status
      __typename
    }
    ... on VolunteerSuspension {
      endsAt
      __typename
    }
    ... on VolunteerQualification {
      name
      __typename
    }
    ... on Guardianship {
      guardianshipStatus: status
      studentName
      __typename
    }
  }
}

fragment LinkedShift on Shift {
  id
  startsAt
  place
  __typename
}`,
);

export const ParentHomeDocument = /*#__PURE__*/ trusted<Operations.ParentHomeQuery, Operations.ParentHomeQueryVariables>(
  Operations.ParentHomeId,
  `query ParentHome($from: DateTime!) {
  viewer {
    id
    signedIn
    tasks(first: 5) {
      totalCount
      nodes {
        ...TaskCard
        __typename
      }
      __typename
    }
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
            __typename
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
                    __typename
                  }
                  __typename
                }
                __typename
              }
              __typename
            }
            shifts(first: 3, where: {startsAt: {gte: $from}, status: {eq: SCHEDULED}}) {
              nodes {
                ...ShiftTimes
                activity {
                  id
                  kind
                  title
                  __typename
                }
                roles(first: 5) {
                  nodes {
                    ...RoleOnOffer
                    __typename
                  }
                  __typename
                }
                __typename
              }
              __typename
            }
            __typename
          }
          __typename
        }
        __typename
      }
      timetable(first: 5, where: {startsAt: {gte: $from}}) {
        nodes {
          id
          kind
          title
          startsAt
          endsAt
          __typename
        }
        __typename
      }
      courses(first: 5) {
        nodes {
          ...CourseCard
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}

fragment CourseCard on Course {
  id
  title
  totalMinutes
  publishedAt
  __typename
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
  __typename
}

fragment RoleOnOffer on ShiftRole {
  id
  name
  capacity
  freePlaces
  approvalRequired
  viewerBlockers
  __typename
}

fragment ShiftTimes on Shift {
  id
  status
  startsAt
  endsAt
  place
  signupOpensAt
  signupClosesAt
  __typename
}

fragment TaskCard on Task {
  id
  kind
  title
  dueAt
  about {
    __typename
    id
  }
  __typename
}`,
);

export const PolicyCatalogueDocument = /*#__PURE__*/ trusted<Operations.PolicyCatalogueQuery, Operations.PolicyCatalogueQueryVariables>(
  Operations.PolicyCatalogueId,
  `query PolicyCatalogue($first: Int = 20, $after: String, $where: PolicyDocumentWhere) {
  policyDocuments(first: $first, after: $after, where: $where) {
    nodes {
      id
      title
      documentNumber
      issuer
      issuedOn
      level
      currentEdition {
        ...CitedPolicy
        __typename
      }
      __typename
    }
    pageInfo {
      ...NextPage
      __typename
    }
    __typename
  }
}

fragment CitedPolicy on PolicyEdition {
  id
  title
  number
  effectiveFrom
  validity
  __typename
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
  __typename
}`,
);

export const PolicyDetailDocument = /*#__PURE__*/ trusted<Operations.PolicyDetailQuery, Operations.PolicyDetailQueryVariables>(
  Operations.PolicyDetailId,
  `query PolicyDetail($id: ID!, $paragraphs: Int = 50, $after: String) {
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
        __typename
      }
      __typename
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
          __typename
        }
        pageInfo {
          ...NextPage
          __typename
        }
        __typename
      }
      lectures(first: 5) {
        nodes {
          id
          title
          lecturerName
          durationMinutes
          mediaUrl
          __typename
        }
        __typename
      }
      citingCourses(first: 5) {
        nodes {
          ...CourseCard
          __typename
        }
        __typename
      }
      __typename
    }
    editions(first: 20) {
      nodes {
        ...CitedPolicy
        __typename
      }
      __typename
    }
    __typename
  }
}

fragment CitedPolicy on PolicyEdition {
  id
  title
  number
  effectiveFrom
  validity
  __typename
}

fragment CourseCard on Course {
  id
  title
  totalMinutes
  publishedAt
  __typename
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
  __typename
}`,
);

export const PolicyLecturesDocument = /*#__PURE__*/ trusted<Operations.PolicyLecturesQuery, Operations.PolicyLecturesQueryVariables>(
  Operations.PolicyLecturesId,
  `query PolicyLectures($first: Int = 20, $after: String, $where: PolicyLectureWhere) {
  policyLectures(first: $first, after: $after, where: $where) {
    nodes {
      id
      title
      lecturerName
      durationMinutes
      mediaUrl
      citedEditions(first: 3) {
        nodes {
          ...CitedPolicy
          __typename
        }
        __typename
      }
      __typename
    }
    pageInfo {
      ...NextPage
      __typename
    }
    __typename
  }
}

fragment CitedPolicy on PolicyEdition {
  id
  title
  number
  effectiveFrom
  validity
  __typename
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
  __typename
}`,
);

export const PolicySearchDocument = /*#__PURE__*/ trusted<Operations.PolicySearchQuery, Operations.PolicySearchQueryVariables>(
  Operations.PolicySearchId,
  `query PolicySearch($phrases: [String!]!, $validity: [PolicyValidity!] = [IN_FORCE], $first: Int = 20, $after: String) {
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
          __typename
        }
        __typename
      }
      __typename
    }
    pageInfo {
      ...NextPage
      __typename
    }
    __typename
  }
}

fragment CitedPolicy on PolicyEdition {
  id
  title
  number
  effectiveFrom
  validity
  __typename
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
  __typename
}`,
);

export const ProposeLectureDocument = /*#__PURE__*/ trusted<Operations.ProposeLectureMutation, Operations.ProposeLectureMutationVariables>(
  Operations.ProposeLectureId,
  `mutation ProposeLecture($input: ProposeParentLectureInput!) {
  proposeParentLecture(input: $input) {
    lecture {
      ...OwnLecture
      __typename
    }
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
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
  __typename
}`,
);

export const ReconfirmSignupDocument = /*#__PURE__*/ trusted<Operations.ReconfirmSignupMutation, Operations.ReconfirmSignupMutationVariables>(
  Operations.ReconfirmSignupId,
  `mutation ReconfirmSignup($input: ReconfirmSignupInput!) {
  reconfirmSignup(input: $input) {
    signup {
      ...OwnSignup
      reconfirmUntil
      viewerCanReconfirm
      __typename
    }
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
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
  __typename
}`,
);

export const RefreshSessionDocument = /*#__PURE__*/ trusted<Operations.RefreshSessionMutation, Operations.RefreshSessionMutationVariables>(
  Operations.RefreshSessionId,
  `mutation RefreshSession($input: RefreshSessionInput!) {
  refreshSession(input: $input) {
    accessToken
    accessTokenExpiresAt
    refreshToken
    refreshTokenExpiresAt
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
  }
}`,
);

export const ReportAttendanceDocument = /*#__PURE__*/ trusted<Operations.ReportAttendanceMutation, Operations.ReportAttendanceMutationVariables>(
  Operations.ReportAttendanceId,
  `mutation ReportAttendance($input: ReportAttendanceInput!) {
  reportAttendance(input: $input) {
    attendances {
      id
      checkedInAt
      checkedOutAt
      signup {
        id
        __typename
      }
      __typename
    }
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
  }
}`,
);

export const RequestSignupCancellationDocument = /*#__PURE__*/ trusted<Operations.RequestSignupCancellationMutation, Operations.RequestSignupCancellationMutationVariables>(
  Operations.RequestSignupCancellationId,
  `mutation RequestSignupCancellation($input: RequestSignupCancellationInput!) {
  requestSignupCancellation(input: $input) {
    signup {
      ...OwnSignup
      cancelRequestedAt
      cancelRequestReason
      __typename
    }
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
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
  __typename
}`,
);

export const RevokeOtherSessionsDocument = /*#__PURE__*/ trusted<Operations.RevokeOtherSessionsMutation, Operations.RevokeOtherSessionsMutationVariables>(
  Operations.RevokeOtherSessionsId,
  `mutation RevokeOtherSessions($input: RevokeOtherSessionsInput!) {
  revokeOtherSessions(input: $input) {
    revokedCount
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
  }
}`,
);

export const RevokeSessionDocument = /*#__PURE__*/ trusted<Operations.RevokeSessionMutation, Operations.RevokeSessionMutationVariables>(
  Operations.RevokeSessionId,
  `mutation RevokeSession($input: RevokeSessionInput!) {
  revokeSession(input: $input) {
    session {
      id
      endedAt
      ending
      __typename
    }
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
  }
}`,
);

export const ShiftDetailDocument = /*#__PURE__*/ trusted<Operations.ShiftDetailQuery, Operations.ShiftDetailQueryVariables>(
  Operations.ShiftDetailId,
  `query ShiftDetail($id: ID!) {
  shift(id: $id) {
    ...ShiftTimes
    cancelUntil
    cancelReason
    school {
      id
      name
      __typename
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
        __typename
      }
      __typename
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
          __typename
        }
        waitlistCount
        viewerWaitlistBlockers
        viewerWaitlistEntry {
          ...OwnWaitlistEntry
          __typename
        }
        viewerClashes(first: 5) {
          nodes {
            id
            title
            startsAt
            endsAt
            __typename
          }
          __typename
        }
        viewerFreeHouseholdGuardians(first: 5) {
          nodes {
            id
            name
            __typename
          }
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
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
  __typename
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
  __typename
}

fragment RoleOnOffer on ShiftRole {
  id
  name
  capacity
  freePlaces
  approvalRequired
  viewerBlockers
  __typename
}

fragment ShiftTimes on Shift {
  id
  status
  startsAt
  endsAt
  place
  signupOpensAt
  signupClosesAt
  __typename
}`,
);

export const SignInWithWechatDocument = /*#__PURE__*/ trusted<Operations.SignInWithWechatMutation, Operations.SignInWithWechatMutationVariables>(
  Operations.SignInWithWechatId,
  `mutation SignInWithWechat($input: SignInWithWechatInput!) {
  signInWithWechat(input: $input) {
    accessToken
    accessTokenExpiresAt
    refreshToken
    refreshTokenExpiresAt
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
  }
}`,
);

export const SignOutDocument = /*#__PURE__*/ trusted<Operations.SignOutMutation, Operations.SignOutMutationVariables>(
  Operations.SignOutId,
  `mutation SignOut($input: SignOutInput!) {
  signOut(input: $input) {
    session {
      id
      ending
      __typename
    }
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
  }
}`,
);

export const SignUpForShiftDocument = /*#__PURE__*/ trusted<Operations.SignUpForShiftMutation, Operations.SignUpForShiftMutationVariables>(
  Operations.SignUpForShiftId,
  `mutation SignUpForShift($input: SignUpForShiftInput!) {
  signUpForShift(input: $input) {
    signup {
      ...OwnSignup
      __typename
    }
    waitlistEntry {
      ...OwnWaitlistEntry
      __typename
    }
    role {
      ...RoleOnOffer
      __typename
    }
    clashes {
      id
      title
      startsAt
      endsAt
      __typename
    }
    freeGuardians {
      id
      name
      __typename
    }
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
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
  __typename
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
  __typename
}

fragment RoleOnOffer on ShiftRole {
  id
  name
  capacity
  freePlaces
  approvalRequired
  viewerBlockers
  __typename
}`,
);

export const StandInsOfferedDocument = /*#__PURE__*/ trusted<Operations.StandInsOfferedQuery, Operations.StandInsOfferedQueryVariables>(
  Operations.StandInsOfferedId,
  `query StandInsOffered($first: Int = 20, $after: String, $where: StandInWhere) {
  viewer {
    id
    guardian {
      id
      standInsOffered(first: $first, after: $after, where: $where) {
        nodes {
          ...StandInOffer
          from {
            id
            name
            __typename
          }
          role {
            ...RoleOnOffer
            __typename
          }
          shift {
            ...ShiftTimes
            activity {
              id
              title
              riskNotice
              __typename
            }
            __typename
          }
          __typename
        }
        pageInfo {
          ...NextPage
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
  __typename
}

fragment RoleOnOffer on ShiftRole {
  id
  name
  capacity
  freePlaces
  approvalRequired
  viewerBlockers
  __typename
}

fragment ShiftTimes on Shift {
  id
  status
  startsAt
  endsAt
  place
  signupOpensAt
  signupClosesAt
  __typename
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
  __typename
}`,
);

export const SupplementServiceDocument = /*#__PURE__*/ trusted<Operations.SupplementServiceMutation, Operations.SupplementServiceMutationVariables>(
  Operations.SupplementServiceId,
  `mutation SupplementService($input: SupplementServiceInput!) {
  supplementService(input: $input) {
    serviceRecord {
      ...OwnService
      __typename
    }
    signup {
      id
      __typename
    }
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
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
  __typename
}`,
);

export const TopicsDocument = /*#__PURE__*/ trusted<Operations.TopicsQuery, Operations.TopicsQueryVariables>(
  Operations.TopicsId,
  `query Topics($first: Int = 50, $after: String) {
  topics(first: $first, after: $after) {
    nodes {
      id
      name
      __typename
    }
    pageInfo {
      ...NextPage
      __typename
    }
    __typename
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
  __typename
}`,
);

export const UpdateMyContactDocument = /*#__PURE__*/ trusted<Operations.UpdateMyContactMutation, Operations.UpdateMyContactMutationVariables>(
  Operations.UpdateMyContactId,
  `mutation UpdateMyContact($input: UpdateMyContactInput!) {
  updateMyContact(input: $input) {
    guardian {
      id
      phone
      phoneVerifiedAt
      __typename
    }
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
  }
}`,
);

export const UpdateMyContactByWechatDocument = /*#__PURE__*/ trusted<Operations.UpdateMyContactByWechatMutation, Operations.UpdateMyContactByWechatMutationVariables>(
  Operations.UpdateMyContactByWechatId,
  `mutation UpdateMyContactByWechat($input: UpdateMyContactByWechatInput!) {
  updateMyContactByWechat(input: $input) {
    guardian {
      id
      phone
      phoneVerifiedAt
      __typename
    }
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
  }
}`,
);

export const VerifyCertificateDocument = /*#__PURE__*/ trusted<Operations.VerifyCertificateQuery, Operations.VerifyCertificateQueryVariables>(
  Operations.VerifyCertificateId,
  `query VerifyCertificate($number: String!) {
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
    __typename
  }
}`,
);

export const VolunteerBoardDocument = /*#__PURE__*/ trusted<Operations.VolunteerBoardQuery, Operations.VolunteerBoardQueryVariables>(
  Operations.VolunteerBoardId,
  `query VolunteerBoard($first: Int = 50, $after: String, $where: ShiftWhere) {
  upcomingShifts(first: $first, after: $after, where: $where) {
    nodes {
      ...ShiftTimes
      activity {
        id
        kind
        title
        __typename
      }
      roles(first: 10) {
        nodes {
          ...RoleOnOffer
          __typename
        }
        __typename
      }
      __typename
    }
    pageInfo {
      ...NextPage
      __typename
    }
    __typename
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
  __typename
}

fragment RoleOnOffer on ShiftRole {
  id
  name
  capacity
  freePlaces
  approvalRequired
  viewerBlockers
  __typename
}

fragment ShiftTimes on Shift {
  id
  status
  startsAt
  endsAt
  place
  signupOpensAt
  signupClosesAt
  __typename
}`,
);

export const WithdrawLectureDocument = /*#__PURE__*/ trusted<Operations.WithdrawLectureMutation, Operations.WithdrawLectureMutationVariables>(
  Operations.WithdrawLectureId,
  `mutation WithdrawLecture($input: WithdrawParentLectureInput!) {
  withdrawParentLecture(input: $input) {
    lecture {
      ...OwnLecture
      __typename
    }
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
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
  __typename
}`,
);

export const WithdrawStandInDocument = /*#__PURE__*/ trusted<Operations.WithdrawStandInMutation, Operations.WithdrawStandInMutationVariables>(
  Operations.WithdrawStandInId,
  `mutation WithdrawStandIn($input: WithdrawStandInInput!) {
  withdrawStandIn(input: $input) {
    standIn {
      ...StandInOffer
      __typename
    }
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
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
  __typename
}`,
);
