import {
  aParentLecture,
  aVolunteeringPolicy,
  aVolunteerQualification,
  aVolunteerSuspension,
} from '../../../seeds/factories/index.ts';
import { scheduledLecture } from '../../../seeds/scenario/index.ts';
import {
  ParentLecture,
  ParentLectureStatus,
  SuspensionCause,
  VolunteeringPolicy,
  VolunteerQualification,
  VolunteerSuspension,
} from '../../../src/domains/volunteering/index.ts';
import type { Families, Organisation } from '../world.organisation.ts';

const DAY = 24 * 60;
const { DECLINED, PROPOSED, WITHDRAWN } = ParentLectureStatus;

/** Who may volunteer and who may not, and lectures wherever they can stand. */
export async function writeVolunteers(world: Organisation & Families) {
  const { scenario, organiser, schoolAdmin, school, schoolClass, spareRoom, first, second, third } = world;
  const { district } = scenario;
  const qualified = aVolunteerQualification({
    person: second.parent.person,
    district,
    grantedBy: schoolAdmin.staff,
    validFrom: '2026-06-01',
  });
  const revoked = aVolunteerQualification({
    person: second.parent.person,
    district,
    grantedBy: schoolAdmin.staff,
    revokedAt: scenario.at(-DAY),
    revokeReason: '证书已作废',
    revokedBy: schoolAdmin.staff,
  });
  const byRule = aVolunteerSuspension({
    person: third.parent.person,
    district,
    startsAt: scenario.at(-DAY),
    endsAt: scenario.at(29 * DAY),
  });
  const decided = {
    person: second.parent.person,
    district,
    school,
    cause: SuspensionCause.DECISION,
    decidedBy: schoolAdmin.staff,
    startsAt: scenario.at(-10 * DAY),
  };
  const lifted = aVolunteerSuspension({
    ...decided,
    liftedAt: scenario.at(-DAY),
    liftReason: '已说明情况',
    liftedBy: schoolAdmin.staff,
  });
  const again = aVolunteerSuspension(decided);
  const { guardian } = first.parent;
  const lectures = [PROPOSED, DECLINED, WITHDRAWN].map((status) =>
    aParentLecture({ schoolClass, guardian, status, decidedBy: status === DECLINED ? organiser.staff : null }),
  );
  await scenario.write((put) => {
    put(VolunteeringPolicy, aVolunteeringPolicy({ district }));
    for (const each of [qualified, revoked]) put(VolunteerQualification, each);
    for (const each of [byRule, lifted, again]) put(VolunteerSuspension, each);
    for (const each of lectures) put(ParentLecture, each);
  });
  const talk = await scheduledLecture(scenario, organiser, schoolClass, first, {
    startsAt: scenario.at(20 * DAY),
    room: spareRoom,
  });
  return { qualified, byRule, decision: again, proposal: lectures[0]!, talk };
}

export type Volunteers = Awaited<ReturnType<typeof writeVolunteers>>;
