/** The queries that the hub's own clients send, and values for what they must be told. */
import { readFileSync } from 'node:fs';
import { Kind, parse, print, type OperationDefinitionNode } from 'graphql';
import type { Pool } from './random-query.ts';

export interface StoredQuery {
  readonly operation: string;
  readonly document: string;
}

const manifest = readFileSync(new URL('../../../schema/trusted-documents.json', import.meta.url), 'utf8');

export const storedQueries = Object.values(JSON.parse(manifest) as Record<string, StoredQuery>).filter(({ document }) =>
  document.startsWith('query'),
);

/** What a variable that is an id is the id of. */
const ID_OF: Readonly<Record<string, string>> = {
  CourseDetail: 'Course',
  MeetingDetail: 'Meeting',
  MeetingRoster: 'Meeting',
  MeetingReplies: 'Meeting',
  PolicyDetail: 'PolicyDocument',
  ShiftDetail: 'Shift',
  ShiftRoster: 'Shift',
  ClassRoster: 'SchoolClass',
  SchoolOverview: 'School',
  StaffDirectory: 'School',
  SchoolSizes: 'SchoolYear',
  LectureProposals: 'School',
  PendingGuardianships: 'SchoolClass',
  ShiftAttendance: 'Shift',
  ShiftEditor: 'Shift',
  VolunteerActivityEditor: 'VolunteerActivity',
  VolunteerAdmin: 'School',
  VolunteerDetail: 'Guardian',
  WaitingList: 'Shift',
  SeriesEditor: 'ShiftSeries',
};
const LINKED = ['Course', 'Meeting', 'PolicyDocument', 'PolicyLecture', 'VolunteerActivity', 'Shift'];
const DAY = 86_400_000;

/** Others at each turn: some are of things that the caller does not see. */
export function variablesOf({ operation, document }: StoredQuery, pool: Pool, turn: number): Record<string, unknown> {
  const { variableDefinitions } = parse(document).definitions.find(
    (each) => each.kind === Kind.OPERATION_DEFINITION,
  ) as OperationDefinitionNode;
  const required = variableDefinitions!.filter((each) => each.type.kind === Kind.NON_NULL_TYPE && !each.defaultValue);
  return Object.fromEntries(
    required.map(
      ({
        variable: {
          name: { value: name },
        },
        type,
      }) => {
        switch (print(type)) {
          case 'ID!': {
            const ids = pool.ids.get(ID_OF[operation] ?? LINKED[turn % LINKED.length]!)!;
            return [name, ids[turn % ids.length]];
          }
          case 'DateTime!':
            return [name, new Date(pool.now.getTime() + (name === 'to' ? 60 : -30) * DAY).toISOString()];
          case '[String!]!':
            return [name, [pool.words[turn % 3]]];
          default:
            return [name, pool.words[turn % pool.words.length]];
        }
      },
    ),
  );
}
