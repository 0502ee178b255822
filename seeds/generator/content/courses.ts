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
import { type Dice, Shares } from '../../deterministic/index.ts';
import {
  aChapter,
  aCourse,
  aCourseCitation,
  aCourseEdition,
  aCourseTopic,
  aLecturer,
  aLesson,
  daysAfter,
  type CourseRecord,
} from '../../factories/index.ts';
import { chapterTitle, courseTitle, LECTURER_TITLES, lessonTitle, ORGANISATIONS } from '../../fiction/course-titles.ts';
import { adultGivenName, surname } from '../../fiction/person-names.ts';
import type { Batch } from '../../writing/index.ts';
import type { District } from '../people/index.ts';
import type { DistrictPlan } from '../plan.ts';
import type { Workshop } from '../workshop.ts';

const { DRAFT, PUBLISHED, SUPERSEDED, WITHDRAWN } = CourseEditionStatus;

/** The catalogue of the parent school: every state that a course can be in comes every so often. */
export class Catalogue {
  readonly #workshop: Workshop;
  readonly #plan: DistrictPlan;
  readonly #district: District;
  readonly #dice: Dice;
  readonly #citable: readonly string[];
  readonly #lecturers: string[] = [];
  readonly #final: { id: string; status: CourseEditionStatus }[] = [];

  constructor(workshop: Workshop, plan: DistrictPlan, district: District, citable: readonly string[]) {
    this.#workshop = workshop;
    this.#plan = plan;
    this.#district = district;
    this.#citable = citable;
    this.#dice = workshop.dice.called(`courses/${plan.code}`);
  }

  fill(batch: Batch): void {
    const { courses, courseEditions, lecturers } = this.#plan.volumes;
    for (let index = 0; index < lecturers; index += 1) this.#lecturer(batch, index);
    const counts = editionCounts(courses, courseEditions);
    counts.forEach((editions, index) => this.#course(batch, index, statusesOf(index, editions)));
    const settled = this.#final.filter(({ status }) => status !== DRAFT);
    batch.afterwards(
      'update course_edition e set status = s.status from unnest($1::uuid[], $2::text[]) s(id, status) where e.id = s.id',
      [settled.map(({ id }) => id), settled.map(({ status }) => status)],
    );
  }

  #lecturer(batch: Batch, index: number): void {
    const staff = this.#district.lecturers[index];
    const lecturer = aLecturer({
      id: this.#workshop.ids.next('lecturer'),
      name: staff?.name ?? surname(this.#dice.int(0, 79)) + adultGivenName(this.#dice.int(0, 49)),
      title: LECTURER_TITLES[index % LECTURER_TITLES.length]!,
      organisation: ORGANISATIONS[index % ORGANISATIONS.length]!,
      biography: index % 3 === 0 ? null : '长期从事家庭教育与学校教育研究，主持多项区级课题。',
      staff: staff ?? null,
    });
    batch.add(Lecturer, lecturer);
    this.#lecturers.push(lecturer.id);
  }

  #course(batch: Batch, index: number, statuses: readonly CourseEditionStatus[]): void {
    const { ids, calendar, reference } = this.#workshop;
    const { everyone, primary, juniorMiddle } = this.#district.audiences;
    const { title, summary, topics } = courseTitle(index);
    const school = index % 3 === 2 ? this.#district.schools[index % this.#district.schools.length]! : null;
    const begun = calendar.at(-Math.floor((index * 95) / this.#plan.volumes.courses) - 4, index % 5, 10 * 60);
    const course = aCourse({
      id: ids.next('course'),
      createdAt: daysAfter(begun, -7),
      district: this.#district.record,
      school: school?.record ?? null,
      title,
      publishedAt: statuses[0] === DRAFT ? null : begun,
      isPublic: index % 5 !== 3,
      audience: school?.audience ?? [everyone, primary, juniorMiddle][index % 3]!,
      createdBy: index % 4 === 0 ? this.#district.admins[index % 2]! : null,
    });
    batch.add(Course, course);
    for (const code of topics)
      batch.add(
        CourseTopic,
        aCourseTopic({ id: ids.next('course-topic'), course, topic: reference.topics.get(code)! }),
      );
    statuses.forEach((status, edition) =>
      this.#edition(batch, { course, summary, status, number: edition + 1, at: daysAfter(begun, edition * 14) }),
    );
  }

  #edition(
    batch: Batch,
    {
      course,
      summary,
      status,
      number,
      at,
    }: {
      course: CourseRecord;
      summary: string;
      status: CourseEditionStatus;
      number: number;
      at: Date;
    },
  ): void {
    const { ids } = this.#workshop;
    const { lessonsPerEdition } = this.#plan.volumes;
    const edition = aCourseEdition({
      id: ids.next('course-edition'),
      createdAt: daysAfter(at, -3),
      course,
      number,
      status: DRAFT,
      title: course.title,
      summary,
      creditMinutes: this.#dice.int(1, 10) * 45,
      publishedAt: status === DRAFT ? null : at,
    });
    batch.add(CourseEdition, edition);
    this.#final.push({ id: edition.id, status });
    const chapters = this.#dice.int(2, 3);
    const shares = new Shares(lessonsPerEdition, chapters);
    let ordinal = 0;
    for (let index = 0; index < chapters; index += 1) {
      const chapter = aChapter({ id: ids.next('chapter'), edition, ordinal: index + 1, title: chapterTitle(index) });
      batch.add(Chapter, chapter);
      for (let lessons = shares.next(1); lessons > 0; lessons -= 1) {
        ordinal += 1;
        batch.add(
          Lesson,
          aLesson({
            id: ids.next('lesson'),
            chapter,
            ordinal,
            title: lessonTitle(this.#dice.int(0, 12)),
            durationSeconds: this.#dice.int(60, 270) * 10,
            mediaUrl: this.#dice.chance(0.1) ? null : `https://media.example.com/lessons/${edition.id}/${ordinal}`,
            lecturer: this.#dice.pick(this.#lecturers),
          }),
        );
      }
    }
    for (const policyEdition of this.#dice.sample(this.#citable, this.#dice.int(1, 3))) {
      batch.add(
        CourseCitation,
        aCourseCitation({ id: ids.next('course-citation'), courseEdition: edition, policyEdition }),
      );
    }
  }
}

/** One each, and a second one for some in turn. */
function editionCounts(courses: number, editions: number): number[] {
  const counts = new Array<number>(courses).fill(1);
  for (let index = 2, extra = editions - courses; extra > 0; index += 5, extra -= 1) counts[index % courses]! += 1;
  return counts;
}

function statusesOf(index: number, editions: number): CourseEditionStatus[] {
  if (editions === 1) return [index % 50 === 8 ? DRAFT : index % 100 === 11 ? WITHDRAWN : PUBLISHED];
  const latest = index % 25 === 7 ? [PUBLISHED, DRAFT] : [SUPERSEDED, PUBLISHED];
  return [...new Array<CourseEditionStatus>(editions - 2).fill(SUPERSEDED), ...latest];
}
