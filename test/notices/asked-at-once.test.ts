import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as admin from '../../schema/generated/admin.ts';
import { family, type Scenario, type StaffMember } from '../../seeds/scenario/index.ts';
import { decisionQueues } from '../../src/app.ts';
import { staffLinks } from '../identity/staff-links.ts';
import { askedPeople } from '../people/who-is-asked.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { startIdentityProvider, type IdentityProvider } from '../support/identity-provider.ts';
import { beginScenario } from '../support/world.ts';
import { mutator } from '../volunteering/mutations-by-name.ts';
import { thingsThatWait, type PlaceOfVolunteer } from './things-that-wait.ts';

let provider: IdentityProvider;
let hub: TestHub;
let scenario: Scenario;
let district: StaffMember;
let second: StaffMember;
beforeAll(async () => {
  provider = await startIdentityProvider();
  hub = await startTestHub({ variables: provider.variables, clock: () => scenario?.now ?? new Date() });
  scenario = await beginScenario(hub, new Date('2026-11-16T01:00:00.000Z'));
  [district, second] = [await scenario.districtAdmin(), await scenario.districtAdmin()];
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
  await provider.stop();
});

const { KINDS } = thingsThatWait(() => ({ hub, scenario }));
const { binds, done, ends } = askedPeople(() => ({ hub, scenario }));
const { linkAlone } = staffLinks(() => ({ hub, administrator: district, second }));
const mutate = mutator(() => hub);
const bare = (id: string): string => id.slice(id.indexOf('_') + 1);
const REASON = '学校的原因';

/** Who is asked, of everything that waits anywhere. */
const asked = async (): Promise<string[]> =>
  (
    await hub.database.pool.query<{ said: string }>(
      "select kind || ' ' || about_id || ' of ' || person_id as said from notice where waiting order by 1",
    )
  ).rows.map(({ said }) => said);
/** The walk over all that waits finds nothing that is yet to be asked, or is asked in vain. */
async function nothingIsLeftToTheWalk(): Promise<void> {
  const before = await asked();
  await hub.hub.runJob('notices.ask-deciders');
  expect(before).toEqual(await asked());
}
/** Kinds of the things of a stage on which somebody is asked. */
const kindsAsked = async ({ things }: Pick<Stage, 'things'>, who?: StaffMember): Promise<string[]> =>
  (
    await hub.database.pool.query<{ kind: string }>(
      'select distinct kind from notice where waiting and about_id = any($1) and person_id = coalesce($2, person_id) order by kind',
      [Object.values(things).map(bare), who?.person.id ?? null],
    )
  ).rows.map(({ kind }) => kind);

interface Stage extends PlaceOfVolunteer {
  readonly principal: StaffMember;
  /** Global ids, by the kind of notice that asks. */
  readonly things: Readonly<Record<string, string>>;
}

/** A school at which one of each thing waits that can wait at a school with an administrator; of volunteering, of one guardian. */
async function stage(volunteering: 'BY_ORGANISER' | 'BY_ANOTHER'): Promise<Stage> {
  const school = await scenario.school();
  const schoolClass = await scenario.schoolClass(school);
  const principal = await scenario.schoolAdmin(school);
  const volunteer = await family(scenario, [schoolClass]);
  const organiser = await scenario.staffMember(
    { role: 'HOMEROOM_TEACHER', school, schoolClass } as never,
    volunteering === 'BY_ORGANISER' ? volunteer.parent : undefined,
  );
  const place = { school, schoolClass, organiser, volunteer };
  const things: Record<string, string> = { 'people.administrator-missing': `school_${school.id}` };
  for (const [kind, { wait }] of Object.entries(KINDS)) things[kind] = await wait(place);
  things['people.guardianship-asked'] = await binds(
    { ...place, principal, teacher: organiser },
    volunteer.students[0]!,
  );
  const { request } = await done(admin.AssignRoleDocument, principal, {
    staffId: `staff_${principal.staff.id}`,
    role: 'HOMEROOM_TEACHER',
    classId: `class_${schoolClass.id}`,
  });
  things['people.role-asked'] = (request as { id: string }).id;
  const linked = await linkAlone(principal, `subject-${principal.staff.id}`);
  expect(linked.codes).toEqual([]);
  things['identity.link-asked'] = linked.link!.id;
  const { serviceToken } = await done(admin.CreateServiceTokenDocument, principal, {
    name: '看板',
    role: 'SCHOOL_ADMIN',
    districtId: `district_${scenario.district.id}`,
    schoolId: `school_${school.id}`,
    permissions: [],
    validDays: 30,
  });
  things['identity.token-waits'] = (serviceToken as { id: string }).id;
  return { ...place, principal, things };
}

/** Whoever enters a code is asked to confirm it themself, and nobody else ever is. */
const OF_ONE_PERSON = ['identity.join-asked'];
const ONCE_THE_ROLE_ENDS = ['identity.token-waits', 'people.administrator-missing'];
const everything = (): string[] =>
  decisionQueues
    .map(({ kind }) => kind)
    .filter((kind) => !OF_ONE_PERSON.includes(kind))
    .toSorted();

const release = (by: StaffMember, { staff }: StaffMember): Promise<unknown> =>
  done(admin.ReleaseStaffDocument, by, { staffId: `staff_${staff.id}` });
const tie = ({ volunteer }: Stage): string => `guardianship_${volunteer.parent.guardianships[0]!.id}`;
async function acts(name: string, who: { readonly accountId: string }, input: Record<string, unknown>): Promise<void> {
  const { codes, refusal } = await mutate(name, who, input, '__typename');
  expect([name, codes, refusal]).toEqual([name, [], undefined]);
}

/** By what ends it: of which kinds nothing waits then. */
const ENDINGS: Readonly<Record<string, readonly [gone: readonly string[], end: (at: Stage) => Promise<unknown>]>> = {
  'a block': [
    ['volunteering.lecture-proposed', 'volunteering.signup-to-decide', 'volunteering.stand-in-to-decide'],
    (at) => done(admin.BlockGuardianDocument, at.principal, { guardianshipId: tie(at), reason: REASON }),
  ],
  'the end of a guardianship': [
    ['volunteering.lecture-proposed', 'volunteering.signup-to-decide', 'volunteering.cancellation-requested'],
    (at) => done(admin.EndGuardianshipDocument, at.principal, { guardianshipId: tie(at), reason: REASON }),
  ],
  'a pupil who leaves': [
    ['volunteering.lecture-proposed', 'volunteering.signup-to-decide', 'people.guardianship-asked'],
    (at) =>
      done(admin.EndEnrolmentsDocument, at.principal, {
        studentIds: [`student_${at.volunteer.students[0]!.id}`],
        leaving: 'TRANSFERRED_OUT',
      }),
  ],
  'a pupil who goes to another school': [
    ['volunteering.lecture-proposed', 'volunteering.signup-to-decide'],
    async (at) =>
      done(admin.TransferStudentDocument, district, {
        studentNumber: at.volunteer.students[0]!.studentNumber,
        classId: `class_${(await scenario.schoolClass(await scenario.school())).id}`,
      }),
  ],
  'a pupil who goes to another class': [
    ['volunteering.lecture-proposed'],
    async (at) =>
      done(admin.TransferStudentDocument, at.principal, {
        studentNumber: at.volunteer.students[0]!.studentNumber,
        classId: `class_${(await scenario.schoolClass(at.school)).id}`,
      }),
  ],
  'the volunteer, who takes back what there is': [
    ['volunteering.lecture-proposed', 'volunteering.signup-to-decide'],
    async ({ volunteer: { parent }, things }) => {
      await acts('withdrawParentLecture', parent, { lectureId: things['volunteering.lecture-proposed'] });
      await acts('cancelSignup', parent, { signupId: things['volunteering.signup-to-decide'] });
    },
  ],
  'activities that are called off': [
    ['volunteering.signup-to-decide', 'volunteering.stand-in-to-decide', 'volunteering.cancellation-requested'],
    async ({ school, principal }) => {
      const { rows } = await hub.database.pool.query<{ id: string }>(
        'select id from volunteer_activity where school_id = $1',
        [school.id],
      );
      for (const { id } of rows)
        await acts('cancelVolunteerActivity', principal, { activityId: `volunteer-activity_${id}`, reason: REASON });
    },
  ],
  'whoever is named, who is released': [
    ['people.role-asked', 'identity.link-asked'],
    async ({ principal, organiser }) => {
      await release(district, principal);
      await release(district, organiser);
    },
  ],
  'whoever has asked, who takes it back': [
    ['people.role-asked', 'identity.link-asked'],
    async ({ principal, things }) => {
      await acts('withdrawRoleRequest', principal, { requestId: things['people.role-asked'] });
      await acts('unlinkStaffIdentity', district, { staffIdentityId: things['identity.link-asked'] });
    },
  ],
  'whoever decides, who declines': [
    [...Object.keys(KINDS), 'people.guardianship-asked', 'people.role-asked'],
    async ({ principal, things }) => {
      const of = (kind: string): string => things[kind]!;
      const no = { approve: false, reason: REASON };
      await acts('declineParentLecture', principal, { lectureId: of('volunteering.lecture-proposed'), reason: REASON });
      await acts('rejectSignups', principal, { signupIds: [of('volunteering.signup-to-decide')], reason: REASON });
      await acts('decideStandIn', principal, { standInId: of('volunteering.stand-in-to-decide'), ...no });
      await acts('decideCancellationRequest', principal, {
        signupId: of('volunteering.cancellation-requested'),
        ...no,
      });
      await acts('rejectServiceRecords', principal, {
        recordIds: [of('volunteering.service-to-decide')],
        reason: REASON,
      });
      await acts('rejectGuardianship', principal, {
        guardianshipId: of('people.guardianship-asked'),
        reason: REASON,
      });
      await acts('rejectRoleRequests', district, { requestIds: [of('people.role-asked')], reason: REASON });
    },
  ],
};

describe('whatever ends a thing that waits takes its question back at once', () => {
  it.each(Object.entries(ENDINGS))('%s', async (_, [gone, end]) => {
    const at = await stage('BY_ORGANISER');
    expect(await kindsAsked(at)).toEqual(everything().filter((kind) => !ONCE_THE_ROLE_ENDS.includes(kind)));
    await end(at);
    const still = await kindsAsked(at);
    expect(gone.filter((kind) => still.includes(kind))).toEqual([]);
    await nothingIsLeftToTheWalk();
  });
});

describe('whoever comes to decide on what waits is asked at once', () => {
  const names = async (by: StaffMember, { school, schoolClass }: Stage, role: string): Promise<StaffMember> => {
    const named = await scenario.staffMember({ role: 'LECTURER', school } as never);
    const node = role === 'SCHOOL_ADMIN' ? { schoolId: `school_${school.id}` } : { classId: `class_${schoolClass.id}` };
    await done(admin.AssignRoleDocument, by, { staffId: `staff_${named.staff.id}`, role, ...node });
    return named;
  };

  it.each([
    ['the organiser goes before the administrator', false],
    ['the administrator goes before the organiser', true],
  ])('the district where nobody is left, and whoever is there again: %s', async (_, turned) => {
    const at = await stage('BY_ANOTHER');
    const leavers = turned ? [at.principal, at.organiser] : [at.organiser, at.principal];
    for (const [step, who] of leavers.entries()) {
      await (step === 0 ? ends(district, who) : release(district, who));
      await nothingIsLeftToTheWalk();
    }
    const OF_NOBODY = ['identity.link-asked', 'identity.token-waits', 'people.role-asked'];
    expect(await kindsAsked(at, district)).toEqual(everything().filter((kind) => !OF_NOBODY.includes(kind)));
    const principal = await names(district, at, 'SCHOOL_ADMIN');
    const LISTED = ['volunteering.signup-to-decide', 'people.administrator-missing'];
    const THEIRS = everything().filter(
      (kind) => !['identity.link-asked', 'people.role-asked', ...LISTED].includes(kind),
    );
    expect([await kindsAsked(at, district), await kindsAsked(at, principal)]).toEqual([[], THEIRS]);
    await nothingIsLeftToTheWalk();
    const teacher = await names(principal, at, 'HOMEROOM_TEACHER');
    expect(await kindsAsked(at, teacher)).toEqual(['people.guardianship-asked', 'volunteering.lecture-proposed']);
    await nothingIsLeftToTheWalk();
    await release(principal, teacher);
    expect(await kindsAsked(at, principal)).toEqual(THEIRS);
    await nothingIsLeftToTheWalk();
  });

  it('also by a school year that ends before its time, and is longer again', async () => {
    const at = await stage('BY_ANOTHER');
    await release(district, at.principal);
    await nothingIsLeftToTheWalk();
    const of = ['people.guardianship-asked', 'volunteering.lecture-proposed', 'volunteering.signup-to-decide'];
    const year = async (endsOn: string): Promise<string[]> => {
      await done(admin.UpdateSchoolYearDocument, district, {
        schoolYearId: `school-year_${scenario.schoolYear.id}`,
        endsOn,
      });
      return kindsAsked(at, district);
    };
    expect(await year('2026-11-10')).toEqual(expect.arrayContaining(of));
    await nothingIsLeftToTheWalk();
    const again = await year('2027-06-30');
    expect(of.filter((kind) => again.includes(kind))).toEqual([]);
    await nothingIsLeftToTheWalk();
  });
});
