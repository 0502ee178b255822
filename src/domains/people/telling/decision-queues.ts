import type { Transaction } from '../../../platform/commands/index.ts';
import { now, raw, sql, table, toGlobalId, today } from '../../../platform/reading/index.ts';
import type { NoticeKind } from '../../notice-kinds/index.ts';
import type { DecisionRequest, DecisionQueue } from './decision-queue.ts';
import { assignmentHolds } from '../rights/in-force.facts.ts';
import { headsClassOf, personsOwning } from '../rights/left-to-the-district.facts.ts';
import type { RestsOn } from '../rights/rests-on.ts';
import { leftToTheDistrict, whoRuns } from '../rights/who-runs.ts';
import { mayGive } from '../staff/role-request.facts.ts';
import { administratorOf, headOfClassAt } from '../viewer/right-keys.ts';
import { INBOX, type Notification } from './inbox.ts';
import { administratorMissing, guardianshipAsked, roleAsked } from './kinds.ts';
import type { AtPlace } from './places.ts';

type RightToDecide = (request: DecisionRequest) => RestsOn;

/** Whoever works there is asked, as long as they do, and told where it waits. */
export const askAtWork =
  (
    kind: NoticeKind<AtPlace>,
    restsOn: RightToDecide = ({ school, district }) => ({ runBy: { school, district: district! } }),
  ) =>
  async (tx: Transaction, all: readonly DecisionRequest[]): Promise<unknown> => {
    const named = await tx.query<{ id: string; name: string }>(sql`
      select sch.id, sch.name from school sch where sch.id = any(${all.flatMap(({ school }) => school ?? [])}::uuid[])
      union all select dis.id, dis.name from district dis where dis.id = any(${all.flatMap(({ district }) => district ?? [])}::uuid[])`);
    const nameOf = new Map(named.map(({ id, name }) => [id, name]));
    return tx.services.get(INBOX).tellEach(
      tx,
      kind,
      all.map((each): Notification<AtPlace> => ({
        to: each.to,
        params: { place: nameOf.get(each.school ?? each.district!) ?? null },
        about: toGlobalId(kind.about, each.about),
        waiting: true,
        restsOn: restsOn(each),
      })),
    );
  };

/** Whoever administers the place: another role there decides nothing. */
const administrators = ({ school, district }: DecisionRequest): string[] =>
  [school, district].flatMap((node) => (node === null ? [] : [administratorOf(node)]));
const administers: RightToDecide = (request) => ({ keys: administrators(request) });

/** Or heads a class of the school: who has another role there alone, when theirs in the class has ended, is asked no more. Which class it is changes while the guardianship waits. */
const headsOrAdministers: RightToDecide = (request) => ({
  keys: [...administrators(request), ...(request.school === null ? [] : [headOfClassAt(request.school)])],
});

export const waiting: readonly DecisionQueue[] = [
  {
    kind: guardianshipAsked.key,
    description:
      'A guardianship waits for whoever heads a class of the pupil today, else for the administrators, but for those whose own case the pupil is; of a pupil who has left, for nobody.',
    things: sql`guardianship tie join student stu on stu.id = tie.student_id join school sch on sch.id = stu.school_id`,
    id: sql`tie.id`,
    schoolId: sql`stu.school_id`,
    districtId: sql`sch.district_id`,
    waits: sql`tie.status = 'PENDING' and stu.left_on is null`,
    deciders: whoRuns({
      schoolId: sql`stu.school_id`,
      districtId: sql`sch.district_id`,
      first: headsClassOf(raw('stu')),
      but: personsOwning(raw('stu')),
    }),
    under: { table: 'guardianship', id: sql`tie.id` },
    ask: askAtWork(guardianshipAsked, headsOrAdministers),
  },
  {
    kind: roleAsked.key,
    description:
      'A role that takes a second administrator waits for all who may give it today: neither who asked nor who is named.',
    things: sql`role_request rqs join staff ask on ask.id = rqs.asked_by_id join staff nam on nam.id = rqs.staff_id`,
    id: sql`rqs.id`,
    schoolId: sql`rqs.school_id`,
    districtId: sql`rqs.district_id`,
    waits: sql`rqs.status = 'PENDING' and rqs.expires_at > ${now}`,
    deciders: sql`select distinct stf.person_id from staff_assignment asg join staff stf on stf.id = asg.staff_id
      where ${mayGive(raw('asg'), raw('rqs'))} and stf.person_id not in (ask.person_id, nam.person_id)`,
    under: { table: 'role_request', id: sql`rqs.id` },
    dueAt: (id) => sql`(select rqs.expires_at from ${table('role_request')} rqs where rqs.id = ${id})`,
    ask: askAtWork(roleAsked, administers),
  },
  {
    kind: administratorMissing.key,
    description:
      'A school that had an administrator and has none today waits for whoever administers the district to name one.',
    things: sql`school sch`,
    id: sql`sch.id`,
    schoolId: sql`sch.id`,
    districtId: sql`sch.district_id`,
    waits: sql`exists (select 1 from staff_assignment was where was.school_id = sch.id and was.role = 'SCHOOL_ADMIN' and was.valid_from <= ${today})
      and ${leftToTheDistrict({ schoolId: sql`sch.id`, districtId: sql`sch.district_id` })}`,
    deciders: sql`select distinct stf.person_id from staff_assignment asg join staff stf on stf.id = asg.staff_id
      where asg.district_id = sch.district_id and asg.role = 'DISTRICT_ADMIN' and ${assignmentHolds(sql`asg`)}`,
    ask: askAtWork(administratorMissing, administers),
  },
];
