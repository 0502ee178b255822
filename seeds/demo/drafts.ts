import { Course, CourseEdition, CourseEditionStatus } from '../../src/domains/courses/index.ts';
import { PolicyDocument, PolicyEdition, PolicyLecture, PublicationStatus } from '../../src/domains/policy/index.ts';
import { aCourse, aCourseEdition, aPolicyDocument, aPolicyEdition, aPolicyLecture } from '../factories/index.ts';
import type { District, Workshop } from '../generator/index.ts';
import type { Batch } from '../writing/index.ts';
import { classOf } from './families.ts';

/** Writes the drafts of the named staff, which nobody else sees. */
export function writeDrafts(batch: Batch, { ids, calendar }: Workshop, district: District): void {
  const school = district.schools[0]!;
  const createdAt = calendar.after(-24 * 60);

  const course = aCourse({
    id: ids.next('course'),
    createdAt,
    district: district.record,
    school: school.record,
    title: '三年级家长：写字与阅读',
    publishedAt: null,
    isPublic: false,
    audience: school.gradeAudiences.get(3)!,
    createdBy: classOf(district, 0, 3, 2).homeroom!,
  });
  batch.add(Course, course);
  batch.add(
    CourseEdition,
    aCourseEdition({
      id: ids.next('course-edition'),
      createdAt,
      course,
      status: CourseEditionStatus.DRAFT,
      title: course.title,
      publishedAt: null,
    }),
  );

  const document = aPolicyDocument({
    id: ids.next('policy-document'),
    createdAt,
    district: district.record,
    school: school.record,
    title: `${school.record.name}课后服务实施办法`,
    documentNumber: null,
    issuer: school.record.name,
    issuedOn: calendar.date(-1),
    isPublic: false,
    audience: school.audience,
    createdBy: school.admins[0]!,
  });
  batch.add(PolicyDocument, document);
  batch.add(
    PolicyEdition,
    aPolicyEdition({
      id: ids.next('policy-edition'),
      createdAt,
      document,
      status: PublicationStatus.DRAFT,
      title: document.title,
      publishedAt: null,
      effectiveFrom: calendar.date(30),
    }),
  );

  batch.add(
    PolicyLecture,
    aPolicyLecture({
      id: ids.next('policy-lecture'),
      createdAt,
      district: district.record,
      title: '课后服务怎么看（筹备中）',
      audience: district.audiences.everyone,
      lecturerName: district.lecturers[0]!.name,
      status: PublicationStatus.DRAFT,
      publishedAt: null,
      isPublic: true,
      createdBy: district.lecturers[0]!,
    }),
  );
}
