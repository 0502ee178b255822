import { GraphQLInt } from 'graphql';
import { anyone, signedIn } from '../../platform/auth/index.ts';
import {
  aggregates,
  computed,
  connectionOf,
  count,
  dimension,
  expression,
  measure,
  nodeOf,
  readable,
  relations,
  sql,
  table,
  toMany,
  toOne,
  type Aggregates,
  type Alias,
  type Condition,
  type Readable,
  type Relations,
  type Roots,
  type Sql,
} from '../../platform/reading/index.ts';
import {
  lecturerSearch,
  Audience,
  audiencesOfClass,
  District,
  Guardian,
  School,
  SchoolClass,
  Staff,
  visibleToAll,
} from '../people/index.ts';
import { forGrade, forStage, noLongerInForce, PolicyEdition } from '../policy/index.ts';
import { onTopic, Topic, topicFilter, topicsOf } from '../topics/index.ts';
import { Chapter } from './chapter.entity.ts';
import { audiencesOfGuardian } from './course.audience.ts';
import { CourseEdition } from './course-edition.entity.ts';
import { CourseCitation, CourseTopic } from './course-links.entity.ts';
import { Course } from './course.entity.ts';
import { isPublished, visibleCourseEditions, visibleCourses, visibleWithEdition } from './courses.access.ts';
import { Lecturer } from './lecturer.entity.ts';
import { Lesson } from './lesson.entity.ts';

export const readables: readonly Readable[] = [
  readable(Lecturer, {
    prefix: 'lecturer',
    visible: visibleToAll,
    filters: { name: ['contains'] },
    search: lecturerSearch,
    orders: { NAME: 'nameKey' },
    defaultOrder: [{ by: 'nameKey', direction: 'ASC' }],
  }),
  readable(Course, {
    prefix: 'course',
    visible: visibleCourses,
    filters: {
      title: ['contains'],
      publishedAt: ['gte', 'lt'],
      district: ['eq', 'in'],
      school: ['eq', 'in'],
    },
    customFilters: {
      topic: topicFilter(CourseTopic),
      stage: forStage,
      grade: forGrade,
    },
    orders: { PUBLISHED_AT: 'listedAt', TITLE: 'title' },
    defaultOrder: [{ by: 'listedAt', direction: 'DESC' }],
  }),
  readable(CourseEdition, {
    prefix: 'course-edition',
    visible: visibleCourseEditions,
    filters: { status: ['eq', 'in'] },
    defaultOrder: [{ by: 'createdAt', direction: 'DESC' }],
  }),
  readable(Chapter, {
    prefix: 'chapter',
    visible: visibleWithEdition,
    defaultOrder: [{ by: 'ordinal', direction: 'ASC' }],
  }),
  readable(Lesson, {
    prefix: 'lesson',
    visible: visibleWithEdition,
    defaultOrder: [{ by: 'ordinal', direction: 'ASC' }],
  }),
];

const published: Condition = (course) => isPublished(course);

const courseCitesOutdated = (course: Alias): Sql => sql`exists (select 1 from ${table('course_edition')} own
  join ${table('course_citation')} cit on cit.course_edition_id = own.id join ${table('policy_edition')} cited on cited.id = cit.policy_edition_id
  where own.course_id = ${course}.id and own.status = 'PUBLISHED' and ${noLongerInForce(sql`cited`)})`;

export const coursesRelations: readonly Relations[] = [
  relations(Lecturer, {
    staff: toOne(Staff, {
      by: 'staff',
      nullable: true,
      description: 'The staff member, where the lecturer is one that the caller may see (教职工).',
    }),
    lessons: toMany(Lesson, {
      by: 'lecturer',
      where: (row) =>
        sql`exists (select 1 from ${table('course_edition')} pub where pub.id = ${row}.edition_id and pub.status = 'PUBLISHED')`,
      order: [
        { by: 'edition', direction: 'DESC' },
        { by: 'ordinal', direction: 'ASC' },
      ],
      description: 'Lessons that the lecturer gives in published courses (课时).',
    }),
  }),
  relations(Course, {
    district: toOne(District, { by: 'district', description: 'The district (区).' }),
    school: toOne(School, {
      by: 'school',
      nullable: true,
      description: 'The school that runs it (开课学校); null where the district does.',
    }),
    audience: toOne(Audience, { by: 'audience', description: 'Whom it is for (适用对象).' }),
    topics: topicsOf(CourseTopic),
    editions: toMany(CourseEdition, {
      by: 'course',
      order: [{ by: 'number', direction: 'DESC' }],
      description: 'Its editions, the latest first (版本).',
    }),
    publishedEdition: toOne(CourseEdition, {
      backBy: 'course',
      where: (row) => sql`${row}.status = 'PUBLISHED'`,
      nullable: true,
      description: 'The edition that is taken now (当前版本); null where none is published.',
    }),
    lessonCount: count(Lesson, {
      via: (parent, child) => sql`${child}.edition_id = (select pub.id from ${table('course_edition')} pub
        where pub.course_id = ${parent}.id and pub.status = 'PUBLISHED')`,
      description: 'How many lessons its published edition has (课时数).',
    }),
    totalMinutes: expression(() => GraphQLInt, {
      nullable: true,
      description:
        'Length of its published edition in minutes, rounded up (总时长，分钟); null where none is published.',
      sql: (row) => sql`select ceil(sum(lsn.duration_seconds) / 60.0)::int from ${table('course_edition')} pub
        join ${table('lesson')} lsn on lsn.edition_id = pub.id where pub.course_id = ${row}.id and pub.status = 'PUBLISHED'`,
    }),
    citesOutdated: expression(() => Boolean, {
      description: 'Whether its published edition cites a policy edition that is no longer in force (引用已失效政策).',
      sql: courseCitesOutdated,
    }),
  }),
  relations(CourseEdition, {
    course: toOne(Course, { by: 'course', description: 'The course (课程).' }),
    chapters: toMany(Chapter, { by: 'edition', description: 'Its chapters, in order (章).' }),
    lessons: toMany(Lesson, { by: 'edition', description: 'Its lessons, in order over all chapters (课时).' }),
    citedEditions: toMany(PolicyEdition, {
      through: { link: CourseCitation, from: 'courseEdition', to: 'policyEdition' },
      description: 'Editions of policies that it rests on (引用的政策版本).',
    }),
  }),
  relations(Chapter, {
    edition: toOne(CourseEdition, { by: 'edition', description: 'The edition that it is part of (所属版本).' }),
    lessons: toMany(Lesson, { by: 'chapter', description: 'Its lessons, in order (课时).' }),
  }),
  relations(Lesson, {
    edition: toOne(CourseEdition, { by: 'edition', description: 'The edition that it is part of (所属版本).' }),
    chapter: toOne(Chapter, { by: 'chapter', description: 'The chapter that it is part of (所属章).' }),
    lecturer: toOne(Lecturer, { by: 'lecturer', description: 'Who gives it (主讲人).' }),
    durationMinutes: computed<{ seconds: number }>(() => GraphQLInt, {
      description: 'Length in minutes, rounded up (时长，分钟).',
      facts: { seconds: 'durationSeconds' },
      value: ({ seconds }) => Math.ceil(seconds / 60),
    }),
  }),
  relations(Topic, {
    courses: onTopic(CourseTopic, Course, 'Courses on the topic (课程).'),
  }),
  relations(PolicyEdition, {
    citingCourses: toMany(Course, {
      via: (parent, child) => sql`${child}.id in (select own.course_id from ${table('course_citation')} cit
        join ${table('course_edition')} own on own.id = cit.course_edition_id
        where cit.policy_edition_id = ${parent}.id and own.status = 'PUBLISHED')`,
      description: 'Courses whose published edition rests on it (引用本版本的课程).',
    }),
  }),
  relations(School, {
    courses: toMany(Course, { by: 'school', description: 'Courses that the school itself runs (校本课程).' }),
  }),
  relations(SchoolClass, {
    courses: toMany(Course, {
      via: (parent, child) => sql`${child}.audience_id in (${audiencesOfClass(parent)})`,
      where: published,
      description: 'Courses meant for families of the class (适用课程).',
    }),
  }),
  relations(Guardian, {
    courses: toMany(Course, {
      via: (parent, child, viewer) => sql`${child}.audience_id in (${audiencesOfGuardian(sql`${parent}.id`, viewer)})`,
      where: published,
      description:
        "Courses meant for those of the guardian's children whom the caller may see, by their classes of this school year (适用课程).",
    }),
  }),
];

export const courseAggregates: readonly Aggregates[] = [
  aggregates(Course, {
    measures: { count: measure('count', 'RECORD', 'How many courses there are (课程数).') },
    dimensions: { district: dimension('district'), school: dimension('school') },
  }),
  aggregates(CourseEdition, {
    measures: { count: measure('count', 'RECORD', 'How many editions there are (课程版本数).') },
    dimensions: { status: dimension('status') },
  }),
];

export const roots: Roots = {
  courses: connectionOf(Course, { access: anyone, description: 'The course catalogue, the latest first (课程目录).' }),
  course: nodeOf(Course, { access: anyone, description: 'One course (课程).' }),
  outdatedCourses: connectionOf(Course, {
    access: signedIn,
    where: courseCitesOutdated,
    description: 'Courses that cite a policy edition no longer in force, to be revised (待修订的课程).',
  }),
  courseEditions: connectionOf(CourseEdition, {
    access: anyone,
    description: 'Editions of courses, the latest written first: drafts too, for whoever edits them (课程版本).',
  }),
  lecturers: connectionOf(Lecturer, { access: anyone, description: 'Lecturers (主讲人).' }),
  lecturer: nodeOf(Lecturer, { access: anyone, description: 'One lecturer (主讲人).' }),
};
