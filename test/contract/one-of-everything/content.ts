import * as make from '../../../seeds/factories/index.ts';
import type { Batch } from '../../../seeds/writing/index.ts';
import {
  Chapter,
  Course,
  CourseCitation,
  CourseEdition,
  CourseEditionStatus,
  CourseTopic,
  Lecturer,
  Lesson,
} from '../../../src/domains/courses/index.ts';
import {
  PolicyDocument,
  PolicyDocumentTopic,
  PolicyEdition,
  PolicyLecture,
  PublicationStatus,
  Segment,
} from '../../../src/domains/policy/index.ts';
import { Topic } from '../../../src/domains/topics/index.ts';

/** A policy document and a course, with all that they consist of, for one audience. */
export function addContent(
  batch: Batch,
  { district, audience }: { readonly district: make.DistrictRecord; readonly audience: make.AudienceRecord },
): { readonly document: make.PolicyDocumentRecord; readonly course: make.CourseRecord } {
  const topic = make.aTopic();
  const document = make.aPolicyDocument();
  const policy = make.aPolicyEdition({ document, status: PublicationStatus.DRAFT });
  batch.add(Topic, topic);
  batch.add(PolicyDocument, document);
  batch.add(PolicyDocumentTopic, make.aPolicyDocumentTopic({ document, topic }));
  batch.add(PolicyEdition, policy);
  batch.add(Segment, make.aSegment({ edition: policy }));
  batch.add(PolicyLecture, make.aPolicyLecture({ district, audience }));
  batch.afterwards("update policy_edition set status = 'PUBLISHED', published_at = $2 where id = $1", [
    policy.id,
    make.WRITTEN_AT,
  ]);

  const course = make.aCourse({ district, audience });
  const edition = make.aCourseEdition({ course, status: CourseEditionStatus.DRAFT });
  const [chapter, lecturer] = [make.aChapter({ edition }), make.aLecturer()];
  batch.add(Course, course);
  batch.add(CourseTopic, make.aCourseTopic({ course, topic }));
  batch.add(CourseEdition, edition);
  batch.add(Chapter, chapter);
  batch.add(Lecturer, lecturer);
  batch.add(Lesson, make.aLesson({ chapter, lecturer }));
  batch.add(CourseCitation, make.aCourseCitation({ courseEdition: edition, policyEdition: policy }));
  batch.afterwards("update course_edition set status = 'PUBLISHED', published_at = $2 where id = $1", [
    edition.id,
    make.WRITTEN_AT,
  ]);

  return { document, course };
}
