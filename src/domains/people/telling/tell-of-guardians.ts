import type { Transaction } from '../../../platform/commands/index.ts';
import { sql, toGlobalId, type Sql } from '../../../platform/reading/index.ts';
import { whoRuns } from '../rights/who-runs.ts';
import { INBOX } from './inbox.ts';
import { guardianshipApproved, guardianshipAsked, guardianshipRejected } from './kinds.ts';

interface Told {
  readonly person_id: string;
  readonly student_id: string;
  readonly school_id: string;
  readonly district_id: string;
  /** Persons who head a class of the pupil today, else the administrators; not who asks. */
  readonly deciders: string[];
  /** Whoever works there or ever has: some of them may have been told. */
  readonly told: string[];
}

/** Of tie `tie` of guardian `gua` to pupil `stu` of school `sch`. */
const DECIDERS: Sql = whoRuns({
  schoolId: sql`stu.school_id`, districtId: sql`sch.district_id`, but: sql`array[gua.person_id]`,
  first: sql`(asg.role = 'HOMEROOM_TEACHER' and asg.school_class_id in (select cms.school_class_id from class_membership cms where cms.student_id = stu.id and cms.status = 'ACTIVE'))`,
});

async function readTold(tx: Transaction, guardianshipId: string): Promise<Told> {
  await tx.em.flush();
  const [told] = await tx.query<Told>(sql`select gua.person_id, tie.student_id, stu.school_id, sch.district_id,
      array(${DECIDERS}) as deciders, array(select distinct stf.person_id from staff_assignment asg join staff stf on stf.id = asg.staff_id
        where asg.school_id = stu.school_id or asg.district_id = sch.district_id and asg.role = 'DISTRICT_ADMIN') as told
    from guardianship tie join guardian gua on gua.id = tie.guardian_id join student stu on stu.id = tie.student_id join school sch on sch.id = stu.school_id
    where tie.id = ${guardianshipId}`);
  return told!;
}

/** Whoever heads the class hears that somebody asks for a pupil, and where nobody does, whoever administers the school or the district. */
export async function tellThatGuardianWaits(tx: Transaction, guardianshipId: string): Promise<void> {
  const { deciders, school_id: school, district_id: district } = await readTold(tx, guardianshipId);
  await tx.services.get(INBOX).tellEach(tx, guardianshipAsked, [{
    to: deciders, params: {}, about: toGlobalId('guardianship', guardianshipId), dedupe: guardianshipId,
    restsOn: { runBy: { school, district } },
  }]);
}

/** It waits for nobody any more; whoever asked hears what became of it, but for a block or an end, of which nobody is told. */
export async function tellOfDecidedGuardian(tx: Transaction, guardianshipId: string, outcome: 'APPROVED' | 'REJECTED' | 'CHANGED'): Promise<void> {
  const { person_id: to, student_id: student, told } = await readTold(tx, guardianshipId);
  const inbox = tx.services.get(INBOX);
  await inbox.settleEach(tx, guardianshipAsked, [{ of: told, dedupe: guardianshipId }]);
  const about = toGlobalId('guardianship', guardianshipId);
  if (outcome === 'APPROVED') await inbox.tellEach(tx, guardianshipApproved, [{ to, params: {}, about, restsOn: { students: [student] } }]);
  if (outcome === 'REJECTED') await inbox.tellEach(tx, guardianshipRejected, [{ to, params: {}, about }]);
}
