import {
  Chapter, Course, CourseCitation, CourseEdition, CourseEditionStatus, CourseTopic, Lecturer, Lesson,
} from '../../src/domains/courses/index.ts';
import {
  LectureCitation, LectureTopic, PolicyDocument, PolicyDocumentTopic, PolicyEdition, PolicyLecture, PublicationStatus, Segment,
} from '../../src/domains/policy/index.ts';
import {
  aChapter, aCourse, aCourseCitation, aCourseEdition, aCourseTopic, aLectureCitation, aLecturer, aLectureTopic, aLesson, aPolicyDocument,
  aPolicyDocumentTopic, aPolicyEdition, aPolicyLecture, aSegment, type CourseEditionRecord, type CourseRecord, type Given, type LecturerRecord,
  type LessonRecord, type PolicyDocumentRecord, type PolicyEditionRecord, type PolicyLectureRecord, type Ref, type SegmentRecord,
} from '../factories/index.ts';
import type { TopicCode } from '../reference/index.ts';
import { MeetingSeeds } from './meetings.ts';

export type SeededEdition = Omit<PolicyEditionRecord, 'document'> & {
  readonly document: PolicyDocumentRecord;
  readonly segments: readonly SegmentRecord[];
};
export type SeededCourse = CourseRecord & {
  readonly edition: CourseEditionRecord;
  readonly lessons: readonly LessonRecord[];
  readonly lecturer: LecturerRecord;
};

export type EditionOf = Omit<Given<PolicyEdition>, 'document'> & {
  /** A new one, with these columns, unless it is a record that is there. */
  readonly document?: PolicyDocumentRecord;
  readonly of?: Given<PolicyDocument>;
  readonly texts?: readonly string[];
  readonly topics?: readonly TopicCode[];
};

export type CourseOf = Given<Omit<Course, 'listedAt'>> & {
  readonly status?: CourseEditionStatus;
  readonly lessons?: number;
  /** Policy editions. */
  readonly cites?: readonly Ref[];
  readonly topics?: readonly TopicCode[];
};

export class ContentSeeds extends MeetingSeeds {
  /** Published, in force and public, with one paragraph unless given. */
  async policyEdition({ document: known, of = {}, texts = [aSegment({ edition: '' }).text], topics = [], ...given }: EditionOf = {}): Promise<SeededEdition> {
    const title = given.title ?? known?.title ?? of.title;
    const document = known ?? aPolicyDocument({ ...of, ...(title !== undefined && { title }) });
    const edition = aPolicyEdition({ title: document.title, ...given, document });
    const segments = texts.map((text, index) => aSegment({ edition, ordinal: index + 1, text }));
    await this.write((batch) => {
      if (!known) batch.add(PolicyDocument, document);
      for (const code of topics) batch.add(PolicyDocumentTopic, aPolicyDocumentTopic({ document, topic: this.topicId(code) }));
      batch.add(PolicyEdition, { ...edition, status: PublicationStatus.DRAFT });
      for (const segment of segments) batch.add(Segment, segment);
      batch.afterwards('update policy_edition set status = $2 where id = $1', [edition.id, edition.status]);
      if (edition.status === PublicationStatus.PUBLISHED) {
        batch.afterwards('update policy_document set title = $2 where id = $1', [document.id, edition.title]);
      }
    });
    return { ...edition, document, segments };
  }

  /** Published and public, for the whole district; it cites a new edition unless some are given. */
  async policyLecture({ cites, topics = [], audience, ...given }: Given<Omit<PolicyLecture, 'listedAt'>> & {
    readonly cites?: readonly Ref[]; readonly topics?: readonly TopicCode[];
  } = {}): Promise<PolicyLectureRecord> {
    const district = given.district ?? (await this.homeDistrict());
    const lecture = aPolicyLecture({ ...given, district, audience: audience ?? (await this.audience({ district })) });
    const editions = cites ?? [await this.policyEdition()];
    await this.write((batch) => {
      batch.add(PolicyLecture, lecture);
      for (const edition of editions) batch.add(LectureCitation, aLectureCitation({ lecture, edition }));
      for (const code of topics) batch.add(LectureTopic, aLectureTopic({ lecture, topic: this.topicId(code) }));
    });
    return lecture;
  }

  publishedCourse(given: CourseOf = {}): Promise<SeededCourse> {
    return this.course(given);
  }

  /** With one edition of three lessons in one chapter: published and public, for the whole district, unless given. */
  async course({ status = CourseEditionStatus.PUBLISHED, lessons = 3, cites = [], topics = [], audience, ...given }: CourseOf = {}): Promise<SeededCourse> {
    const district = given.district ?? (await this.homeDistrict());
    const course = aCourse({
      ...(status === CourseEditionStatus.DRAFT && { publishedAt: null }), ...given, district,
      audience: audience ?? (await this.audience({ district })),
    });
    const edition = aCourseEdition({ course, title: course.title, publishedAt: course.publishedAt, status });
    const lecturer = aLecturer();
    const chapter = aChapter({ edition });
    const made = Array.from({ length: lessons }, (_, index) => aLesson({ chapter, lecturer, ordinal: index + 1 }));
    await this.write((batch) => {
      batch.add(Lecturer, lecturer);
      batch.add(Course, course);
      for (const code of topics) batch.add(CourseTopic, aCourseTopic({ course, topic: this.topicId(code) }));
      batch.add(CourseEdition, { ...edition, status: CourseEditionStatus.DRAFT });
      batch.add(Chapter, chapter);
      for (const lesson of made) batch.add(Lesson, lesson);
      for (const policyEdition of cites) batch.add(CourseCitation, aCourseCitation({ courseEdition: edition, policyEdition }));
      batch.afterwards('update course_edition set status = $2 where id = $1', [edition.id, edition.status]);
    });
    return { ...course, edition, lessons: made, lecturer };
  }
}
