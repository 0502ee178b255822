import type { Domain } from '../../platform/graphql/index.ts';
import { Chapter } from './chapter.entity.ts';
import { CourseEdition } from './course-edition.entity.ts';
import { CourseCitation, CourseTopic } from './course-links.entity.ts';
import { Course } from './course.entity.ts';
import { checks } from './courses.checks.ts';
import { courseAggregates, coursesRelations, readables, roots } from './courses.relations.ts';
import { Lecturer } from './lecturer.entity.ts';
import { Lesson } from './lesson.entity.ts';

export const courses: Domain = {
  name: 'courses',
  entities: [Lecturer, Course, CourseTopic, CourseEdition, CourseCitation, Chapter, Lesson],
  readables,
  relations: coursesRelations,
  aggregates: courseAggregates,
  roots,
  mutations: [],
  resolvers: [],
  permissions: {},
  checks,
};
