import {
  type Chapter,
  type Course,
  type CourseCitation,
  type CourseEdition,
  CourseEditionStatus,
  type CourseTopic,
  type Lecturer,
  type Lesson,
} from '../../../src/domains/courses/index.ts';
import { adultGivenName, surname } from '../../fiction/person-names.ts';
import type { FromName } from '../../../src/domains/people/index.ts';
import type { RecordOf } from '../../writing/index.ts';
import { completed, type Given, type GivenWith, nextNumber, type Ref, stored, WRITTEN_AT } from '../given.ts';

type Computed = 'listedAt';
export type LecturerRecord = RecordOf<Lecturer, FromName>;
export type CourseRecord = RecordOf<Course, Computed>;
export type CourseEditionRecord = RecordOf<CourseEdition>;
export type ChapterRecord = RecordOf<Chapter>;
export type LessonRecord = RecordOf<Lesson>;
export type CourseTopicRecord = RecordOf<CourseTopic>;
export type CourseCitationRecord = RecordOf<CourseCitation>;

export function aLecturer(given: Given<Lecturer> = {}): LecturerRecord {
  const number = nextNumber();
  return completed<LecturerRecord>(
    {
      ...stored(given),
      name: surname(number) + adultGivenName(number),
      title: '高级教师',
      organisation: '区教育研修学院',
      biography: null,
      staff: null,
    },
    given,
  );
}

/** The district's, for everyone. Give it the title and the time of its published edition. */
export function aCourse(given: GivenWith<Omit<Course, Computed>, 'district' | 'audience'>): CourseRecord {
  return completed<CourseRecord>(
    {
      ...stored(given),
      district: '',
      school: null,
      title: `家长学校第${nextNumber()}课`,
      publishedAt: WRITTEN_AT,
      isPublic: true,
      audience: '',
      createdBy: null,
    },
    given,
  );
}

/** Parts can be added to a draft only: write it as a draft, then its parts, then publish it (the scenario does). */
export function aCourseEdition(given: GivenWith<CourseEdition, 'course'>): CourseEditionRecord {
  return completed<CourseEditionRecord>(
    {
      ...stored(given),
      course: '',
      number: 1,
      status: CourseEditionStatus.PUBLISHED,
      title: '家长学校课程',
      summary: '从孩子的作息、作业与情绪谈起，给家长可以照着做的方法。',
      creditMinutes: 90,
      publishedAt: given.status === CourseEditionStatus.DRAFT ? null : WRITTEN_AT,
    },
    given,
  );
}

export function aChapter(given: GivenWith<Chapter, 'edition'>): ChapterRecord {
  return completed<ChapterRecord>({ ...stored(given), edition: '', ordinal: 1, title: '第一章' }, given);
}

/** In the edition of its chapter; `ordinal` counts over the whole edition. */
export function aLesson(
  given: Given<Lesson> & { readonly chapter: ChapterRecord; readonly lecturer: Ref },
): LessonRecord {
  const ordinal = given.ordinal ?? 1;
  return completed<LessonRecord>(
    {
      ...stored(given),
      edition: given.chapter.edition,
      chapter: '',
      ordinal,
      title: `第${ordinal}课时`,
      durationSeconds: 900,
      mediaUrl: null,
      lecturer: '',
    },
    given,
  );
}

export function aCourseTopic(given: GivenWith<CourseTopic, 'course' | 'topic'>): CourseTopicRecord {
  return completed<CourseTopicRecord>({ ...stored(given), course: '', topic: '' }, given);
}

export function aCourseCitation(
  given: GivenWith<CourseCitation, 'courseEdition' | 'policyEdition'>,
): CourseCitationRecord {
  return completed<CourseCitationRecord>({ ...stored(given), courseEdition: '', policyEdition: '' }, given);
}
