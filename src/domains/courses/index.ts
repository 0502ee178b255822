export { Chapter } from './chapter.entity.ts';
export { CourseEdition, CourseEditionStatus } from './course-edition.entity.ts';
export { CourseCitation, CourseTopic } from './course-links.entity.ts';
export { Course } from './course.entity.ts';
export { courses } from './courses.domain.ts';
export { Lecturer } from './lecturer.entity.ts';
export { Lesson } from './lesson.entity.ts';
