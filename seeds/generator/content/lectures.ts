import { LectureCitation, LectureTopic, PolicyLecture, PublicationStatus } from '../../../src/domains/policy/index.ts';
import { dateOf } from '../../deterministic/index.ts';
import { aLectureCitation, aLectureTopic, aPolicyLecture, daysAfter } from '../../factories/index.ts';
import { lectureTitle } from '../../fiction/course-titles.ts';
import { adultGivenName, surname } from '../../fiction/person-names.ts';
import type { Batch } from '../../writing/index.ts';
import type { District } from '../people/index.ts';
import type { Workshop } from '../workshop.ts';

const DRAFT = 7;
const WITHDRAWN = 9;

/** Lectures of the district and its schools; some cite what is no longer in force. */
export function makeLectures(
  workshop: Workshop,
  batch: Batch,
  district: District,
  count: number,
  citable: readonly string[],
): void {
  const { ids, calendar, reference } = workshop;
  const dice = workshop.dice.called(`lectures/${district.record.code}`);
  const { everyone, primary, juniorMiddle } = district.audiences;
  for (let index = 0; index < count; index += 1) {
    const { title, topics } = lectureTitle(index);
    const school = index % 4 === 3 ? district.schools[index % district.schools.length]! : null;
    const status =
      index % 20 === DRAFT
        ? PublicationStatus.DRAFT
        : index % 50 === WITHDRAWN
          ? PublicationStatus.WITHDRAWN
          : PublicationStatus.PUBLISHED;
    const recorded = calendar.at(-Math.floor((index * 90) / count) - 3, index % 5, 14 * 60);
    const lecture = aPolicyLecture({
      id: ids.next('policy-lecture'),
      createdAt: recorded,
      district: district.record,
      school: school?.record ?? null,
      title,
      lecturerName: surname(dice.int(0, 79)) + adultGivenName(dice.int(0, 49)),
      durationMinutes: dice.int(4, 24) * 5,
      recordedOn: dateOf(recorded),
      mediaUrl: index % 6 === 5 ? null : `https://media.example.com/lectures/${index + 1}`,
      status,
      publishedAt: status === PublicationStatus.DRAFT ? null : daysAfter(recorded, 5),
      isPublic: index % 5 !== 2,
      audience: school?.audience ?? [everyone, everyone, primary, juniorMiddle][index % 4]!,
      createdBy: index % 3 === 0 ? district.admins[0]! : null,
    });
    batch.add(PolicyLecture, lecture);
    for (const code of topics)
      batch.add(
        LectureTopic,
        aLectureTopic({ id: ids.next('lecture-topic'), lecture, topic: reference.topics.get(code)! }),
      );
    for (const edition of dice.sample(citable, 1 + (index % 3 === 0 ? 0 : index % 2) + (index % 6 === 1 ? 1 : 0))) {
      batch.add(LectureCitation, aLectureCitation({ id: ids.next('lecture-citation'), lecture, edition }));
    }
  }
}
