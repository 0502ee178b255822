import { ClassMembership, MembershipStatus, Student, StudentLeaving } from '../../src/domains/people/index.ts';
import { aClassMembership, aStudent } from '../factories/index.ts';
import type { District, Workshop } from '../generator/index.ts';
import type { Batch } from '../writing/index.ts';
import { classOf } from './families.ts';

/** Pupils who have left the first school: one in every way, with the class that they were in. */
export function writeLeavers(batch: Batch, { ids, calendar }: Workshop, district: District): void {
  const school = district.schools[0]!;
  const lastClass = school.lastClasses.find(({ grade }) => grade === 6)!;
  const leavers = [
    {
      name: '安若溪',
      leaving: StudentLeaving.GRADUATED,
      leftOn: `${calendar.year}-07-10`,
      membership: {
        schoolClass: lastClass.record,
        joinedOn: `${calendar.year - 1}-09-01`,
        status: MembershipStatus.ENDED,
        leftOn: `${calendar.year}-07-10`,
      },
    },
    ...[
      { name: '罗子墨', leaving: StudentLeaving.TRANSFERRED_OUT, day: '12' },
      { name: '秦书言', leaving: StudentLeaving.WITHDRAWN, day: '19' },
    ].map(({ day, ...rest }) => {
      const leftOn = `${calendar.year}-10-${day}`;
      return {
        ...rest,
        leftOn,
        membership: {
          schoolClass: classOf(district, 0, 4, 1).record,
          joinedOn: `${calendar.year}-09-01`,
          status: MembershipStatus.ENDED,
          leftOn,
        },
      };
    }),
  ];
  for (const [index, { membership, ...leaver }] of leavers.entries()) {
    const student = aStudent({
      id: ids.next('student'),
      studentNumber: `${district.record.code}${calendar.year}9${String(index).padStart(5, '0')}`,
      school: school.record,
      ...leaver,
    });
    batch.add(Student, student);
    batch.add(ClassMembership, aClassMembership({ id: ids.next('class-membership'), student, ...membership }));
  }
}
