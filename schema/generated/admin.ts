// Written by `npm run codegen`: change schema/operations instead.
import * as Operations from './admin-operations.ts';
import { trusted } from './typed-document.ts';

export * from './admin-operations.ts';

export const AcceptLectureDocument = /*#__PURE__*/ trusted<Operations.AcceptLectureMutation, Operations.AcceptLectureMutationVariables>(
  Operations.AcceptLectureId,
  `mutation AcceptLecture($input: AcceptParentLectureInput!) {
  acceptParentLecture(input: $input) {
    lecture {
      ...LectureToDecide
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

fragment LectureToDecide on ParentLecture {
  id
  title
  outline
  durationMinutes
  preferredTimes
  status
  reason
  proposedAt
  decidedAt
  viewerActions
  __typename
}`,
);

export const AccessLogDocument = /*#__PURE__*/ trusted<Operations.AccessLogQuery, Operations.AccessLogQueryVariables>(
  Operations.AccessLogId,
  `query AccessLog($where: AccessRecordWhere, $first: Int = 50, $after: String) {
  accessEntries(where: $where, first: $first, after: $after) {
    nodes {
      id
      createdAt
      actorName
      byProgram
      subject
      student {
        id
        name
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
}`,
);

export const AddShiftRoleDocument = /*#__PURE__*/ trusted<Operations.AddShiftRoleMutation, Operations.AddShiftRoleMutationVariables>(
  Operations.AddShiftRoleId,
  `mutation AddShiftRole($input: AddShiftRoleInput!) {
  addShiftRole(input: $input) {
    role {
      ...RoleToEdit
      __typename
    }
    shift {
      ...ShiftToEdit
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

fragment RoleToEdit on ShiftRole {
  id
  ordinal
  name
  description
  capacity
  minimum
  placesTaken
  approvalRequired
  qualification
  __typename
}

fragment ShiftToEdit on Shift {
  id
  status
  place
  startsAt
  endsAt
  signupOpensAt
  signupClosesAt
  cancelUntil
  cancelReason
  seriesDate
  detached
  revision
  viewerCanManage
  roles(first: 10) {
    nodes {
      ...RoleToEdit
      __typename
    }
    __typename
  }
  __typename
}`,
);

export const AddShiftSeriesRoleDocument = /*#__PURE__*/ trusted<Operations.AddShiftSeriesRoleMutation, Operations.AddShiftSeriesRoleMutationVariables>(
  Operations.AddShiftSeriesRoleId,
  `mutation AddShiftSeriesRole($input: AddShiftSeriesRoleInput!) {
  addShiftSeriesRole(input: $input) {
    series {
      ...SeriesToEdit
      __typename
    }
    changedShiftCount
    refusedShifts {
      id
      seriesDate
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

fragment SeriesToEdit on ShiftSeries {
  id
  weekdays
  startTime
  endTime
  firstDate
  lastDate
  skipsHolidays
  place
  signupOpensDaysBefore
  signupClosesMinutesBefore
  cancelUntilMinutesBefore
  roleNames
  revision
  __typename
}`,
);

export const AlignShiftSeriesDocument = /*#__PURE__*/ trusted<Operations.AlignShiftSeriesMutation, Operations.AlignShiftSeriesMutationVariables>(
  Operations.AlignShiftSeriesId,
  `mutation AlignShiftSeries($input: AlignShiftSeriesInput!) {
  alignShiftSeries(input: $input) {
    series {
      ...SeriesToEdit
      missingDates
      shiftsOffCalendar {
        nodes {
          id
          seriesDate
          __typename
        }
        __typename
      }
      __typename
    }
    cancelledShiftCount
    addedShiftCount
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
  }
}

fragment SeriesToEdit on ShiftSeries {
  id
  weekdays
  startTime
  endTime
  firstDate
  lastDate
  skipsHolidays
  place
  signupOpensDaysBefore
  signupClosesMinutesBefore
  cancelUntilMinutesBefore
  roleNames
  revision
  __typename
}`,
);

export const ApproveGuardianshipDocument = /*#__PURE__*/ trusted<Operations.ApproveGuardianshipMutation, Operations.ApproveGuardianshipMutationVariables>(
  Operations.ApproveGuardianshipId,
  `mutation ApproveGuardianship($input: ApproveGuardianshipInput!) {
  approveGuardianship(input: $input) {
    guardianship {
      id
      status
      decidedAt
      __typename
    }
    household {
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
}`,
);

export const ApproveRoleRequestsDocument = /*#__PURE__*/ trusted<Operations.ApproveRoleRequestsMutation, Operations.ApproveRoleRequestsMutationVariables>(
  Operations.ApproveRoleRequestsId,
  `mutation ApproveRoleRequests($input: ApproveRoleRequestsInput!) {
  approveRoleRequests(input: $input) {
    requests {
      id
      status
      __typename
    }
    assignments {
      id
      role
      validFrom
      validTo
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

export const ApproveServiceRecordsDocument = /*#__PURE__*/ trusted<Operations.ApproveServiceRecordsMutation, Operations.ApproveServiceRecordsMutationVariables>(
  Operations.ApproveServiceRecordsId,
  `mutation ApproveServiceRecords($input: ApproveServiceRecordsInput!) {
  approveServiceRecords(input: $input) {
    serviceRecords {
      ...ServiceToDecide
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

fragment ServiceToDecide on ServiceRecord {
  id
  startsAt
  endsAt
  minutes
  source
  status
  description
  decisionReason
  appeal
  appealedAt
  certified
  viewerCanDecide
  __typename
}`,
);

export const ApproveSignupsDocument = /*#__PURE__*/ trusted<Operations.ApproveSignupsMutation, Operations.ApproveSignupsMutationVariables>(
  Operations.ApproveSignupsId,
  `mutation ApproveSignups($input: ApproveSignupsInput!) {
  approveSignups(input: $input) {
    signups {
      id
      status
      decidedAt
      role {
        ...RoleToEdit
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
}

fragment RoleToEdit on ShiftRole {
  id
  ordinal
  name
  description
  capacity
  minimum
  placesTaken
  approvalRequired
  qualification
  __typename
}`,
);

export const ApproveStaffIdentitiesDocument = /*#__PURE__*/ trusted<Operations.ApproveStaffIdentitiesMutation, Operations.ApproveStaffIdentitiesMutationVariables>(
  Operations.ApproveStaffIdentitiesId,
  `mutation ApproveStaffIdentities($input: ApproveStaffIdentitiesInput!) {
  approveStaffIdentities(input: $input) {
    staffIdentities {
      id
      status
      approvedAt
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

export const AssignRoleDocument = /*#__PURE__*/ trusted<Operations.AssignRoleMutation, Operations.AssignRoleMutationVariables>(
  Operations.AssignRoleId,
  `mutation AssignRole($input: AssignRoleInput!) {
  assignRole(input: $input) {
    staff {
      id
      name
      __typename
    }
    assignment {
      id
      role
      validFrom
      validTo
      __typename
    }
    request {
      id
      role
      status
      expiresAt
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

export const AuditLogDocument = /*#__PURE__*/ trusted<Operations.AuditLogQuery, Operations.AuditLogQueryVariables>(
  Operations.AuditLogId,
  `query AuditLog($where: AuditRecordWhere, $first: Int = 50, $after: String) {
  auditEntries(where: $where, first: $first, after: $after) {
    nodes {
      id
      mutation
      outcome
      code
      createdAt
      actorName
      staff {
        ...StaffMember
        __typename
      }
      guardian {
        id
        name
        __typename
      }
      subjects
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

fragment StaffMember on Staff {
  id
  name
  staffNumber
  __typename
}`,
);

export const BlockGuardianDocument = /*#__PURE__*/ trusted<Operations.BlockGuardianMutation, Operations.BlockGuardianMutationVariables>(
  Operations.BlockGuardianId,
  `mutation BlockGuardian($input: BlockGuardianInput!) {
  blockGuardian(input: $input) {
    guardianship {
      id
      status
      decisionReason
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

export const CancelLectureDocument = /*#__PURE__*/ trusted<Operations.CancelLectureMutation, Operations.CancelLectureMutationVariables>(
  Operations.CancelLectureId,
  `mutation CancelLecture($input: CancelParentLectureInput!) {
  cancelParentLecture(input: $input) {
    lecture {
      ...LectureToDecide
      __typename
    }
    shift {
      id
      status
      startsAt
      endsAt
      place
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

fragment LectureToDecide on ParentLecture {
  id
  title
  outline
  durationMinutes
  preferredTimes
  status
  reason
  proposedAt
  decidedAt
  viewerActions
  __typename
}`,
);

export const CancelShiftDocument = /*#__PURE__*/ trusted<Operations.CancelShiftMutation, Operations.CancelShiftMutationVariables>(
  Operations.CancelShiftId,
  `mutation CancelShift($input: CancelShiftInput!) {
  cancelShift(input: $input) {
    shift {
      ...ShiftToEdit
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

fragment RoleToEdit on ShiftRole {
  id
  ordinal
  name
  description
  capacity
  minimum
  placesTaken
  approvalRequired
  qualification
  __typename
}

fragment ShiftToEdit on Shift {
  id
  status
  place
  startsAt
  endsAt
  signupOpensAt
  signupClosesAt
  cancelUntil
  cancelReason
  seriesDate
  detached
  revision
  viewerCanManage
  roles(first: 10) {
    nodes {
      ...RoleToEdit
      __typename
    }
    __typename
  }
  __typename
}`,
);

export const CancelShiftSeriesDocument = /*#__PURE__*/ trusted<Operations.CancelShiftSeriesMutation, Operations.CancelShiftSeriesMutationVariables>(
  Operations.CancelShiftSeriesId,
  `mutation CancelShiftSeries($input: CancelShiftSeriesInput!) {
  cancelShiftSeries(input: $input) {
    series {
      ...SeriesToEdit
      __typename
    }
    cancelledShiftCount
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
  }
}

fragment SeriesToEdit on ShiftSeries {
  id
  weekdays
  startTime
  endTime
  firstDate
  lastDate
  skipsHolidays
  place
  signupOpensDaysBefore
  signupClosesMinutesBefore
  cancelUntilMinutesBefore
  roleNames
  revision
  __typename
}`,
);

export const CancelVolunteerActivityDocument = /*#__PURE__*/ trusted<Operations.CancelVolunteerActivityMutation, Operations.CancelVolunteerActivityMutationVariables>(
  Operations.CancelVolunteerActivityId,
  `mutation CancelVolunteerActivity($input: CancelVolunteerActivityInput!) {
  cancelVolunteerActivity(input: $input) {
    activity {
      ...ActivityToEdit
      __typename
    }
    cancelledShiftCount
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
  }
}

fragment ActivityToEdit on VolunteerActivity {
  id
  kind
  title
  purpose
  riskNotice
  contactName
  contactPhone
  waitlistPriority
  status
  publishedAt
  cancelledAt
  cancelReason
  revision
  viewerCanManage
  audience {
    id
    name
    __typename
  }
  organiser {
    ...StaffMember
    __typename
  }
  topics {
    nodes {
      id
      name
      __typename
    }
    __typename
  }
  __typename
}

fragment StaffMember on Staff {
  id
  name
  staffNumber
  __typename
}`,
);

export const ChangeAuthenticatorDocument = /*#__PURE__*/ trusted<Operations.ChangeAuthenticatorMutation, Operations.ChangeAuthenticatorMutationVariables>(
  Operations.ChangeAuthenticatorId,
  `mutation ChangeAuthenticator($input: ChangeAuthenticatorInput!) {
  changeAuthenticator(input: $input) {
    staffIdentity {
      id
      lastUsedAt
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

export const ChangePasswordDocument = /*#__PURE__*/ trusted<Operations.ChangePasswordMutation, Operations.ChangePasswordMutationVariables>(
  Operations.ChangePasswordId,
  `mutation ChangePassword($input: ChangePasswordInput!) {
  changePassword(input: $input) {
    staffIdentity {
      id
      lastUsedAt
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

export const ClassRosterDocument = /*#__PURE__*/ trusted<Operations.ClassRosterQuery, Operations.ClassRosterQueryVariables>(
  Operations.ClassRosterId,
  `query ClassRoster($id: ID!, $first: Int = 60, $after: String) {
  schoolClass(id: $id) {
    ...ClassName
    studentCount
    school {
      id
      name
      __typename
    }
    grade {
      id
      name
      stage
      __typename
    }
    schoolYear {
      id
      name
      __typename
    }
    homeroomTeacher {
      ...StaffMember
      __typename
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
              __typename
            }
            __typename
          }
          __typename
        }
        households(first: 2) {
          nodes {
            id
            name
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
}

fragment ClassName on SchoolClass {
  id
  name
  number
  __typename
}

fragment GuardianContact on Guardian {
  id
  name
  phone
  __typename
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
  __typename
}

fragment StaffMember on Staff {
  id
  name
  staffNumber
  __typename
}`,
);

export const ConfirmJoinDocument = /*#__PURE__*/ trusted<Operations.ConfirmJoinMutation, Operations.ConfirmJoinMutationVariables>(
  Operations.ConfirmJoinId,
  `mutation ConfirmJoin($input: ConfirmJoinInput!) {
  confirmJoin(input: $input) {
    joined
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

export const ContentToReviseDocument = /*#__PURE__*/ trusted<Operations.ContentToReviseQuery, Operations.ContentToReviseQueryVariables>(
  Operations.ContentToReviseId,
  `query ContentToRevise($first: Int = 20) {
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
          __typename
        }
        __typename
      }
      __typename
    }
    totalCount
    __typename
  }
}`,
);

export const CorrectGuardianNameDocument = /*#__PURE__*/ trusted<Operations.CorrectGuardianNameMutation, Operations.CorrectGuardianNameMutationVariables>(
  Operations.CorrectGuardianNameId,
  `mutation CorrectGuardianName($input: CorrectGuardianNameInput!) {
  correctGuardianName(input: $input) {
    guardian {
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
}`,
);

export const CreateJoinCodeDocument = /*#__PURE__*/ trusted<Operations.CreateJoinCodeMutation, Operations.CreateJoinCodeMutationVariables>(
  Operations.CreateJoinCodeId,
  `mutation CreateJoinCode($input: CreateJoinCodeInput!) {
  createJoinCode(input: $input) {
    join {
      id
      expiresAt
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
}`,
);

export const CreateRecoveryCodesDocument = /*#__PURE__*/ trusted<Operations.CreateRecoveryCodesMutation, Operations.CreateRecoveryCodesMutationVariables>(
  Operations.CreateRecoveryCodesId,
  `mutation CreateRecoveryCodes($input: CreateRecoveryCodesInput!) {
  createRecoveryCodes(input: $input) {
    recoveryCodes
    staffIdentity {
      id
      recoveryCodesLeft
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

export const CreateRoomDocument = /*#__PURE__*/ trusted<Operations.CreateRoomMutation, Operations.CreateRoomMutationVariables>(
  Operations.CreateRoomId,
  `mutation CreateRoom($input: CreateRoomInput!) {
  createRoom(input: $input) {
    room {
      id
      name
      capacity
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

export const CreateSchoolDocument = /*#__PURE__*/ trusted<Operations.CreateSchoolMutation, Operations.CreateSchoolMutationVariables>(
  Operations.CreateSchoolId,
  `mutation CreateSchool($input: CreateSchoolInput!) {
  createSchool(input: $input) {
    school {
      id
      code
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
}`,
);

export const CreateSchoolClassDocument = /*#__PURE__*/ trusted<Operations.CreateSchoolClassMutation, Operations.CreateSchoolClassMutationVariables>(
  Operations.CreateSchoolClassId,
  `mutation CreateSchoolClass($input: CreateSchoolClassInput!) {
  createSchoolClass(input: $input) {
    schoolClass {
      id
      name
      number
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

export const CreateSchoolYearDocument = /*#__PURE__*/ trusted<Operations.CreateSchoolYearMutation, Operations.CreateSchoolYearMutationVariables>(
  Operations.CreateSchoolYearId,
  `mutation CreateSchoolYear($input: CreateSchoolYearInput!) {
  createSchoolYear(input: $input) {
    schoolYear {
      id
      name
      startsOn
      endsOn
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

export const CreateServiceTokenDocument = /*#__PURE__*/ trusted<Operations.CreateServiceTokenMutation, Operations.CreateServiceTokenMutationVariables>(
  Operations.CreateServiceTokenId,
  `mutation CreateServiceToken($input: CreateServiceTokenInput!) {
  createServiceToken(input: $input) {
    serviceToken {
      id
      name
      role
      permissions
      standing
      expiresAt
      __typename
    }
    secret
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

export const CreateShiftDocument = /*#__PURE__*/ trusted<Operations.CreateShiftMutation, Operations.CreateShiftMutationVariables>(
  Operations.CreateShiftId,
  `mutation CreateShift($input: CreateShiftInput!) {
  createShift(input: $input) {
    shift {
      ...ShiftToEdit
      __typename
    }
    activity {
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

fragment RoleToEdit on ShiftRole {
  id
  ordinal
  name
  description
  capacity
  minimum
  placesTaken
  approvalRequired
  qualification
  __typename
}

fragment ShiftToEdit on Shift {
  id
  status
  place
  startsAt
  endsAt
  signupOpensAt
  signupClosesAt
  cancelUntil
  cancelReason
  seriesDate
  detached
  revision
  viewerCanManage
  roles(first: 10) {
    nodes {
      ...RoleToEdit
      __typename
    }
    __typename
  }
  __typename
}`,
);

export const CreateShiftSeriesDocument = /*#__PURE__*/ trusted<Operations.CreateShiftSeriesMutation, Operations.CreateShiftSeriesMutationVariables>(
  Operations.CreateShiftSeriesId,
  `mutation CreateShiftSeries($input: CreateShiftSeriesInput!) {
  createShiftSeries(input: $input) {
    series {
      ...SeriesToEdit
      __typename
    }
    shiftCount
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
  }
}

fragment SeriesToEdit on ShiftSeries {
  id
  weekdays
  startTime
  endTime
  firstDate
  lastDate
  skipsHolidays
  place
  signupOpensDaysBefore
  signupClosesMinutesBefore
  cancelUntilMinutesBefore
  roleNames
  revision
  __typename
}`,
);

export const CreateSignInLinksDocument = /*#__PURE__*/ trusted<Operations.CreateSignInLinksMutation, Operations.CreateSignInLinksMutationVariables>(
  Operations.CreateSignInLinksId,
  `mutation CreateSignInLinks($input: CreateSignInLinksInput!) {
  createSignInLinks(input: $input) {
    staffIdentities {
      id
      status
      linkExpiresAt
      __typename
    }
    links {
      staffId
      address
      expiresAt
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

export const CreateTermDocument = /*#__PURE__*/ trusted<Operations.CreateTermMutation, Operations.CreateTermMutationVariables>(
  Operations.CreateTermId,
  `mutation CreateTerm($input: CreateTermInput!) {
  createTerm(input: $input) {
    term {
      id
      number
      startsOn
      endsOn
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

export const CreateVolunteerActivityDocument = /*#__PURE__*/ trusted<Operations.CreateVolunteerActivityMutation, Operations.CreateVolunteerActivityMutationVariables>(
  Operations.CreateVolunteerActivityId,
  `mutation CreateVolunteerActivity($input: CreateVolunteerActivityInput!) {
  createVolunteerActivity(input: $input) {
    activity {
      ...ActivityToEdit
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

fragment ActivityToEdit on VolunteerActivity {
  id
  kind
  title
  purpose
  riskNotice
  contactName
  contactPhone
  waitlistPriority
  status
  publishedAt
  cancelledAt
  cancelReason
  revision
  viewerCanManage
  audience {
    id
    name
    __typename
  }
  organiser {
    ...StaffMember
    __typename
  }
  topics {
    nodes {
      id
      name
      __typename
    }
    __typename
  }
  __typename
}

fragment StaffMember on Staff {
  id
  name
  staffNumber
  __typename
}`,
);

export const DecideCancellationRequestDocument = /*#__PURE__*/ trusted<Operations.DecideCancellationRequestMutation, Operations.DecideCancellationRequestMutationVariables>(
  Operations.DecideCancellationRequestId,
  `mutation DecideCancellationRequest($input: DecideCancellationRequestInput!) {
  decideCancellationRequest(input: $input) {
    signup {
      id
      status
      signedUpAt
      cancelRequestedAt
      cancelRequestReason
      cancelRequestAnswer
      __typename
    }
    role {
      id
      placesTaken
      freePlaces
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

export const DecideStandInDocument = /*#__PURE__*/ trusted<Operations.DecideStandInMutation, Operations.DecideStandInMutationVariables>(
  Operations.DecideStandInId,
  `mutation DecideStandIn($input: DecideStandInInput!) {
  decideStandIn(input: $input) {
    standIn {
      id
      way
      status
      rejectReason
      __typename
    }
    signup {
      id
      status
      __typename
    }
    role {
      id
      placesTaken
      freePlaces
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

export const DeclineLectureDocument = /*#__PURE__*/ trusted<Operations.DeclineLectureMutation, Operations.DeclineLectureMutationVariables>(
  Operations.DeclineLectureId,
  `mutation DeclineLecture($input: DeclineParentLectureInput!) {
  declineParentLecture(input: $input) {
    lecture {
      ...LectureToDecide
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

fragment LectureToDecide on ParentLecture {
  id
  title
  outline
  durationMinutes
  preferredTimes
  status
  reason
  proposedAt
  decidedAt
  viewerActions
  __typename
}`,
);

export const EndAssignmentDocument = /*#__PURE__*/ trusted<Operations.EndAssignmentMutation, Operations.EndAssignmentMutationVariables>(
  Operations.EndAssignmentId,
  `mutation EndAssignment($input: EndAssignmentInput!) {
  endAssignment(input: $input) {
    assignment {
      id
      endedAt
      current
      __typename
    }
    staff {
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
}`,
);

export const EndEnrolmentsDocument = /*#__PURE__*/ trusted<Operations.EndEnrolmentsMutation, Operations.EndEnrolmentsMutationVariables>(
  Operations.EndEnrolmentsId,
  `mutation EndEnrolments($input: EndEnrolmentsInput!) {
  endEnrolments(input: $input) {
    students {
      id
      leftOn
      leaving
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

export const EndGuardianshipDocument = /*#__PURE__*/ trusted<Operations.EndGuardianshipMutation, Operations.EndGuardianshipMutationVariables>(
  Operations.EndGuardianshipId,
  `mutation EndGuardianship($input: EndGuardianshipInput!) {
  endGuardianship(input: $input) {
    guardianship {
      id
      status
      decisionReason
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

export const EnrolStudentsDocument = /*#__PURE__*/ trusted<Operations.EnrolStudentsMutation, Operations.EnrolStudentsMutationVariables>(
  Operations.EnrolStudentsId,
  `mutation EnrolStudents($input: EnrolStudentsInput!) {
  enrolStudents(input: $input) {
    schoolClass {
      id
      studentCount
      __typename
    }
    students {
      id
      name
      studentNumber
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

export const ExportServiceHoursDocument = /*#__PURE__*/ trusted<Operations.ExportServiceHoursMutation, Operations.ExportServiceHoursMutationVariables>(
  Operations.ExportServiceHoursId,
  `mutation ExportServiceHours($input: ExportServiceHoursInput!) {
  exportServiceHours(input: $input) {
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

export const ExportShiftRosterDocument = /*#__PURE__*/ trusted<Operations.ExportShiftRosterMutation, Operations.ExportShiftRosterMutationVariables>(
  Operations.ExportShiftRosterId,
  `mutation ExportShiftRoster($input: ExportShiftRosterInput!) {
  exportShiftRoster(input: $input) {
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

export const GrantQualificationDocument = /*#__PURE__*/ trusted<Operations.GrantQualificationMutation, Operations.GrantQualificationMutationVariables>(
  Operations.GrantQualificationId,
  `mutation GrantQualification($input: GrantQualificationInput!) {
  grantQualification(input: $input) {
    qualification {
      ...Qualification
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

fragment Qualification on VolunteerQualification {
  id
  name
  validFrom
  validTo
  current
  revokedAt
  revokeReason
  guardian {
    id
    name
    __typename
  }
  grantedBy {
    ...StaffMember
    __typename
  }
  __typename
}

fragment StaffMember on Staff {
  id
  name
  staffNumber
  __typename
}`,
);

export const IssueBindingCodesDocument = /*#__PURE__*/ trusted<Operations.IssueBindingCodesMutation, Operations.IssueBindingCodesMutationVariables>(
  Operations.IssueBindingCodesId,
  `mutation IssueBindingCodes($input: IssueBindingCodesInput!) {
  issueBindingCodes(input: $input) {
    issued {
      student {
        id
        name
        studentNumber
        __typename
      }
      code
      expiresAt
      __typename
    }
    bindingCodes {
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
}`,
);

export const LectureProposalsDocument = /*#__PURE__*/ trusted<Operations.LectureProposalsQuery, Operations.LectureProposalsQueryVariables>(
  Operations.LectureProposalsId,
  `query LectureProposals($school: ID!, $first: Int = 20, $after: String, $where: ParentLectureWhere) {
  school(id: $school) {
    id
    rooms(first: 50) {
      nodes {
        id
        name
        capacity
        __typename
      }
      __typename
    }
    parentLectures(first: $first, after: $after, where: $where) {
      nodes {
        ...LectureToDecide
        schoolClass {
          ...ClassName
          __typename
        }
        guardian {
          ...GuardianContact
          __typename
        }
        decidedBy {
          ...StaffMember
          __typename
        }
        shift {
          id
          status
          startsAt
          endsAt
          place
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
}

fragment ClassName on SchoolClass {
  id
  name
  number
  __typename
}

fragment GuardianContact on Guardian {
  id
  name
  phone
  __typename
}

fragment LectureToDecide on ParentLecture {
  id
  title
  outline
  durationMinutes
  preferredTimes
  status
  reason
  proposedAt
  decidedAt
  viewerActions
  __typename
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
  __typename
}

fragment StaffMember on Staff {
  id
  name
  staffNumber
  __typename
}`,
);

export const LiftSuspensionDocument = /*#__PURE__*/ trusted<Operations.LiftSuspensionMutation, Operations.LiftSuspensionMutationVariables>(
  Operations.LiftSuspensionId,
  `mutation LiftSuspension($input: LiftSuspensionInput!) {
  liftSuspension(input: $input) {
    suspension {
      ...Suspension
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

fragment StaffMember on Staff {
  id
  name
  staffNumber
  __typename
}

fragment Suspension on VolunteerSuspension {
  id
  cause
  reason
  startsAt
  endsAt
  current
  liftedAt
  liftReason
  guardian {
    id
    name
    __typename
  }
  school {
    id
    name
    __typename
  }
  decidedBy {
    ...StaffMember
    __typename
  }
  __typename
}`,
);

export const LinkStaffIdentitiesDocument = /*#__PURE__*/ trusted<Operations.LinkStaffIdentitiesMutation, Operations.LinkStaffIdentitiesMutationVariables>(
  Operations.LinkStaffIdentitiesId,
  `mutation LinkStaffIdentities($input: LinkStaffIdentitiesInput!) {
  linkStaffIdentities(input: $input) {
    staffIdentities {
      id
      subject
      status
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

export const LinkStaffIdentityDocument = /*#__PURE__*/ trusted<Operations.LinkStaffIdentityMutation, Operations.LinkStaffIdentityMutationVariables>(
  Operations.LinkStaffIdentityId,
  `mutation LinkStaffIdentity($input: LinkStaffIdentityInput!) {
  linkStaffIdentity(input: $input) {
    staffIdentity {
      id
      issuer
      subject
      status
      linkedAt
      __typename
    }
    staff {
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
}`,
);

export const MeetingListDocument = /*#__PURE__*/ trusted<Operations.MeetingListQuery, Operations.MeetingListQueryVariables>(
  Operations.MeetingListId,
  `query MeetingList($first: Int = 100, $after: String, $where: MeetingWhere, $orderBy: [MeetingOrder!]) {
  meetings(first: $first, after: $after, where: $where, orderBy: $orderBy) {
    nodes {
      ...MeetingRow
      __typename
    }
    pageInfo {
      ...NextPage
      __typename
    }
    __typename
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
  __typename
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
  __typename
}`,
);

export const MeetingRepliesDocument = /*#__PURE__*/ trusted<Operations.MeetingRepliesQuery, Operations.MeetingRepliesQueryVariables>(
  Operations.MeetingRepliesId,
  `query MeetingReplies($id: ID!, $first: Int = 45, $after: String, $where: MeetingReplyWhere) {
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
    __typename
  }
}

fragment GuardianContact on Guardian {
  id
  name
  phone
  __typename
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
  __typename
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
  __typename
}`,
);

export const MeetingRosterDocument = /*#__PURE__*/ trusted<Operations.MeetingRosterQuery, Operations.MeetingRosterQueryVariables>(
  Operations.MeetingRosterId,
  `query MeetingRoster($id: ID!, $first: Int = 50, $after: String) {
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
          guardian {
            ...GuardianContact
            __typename
          }
          attendingGuardians(first: 5) {
            nodes {
              ...GuardianContact
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
    __typename
  }
}

fragment GuardianContact on Guardian {
  id
  name
  phone
  __typename
}

fragment MeetingFigures on Meeting {
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

fragment MeetingRow on Meeting {
  id
  title
  kind
  scope
  status
  startsAt
  endsAt
  place
  __typename
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
  __typename
}`,
);

export const MeetingsAcrossSchoolsDocument = /*#__PURE__*/ trusted<Operations.MeetingsAcrossSchoolsQuery, Operations.MeetingsAcrossSchoolsQueryVariables>(
  Operations.MeetingsAcrossSchoolsId,
  `query MeetingsAcrossSchools($schools: Int = 20, $after: String, $latestReplies: Boolean = true) {
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
              attendingReplyCount
              replies(first: 5) @include(if: $latestReplies) {
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

fragment ClassName on SchoolClass {
  id
  name
  number
  __typename
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
  __typename
}`,
);

export const MyJoinsDocument = /*#__PURE__*/ trusted<Operations.MyJoinsQuery, Operations.MyJoinsQueryVariables>(
  Operations.MyJoinsId,
  `query MyJoins {
  viewer {
    id
    account {
      id
      joins(first: 1) {
        nodes {
          id
          expiresAt
          askedAt
          askedByName
          joinedAt
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

export const MySignInsDocument = /*#__PURE__*/ trusted<Operations.MySignInsQuery, Operations.MySignInsQueryVariables>(
  Operations.MySignInsId,
  `query MySignIns {
  viewer {
    id
    staff {
      id
      staffNumber
      identities(first: 20) {
        nodes {
          id
          issuer
          status
          linkedAt
          setUpAt
          lastUsedAt
          recoveryCodesLeft
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

export const OfferAuthenticatorDocument = /*#__PURE__*/ trusted<Operations.OfferAuthenticatorMutation, Operations.OfferAuthenticatorMutationVariables>(
  Operations.OfferAuthenticatorId,
  `mutation OfferAuthenticator($input: OfferAuthenticatorInput!) {
  offerAuthenticator(input: $input) {
    name
    staffNumber
    secret
    address
    setUp
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

export const OpenStaffLinkDocument = /*#__PURE__*/ trusted<Operations.OpenStaffLinkQuery, Operations.OpenStaffLinkQueryVariables>(
  Operations.OpenStaffLinkId,
  `query OpenStaffLink($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on Meeting {
      title
      __typename
    }
    ... on VolunteerActivity {
      title
      __typename
    }
    ... on Shift {
      ...LinkedShift
      __typename
    }
    ... on ShiftSeries {
      activity {
        id
        title
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
    ... on ParentLecture {
      title
      lectureStatus: status
      __typename
    }
    ... on School {
      name
      __typename
    }
    ... on Guardianship {
      guardianshipStatus: status
      studentName
      __typename
    }
    ... on RoleRequest {
      role
      requestStatus: status
      __typename
    }
    ... on StaffAssignment {
      assignedRole: role
      __typename
    }
    ... on StaffIdentity {
      linkStatus: status
      __typename
    }
    ... on AccountJoin {
      expiresAt
      __typename
    }
    ... on ServiceToken {
      name
      __typename
    }
  }
}

fragment LinkedShift on Shift {
  id
  startsAt
  place
  activity {
    id
    title
    __typename
  }
  __typename
}`,
);

export const PendingGuardianshipsDocument = /*#__PURE__*/ trusted<Operations.PendingGuardianshipsQuery, Operations.PendingGuardianshipsQueryVariables>(
  Operations.PendingGuardianshipsId,
  `query PendingGuardianships($id: ID!, $after: String) {
  schoolClass(id: $id) {
    id
    name
    pendingGuardianships(first: 20, after: $after) {
      nodes {
        id
        relation
        livesApart
        askedAt
        recoveredAt
        legal
        primaryContact
        codeEnding
        requestedName
        guardian {
          id
          name
          phone
          phoneVerifiedAt
          __typename
        }
        student {
          id
          name
          guardianships(first: 6) {
            nodes {
              id
              relation
              status
              guardian {
                id
                name
                phone
                __typename
              }
              __typename
            }
            __typename
          }
          households(first: 2) {
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
      pageInfo {
        hasNextPage
        endCursor
        __typename
      }
      __typename
    }
    __typename
  }
}`,
);

export const PolicyLibraryDocument = /*#__PURE__*/ trusted<Operations.PolicyLibraryQuery, Operations.PolicyLibraryQueryVariables>(
  Operations.PolicyLibraryId,
  `query PolicyLibrary($first: Int = 20, $after: String, $where: PolicyDocumentWhere, $orderBy: [PolicyDocumentOrder!]) {
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
      currentEdition {
        id
        number
        validity
        __typename
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
    totalCount
    __typename
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
  __typename
}`,
);

export const PrintBindingCodesDocument = /*#__PURE__*/ trusted<Operations.PrintBindingCodesMutation, Operations.PrintBindingCodesMutationVariables>(
  Operations.PrintBindingCodesId,
  `mutation PrintBindingCodes($input: PrintBindingCodesInput!) {
  printBindingCodes(input: $input) {
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

export const PromoteClassesDocument = /*#__PURE__*/ trusted<Operations.PromoteClassesMutation, Operations.PromoteClassesMutationVariables>(
  Operations.PromoteClassesId,
  `mutation PromoteClasses($input: PromoteClassesInput!) {
  promoteClasses(input: $input) {
    schoolClasses {
      id
      name
      studentCount
      promotedFrom {
        id
        name
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

export const PublishShiftSeriesDocument = /*#__PURE__*/ trusted<Operations.PublishShiftSeriesMutation, Operations.PublishShiftSeriesMutationVariables>(
  Operations.PublishShiftSeriesId,
  `mutation PublishShiftSeries($input: PublishShiftSeriesInput!) {
  publishShiftSeries(input: $input) {
    series {
      ...SeriesToEdit
      __typename
    }
    publishedShiftCount
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
  }
}

fragment SeriesToEdit on ShiftSeries {
  id
  weekdays
  startTime
  endTime
  firstDate
  lastDate
  skipsHolidays
  place
  signupOpensDaysBefore
  signupClosesMinutesBefore
  cancelUntilMinutesBefore
  roleNames
  revision
  __typename
}`,
);

export const PublishShiftsDocument = /*#__PURE__*/ trusted<Operations.PublishShiftsMutation, Operations.PublishShiftsMutationVariables>(
  Operations.PublishShiftsId,
  `mutation PublishShifts($input: PublishShiftsInput!) {
  publishShifts(input: $input) {
    shifts {
      id
      status
      publishedAt
      revision
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

export const PublishVolunteerActivityDocument = /*#__PURE__*/ trusted<Operations.PublishVolunteerActivityMutation, Operations.PublishVolunteerActivityMutationVariables>(
  Operations.PublishVolunteerActivityId,
  `mutation PublishVolunteerActivity($input: PublishVolunteerActivityInput!) {
  publishVolunteerActivity(input: $input) {
    activity {
      ...ActivityToEdit
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

fragment ActivityToEdit on VolunteerActivity {
  id
  kind
  title
  purpose
  riskNotice
  contactName
  contactPhone
  waitlistPriority
  status
  publishedAt
  cancelledAt
  cancelReason
  revision
  viewerCanManage
  audience {
    id
    name
    __typename
  }
  organiser {
    ...StaffMember
    __typename
  }
  topics {
    nodes {
      id
      name
      __typename
    }
    __typename
  }
  __typename
}

fragment StaffMember on Staff {
  id
  name
  staffNumber
  __typename
}`,
);

export const RecordAttendanceDocument = /*#__PURE__*/ trusted<Operations.RecordAttendanceMutation, Operations.RecordAttendanceMutationVariables>(
  Operations.RecordAttendanceId,
  `mutation RecordAttendance($input: RecordAttendanceInput!) {
  recordAttendance(input: $input) {
    shift {
      ...ShiftFigures
      __typename
    }
    attendances {
      ...AttendanceRow
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
}

fragment AttendanceRow on Attendance {
  id
  checkedInAt
  checkedInBy
  checkedOutAt
  checkedOutBy
  noShowAt
  excusedAt
  __typename
}

fragment ShiftFigures on Shift {
  id
  checkInOpensAt
  attendedCount
  noShowCount
  viewerCanShowCheckInCode
  __typename
}`,
);

export const RecoverGuardianDocument = /*#__PURE__*/ trusted<Operations.RecoverGuardianMutation, Operations.RecoverGuardianMutationVariables>(
  Operations.RecoverGuardianId,
  `mutation RecoverGuardian($input: RecoverGuardianInput!) {
  recoverGuardian(input: $input) {
    guardian {
      id
      name
      phone
      __typename
    }
    guardianship {
      id
      status
      decidedAt
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

export const RegisterStaffDocument = /*#__PURE__*/ trusted<Operations.RegisterStaffMutation, Operations.RegisterStaffMutationVariables>(
  Operations.RegisterStaffId,
  `mutation RegisterStaff($input: RegisterStaffInput!) {
  registerStaff(input: $input) {
    staff {
      id
      name
      staffNumber
      __typename
    }
    assignment {
      id
      role
      validFrom
      __typename
    }
    request {
      id
      role
      status
      expiresAt
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

export const RejectGuardianshipDocument = /*#__PURE__*/ trusted<Operations.RejectGuardianshipMutation, Operations.RejectGuardianshipMutationVariables>(
  Operations.RejectGuardianshipId,
  `mutation RejectGuardianship($input: RejectGuardianshipInput!) {
  rejectGuardianship(input: $input) {
    guardianship {
      id
      status
      decidedAt
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

export const RejectRoleRequestsDocument = /*#__PURE__*/ trusted<Operations.RejectRoleRequestsMutation, Operations.RejectRoleRequestsMutationVariables>(
  Operations.RejectRoleRequestsId,
  `mutation RejectRoleRequests($input: RejectRoleRequestsInput!) {
  rejectRoleRequests(input: $input) {
    requests {
      id
      status
      reason
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

export const RejectServiceRecordsDocument = /*#__PURE__*/ trusted<Operations.RejectServiceRecordsMutation, Operations.RejectServiceRecordsMutationVariables>(
  Operations.RejectServiceRecordsId,
  `mutation RejectServiceRecords($input: RejectServiceRecordsInput!) {
  rejectServiceRecords(input: $input) {
    serviceRecords {
      ...ServiceToDecide
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

fragment ServiceToDecide on ServiceRecord {
  id
  startsAt
  endsAt
  minutes
  source
  status
  description
  decisionReason
  appeal
  appealedAt
  certified
  viewerCanDecide
  __typename
}`,
);

export const RejectSignupsDocument = /*#__PURE__*/ trusted<Operations.RejectSignupsMutation, Operations.RejectSignupsMutationVariables>(
  Operations.RejectSignupsId,
  `mutation RejectSignups($input: RejectSignupsInput!) {
  rejectSignups(input: $input) {
    signups {
      id
      status
      cancelReason
      decidedAt
      role {
        ...RoleToEdit
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
}

fragment RoleToEdit on ShiftRole {
  id
  ordinal
  name
  description
  capacity
  minimum
  placesTaken
  approvalRequired
  qualification
  __typename
}`,
);

export const ReleaseStaffDocument = /*#__PURE__*/ trusted<Operations.ReleaseStaffMutation, Operations.ReleaseStaffMutationVariables>(
  Operations.ReleaseStaffId,
  `mutation ReleaseStaff($input: ReleaseStaffInput!) {
  releaseStaff(input: $input) {
    staff {
      id
      name
      __typename
    }
    assignments {
      id
      role
      validTo
      endedAt
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

export const RemoveShiftRoleDocument = /*#__PURE__*/ trusted<Operations.RemoveShiftRoleMutation, Operations.RemoveShiftRoleMutationVariables>(
  Operations.RemoveShiftRoleId,
  `mutation RemoveShiftRole($input: RemoveShiftRoleInput!) {
  removeShiftRole(input: $input) {
    shift {
      ...ShiftToEdit
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

fragment RoleToEdit on ShiftRole {
  id
  ordinal
  name
  description
  capacity
  minimum
  placesTaken
  approvalRequired
  qualification
  __typename
}

fragment ShiftToEdit on Shift {
  id
  status
  place
  startsAt
  endsAt
  signupOpensAt
  signupClosesAt
  cancelUntil
  cancelReason
  seriesDate
  detached
  revision
  viewerCanManage
  roles(first: 10) {
    nodes {
      ...RoleToEdit
      __typename
    }
    __typename
  }
  __typename
}`,
);

export const RemoveShiftSeriesRoleDocument = /*#__PURE__*/ trusted<Operations.RemoveShiftSeriesRoleMutation, Operations.RemoveShiftSeriesRoleMutationVariables>(
  Operations.RemoveShiftSeriesRoleId,
  `mutation RemoveShiftSeriesRole($input: RemoveShiftSeriesRoleInput!) {
  removeShiftSeriesRole(input: $input) {
    series {
      ...SeriesToEdit
      __typename
    }
    changedShiftCount
    refusedShifts {
      id
      seriesDate
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

fragment SeriesToEdit on ShiftSeries {
  id
  weekdays
  startTime
  endTime
  firstDate
  lastDate
  skipsHolidays
  place
  signupOpensDaysBefore
  signupClosesMinutesBefore
  cancelUntilMinutesBefore
  roleNames
  revision
  __typename
}`,
);

export const RevokeBindingCodeDocument = /*#__PURE__*/ trusted<Operations.RevokeBindingCodeMutation, Operations.RevokeBindingCodeMutationVariables>(
  Operations.RevokeBindingCodeId,
  `mutation RevokeBindingCode($input: RevokeBindingCodeInput!) {
  revokeBindingCode(input: $input) {
    bindingCode {
      id
      inForce
      revokedAt
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

export const RevokeQualificationDocument = /*#__PURE__*/ trusted<Operations.RevokeQualificationMutation, Operations.RevokeQualificationMutationVariables>(
  Operations.RevokeQualificationId,
  `mutation RevokeQualification($input: RevokeQualificationInput!) {
  revokeQualification(input: $input) {
    qualification {
      ...Qualification
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

fragment Qualification on VolunteerQualification {
  id
  name
  validFrom
  validTo
  current
  revokedAt
  revokeReason
  guardian {
    id
    name
    __typename
  }
  grantedBy {
    ...StaffMember
    __typename
  }
  __typename
}

fragment StaffMember on Staff {
  id
  name
  staffNumber
  __typename
}`,
);

export const RevokeServiceCertificateDocument = /*#__PURE__*/ trusted<Operations.RevokeServiceCertificateMutation, Operations.RevokeServiceCertificateMutationVariables>(
  Operations.RevokeServiceCertificateId,
  `mutation RevokeServiceCertificate($input: RevokeServiceCertificateInput!) {
  revokeServiceCertificate(input: $input) {
    certificate {
      ...Certificate
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

fragment Certificate on ServiceCertificate {
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

export const RevokeServiceTokenDocument = /*#__PURE__*/ trusted<Operations.RevokeServiceTokenMutation, Operations.RevokeServiceTokenMutationVariables>(
  Operations.RevokeServiceTokenId,
  `mutation RevokeServiceToken($input: RevokeServiceTokenInput!) {
  revokeServiceToken(input: $input) {
    serviceToken {
      id
      active
      standing
      revokedAt
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

export const RoleRequestsDocument = /*#__PURE__*/ trusted<Operations.RoleRequestsQuery, Operations.RoleRequestsQueryVariables>(
  Operations.RoleRequestsId,
  `query RoleRequests($where: RoleRequestWhere, $after: String) {
  roleRequests(first: 50, after: $after, where: $where) {
    nodes {
      id
      role
      status
      staffName
      subject
      validFrom
      validTo
      askedAt
      expiresAt
      decidedAt
      reason
      viewerCanDecide
      school {
        id
        name
        __typename
      }
      schoolClass {
        id
        name
        __typename
      }
      askedBy {
        id
        name
        __typename
      }
      decidedBy {
        id
        name
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

export const ScheduleLectureDocument = /*#__PURE__*/ trusted<Operations.ScheduleLectureMutation, Operations.ScheduleLectureMutationVariables>(
  Operations.ScheduleLectureId,
  `mutation ScheduleLecture($input: ScheduleParentLectureInput!) {
  scheduleParentLecture(input: $input) {
    lecture {
      ...LectureToDecide
      __typename
    }
    shift {
      id
      status
      startsAt
      endsAt
      place
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

fragment LectureToDecide on ParentLecture {
  id
  title
  outline
  durationMinutes
  preferredTimes
  status
  reason
  proposedAt
  decidedAt
  viewerActions
  __typename
}`,
);

export const SchoolOverviewDocument = /*#__PURE__*/ trusted<Operations.SchoolOverviewQuery, Operations.SchoolOverviewQueryVariables>(
  Operations.SchoolOverviewId,
  `query SchoolOverview($id: ID!, $from: DateTime!) {
  school(id: $id) {
    id
    code
    name
    stages
    studentCount
    district {
      id
      name
      __typename
    }
    classes(first: 100) {
      nodes {
        ...ClassName
        studentCount
        grade {
          id
          name
          __typename
        }
        schoolYear {
          id
          current
          __typename
        }
        homeroomTeacher {
          ...StaffMember
          __typename
        }
        __typename
      }
      totalCount
      pageInfo {
        ...NextPage
        __typename
      }
      __typename
    }
    meetings(
      first: 10
      where: {startsAt: {gte: $from}}
      orderBy: [{by: STARTS_AT, direction: ASC}]
    ) {
      nodes {
        ...MeetingRow
        ...MeetingFigures
        __typename
      }
      totalCount
      __typename
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
          __typename
        }
        __typename
      }
      totalCount
      __typename
    }
    courses(first: 10) {
      nodes {
        id
        title
        publishedAt
        citesOutdated
        __typename
      }
      totalCount
      __typename
    }
    policyDocuments(first: 10) {
      nodes {
        id
        title
        documentNumber
        issuedOn
        __typename
      }
      totalCount
      __typename
    }
    rooms(first: 50) {
      nodes {
        id
        name
        capacity
        __typename
      }
      __typename
    }
    __typename
  }
}

fragment ClassName on SchoolClass {
  id
  name
  number
  __typename
}

fragment MeetingFigures on Meeting {
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

fragment MeetingRow on Meeting {
  id
  title
  kind
  scope
  status
  startsAt
  endsAt
  place
  __typename
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
  __typename
}

fragment StaffMember on Staff {
  id
  name
  staffNumber
  __typename
}`,
);

export const SeriesEditorDocument = /*#__PURE__*/ trusted<Operations.SeriesEditorQuery, Operations.SeriesEditorQueryVariables>(
  Operations.SeriesEditorId,
  `query SeriesEditor($id: ID!, $first: Int = 100) {
  node(id: $id) {
    id
    ... on ShiftSeries {
      ...SeriesToEdit
      missingDates
      shiftsOffCalendar(first: $first) {
        nodes {
          id
          seriesDate
          __typename
        }
        pageInfo {
          ...NextPage
          __typename
        }
        __typename
      }
      continues {
        id
        lastDate
        __typename
      }
      activity {
        id
        title
        district {
          id
          schoolYears(first: 2) {
            nodes {
              id
              name
              terms {
                nodes {
                  id
                  number
                  startsOn
                  endsOn
                  __typename
                }
                __typename
              }
              calendarDays(first: 50) {
                nodes {
                  id
                  date
                  kind
                  name
                  followsWeekday
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
      shifts(first: $first) {
        nodes {
          id
          status
          startsAt
          endsAt
          seriesDate
          detached
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

fragment SeriesToEdit on ShiftSeries {
  id
  weekdays
  startTime
  endTime
  firstDate
  lastDate
  skipsHolidays
  place
  signupOpensDaysBefore
  signupClosesMinutesBefore
  cancelUntilMinutesBefore
  roleNames
  revision
  __typename
}`,
);

export const ServiceApprovalDocument = /*#__PURE__*/ trusted<Operations.ServiceApprovalQuery, Operations.ServiceApprovalQueryVariables>(
  Operations.ServiceApprovalId,
  `query ServiceApproval($first: Int = 50, $after: String, $where: ServiceRecordWhere) {
  serviceRecordsToDecide(first: $first, after: $after, where: $where) {
    nodes {
      ...ServiceToDecide
      volunteerName
      guardian {
        ...GuardianContact
        __typename
      }
      shift {
        id
        startsAt
        endsAt
        place
        activity {
          id
          title
          __typename
        }
        __typename
      }
      signup {
        id
        attendance {
          ...AttendanceRow
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
    totalCount
    __typename
  }
}

fragment AttendanceRow on Attendance {
  id
  checkedInAt
  checkedInBy
  checkedOutAt
  checkedOutBy
  noShowAt
  excusedAt
  __typename
}

fragment GuardianContact on Guardian {
  id
  name
  phone
  __typename
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
  __typename
}

fragment ServiceToDecide on ServiceRecord {
  id
  startsAt
  endsAt
  minutes
  source
  status
  description
  decisionReason
  appeal
  appealedAt
  certified
  viewerCanDecide
  __typename
}`,
);

export const ServiceCertificatesDocument = /*#__PURE__*/ trusted<Operations.ServiceCertificatesQuery, Operations.ServiceCertificatesQueryVariables>(
  Operations.ServiceCertificatesId,
  `query ServiceCertificates($first: Int = 50, $after: String, $where: ServiceCertificateWhere) {
  serviceCertificates(first: $first, after: $after, where: $where) {
    nodes {
      ...Certificate
      guardian {
        id
        name
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

fragment Certificate on ServiceCertificate {
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

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
  __typename
}`,
);

export const ServiceTokensDocument = /*#__PURE__*/ trusted<Operations.ServiceTokensQuery, Operations.ServiceTokensQueryVariables>(
  Operations.ServiceTokensId,
  `query ServiceTokens($after: String) {
  serviceTokens(first: 50, after: $after) {
    nodes {
      id
      name
      role
      permissions
      active
      standing
      issuedAt
      expiresAt
      lastUsedAt
      revokedAt
      school {
        id
        name
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

export const SetCalendarDaysDocument = /*#__PURE__*/ trusted<Operations.SetCalendarDaysMutation, Operations.SetCalendarDaysMutationVariables>(
  Operations.SetCalendarDaysId,
  `mutation SetCalendarDays($input: SetCalendarDaysInput!) {
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
          __typename
        }
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

export const SetUpSignInDocument = /*#__PURE__*/ trusted<Operations.SetUpSignInMutation, Operations.SetUpSignInMutationVariables>(
  Operations.SetUpSignInId,
  `mutation SetUpSignIn($input: SetUpSignInInput!) {
  setUpSignIn(input: $input) {
    recoveryCodes
    needsApproval
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

export const SetVolunteeringPolicyDocument = /*#__PURE__*/ trusted<Operations.SetVolunteeringPolicyMutation, Operations.SetVolunteeringPolicyMutationVariables>(
  Operations.SetVolunteeringPolicyId,
  `mutation SetVolunteeringPolicy($input: SetVolunteeringPolicyInput!) {
  setVolunteeringPolicy(input: $input) {
    district {
      id
      volunteeringPolicy {
        ...VolunteeringRules
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
}

fragment VolunteeringRules on VolunteeringPolicy {
  offerMinutes
  noShowLimit
  noShowWindowDays
  suspensionDays
  checkInEarlyMinutes
  reportWithinHours
  __typename
}`,
);

export const ShiftAttendanceDocument = /*#__PURE__*/ trusted<Operations.ShiftAttendanceQuery, Operations.ShiftAttendanceQueryVariables>(
  Operations.ShiftAttendanceId,
  `query ShiftAttendance($id: ID!, $first: Int = 50, $after: String) {
  shift(id: $id) {
    ...ShiftFigures
    startsAt
    endsAt
    place
    activity {
      id
      title
      __typename
    }
    signups(first: $first, after: $after, where: {status: {eq: CONFIRMED}}) {
      nodes {
        id
        role {
          id
          name
          __typename
        }
        guardian {
          ...GuardianContact
          __typename
        }
        attendance {
          ...AttendanceRow
          __typename
        }
        serviceRecords(first: 3) {
          nodes {
            id
            minutes
            source
            status
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
}

fragment AttendanceRow on Attendance {
  id
  checkedInAt
  checkedInBy
  checkedOutAt
  checkedOutBy
  noShowAt
  excusedAt
  __typename
}

fragment GuardianContact on Guardian {
  id
  name
  phone
  __typename
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
  __typename
}

fragment ShiftFigures on Shift {
  id
  checkInOpensAt
  attendedCount
  noShowCount
  viewerCanShowCheckInCode
  __typename
}`,
);

export const ShiftEditorDocument = /*#__PURE__*/ trusted<Operations.ShiftEditorQuery, Operations.ShiftEditorQueryVariables>(
  Operations.ShiftEditorId,
  `query ShiftEditor($id: ID!, $first: Int = 50, $signups: Boolean = true) {
  shift(id: $id) {
    ...ShiftToEdit
    activity {
      id
      title
      status
      __typename
    }
    series {
      id
      revision
      weekdays
      __typename
    }
    signups(first: $first, where: {status: {in: [PENDING, CONFIRMED]}}) @include(if: $signups) {
      nodes {
        id
        status
        signedUpAt
        reconfirmUntil
        viewerCanDecide
        guardian {
          ...GuardianContact
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
}

fragment GuardianContact on Guardian {
  id
  name
  phone
  __typename
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
  __typename
}

fragment RoleToEdit on ShiftRole {
  id
  ordinal
  name
  description
  capacity
  minimum
  placesTaken
  approvalRequired
  qualification
  __typename
}

fragment ShiftToEdit on Shift {
  id
  status
  place
  startsAt
  endsAt
  signupOpensAt
  signupClosesAt
  cancelUntil
  cancelReason
  seriesDate
  detached
  revision
  viewerCanManage
  roles(first: 10) {
    nodes {
      ...RoleToEdit
      __typename
    }
    __typename
  }
  __typename
}`,
);

export const ShiftRosterDocument = /*#__PURE__*/ trusted<Operations.ShiftRosterQuery, Operations.ShiftRosterQueryVariables>(
  Operations.ShiftRosterId,
  `query ShiftRoster($id: ID!, $first: Int = 50) {
  shift(id: $id) {
    id
    status
    startsAt
    endsAt
    place
    signupCount
    shortBy
    fillRate {
      numerator
      denominator
      value
      __typename
    }
    activity {
      id
      kind
      title
      organiser {
        ...StaffMember
        __typename
      }
      __typename
    }
    missing(first: $first) {
      nodes {
        id
        volunteerName
        volunteerPhone
        __typename
      }
      __typename
    }
    roles(first: 10) {
      nodes {
        id
        name
        capacity
        minimum
        confirmedCount
        placesTaken
        shortBy
        approvalRequired
        signups(first: $first, where: {status: {in: [PENDING, CONFIRMED]}}) {
          nodes {
            id
            status
            signedUpAt
            volunteerName
            volunteerPhone
            guardian {
              ...GuardianContact
              __typename
            }
            household {
              id
              name
              __typename
            }
            attendance {
              id
              checkedInAt
              checkedOutAt
              noShowAt
              excusedAt
              __typename
            }
            standIn {
              id
              way
              status
              toName
              __typename
            }
            standsInFor {
              id
              volunteerName
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
        waitlistEntries(first: 20, where: {status: {in: [WAITING, OFFERED]}}) {
          nodes {
            id
            status
            position
            guardian {
              ...GuardianContact
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

fragment GuardianContact on Guardian {
  id
  name
  phone
  __typename
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
  __typename
}

fragment StaffMember on Staff {
  id
  name
  staffNumber
  __typename
}`,
);

export const ShowCheckInCodeDocument = /*#__PURE__*/ trusted<Operations.ShowCheckInCodeMutation, Operations.ShowCheckInCodeMutationVariables>(
  Operations.ShowCheckInCodeId,
  `mutation ShowCheckInCode($input: ShowCheckInCodeInput!) {
  showCheckInCode(input: $input) {
    token
    expiresAt
    shift {
      id
      attendedCount
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

export const SignInWithPasswordDocument = /*#__PURE__*/ trusted<Operations.SignInWithPasswordMutation, Operations.SignInWithPasswordMutationVariables>(
  Operations.SignInWithPasswordId,
  `mutation SignInWithPassword($input: SignInWithPasswordInput!) {
  signInWithPassword(input: $input) {
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

export const StaffDirectoryDocument = /*#__PURE__*/ trusted<Operations.StaffDirectoryQuery, Operations.StaffDirectoryQueryVariables>(
  Operations.StaffDirectoryId,
  `query StaffDirectory($school: ID!, $first: Int = 50, $after: String) {
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
              __typename
            }
            schoolClass {
              ...ClassName
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
      totalCount
      __typename
    }
    __typename
  }
}

fragment ClassName on SchoolClass {
  id
  name
  number
  __typename
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
  __typename
}

fragment StaffMember on Staff {
  id
  name
  staffNumber
  __typename
}`,
);

export const StaffHomeDocument = /*#__PURE__*/ trusted<Operations.StaffHomeQuery, Operations.StaffHomeQueryVariables>(
  Operations.StaffHomeId,
  `query StaffHome($from: DateTime!) {
  viewer {
    id
    permissions
    tasks(first: 5) {
      totalCount
      nodes {
        ...TaskCard
        __typename
      }
      __typename
    }
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
            __typename
          }
          grade {
            id
            name
            __typename
          }
          schoolClass {
            ...ClassName
            __typename
          }
          __typename
        }
        __typename
      }
      classes(first: 20) {
        nodes {
          ...ClassName
          studentCount
          school {
            id
            name
            __typename
          }
          __typename
        }
        __typename
      }
      timetable(first: 10, where: {startsAt: {gte: $from}}) {
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
      __typename
    }
    __typename
  }
}

fragment ClassName on SchoolClass {
  id
  name
  number
  __typename
}

fragment StaffMember on Staff {
  id
  name
  staffNumber
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

export const StaffIdentitiesDocument = /*#__PURE__*/ trusted<Operations.StaffIdentitiesQuery, Operations.StaffIdentitiesQueryVariables>(
  Operations.StaffIdentitiesId,
  `query StaffIdentities($staff: ID!) {
  node(id: $staff) {
    id
    ... on Staff {
      name
      identities(first: 20) {
        nodes {
          id
          issuer
          subject
          status
          linkedAt
          linkExpiresAt
          setUpAt
          lastUsedAt
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

export const StaffIdentitiesToApproveDocument = /*#__PURE__*/ trusted<Operations.StaffIdentitiesToApproveQuery, Operations.StaffIdentitiesToApproveQueryVariables>(
  Operations.StaffIdentitiesToApproveId,
  `query StaffIdentitiesToApprove($after: String) {
  staffIdentities(first: 100, after: $after, where: {status: {eq: PENDING}}) {
    nodes {
      id
      issuer
      subject
      status
      linkedAt
      setUpAt
      staff {
        id
        name
        staffNumber
        __typename
      }
      linkedBy {
        id
        name
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

export const StaffInboxDocument = /*#__PURE__*/ trusted<Operations.StaffInboxQuery, Operations.StaffInboxQueryVariables>(
  Operations.StaffInboxId,
  `query StaffInbox($first: Int = 20, $after: String, $where: NoticeWhere) {
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

export const StaffMarkAllNoticesReadDocument = /*#__PURE__*/ trusted<Operations.StaffMarkAllNoticesReadMutation, Operations.StaffMarkAllNoticesReadMutationVariables>(
  Operations.StaffMarkAllNoticesReadId,
  `mutation StaffMarkAllNoticesRead($input: MarkAllNoticesReadInput!) {
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

export const StaffMarkNoticesReadDocument = /*#__PURE__*/ trusted<Operations.StaffMarkNoticesReadMutation, Operations.StaffMarkNoticesReadMutationVariables>(
  Operations.StaffMarkNoticesReadId,
  `mutation StaffMarkNoticesRead($input: MarkNoticesReadInput!) {
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

export const StaffTasksDocument = /*#__PURE__*/ trusted<Operations.StaffTasksQuery, Operations.StaffTasksQueryVariables>(
  Operations.StaffTasksId,
  `query StaffTasks($first: Int = 20, $after: String, $where: TaskWhere) {
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

export const StudentLookupDocument = /*#__PURE__*/ trusted<Operations.StudentLookupQuery, Operations.StudentLookupQueryVariables>(
  Operations.StudentLookupId,
  `query StudentLookup($studentNumber: String!) {
  students(first: 1, where: {studentNumber: {eq: $studentNumber}}) {
    nodes {
      id
      name
      studentNumber
      school {
        id
        name
        __typename
      }
      currentClass {
        ...ClassName
        homeroomTeacher {
          ...StaffMember
          __typename
        }
        __typename
      }
      guardianContacts {
        relation
        legal
        primaryContact
        name
        phone
        __typename
      }
      __typename
    }
    __typename
  }
}

fragment ClassName on SchoolClass {
  id
  name
  number
  __typename
}

fragment StaffMember on Staff {
  id
  name
  staffNumber
  __typename
}`,
);

export const SuspendVolunteerDocument = /*#__PURE__*/ trusted<Operations.SuspendVolunteerMutation, Operations.SuspendVolunteerMutationVariables>(
  Operations.SuspendVolunteerId,
  `mutation SuspendVolunteer($input: SuspendVolunteerInput!) {
  suspendVolunteer(input: $input) {
    suspension {
      ...Suspension
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

fragment StaffMember on Staff {
  id
  name
  staffNumber
  __typename
}

fragment Suspension on VolunteerSuspension {
  id
  cause
  reason
  startsAt
  endsAt
  current
  liftedAt
  liftReason
  guardian {
    id
    name
    __typename
  }
  school {
    id
    name
    __typename
  }
  decidedBy {
    ...StaffMember
    __typename
  }
  __typename
}`,
);

export const TakeOverServiceTokenDocument = /*#__PURE__*/ trusted<Operations.TakeOverServiceTokenMutation, Operations.TakeOverServiceTokenMutationVariables>(
  Operations.TakeOverServiceTokenId,
  `mutation TakeOverServiceToken($input: TakeOverServiceTokenInput!) {
  takeOverServiceToken(input: $input) {
    serviceToken {
      id
      standing
      __typename
    }
    secret
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

export const TransferStudentDocument = /*#__PURE__*/ trusted<Operations.TransferStudentMutation, Operations.TransferStudentMutationVariables>(
  Operations.TransferStudentId,
  `mutation TransferStudent($input: TransferStudentInput!) {
  transferStudent(input: $input) {
    student {
      id
      currentClass {
        id
        name
        __typename
      }
      __typename
    }
    schoolClass {
      id
      name
      studentCount
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

export const UnblockGuardianDocument = /*#__PURE__*/ trusted<Operations.UnblockGuardianMutation, Operations.UnblockGuardianMutationVariables>(
  Operations.UnblockGuardianId,
  `mutation UnblockGuardian($input: UnblockGuardianInput!) {
  unblockGuardian(input: $input) {
    guardianship {
      id
      status
      decisionReason
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

export const UnlinkStaffIdentityDocument = /*#__PURE__*/ trusted<Operations.UnlinkStaffIdentityMutation, Operations.UnlinkStaffIdentityMutationVariables>(
  Operations.UnlinkStaffIdentityId,
  `mutation UnlinkStaffIdentity($input: UnlinkStaffIdentityInput!) {
  unlinkStaffIdentity(input: $input) {
    staff {
      id
      identities {
        nodes {
          id
          __typename
        }
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

export const UpdateDistrictDocument = /*#__PURE__*/ trusted<Operations.UpdateDistrictMutation, Operations.UpdateDistrictMutationVariables>(
  Operations.UpdateDistrictId,
  `mutation UpdateDistrict($input: UpdateDistrictInput!) {
  updateDistrict(input: $input) {
    district {
      id
      name
      contact
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

export const UpdateRoomDocument = /*#__PURE__*/ trusted<Operations.UpdateRoomMutation, Operations.UpdateRoomMutationVariables>(
  Operations.UpdateRoomId,
  `mutation UpdateRoom($input: UpdateRoomInput!) {
  updateRoom(input: $input) {
    room {
      id
      name
      capacity
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

export const UpdateSchoolDocument = /*#__PURE__*/ trusted<Operations.UpdateSchoolMutation, Operations.UpdateSchoolMutationVariables>(
  Operations.UpdateSchoolId,
  `mutation UpdateSchool($input: UpdateSchoolInput!) {
  updateSchool(input: $input) {
    school {
      id
      name
      stages
      contact
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

export const UpdateSchoolClassDocument = /*#__PURE__*/ trusted<Operations.UpdateSchoolClassMutation, Operations.UpdateSchoolClassMutationVariables>(
  Operations.UpdateSchoolClassId,
  `mutation UpdateSchoolClass($input: UpdateSchoolClassInput!) {
  updateSchoolClass(input: $input) {
    schoolClass {
      id
      name
      number
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

export const UpdateSchoolYearDocument = /*#__PURE__*/ trusted<Operations.UpdateSchoolYearMutation, Operations.UpdateSchoolYearMutationVariables>(
  Operations.UpdateSchoolYearId,
  `mutation UpdateSchoolYear($input: UpdateSchoolYearInput!) {
  updateSchoolYear(input: $input) {
    schoolYear {
      id
      name
      startsOn
      endsOn
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

export const UpdateShiftDocument = /*#__PURE__*/ trusted<Operations.UpdateShiftMutation, Operations.UpdateShiftMutationVariables>(
  Operations.UpdateShiftId,
  `mutation UpdateShift($input: UpdateShiftInput!) {
  updateShift(input: $input) {
    shift {
      ...ShiftToEdit
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

fragment RoleToEdit on ShiftRole {
  id
  ordinal
  name
  description
  capacity
  minimum
  placesTaken
  approvalRequired
  qualification
  __typename
}

fragment ShiftToEdit on Shift {
  id
  status
  place
  startsAt
  endsAt
  signupOpensAt
  signupClosesAt
  cancelUntil
  cancelReason
  seriesDate
  detached
  revision
  viewerCanManage
  roles(first: 10) {
    nodes {
      ...RoleToEdit
      __typename
    }
    __typename
  }
  __typename
}`,
);

export const UpdateShiftRoleDocument = /*#__PURE__*/ trusted<Operations.UpdateShiftRoleMutation, Operations.UpdateShiftRoleMutationVariables>(
  Operations.UpdateShiftRoleId,
  `mutation UpdateShiftRole($input: UpdateShiftRoleInput!) {
  updateShiftRole(input: $input) {
    role {
      ...RoleToEdit
      __typename
    }
    shift {
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

fragment RoleToEdit on ShiftRole {
  id
  ordinal
  name
  description
  capacity
  minimum
  placesTaken
  approvalRequired
  qualification
  __typename
}`,
);

export const UpdateShiftSeriesDocument = /*#__PURE__*/ trusted<Operations.UpdateShiftSeriesMutation, Operations.UpdateShiftSeriesMutationVariables>(
  Operations.UpdateShiftSeriesId,
  `mutation UpdateShiftSeries($input: UpdateShiftSeriesInput!) {
  updateShiftSeries(input: $input) {
    series {
      ...SeriesToEdit
      __typename
    }
    shiftCount
    cancelledShiftCount
    userErrors {
      code
      message
      path
      __typename
    }
    __typename
  }
}

fragment SeriesToEdit on ShiftSeries {
  id
  weekdays
  startTime
  endTime
  firstDate
  lastDate
  skipsHolidays
  place
  signupOpensDaysBefore
  signupClosesMinutesBefore
  cancelUntilMinutesBefore
  roleNames
  revision
  __typename
}`,
);

export const UpdateShiftSeriesRoleDocument = /*#__PURE__*/ trusted<Operations.UpdateShiftSeriesRoleMutation, Operations.UpdateShiftSeriesRoleMutationVariables>(
  Operations.UpdateShiftSeriesRoleId,
  `mutation UpdateShiftSeriesRole($input: UpdateShiftSeriesRoleInput!) {
  updateShiftSeriesRole(input: $input) {
    series {
      ...SeriesToEdit
      __typename
    }
    changedShiftCount
    refusedShifts {
      id
      seriesDate
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

fragment SeriesToEdit on ShiftSeries {
  id
  weekdays
  startTime
  endTime
  firstDate
  lastDate
  skipsHolidays
  place
  signupOpensDaysBefore
  signupClosesMinutesBefore
  cancelUntilMinutesBefore
  roleNames
  revision
  __typename
}`,
);

export const UpdateStaffDocument = /*#__PURE__*/ trusted<Operations.UpdateStaffMutation, Operations.UpdateStaffMutationVariables>(
  Operations.UpdateStaffId,
  `mutation UpdateStaff($input: UpdateStaffInput!) {
  updateStaff(input: $input) {
    staff {
      id
      name
      phone
      staffNumber
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

export const UpdateStudentDocument = /*#__PURE__*/ trusted<Operations.UpdateStudentMutation, Operations.UpdateStudentMutationVariables>(
  Operations.UpdateStudentId,
  `mutation UpdateStudent($input: UpdateStudentInput!) {
  updateStudent(input: $input) {
    student {
      id
      name
      studentNumber
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

export const UpdateTermDocument = /*#__PURE__*/ trusted<Operations.UpdateTermMutation, Operations.UpdateTermMutationVariables>(
  Operations.UpdateTermId,
  `mutation UpdateTerm($input: UpdateTermInput!) {
  updateTerm(input: $input) {
    term {
      id
      startsOn
      endsOn
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

export const UpdateVolunteerActivityDocument = /*#__PURE__*/ trusted<Operations.UpdateVolunteerActivityMutation, Operations.UpdateVolunteerActivityMutationVariables>(
  Operations.UpdateVolunteerActivityId,
  `mutation UpdateVolunteerActivity($input: UpdateVolunteerActivityInput!) {
  updateVolunteerActivity(input: $input) {
    activity {
      ...ActivityToEdit
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

fragment ActivityToEdit on VolunteerActivity {
  id
  kind
  title
  purpose
  riskNotice
  contactName
  contactPhone
  waitlistPriority
  status
  publishedAt
  cancelledAt
  cancelReason
  revision
  viewerCanManage
  audience {
    id
    name
    __typename
  }
  organiser {
    ...StaffMember
    __typename
  }
  topics {
    nodes {
      id
      name
      __typename
    }
    __typename
  }
  __typename
}

fragment StaffMember on Staff {
  id
  name
  staffNumber
  __typename
}`,
);

export const VolunteerActivitiesDocument = /*#__PURE__*/ trusted<Operations.VolunteerActivitiesQuery, Operations.VolunteerActivitiesQueryVariables>(
  Operations.VolunteerActivitiesId,
  `query VolunteerActivities($first: Int = 20, $after: String, $where: VolunteerActivityWhere, $from: DateTime!) {
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
        __typename
      }
      audience {
        id
        name
        __typename
      }
      organiser {
        ...StaffMember
        __typename
      }
      shifts(first: 5, where: {startsAt: {gte: $from}}) {
        nodes {
          id
          status
          startsAt
          endsAt
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
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
  __typename
}

fragment StaffMember on Staff {
  id
  name
  staffNumber
  __typename
}`,
);

export const VolunteerActivityEditorDocument = /*#__PURE__*/ trusted<Operations.VolunteerActivityEditorQuery, Operations.VolunteerActivityEditorQueryVariables>(
  Operations.VolunteerActivityEditorId,
  `query VolunteerActivityEditor($id: ID!, $from: DateTime!) {
  volunteerActivity(id: $id) {
    ...ActivityToEdit
    signupCount
    series(first: 20) {
      nodes {
        ...SeriesToEdit
        __typename
      }
      __typename
    }
    shifts(first: 50, where: {startsAt: {gte: $from}}) {
      nodes {
        id
        status
        startsAt
        endsAt
        place
        seriesDate
        detached
        revision
        signupCount
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

fragment ActivityToEdit on VolunteerActivity {
  id
  kind
  title
  purpose
  riskNotice
  contactName
  contactPhone
  waitlistPriority
  status
  publishedAt
  cancelledAt
  cancelReason
  revision
  viewerCanManage
  audience {
    id
    name
    __typename
  }
  organiser {
    ...StaffMember
    __typename
  }
  topics {
    nodes {
      id
      name
      __typename
    }
    __typename
  }
  __typename
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
  __typename
}

fragment SeriesToEdit on ShiftSeries {
  id
  weekdays
  startTime
  endTime
  firstDate
  lastDate
  skipsHolidays
  place
  signupOpensDaysBefore
  signupClosesMinutesBefore
  cancelUntilMinutesBefore
  roleNames
  revision
  __typename
}

fragment StaffMember on Staff {
  id
  name
  staffNumber
  __typename
}`,
);

export const VolunteerAdminDocument = /*#__PURE__*/ trusted<Operations.VolunteerAdminQuery, Operations.VolunteerAdminQueryVariables>(
  Operations.VolunteerAdminId,
  `query VolunteerAdmin($school: ID!, $first: Int = 20, $after: String) {
  school(id: $school) {
    id
    name
    currentVolunteerSuspensions(first: 50) {
      nodes {
        ...Suspension
        __typename
      }
      __typename
    }
    volunteerSuspensions(first: $first, after: $after) {
      nodes {
        ...Suspension
        __typename
      }
      pageInfo {
        ...NextPage
        __typename
      }
      __typename
    }
    shiftsShortOfVolunteers(first: 20) {
      nodes {
        id
        startsAt
        place
        shortBy
        activity {
          id
          title
          __typename
        }
        __typename
      }
      __typename
    }
    district {
      id
      qualificationNames
      volunteeringPolicy {
        ...VolunteeringRules
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

fragment StaffMember on Staff {
  id
  name
  staffNumber
  __typename
}

fragment Suspension on VolunteerSuspension {
  id
  cause
  reason
  startsAt
  endsAt
  current
  liftedAt
  liftReason
  guardian {
    id
    name
    __typename
  }
  school {
    id
    name
    __typename
  }
  decidedBy {
    ...StaffMember
    __typename
  }
  __typename
}

fragment VolunteeringRules on VolunteeringPolicy {
  offerMinutes
  noShowLimit
  noShowWindowDays
  suspensionDays
  checkInEarlyMinutes
  reportWithinHours
  __typename
}`,
);

export const VolunteerDetailDocument = /*#__PURE__*/ trusted<Operations.VolunteerDetailQuery, Operations.VolunteerDetailQueryVariables>(
  Operations.VolunteerDetailId,
  `query VolunteerDetail($id: ID!, $first: Int = 20) {
  node(id: $id) {
    id
    ... on Guardian {
      ...GuardianContact
      currentSuspension {
        ...Suspension
        __typename
      }
      suspensions(first: $first) {
        nodes {
          ...Suspension
          __typename
        }
        __typename
      }
      qualifications(first: $first) {
        nodes {
          ...Qualification
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}

fragment GuardianContact on Guardian {
  id
  name
  phone
  __typename
}

fragment Qualification on VolunteerQualification {
  id
  name
  validFrom
  validTo
  current
  revokedAt
  revokeReason
  guardian {
    id
    name
    __typename
  }
  grantedBy {
    ...StaffMember
    __typename
  }
  __typename
}

fragment StaffMember on Staff {
  id
  name
  staffNumber
  __typename
}

fragment Suspension on VolunteerSuspension {
  id
  cause
  reason
  startsAt
  endsAt
  current
  liftedAt
  liftReason
  guardian {
    id
    name
    __typename
  }
  school {
    id
    name
    __typename
  }
  decidedBy {
    ...StaffMember
    __typename
  }
  __typename
}`,
);

export const WaitingListDocument = /*#__PURE__*/ trusted<Operations.WaitingListQuery, Operations.WaitingListQueryVariables>(
  Operations.WaitingListId,
  `query WaitingList($id: ID!, $first: Int = 50, $after: String, $where: WaitlistEntryWhere) {
  shift(id: $id) {
    id
    startsAt
    activity {
      id
      title
      waitlistPriority
      __typename
    }
    roles(first: 10) {
      nodes {
        id
        name
        capacity
        placesTaken
        waitlistCount
        waitlistEntries(first: $first, after: $after, where: $where) {
          nodes {
            id
            status
            position
            priority
            joinedAt
            offerExpiresAt
            guardian {
              id
              name
              __typename
            }
            skips(first: 3) {
              nodes {
                id
                skippedAt
                reason
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
    standIns(first: 20) {
      nodes {
        id
        way
        status
        offeredAt
        fromName
        toName
        from {
          id
          name
          __typename
        }
        to {
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
}`,
);

export const WithdrawRoleRequestDocument = /*#__PURE__*/ trusted<Operations.WithdrawRoleRequestMutation, Operations.WithdrawRoleRequestMutationVariables>(
  Operations.WithdrawRoleRequestId,
  `mutation WithdrawRoleRequest($input: WithdrawRoleRequestInput!) {
  withdrawRoleRequest(input: $input) {
    request {
      id
      status
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
