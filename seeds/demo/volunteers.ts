import {
  SuspensionCause,
  VolunteeringPolicy,
  VolunteerQualification,
  VolunteerSuspension,
} from '../../src/domains/volunteering/index.ts';
import { aVolunteeringPolicy, aVolunteerQualification, aVolunteerSuspension } from '../factories/index.ts';
import type { Adult, District, Workshop } from '../generator/index.ts';
import type { Batch } from '../writing/index.ts';
import type { Named } from './families.ts';

const DAY = 24 * 60;

/** The rules of the district, suspensions from either cause and what became of them, and qualifications in every state. */
export function writeVolunteers(
  batch: Batch,
  { ids, calendar }: Workshop,
  district: District,
  named: Named,
  recorded: ReadonlySet<string>,
): void {
  const { record, admins, adults, schools } = district;
  const [school, principal] = [schools[0]!, schools[0]!.admins[0]!];
  const known = new Set(named.values());
  const [decided, lifted, certified] = adults
    .filter(
      (adult) =>
        adult.acts &&
        !known.has(adult) &&
        !recorded.has(adult.person) &&
        adult.children.some((child) => child.schoolClass.school === school),
    )
    .slice(0, 3) as [Adult, Adult, Adult];
  batch.add(
    VolunteeringPolicy,
    aVolunteeringPolicy({
      id: ids.next('volunteering-policy'),
      createdAt: calendar.after(-60 * DAY),
      district: record,
    }),
  );

  const decision = {
    district: record,
    school: school.record,
    cause: SuspensionCause.DECISION,
    reason: '两次临时缺席,未说明原因',
    decidedBy: principal.id,
    endsAt: calendar.after(20 * DAY),
  };
  const [begins, began] = [calendar.after(-2 * DAY), calendar.after(-9 * DAY)];
  batch.add(
    VolunteerSuspension,
    aVolunteerSuspension({
      id: ids.next('volunteer-suspension'),
      createdAt: begins,
      person: decided.person,
      ...decision,
      startsAt: begins,
    }),
  );
  batch.add(
    VolunteerSuspension,
    aVolunteerSuspension({
      id: ids.next('volunteer-suspension'),
      createdAt: began,
      person: lifted.person,
      ...decision,
      startsAt: began,
      liftedAt: calendar.after(-DAY),
      liftReason: '已说明情况',
      liftedBy: principal.id,
    }),
  );

  const qualification = (given: Partial<Parameters<typeof aVolunteerQualification>[0]>): void =>
    batch.add(
      VolunteerQualification,
      aVolunteerQualification({
        id: ids.next('volunteer-qualification'),
        createdAt: began,
        person: certified.person,
        district: record,
        grantedAt: began,
        grantedBy: principal.id,
        ...given,
      }),
    );
  qualification({ validFrom: calendar.date(-400), validTo: calendar.date(-36) });
  qualification({ validFrom: calendar.date(-30), validTo: calendar.date(335) });
  qualification({
    name: '心理咨询师证',
    validFrom: calendar.date(-30),
    revokedAt: calendar.after(-DAY),
    revokeReason: '证书未通过核验',
    revokedBy: admins[0]!.id,
  });
}
