import { AssignRoleDocument, LinkStaffIdentityDocument } from '../../schema/generated/admin.ts';
import { SignUpForShiftDocument } from '../../schema/generated/mini-program.ts';
import {
  minutesAfter,
  type SchoolClassRecord,
  type SchoolRecord,
  type SchoolYearRecord,
} from '../../seeds/factories/index.ts';
import {
  families,
  openShift,
  signedUp,
  type Scenario,
  type ShiftOnOffer,
  type StaffMember,
} from '../../seeds/scenario/index.ts';
import { ServiceSource, ServiceStatus } from '../../src/domains/volunteering/index.ts';
import type { TestHub } from '../support/hub.ts';
import { asked, type Asked } from '../support/mutations.ts';
import { served } from '../volunteering/service.ts';

/** Where the lists are given: a school, its people, and two of the district who decide for one another. */
export interface ListsWorld {
  readonly hub: TestHub;
  readonly scenario: Scenario;
  readonly school: SchoolRecord;
  readonly schoolClass: SchoolClassRecord;
  readonly nextYear: SchoolYearRecord;
  readonly organiser: StaffMember;
  readonly admin: StaffMember;
  readonly one: StaffMember;
  readonly two: StaffMember;
}

export type ListCall = () => Promise<{ readonly payload: Asked | null; readonly codes: readonly string[] | undefined }>;

/** So many rows, and the calls that concern all of them, one after the other. */
export type ArrangeList = (world: ListsWorld, rows: number) => Promise<readonly ListCall[]>;

export const ids = (prefix: string, records: readonly { readonly id: string }[]): string[] =>
  records.map(({ id }) => `${prefix}_${id}`);

export async function volunteers(world: ListsWorld, count: number, offered: ShiftOnOffer) {
  const signups = [];
  for (const each of await families(world.scenario, count, [world.schoolClass]))
    signups.push(await signedUp(world.scenario, offered, each));
  return signups;
}

export const pastShift = (world: ListsWorld, capacity: number): Promise<ShiftOnOffer> => {
  const startsAt = world.scenario.at(-180);
  return openShift(world.scenario, world.organiser, {
    school: world.school,
    shift: { startsAt, endsAt: minutesAfter(startsAt, 60) },
    role: { capacity },
  });
};

export async function waitingSignups(world: ListsWorld, count: number): Promise<string[]> {
  const offered = await openShift(world.scenario, world.organiser, {
    school: world.school,
    role: { capacity: count, approvalRequired: true },
  });
  const signups: string[] = [];
  for (const { parent } of await families(world.scenario, count, [world.schoolClass])) {
    const { payload } = await asked(world.hub, SignUpForShiftDocument, parent.accountId, {
      roleId: `shift-role_${offered.role.id}`,
      acceptRiskNotice: true,
    });
    signups.push((payload!['signup'] as { id: string }).id);
  }
  return signups;
}

export async function waitingRecords(world: ListsWorld, count: number): Promise<string[]> {
  const offered = await pastShift(world, count);
  const records = [];
  for (const signup of await volunteers(world, count, offered))
    records.push(
      await served(
        world.scenario,
        { ...offered, signup },
        { source: ServiceSource.SUPPLEMENTED, status: ServiceStatus.PENDING },
      ),
    );
  return ids('service-record', records);
}

export async function roleRequests(world: ListsWorld, count: number): Promise<string[]> {
  const requests: string[] = [];
  for (const member of await many(count, () =>
    world.scenario.staffMember({ role: 'LECTURER', school: world.school }),
  )) {
    const { payload } = await asked(world.hub, AssignRoleDocument, world.one.accountId, {
      staffId: `staff_${member.staff.id}`,
      role: 'ANALYST',
      districtId: `district_${world.scenario.district.id}`,
    });
    requests.push((payload!['request'] as { id: string }).id);
  }
  return requests;
}

export async function linkedIdentities(world: ListsWorld, count: number): Promise<string[]> {
  const links: string[] = [];
  for (const member of await many(count, () => world.scenario.schoolAdmin(world.school))) {
    const { payload } = await asked(world.hub, LinkStaffIdentityDocument, world.one.accountId, {
      staffId: `staff_${member.staff.id}`,
      subject: `subject-of-${member.staff.id}`,
    });
    links.push((payload!['staffIdentity'] as { id: string }).id);
  }
  return links;
}

export async function many<Made>(count: number, make: () => Promise<Made>): Promise<Made[]> {
  const made: Made[] = [];
  for (let n = 0; n < count; n += 1) made.push(await make());
  return made;
}

export const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** The call with what was made for it. */
export async function over(
  made: Promise<readonly string[]>,
  call: (ids: readonly string[]) => ReturnType<ListCall>,
): Promise<ListCall> {
  const all = await made;
  return () => call(all);
}
