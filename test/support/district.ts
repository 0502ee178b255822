import { loadDistricts } from '../../seeds/district/index.ts';
import {
  aCalendarDay,
  anAccessRecord,
  anAccountJoin,
  aRoleRequest,
  anAuditRecord,
  aServiceToken,
  aSession,
  aShiftSeries,
  aStaffIdentity,
  aVolunteerActivity,
  aVolunteerQualification,
  aVolunteerSuspension,
  daysAfter,
} from '../../seeds/factories/index.ts';
import {
  course,
  family,
  meeting,
  policyEdition,
  policyLecture,
  scheduledLecture,
  told,
} from '../../seeds/scenario/index.ts';
import { AccountJoin, ServiceRole, ServiceToken, Session, StaffIdentity } from '../../src/domains/identity/index.ts';
import { CalendarDay, RoleRequest, StaffRole } from '../../src/domains/people/index.ts';
import {
  ShiftSeries,
  VolunteerActivity,
  VolunteerQualification,
  VolunteerSuspension,
} from '../../src/domains/volunteering/index.ts';
import { AccessRecord, AuditRecord } from '../../src/platform/commands/index.ts';
import type { TestHub } from './hub.ts';
import { beginScenario } from './world.ts';

export interface SmallDistrict {
  /** One account of each kind: who sees most of its kind. */
  readonly accounts: readonly string[];
}

/** A fiftieth of a district, made as the whole one is, and beside it one with thirty of what the first has few of. */
export async function loadSmallDistrict(hub: TestHub, now = new Date()): Promise<SmallDistrict> {
  const { pool } = hub.database;
  await loadDistricts(pool, { now, factor: 1 / 50 });
  const { rows } = await pool.query<{ id: string }>(`
    select a.id from account a join (
      select distinct on (sa.role) s.person_id, sa.role
      from staff_assignment sa join staff s on s.id = sa.staff_id
      where sa.valid_to is null
      order by sa.role, (select count(*) from school_class c where c.school_id = sa.school_id) desc, sa.id
    ) one on one.person_id = a.person_id
    union
    (select a.id from account a join guardian g on g.person_id = a.person_id
      order by (select count(*) from guardianship gs where gs.guardian_id = g.id and gs.status = 'ACTIVE') desc, a.id limit 1)`);
  return { accounts: [...rows.map((row) => row.id), await besides(hub, now)] };
}

async function besides(hub: TestHub, now: Date): Promise<string> {
  const scenario = await beginScenario(hub, now);
  const administrator = await scenario.districtAdmin();
  for (let number = 0; number < 30; number += 1) {
    const school = await scenario.school();
    const schoolClass = await scenario.schoolClass(school);
    await scenario.room(school);
    const teacher = await scenario.teacher(schoolClass);
    const volunteer = await family(scenario, [schoolClass]);
    const { person } = volunteer.parent;
    await scheduledLecture(scenario, teacher, schoolClass, volunteer, { startsAt: scenario.at(48 * 60) });
    await scenario.write((put) => {
      put(
        VolunteerQualification,
        aVolunteerQualification({ person, district: scenario.district, grantedBy: teacher.staff }),
      );
      put(
        VolunteerSuspension,
        aVolunteerSuspension({
          person,
          district: scenario.district,
          startsAt: scenario.at(-60),
          endsAt: scenario.at(60),
        }),
      );
      put(
        AuditRecord,
        anAuditRecord({
          account: teacher.accountId,
          schools: [school.id],
          districts: [scenario.district.id],
          subjects: { staff: teacher.staff.id },
          createdAt: now,
        }),
      );
      put(
        AccessRecord,
        anAccessRecord({ subject: volunteer.students[0]!.id, actor: teacher.accountId, createdAt: now }),
      );
      put(StaffIdentity, aStaffIdentity({ account: teacher.account }));
      put(Session, aSession({ account: administrator.account, startedAt: now }));
      put(AccountJoin, anAccountJoin({ account: administrator.account }));
      put(
        RoleRequest,
        aRoleRequest({
          staff: teacher.staff,
          role: StaffRole.ANALYST,
          district: scenario.district,
          askedBy: administrator.staff,
        }),
      );
      put(
        ServiceToken,
        aServiceToken({
          district: scenario.district,
          role: ServiceRole.SCHOOL_ADMIN,
          school,
          createdBy: administrator.account,
          restsOn: null,
        }),
      );
    });
    const audience = await scenario.audience({ school });
    const activity = aVolunteerActivity({ district: scenario.district, school, audience, organiser: teacher.staff });
    const { startsOn, endsOn } = scenario.schoolYear;
    await scenario.write((put) => {
      put(
        CalendarDay,
        aCalendarDay({
          schoolYear: scenario.schoolYear,
          date: daysAfter(new Date(startsOn), number).toISOString().slice(0, 10),
        }),
      );
      put(VolunteerActivity, activity);
      put(ShiftSeries, aShiftSeries({ activity, firstDate: startsOn, lastDate: endsOn }));
    });
    const { edition } = await policyEdition(scenario);
    await course(scenario, audience, {}, { cites: [edition] });
    await policyLecture(scenario, audience, edition);
  }
  const school = await scenario.school();
  const { meeting: held } = await meeting(scenario, administrator, await scenario.schoolClass(school), []);
  await told(
    scenario,
    administrator.person,
    Array.from({ length: 30 }, () => held),
  );
  return administrator.accountId;
}
