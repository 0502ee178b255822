import type { Viewer } from '../../src/platform/auth/index.ts';
import type { Name, Operation } from './operations.ts';

/** Aliases give the answers the hub's names; what remains is put right by `asTheHubTells`. */
const ROLE =
  'id: rowId name capacity placesTaken approvalRequired viewerBlockers: blockers(person: $person, keys: $keys)';
const SHIFT = (roles: number): string => `id: rowId status startsAt endsAt place signupOpensAt signupClosesAt
  activity: volunteerActivityByActivityId { id: rowId kind title }
  roles: shiftRolesByShiftId(first: ${roles}, orderBy: [ORDINAL_ASC, ROW_ID_ASC]) { nodes { ${ROLE} } }`;
const NEXT = 'pageInfo { hasNextPage endCursor }';
const LATEST = 'condition: { supersededAt: null }, orderBy: [REPLIED_AT_DESC, ROW_ID_DESC]';

const DOCUMENTS: Readonly<Record<Name, string>> = {
  CourseCatalogue: `query CourseCatalogue($keys: [String]!) { courses: openCourses(keys: $keys, first: 20) { nodes {
    id: rowId title totalMinutes publishedAt citesOutdated
    publishedEdition { id: rowId number summary creditMinutes
      lessons: lessonsByEditionId(first: 10, orderBy: [ORDINAL_ASC, ROW_ID_ASC]) { nodes { id: rowId ordinal title durationSeconds
        lecturer: lecturerByLecturerId { id: rowId name title } } }
      citedEditions(keys: $keys, first: 5) { nodes { id: rowId title number effectiveFrom effectiveTo status ending } } }
  } ${NEXT} } }`,
  VolunteerBoard: `query VolunteerBoard($schools: [UUID]!, $person: UUID!, $keys: [String]!) {
    upcomingShifts: volunteerBoard(schools: $schools, first: 50) { nodes { ${SHIFT(10)} } ${NEXT} } }`,
  MeetingReplies: `query MeetingReplies($id: UUID!) { meeting: meetingByRowId(rowId: $id) {
    id: rowId title kind scope status startsAt endsAt place
    replies: meetingRepliesByMeetingId(first: 45, ${LATEST}) { nodes { id: rowId answer attendeeCount repliedAt
      household: householdByHouseholdId { id: rowId name
        guardians: guardiansInOrder(first: 5) { nodes { id: rowId person: personByPersonId { name phone } } } }
    } ${NEXT} } } }`,
  MeetingsAcrossSchools: `query MeetingsAcrossSchools { schools: allSchools(first: 20, orderBy: [CODE_ASC, ROW_ID_ASC]) { nodes { id: rowId name
    classes: schoolClassesBySchoolId(first: 5, orderBy: [SCHOOL_YEAR_ID_DESC, GRADE_ID_ASC, NUMBER_ASC, ROW_ID_ASC]) { nodes { id: rowId name number
      meetings: latestMeetings(first: 3) { nodes { id: rowId title startsAt attendingReplyCount
        replies: meetingRepliesByMeetingId(first: 5, ${LATEST}) { nodes { id: rowId answer attendeeCount } } } } } }
  } ${NEXT} } }`,
  ParentHome: `query ParentHome($guardian: UUID!, $from: Datetime!, $households: [UUID]!, $person: UUID!, $keys: [String]!) {
    guardian: guardianByRowId(rowId: $guardian) { id: rowId person: personByPersonId { name }
      children(first: 5) { nodes { id: rowId name school: schoolBySchoolId { id: rowId name }
        currentClass { id: rowId name
          meetings: comingMeetings(since: $from, households: $households, first: 3) { nodes {
            id: rowId kind title status startsAt endsAt place replyBy
            replies: repliesOf(households: $households, first: 2) { nodes { id: rowId answer attendeeCount } } } }
          shifts: openShifts(since: $from, first: 3) { nodes { ${SHIFT(5)} } } } } }
      timetable(since: $from, first: 5) { nodes { id: rowId kind title startsAt endsAt } }
      courses(first: 5) { nodes { id: rowId title totalMinutes publishedAt } } } }`,
  OpenLink: `query OpenLink($id: ID!) { node(id: $id) { __typename
    ... on Course { id: rowId title } ... on Meeting { id: rowId title } ... on PolicyDocument { id: rowId title }
    ... on PolicyLecture { id: rowId title } ... on VolunteerActivity { id: rowId title } ... on Shift { id: rowId startsAt place } } }`,
  MeetingList: `query MeetingList { meetings: allMeetings(first: 100, orderBy: [STARTS_AT_DESC, ROW_ID_DESC]) { nodes {
    id: rowId title kind scope status startsAt endsAt place } ${NEXT} } }`,
};

/** The same question; whom it is asked for is told by variables, for PostGraphile knows no callers here. */
export function forPostgraphile(
  { name, variables }: Operation,
  viewer: Viewer,
): { query: string; variables: Record<string, unknown> } {
  const uuid = String(variables['id']).split('_')[1];
  const asked: Readonly<Record<Name, Record<string, unknown>>> = {
    CourseCatalogue: { keys: viewer.audienceKeys },
    VolunteerBoard: { schools: viewer.childSchoolIds, person: viewer.personId, keys: viewer.audienceKeys },
    MeetingReplies: { id: uuid },
    MeetingsAcrossSchools: {},
    ParentHome: {
      guardian: viewer.guardianId,
      from: variables['from'],
      households: viewer.householdIds,
      person: viewer.personId,
      keys: viewer.audienceKeys,
    },
    OpenLink: { id: Buffer.from(JSON.stringify(['Course', uuid])).toString('base64') },
    MeetingList: {},
  };
  return { query: DOCUMENTS[name], variables: asked[name] };
}

interface Members {
  readonly [name: string]: unknown;
}

/** The last turns, which a client of PostGraphile would take: they cost its server nothing. Nor is it asked what waits for the parent, who has nothing to do. */
export function asTheHubTells(name: Name, data: unknown, day: string, accountId: string): unknown {
  const turned = turn(data, day) as Members;
  return name === 'ParentHome'
    ? {
        viewer: {
          id: `viewer_${accountId}`,
          signedIn: true,
          tasks: { totalCount: 0, nodes: [] },
          guardian: turned['guardian'],
        },
      }
    : turned;
}

function turn(value: unknown, day: string): unknown {
  if (Array.isArray(value)) return value.map((each) => turn(each, day));
  if (value === null || typeof value !== 'object') return value;
  const { durationSeconds, placesTaken, person, effectiveTo, status, ending, ...rest } = value as Members;
  const told: Record<string, unknown> = Object.fromEntries(
    Object.entries(rest).map(([name, each]) => [name, turn(each, day)]),
  );
  if (durationSeconds !== undefined) told['durationMinutes'] = Math.ceil((durationSeconds as number) / 60);
  if (placesTaken !== undefined) told['freePlaces'] = (rest['capacity'] as number) - (placesTaken as number);
  if (effectiveTo !== undefined)
    told['validity'] = validityOn(day, rest['effectiveFrom'] as string, effectiveTo as string | null, status, ending);
  else if (status !== undefined) told['status'] = status;
  const { name, phone } = (person ?? {}) as { name?: string; phone?: string | null };
  if (name !== undefined) told['name'] = name;
  if (phone !== undefined) told['phone'] = phone === null ? null : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
  return told;
}

function validityOn(day: string, from: string, to: string | null, status: unknown, ending: unknown): unknown {
  if (status !== 'PUBLISHED') return null;
  if (from > day) return 'NOT_YET_IN_FORCE';
  return to !== null && to < day ? ending : 'IN_FORCE';
}
