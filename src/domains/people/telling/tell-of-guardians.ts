import type { Transaction } from '../../../platform/commands/index.ts';
import { sql, toGlobalId } from '../../../platform/reading/index.ts';
import { assignmentHolds } from '../people.access.ts';
import { INBOX } from './inbox.ts';
import { guardianshipApproved, guardianshipAsked, guardianshipRejected } from './kinds.ts';

interface Told {
  readonly person_id: string;
  readonly student_id: string;
  readonly school_id: string;
  readonly district_id: string;
  /** Persons who head a class of the pupil, and those who administer its school. */
  readonly heads: string[];
  readonly administrators: string[];
}

async function readTold(tx: Transaction, guardianshipId: string): Promise<Told> {
  await tx.em.flush();
  const [told] = await tx.query<Told>(sql`select gua.person_id, tie.student_id, stu.school_id, sch.district_id,
      array(select distinct stf.person_id from class_membership cms join staff_assignment asg on asg.school_class_id = cms.school_class_id and asg.role = 'HOMEROOM_TEACHER'
        join staff stf on stf.id = asg.staff_id where cms.student_id = stu.id and cms.status = 'ACTIVE' and ${assignmentHolds(sql`asg`)} and stf.person_id <> gua.person_id) as heads,
      array(select distinct stf.person_id from staff_assignment asg join staff stf on stf.id = asg.staff_id
        where asg.school_id = stu.school_id and asg.role = 'SCHOOL_ADMIN' and ${assignmentHolds(sql`asg`)} and stf.person_id <> gua.person_id) as administrators
    from guardianship tie join guardian gua on gua.id = tie.guardian_id join student stu on stu.id = tie.student_id join school sch on sch.id = stu.school_id
    where tie.id = ${guardianshipId}`);
  return told!;
}

/** Whoever heads the class hears that somebody asks for a pupil, and where nobody does, whoever administers the school. */
export async function tellThatGuardianWaits(tx: Transaction, guardianshipId: string): Promise<void> {
  const { heads, administrators, school_id: school, district_id: district } = await readTold(tx, guardianshipId);
  await tx.services.get(INBOX).tellEach(tx, guardianshipAsked, [{
    to: heads.length > 0 ? heads : administrators, params: {}, about: toGlobalId('guardianship', guardianshipId), dedupe: guardianshipId,
    restsOn: { runBy: { school, district } },
  }]);
}

/** It waits for nobody any more; whoever asked hears what became of it, but for a block or an end, of which nobody is told. */
export async function tellOfDecidedGuardian(tx: Transaction, guardianshipId: string, outcome: 'APPROVED' | 'REJECTED' | 'CHANGED'): Promise<void> {
  const { person_id: to, student_id: student, heads, administrators } = await readTold(tx, guardianshipId);
  const inbox = tx.services.get(INBOX);
  await inbox.settleEach(tx, guardianshipAsked, [{ of: [...heads, ...administrators], dedupe: guardianshipId }]);
  const about = toGlobalId('guardianship', guardianshipId);
  if (outcome === 'APPROVED') await inbox.tellEach(tx, guardianshipApproved, [{ to, params: {}, about, restsOn: { students: [student] } }]);
  if (outcome === 'REJECTED') await inbox.tellEach(tx, guardianshipRejected, [{ to, params: {}, about }]);
}
