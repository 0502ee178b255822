import { StaffRole } from '../../src/domains/people/index.ts';
import {
  aGuardian,
  aHousehold,
  anAccount,
  anAudience,
  aPerson,
  aStaff,
  aStaffAssignment,
  aStudent,
} from '../factories/index.ts';
import type { District, StaffMember, Workshop } from '../generator/index.ts';
import { writeSamples, type SamplePlace } from '../samples/index.ts';
import type { Batch } from '../writing/index.ts';
import { demoAccount } from './accounts.ts';
import { classOf, type Named } from './families.ts';

const DAY = 24 * 60;

/** Writes, at the class of the named parent's child, the samples of domains that have no scene here. */
export function writeShownSamples(batch: Batch, workshop: Workshop, district: District, named: Named): void {
  writeSamples(batch, placeOfDemonstration(workshop, district, named), { demonstrated: true });
}

/** The rows are there already: a sample needs to know little more than their ids. */
function placeOfDemonstration({ ids, calendar }: Workshop, district: District, named: Named): SamplePlace {
  const school = district.schools[0]!;
  const schoolClass = classOf(district, 0, 3, 2);
  const parent = named.get('parent')!;
  const child = parent.children.find((each) => each.schoolClass.school === school)!;
  const staff = ({ id, person: personId, name }: StaffMember, account: string, role: keyof typeof StaffRole) => {
    const person = aPerson({ id: personId, name });
    const record = aStaff({ id, person });
    return {
      person,
      account: anAccount({ id: demoAccount(account).id, person }),
      staff: record,
      assignment: aStaffAssignment({ staff: record, role: StaffRole[role], district: district.record }),
      accountId: demoAccount(account).id,
    };
  };
  const person = aPerson({ id: parent.person, name: parent.name });
  const guardian = {
    person,
    account: anAccount({ id: demoAccount('parent').id, person }),
    guardian: aGuardian({ id: parent.guardian, person }),
    guardianships: [],
    accountId: demoAccount('parent').id,
  };
  return {
    now: calendar.now,
    district: district.record,
    schoolYear: district.thisYear,
    school: school.record,
    room: school.rooms[0]!.record,
    schoolClass: schoolClass.record,
    audience: anAudience({ id: school.audience }),
    teacher: staff(schoolClass.homeroom!, 'teacher', 'HOMEROOM_TEACHER'),
    schoolAdmin: staff(school.admins[0]!, 'school-admin', 'SCHOOL_ADMIN'),
    districtAdmin: staff(district.admins[0]!, 'district-admin', 'DISTRICT_ADMIN'),
    family: {
      household: aHousehold({ id: parent.homes[0]!.id }),
      students: [aStudent({ id: child.id, school: school.record })],
      memberships: [],
      guardians: [guardian],
      parent: guardian,
    },
    first: true,
    nextId: (series) => ids.next(series),
    at: (days) => calendar.after(days * DAY),
    day: (days) => calendar.date(days),
  };
}
