import { v7 } from 'uuid';
import { aServiceToken, type SchoolClassRecord, type SchoolRecord } from '../../seeds/factories/index.ts';
import { family, type Scenario, type StaffMember } from '../../seeds/scenario/index.ts';
import { permissions } from '../../src/app.ts';
import { ServiceRole, ServiceToken } from '../../src/domains/identity/index.ts';
import { GuardianshipStatus, StaffRole } from '../../src/domains/people/index.ts';
import { newServiceSecret } from '../../src/platform/auth/index.ts';
import type { TestHub } from '../support/hub.ts';
import { bearer } from '../support/signed-in.ts';
import { beginScenario } from '../support/world.ts';
import type { CallerName } from './who-may.ts';

export interface Callers {
  readonly scenario: Scenario;
  readonly school: SchoolRecord;
  readonly schoolClass: SchoolClassRecord;
  /** What each sends to say who they are. */
  readonly headers: Readonly<Record<CallerName, Readonly<Record<string, string>>>>;
}

/** A district with one school, and one caller of each kind in it. */
export async function writeCallers(hub: TestHub, now?: Date): Promise<Callers> {
  const scenario = await beginScenario(hub, now);
  const school = await scenario.school();
  const schoolClass = await scenario.schoolClass(school);
  const administrator = await scenario.districtAdmin();
  const ended = await scenario.teacher(schoolClass);
  await hub.database.pool.query(`update staff_assignment set ended_at = now() where staff_id = $1`, [ended.staff.id]);
  const headersOf = async ({ accountId }: { readonly accountId: string }) => bearer(await hub.tokenOf(accountId));
  const guardian = async (status: GuardianshipStatus) =>
    headersOf(
      (
        await family(scenario, [schoolClass], {
          guardianship: { status, dataAccess: status === GuardianshipStatus.ACTIVE },
        })
      ).parent,
    );
  const principal = await scenario.schoolAdmin(school);
  const service = (role: ServiceRole, granted = Object.keys(permissions)) =>
    serviceToken(scenario, role === ServiceRole.SCHOOL_ADMIN ? principal : administrator, {
      role,
      school: role === ServiceRole.SCHOOL_ADMIN ? school : null,
      granted,
    });
  return {
    scenario,
    school,
    schoolClass,
    headers: {
      guest: {},
      guardian: await guardian(GuardianshipStatus.ACTIVE),
      'blocked-guardian': await guardian(GuardianshipStatus.BLOCKED),
      'homeroom-teacher': await headersOf(await scenario.teacher(schoolClass)),
      'subject-teacher': await headersOf(await scenario.teacher(schoolClass, 'SUBJECT_TEACHER')),
      'grade-head': await headersOf(await scenario.gradeHead(school, 3)),
      lecturer: await headersOf(await scenario.staffMember({ role: StaffRole.LECTURER, school })),
      'school-admin': await headersOf(await scenario.schoolAdmin(school)),
      'district-admin': await headersOf(administrator),
      analyst: await headersOf(await scenario.analyst()),
      'privacy-officer': await headersOf(await scenario.staffMember({ role: StaffRole.PRIVACY_OFFICER })),
      'ended-assignment': await headersOf(ended),
      'service-of-district': await service(ServiceRole.DISTRICT_ADMIN),
      'service-of-school': await service(ServiceRole.SCHOOL_ADMIN),
      'service-of-analyst': await service(ServiceRole.ANALYST),
      'service-without-permissions': await service(ServiceRole.DISTRICT_ADMIN, []),
    },
  };
}

/** A token as its maker would have got it. */
export async function serviceToken(
  scenario: Scenario,
  createdBy: StaffMember,
  {
    role,
    school,
    granted,
  }: { readonly role: ServiceRole; readonly school: SchoolRecord | null; readonly granted: readonly string[] },
): Promise<{ authorization: string }> {
  const { id, text, hash } = newServiceSecret(v7());
  await scenario.write((put) =>
    put(
      ServiceToken,
      aServiceToken({
        id,
        role,
        school,
        district: scenario.district,
        createdBy: createdBy.account,
        restsOn: createdBy.assignment,
        permissions: [...granted],
        secretHash: hash,
        issuedAt: scenario.at(-60),
      }),
    ),
  );
  return bearer(text);
}
