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
  WRITTEN_AT,
  type ChapterRecord,
  type CourseEditionRecord,
  type LessonRecord,
  type PolicyEditionRecord,
} from '../../seeds/factories/index.ts';
import { course, policyEdition, policyLecture, type Scenario } from '../../seeds/scenario/index.ts';
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
  PolicyEnding,
  PolicyLecture,
  PublicationStatus,
  Segment,
} from '../../src/domains/policy/index.ts';
import type { Organisation } from './world.organisation.ts';

/** A document in every stage of its life: amended, in force, about to change, and editions that were withdrawn before they counted. */
async function writePolicy({ scenario, school }: Organisation) {
  const { district } = scenario;
  const document = aPolicyDocument({ district });
  const edition = (number: number, given: Partial<PolicyEditionRecord>) =>
    aPolicyEdition({ document, number, title: document.title, ...given });
  const amended = edition(1, { effectiveFrom: '2025-02-01', effectiveTo: '2026-01-31', ending: PolicyEnding.AMENDED });
  const withdrawn = edition(2, {
    status: PublicationStatus.WITHDRAWN,
    effectiveFrom: '2026-03-01',
    effectiveTo: '2026-12-31',
    ending: PolicyEnding.AMENDED,
  });
  const inForce = edition(3, {});
  const draft = edition(4, { status: PublicationStatus.DRAFT, publishedAt: null, effectiveFrom: '2027-03-01' });
  const withdrawnToo = edition(5, { status: PublicationStatus.WITHDRAWN, effectiveFrom: '2025-03-01' });
  const editions = [amended, withdrawn, inForce, draft, withdrawnToo];
  const segments = editions.flatMap((each) => [1, 2].map((ordinal) => aSegment({ edition: each, ordinal })));
  const unwritten = aPolicyDocument();
  const emptyDraft = aPolicyEdition({ document: unwritten, title: unwritten.title, status: PublicationStatus.DRAFT });
  await scenario.write((put, batch) => {
    for (const each of [document, unwritten]) put(PolicyDocument, each);
    for (const each of [...editions, emptyDraft]) {
      put(PolicyEdition, { ...each, status: PublicationStatus.DRAFT });
      batch.afterwards('update policy_edition set status = $2 where id = $1', [each.id, each.status]);
    }
    for (const segment of segments) put(Segment, segment);
  });

  const { document: schoolDocument } = await policyEdition(
    scenario,
    ['学校作业公示办法。'],
    { school },
    { effectiveFrom: '2027-06-01' },
  );
  const audience = await scenario.audience();
  const lecture = await policyLecture(scenario, audience, inForce);
  const schoolLecture = await policyLecture(scenario, audience, amended, { school });
  const unpublished = { district, audience, status: PublicationStatus.DRAFT };
  const [lectureDraft, bareLectureDraft] = [aPolicyLecture(unpublished), aPolicyLecture(unpublished)];
  await scenario.write((put) => {
    for (const each of [lectureDraft, bareLectureDraft]) put(PolicyLecture, each);
    put(LectureCitation, aLectureCitation({ lecture: lectureDraft, edition: draft }));
  });
  return { audience, document, amended, inForce, draft, emptyDraft, schoolDocument, lecture, schoolLecture };
}

interface WrittenEdition {
  readonly edition: CourseEditionRecord;
  readonly chapters: readonly ChapterRecord[];
  readonly lessons: readonly LessonRecord[];
}

/** Two chapters, and a lesson for each of those numbers of chapters. */
function imagineEdition(
  edition: CourseEditionRecord,
  lecturer: string,
  lessonsIn: readonly (1 | 2)[] = [1, 1, 2],
): WrittenEdition {
  const chapters = [1, 2].map((ordinal) => aChapter({ edition, ordinal }));
  const lessons = lessonsIn.map((chapter, index) =>
    aLesson({ chapter: chapters[chapter - 1]!, lecturer, ordinal: index + 1 }),
  );
  return { edition, chapters, lessons };
}

async function writeEditions(
  scenario: Scenario,
  lecturer: string,
  editions: readonly WrittenEdition[],
  cites: readonly [CourseEditionRecord, PolicyEditionRecord][],
): Promise<void> {
  await scenario.write((put, batch) => {
    put(Lecturer, aLecturer({ id: lecturer }));
    for (const { edition, chapters, lessons } of editions) {
      put(CourseEdition, { ...edition, status: CourseEditionStatus.DRAFT });
      batch.afterwards('update course_edition set status = $2 where id = $1', [edition.id, edition.status]);
      for (const chapter of chapters) put(Chapter, chapter);
      for (const lesson of lessons) put(Lesson, lesson);
    }
    for (const [courseEdition, cited] of cites)
      put(CourseCitation, aCourseCitation({ courseEdition, policyEdition: cited }));
  });
}

/** A course whose first edition gave way to a second, with a third in the making; beside it courses not yet published. */
export async function writeContent(organisation: Organisation) {
  const { scenario, school } = organisation;
  const policy = await writePolicy(organisation);
  const { audience } = policy;
  const { district } = scenario;
  const lecturer = aLecturer().id;
  const revised = aCourse({ district, audience });
  const planned = aCourse({ district, audience, publishedAt: null });
  const edition = (number: number, status: CourseEditionStatus, publishedAt: Date | null = WRITTEN_AT) =>
    imagineEdition(
      aCourseEdition({
        course: revised,
        number,
        status,
        title: number === 1 ? '家长学校旧版' : revised.title,
        publishedAt,
      }),
      lecturer,
    );
  const superseded = edition(1, CourseEditionStatus.SUPERSEDED);
  const published = edition(2, CourseEditionStatus.PUBLISHED, scenario.now);
  const next = edition(3, CourseEditionStatus.DRAFT, null);
  const plannedEdition = imagineEdition(
    aCourseEdition({ course: planned, status: CourseEditionStatus.DRAFT, title: planned.title }),
    lecturer,
    [1, 2, 2],
  );
  await scenario.write((put) => {
    for (const each of [revised, planned]) put(Course, each);
  });
  await writeEditions(
    scenario,
    lecturer,
    [superseded, published, next, plannedEdition],
    [
      [published.edition, policy.inForce],
      [next.edition, policy.inForce],
      [plannedEdition.edition, policy.draft],
    ],
  );
  const { course: schoolCourse } = await course(scenario, audience, { school });
  const empty = await course(scenario, audience, {}, { lessons: 0, status: CourseEditionStatus.DRAFT });
  return { ...policy, revised, superseded, published, next, planned, plannedEdition, schoolCourse, empty };
}

export type Content = Awaited<ReturnType<typeof writeContent>>;
