import {
  Chapter,
  Course,
  CourseCitation,
  CourseEdition,
  CourseEditionStatus,
  Lecturer,
  Lesson,
} from '../../src/domains/courses/index.ts';
import {
  LectureCitation,
  PolicyDocument,
  PolicyEdition,
  PolicyLecture,
  PublicationStatus,
  Segment,
} from '../../src/domains/policy/index.ts';
import {
  aChapter,
  aCourse,
  aCourseCitation,
  aCourseEdition,
  aLectureCitation,
  aLecturer,
  aLesson,
  aPolicyDocument,
  aPolicyEdition,
  aPolicyLecture,
  aSegment,
  type AudienceRecord,
  type CourseEditionRecord,
  type CourseRecord,
  type Given,
  type PolicyDocumentRecord,
  type PolicyEditionRecord,
  type PolicyLectureRecord,
} from '../factories/index.ts';
import type { Scenario } from './scenario.ts';

/** A document with an edition in force, of one paragraph for each text. */
export async function policyEdition(
  scenario: Scenario,
  texts: readonly string[] = ['学校应当统筹各学科作业总量。'],
  given: Given<PolicyDocument> = {},
  edition: Given<PolicyEdition> = {},
): Promise<{ document: PolicyDocumentRecord; edition: PolicyEditionRecord }> {
  const document = aPolicyDocument({ district: scenario.district, ...given });
  const published = aPolicyEdition({ document, title: document.title, ...edition });
  await scenario.write((put, batch) => {
    put(PolicyDocument, document);
    put(PolicyEdition, { ...published, status: PublicationStatus.DRAFT });
    for (const [index, text] of texts.entries())
      put(Segment, aSegment({ edition: published, ordinal: index + 1, text }));
    batch.afterwards('update policy_edition set status = $2 where id = $1', [published.id, published.status]);
  });
  return { document, edition: published };
}

/** A course with one edition of that many lessons. */
export async function course(
  scenario: Scenario,
  audience: AudienceRecord,
  given: Given<Omit<Course, 'listedAt'>> = {},
  {
    lessons = 3,
    cites = [],
    status = CourseEditionStatus.PUBLISHED,
  }: { lessons?: number; cites?: readonly PolicyEditionRecord[]; status?: CourseEditionStatus } = {},
): Promise<{ course: CourseRecord; edition: CourseEditionRecord }> {
  const isDraft = status === CourseEditionStatus.DRAFT;
  const made = aCourse({ district: scenario.district, audience, ...(isDraft && { publishedAt: null }), ...given });
  const edition = aCourseEdition({ course: made, title: made.title, status });
  const chapter = aChapter({ edition });
  const lecturer = aLecturer();
  await scenario.write((put, batch) => {
    put(Lecturer, lecturer);
    put(Course, made);
    put(CourseEdition, { ...edition, status: CourseEditionStatus.DRAFT });
    put(Chapter, chapter);
    for (let ordinal = 1; ordinal <= lessons; ordinal += 1) put(Lesson, aLesson({ chapter, lecturer, ordinal }));
    for (const cited of cites) put(CourseCitation, aCourseCitation({ courseEdition: edition, policyEdition: cited }));
    batch.afterwards('update course_edition set status = $2 where id = $1', [edition.id, status]);
  });
  return { course: made, edition };
}

export async function policyLecture(
  scenario: Scenario,
  audience: AudienceRecord,
  cites: PolicyEditionRecord,
  given: Given<Omit<PolicyLecture, 'listedAt'>> = {},
): Promise<PolicyLectureRecord> {
  const lecture = aPolicyLecture({ district: scenario.district, audience, ...given });
  await scenario.write((put) => {
    put(PolicyLecture, lecture);
    put(LectureCitation, aLectureCitation({ lecture, edition: cites }));
  });
  return lecture;
}
