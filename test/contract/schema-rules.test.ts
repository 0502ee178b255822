import { buildSchema, GraphQLEnumType, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { hubSchema, permissions } from '../../src/app.ts';
import { anyone } from '../../src/platform/auth/index.ts';
import { guardRoots } from '../../src/platform/graphql/guard.ts';
import { accessViolations } from './access.ts';
import { descriptionViolations } from './descriptions.ts';
import {
  connectionViolations,
  enumViolations,
  floatViolations,
  idViolations,
  listViolations,
  mutationViolations,
  unitViolations,
} from './shapes.ts';

const { schema, access } = hubSchema();

const RULES = {
  descriptions: descriptionViolations,
  lists: listViolations,
  connections: connectionViolations,
  ids: idViolations,
  floats: floatViolations,
  'lengths of time': unitViolations,
  enums: enumViolations,
  mutations: mutationViolations,
} as const;

describe('the schema of the hub keeps the rules of its form', () => {
  test('there is something to judge', () => {
    expect(Object.keys(schema.getTypeMap()).length).toBeGreaterThan(100);
  });
  test.each(Object.entries(RULES))('%s', (_name, rule) => {
    expect(rule(schema)).toEqual([]);
  });
});

/** What is wrong with each is that alone which the rule is about. */
const PLANTED: [rule: keyof typeof RULES, sdl: string, violation: string][] = [
  ['descriptions', 'type Course { "Title (标题)." title: String }', 'Course has no description'],
  ['descriptions', '"A course (课程)." type Course { title: String }', 'Course.title has no description'],
  [
    'descriptions',
    '"A course (课程)." type Course { "Title." title: String }',
    'Course.title does not name the Chinese term',
  ],
  ['descriptions', '"A course (课程)." type Course { "标题" title: String }', 'Course.title says nothing in English'],
  [
    'descriptions',
    '"A course (课程)." type Course { "title (标题)." title: String }',
    'Course.title does not begin like',
  ],
  ['descriptions', '"A course (课程)." type Course { "Title (标题)" title: String }', 'Course.title does not end like'],
  [
    'descriptions',
    '"A course (课程)." type Course { "Title (标题), as in listedAt." title: String }',
    'Course.title names listedAt',
  ],
  [
    'descriptions',
    '"A course (课程)." type Course { "Title (标题)." title(short: Boolean): String }',
    'Course.title(short:) has no description',
  ],
  ['descriptions', '"A stage (学段)." enum Stage { PRIMARY }', 'Stage.PRIMARY has no description'],
  [
    'descriptions',
    '"What to add (内容)." input AddCourseInput { title: String }',
    'AddCourseInput.title has no description',
  ],
  ['descriptions', '"Anything (节点)." interface Node { id: ID! }', 'Node.id has no description'],
  ['descriptions', 'scalar Money', 'Money has no description'],
  [
    'descriptions',
    '"Which courses to list." input CourseWhere { title: String }',
    'CourseWhere.title has no description',
  ],
  ['lists', 'type School { classes: [Query!]! }', 'School.classes is a bare list of Query'],
  ['lists', 'type School { nodes: [Query!]! }', 'School.nodes is a bare list of Query'],
  ['lists', 'type SchoolGroups { groups: [Query!]! }', 'SchoolGroups.groups is a bare list of Query'],
  ['lists', 'type School { marks: [[Int!]!]! }', 'School.marks is a list of lists'],
  ['lists', 'type School { stages: [String]! }', 'School.stages has items that may be null'],
  ['connections', 'type SchoolConnection { nodes: [Query!]! }', 'SchoolConnection has no nodes: [School!]!'],
  [
    'connections',
    'type SchoolConnection { one: Int } extend type Query { schools(first: Int): SchoolConnection! }',
    'Query.schools has no argument after: String',
  ],
  [
    'connections',
    'type SchoolConnection { one: Int } extend type Query { schools: SchoolConnection }',
    'Query.schools may be null',
  ],
  ['ids', 'extend type Query { course(id: String!): Int }', 'Query.course(id:) is called an id and is a String!'],
  ['ids', 'input SignUpInput { roleId: String! }', 'SignUpInput.roleId is called an id and is a String!'],
  ['ids', 'type Course { school: ID! }', 'Course.school is an ID and is not called one'],
  ['floats', 'type Meeting { replyRate: Float }', 'Meeting.replyRate is a Float'],
  ['floats', 'extend type Query { near(latitude: Float!): Int }', 'Query.near(latitude:) is a Float'],
  ['lengths of time', 'type Lesson { duration: Int }', 'Lesson.duration is a length of time'],
  ['lengths of time', 'type Lesson { "Planned time in minutes (时长)." planned: Int }', 'Lesson.planned is in minutes'],
  ['lengths of time', 'type Lesson { durationMinutes: String }', 'Lesson.durationMinutes counts minutes and is no Int'],
  ['enums', 'enum Stage { primary }', 'Stage.primary is not in capitals'],
  ['mutations', 'type Mutation { signup: Int }', 'Mutation.signup is not called by a verb and a noun'],
  [
    'mutations',
    'type Mutation { addCourse(title: String): AddCoursePayload! } type AddCoursePayload { one: Int }',
    'Mutation.addCourse takes (title: String)',
  ],
  ['mutations', 'type Mutation { addCourse: Boolean }', 'Mutation.addCourse answers Boolean'],
  [
    'mutations',
    'type Mutation { addCourse: Int } input AddCourseInput { title: String }',
    'Mutation.addCourse has no input.idempotencyKey',
  ],
  [
    'mutations',
    'type Mutation { "Takes no idempotencyKey." addCourse: Int } input AddCourseInput { idempotencyKey: String }',
    'Mutation.addCourse has no input.idempotencyKey: String, or tells otherwise',
  ],
  [
    'mutations',
    'type Mutation { addCourse: AddCoursePayload! } type AddCoursePayload { course: Int! }',
    'AddCoursePayload.course must be nullable',
  ],
  [
    'mutations',
    'type Mutation { addCourse: AddCoursePayload! } type AddCoursePayload { course: Int }',
    'AddCoursePayload has no userErrors: [AddCourseError!]!',
  ],
  [
    'mutations',
    'type Mutation { addCourse: Int } type AddCourseError { message: String! }',
    'AddCourseError has no code: AddCourseErrorCode!',
  ],
];

describe('a planted violation is found', () => {
  const QUERY = '"Where reading begins (查询)." type Query { "One (一)." one: Int }';
  const found = (rule: keyof typeof RULES, sdl: string): string[] => RULES[rule](buildSchema(`${QUERY} ${sdl}`));

  test.each(PLANTED)('%s: %s', (rule, sdl, violation) => {
    expect(found(rule, sdl)).toContainEqual(expect.stringContaining(violation));
  });

  test('every rule has one', () => {
    expect(new Set(PLANTED.map(([rule]) => rule))).toEqual(new Set(Object.keys(RULES)));
  });

  test.each(Object.keys(RULES) as (keyof typeof RULES)[])('%s: nothing is found where nothing is wrong', (rule) => {
    expect(
      found(
        rule,
        `
      "Where writing begins (修改)." type Mutation { "Add a course (新增课程)." addCourse("What to add (内容)." input: AddCourseInput!): AddCoursePayload! }
      "What to add (内容)." input AddCourseInput { "Key (幂等键)." idempotencyKey: String, "Where (标识)." schoolId: ID! }
      "What was added (结果)." type AddCoursePayload { "What was added (课程)." course: String, "Errors (错误)." userErrors: [AddCourseError!]! }
      "Why not (错误)." type AddCourseError { "Code (代码)." code: AddCourseErrorCode!, "Text (文字)." message: String!, "Path (路径)." path: [String!]! }
      "Which (代码)." enum AddCourseErrorCode { "Nothing left (已满)." FULL }
      "How long it is (时长)." type Length { "Time in seconds (秒)." positionSeconds: Int, "Which (标识)." courseIds: [ID!] }
    `,
      ),
    ).toEqual([]);
  });

  test('enums: a key that is not its value', () => {
    const Stage = new GraphQLEnumType({ name: 'Stage', values: { PRIMARY: { value: 'primary' } } });
    const query = new GraphQLObjectType({ name: 'Query', fields: { stage: { type: Stage } } });
    expect(enumViolations(new GraphQLSchema({ query }))).toEqual([
      expect.stringContaining('Stage.PRIMARY stands for "primary"'),
    ]);
  });
});

describe('who may call a root field', () => {
  const names = Object.keys(permissions);

  test('stands beside every one', () => {
    expect(accessViolations(schema, access, names)).toEqual([]);
  });

  test('is missed where it is missing, unknown or about nothing', () => {
    const { 'Query.viewer': _, ...rest } = access;
    expect(accessViolations(schema, rest, names)).toEqual(['Query.viewer does not state who may call it.']);
    expect(accessViolations(schema, { ...access, 'Query.course': 'somebody' }, names)).toEqual([
      'Query.course is for somebody, which no domain declares.',
    ]);
    expect(accessViolations(schema, { ...access, 'Query.gone': 'anyone' }, names)).toEqual([
      'Query.gone is no root field.',
    ]);
  });

  test('is asked for when the schema is built', () => {
    const built = (extensions: Readonly<Record<string, unknown>>) => () => {
      const query = new GraphQLObjectType({
        name: 'Query',
        fields: { one: { type: GraphQLEnum, resolve: () => 'ONE', extensions } },
      });
      return guardRoots(new GraphQLSchema({ query }), permissions).access;
    };
    const GraphQLEnum = new GraphQLEnumType({ name: 'One', values: { ONE: {} } });
    expect(built({})).toThrow('Query.one does not state who may call it.');
    expect(built({ access: { kind: 'permission', permission: 'no.such' } })).toThrow('no domain declares');
    expect(built({ access: anyone })()).toEqual({ 'Query.one': 'anyone' });
  });
});
