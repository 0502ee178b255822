import {
  Chapter,
  Course,
  CourseCitation,
  CourseEdition,
  CourseEditionStatus,
  CourseTopic,
  Lecturer,
  Lesson,
} from '../../src/domains/courses/index.ts';
import {
  aChapter,
  aCourse,
  aCourseCitation,
  aCourseEdition,
  aCourseTopic,
  aLecturer,
  aLesson,
  WRITTEN_AT,
} from '../factories/index.ts';
import { publishedPolicy } from './policy.ts';
import type { Sample } from './sample.ts';

/** A published course with all that it consists of. */
export const sample: Sample = {
  write(batch, { district, audience }) {
    const policy = publishedPolicy(batch);
    const course = aCourse({ district, audience });
    const edition = aCourseEdition({ course, title: course.title, status: CourseEditionStatus.DRAFT });
    const [chapter, lecturer] = [aChapter({ edition }), aLecturer()];
    batch.add(Course, course);
    batch.add(CourseTopic, aCourseTopic({ course, topic: policy.topic }));
    batch.add(CourseEdition, edition);
    batch.add(Chapter, chapter);
    batch.add(Lecturer, lecturer);
    batch.add(Lesson, aLesson({ chapter, lecturer }));
    batch.add(CourseCitation, aCourseCitation({ courseEdition: edition, policyEdition: policy.edition }));
    batch.afterwards("update course_edition set status = 'PUBLISHED', published_at = $2 where id = $1", [
      edition.id,
      WRITTEN_AT,
    ]);
    return {};
  },
};
