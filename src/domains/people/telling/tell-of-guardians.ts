import type { Transaction } from '../../../platform/commands/index.ts';
import { sql, toGlobalId, type Sql } from '../../../platform/reading/index.ts';
import { namesAGuardian } from '../people.access.ts';
import { headsClassOf, personsOwning } from '../rights/left-to-the-district.facts.ts';
import { whoRuns } from '../rights/who-runs.ts';
import { INBOX } from './inbox.ts';
import { guardianshipApproved, guardianshipAsked, guardianshipRejected } from './kinds.ts';

interface Told {
  readonly id: string;
  readonly person_id: string;
  readonly student_id: string;
  readonly school_id: string;
  readonly district_id: string;
  /** Persons who head a class of the pupil today, else the administrators; not whose own case the pupil is, and nobody where the pupil has left. */
  readonly deciders: string[];
  /** Whoever has worked, since it was asked, where the pupil has been: some of them were told. */
  readonly told: string[];
}

/** Of tie `tie` of guardian `gua` to pupil `stu` of school `sch`. */
const DECIDERS: Sql = whoRuns({
  schoolId: sql`stu.school_id`, districtId: sql`sch.district_id`, but: personsOwning(sql`stu`), first: headsClassOf(sql`stu`),
});

const SCHOOLS: Sql = sql`select stu.school_id union select scl.school_id from class_membership cms join school_class scl on scl.id = cms.school_class_id where cms.student_id = stu.id`;

async function readTold(tx: Transaction, which: Sql): Promise<Told[]> {
  await tx.em.flush();
  return tx.query<Told>(sql`select tie.id, gua.person_id, tie.student_id, stu.school_id, sch.district_id,
      case when stu.left_on is null then array(${DECIDERS}) else '{}' end as deciders, array(select distinct stf.person_id from staff_assignment asg join staff stf on stf.id = asg.staff_id
        where (asg.school_id in (${SCHOOLS}) or asg.role = 'DISTRICT_ADMIN' and asg.district_id in (select dis.district_id from school dis where dis.id in (${SCHOOLS})))
          and (asg.ended_at is null or asg.ended_at >= tie.created_at) and (asg.valid_to is null or asg.valid_to >= (tie.created_at at time zone 'Asia/Shanghai')::date)) as told
    from guardianship tie join guardian gua on gua.id = tie.guardian_id join student stu on stu.id = tie.student_id join school sch on sch.id = stu.school_id
    where ${which} order by tie.id`);
}

const aboutTie = ({ id }: Told): string => toGlobalId('guardianship', id);

function waits(tx: Transaction, requests: readonly Told[]): Promise<unknown> {
  return tx.services.get(INBOX).tellEach(tx, guardianshipAsked, requests.map((each) => ({
    to: each.deciders, params: {}, about: aboutTie(each), dedupe: each.id, restsOn: { runBy: { school: each.school_id, district: each.district_id } },
  })));
}

function waitsNoMore(tx: Transaction, requests: readonly Told[]): Promise<void> {
  return tx.services.get(INBOX).settleEach(tx, guardianshipAsked, requests.map(({ id, told }) => ({ of: told, dedupe: id })));
}

/** Whoever heads the class hears that somebody asks for a pupil, and where nobody does, whoever administers the school or the district. */
export async function tellThatGuardianWaits(tx: Transaction, guardianshipId: string): Promise<void> {
  await waits(tx, await readTold(tx, sql`tie.id = ${guardianshipId}`));
}

/** Pupils are in another class, or have left or come back: who asks for them waits for those who head them today, and for nobody else. */
export async function tellWhereRequestsWait(tx: Transaction, studentIds: readonly string[]): Promise<void> {
  if (studentIds.length === 0) return;
  const requests = await readTold(tx, sql`tie.student_id = any(${[...studentIds]}::uuid[]) and tie.status = 'PENDING'`);
  await waitsNoMore(tx, requests);
  await waits(tx, requests);
}

/** A guardian is of the staff from now on: who else asks for a child of theirs waits for somebody whose own child it is not. */
export async function tellOfOwnChildren(tx: Transaction, guardianId: string): Promise<void> {
  const children = await tx.query<{ id: string }>(sql`select own.student_id as id from guardianship own where own.guardian_id = ${guardianId} and ${namesAGuardian(sql`own`)} order by own.student_id`);
  await tellWhereRequestsWait(tx, children.map(({ id }) => id));
}

/** It waits for nobody any more; whoever asked hears what became of it, but for a block or an end, of which nobody is told. */
export async function tellOfDecidedGuardian(tx: Transaction, guardianshipId: string, outcome: 'APPROVED' | 'REJECTED' | 'CHANGED'): Promise<void> {
  const requests = await readTold(tx, sql`tie.id = ${guardianshipId}`);
  await waitsNoMore(tx, requests);
  const inbox = tx.services.get(INBOX);
  for (const each of requests) {
    if (outcome === 'APPROVED') await inbox.tellEach(tx, guardianshipApproved, [{ to: each.person_id, params: {}, about: aboutTie(each), restsOn: { students: [each.student_id] } }]);
    if (outcome === 'REJECTED') await inbox.tellEach(tx, guardianshipRejected, [{ to: each.person_id, params: {}, about: aboutTie(each) }]);
  }
}
