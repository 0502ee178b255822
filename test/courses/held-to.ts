import type { HeldTo } from '../support/held-to.ts';
import { EVERYBODY } from '../access/caller-names.ts';
import { coursesPlants } from './held-to/plants.ts';
import { coursesRefusals } from './held-to/refusals.ts';

export const heldTo: HeldTo = {
  things: ['Course', 'CourseEdition', 'Chapter', 'Lesson', 'Lecturer'],
  reachedBy: {
    Course: EVERYBODY,
    CourseEdition: EVERYBODY,
    Chapter: EVERYBODY,
    Lecturer: EVERYBODY,
    Lesson: EVERYBODY,
  },
  plants: coursesPlants,
  refusals: coursesRefusals,
  shapes: {
    course_edition_published_at_known: ["update course_edition set status = 'PUBLISHED' where published_at is null"],
    course_edition_credit_not_negative: ['update course_edition set credit_minutes = -1'],
    course_edition_number_positive: ['update course_edition set number = 0 where number = 1'],
    chapter_ordinal_positive: ['update chapter set ordinal = 0 where ordinal = 1'],
    lesson_ordinal_positive: ['update lesson set ordinal = 0 where ordinal = 1'],
    lesson_duration_positive: ['update lesson set duration_seconds = 0'],
    lesson_media_url_shape: ["update lesson set media_url = 'http://media.example/1.mp4'"],
  },
};
