import type { Transaction } from '../../../platform/commands/index.ts';
import type { NoticeKind } from '../../../platform/graphql/index.ts';
import { raw, sql, toGlobalId } from '../../../platform/reading/index.ts';
import { mayGive } from '../staff/role-request.facts.ts';
import { INBOX } from './inbox.ts';
import { roleApproved, roleAsked, roleExpired, roleRejected } from './kinds.ts';

interface Told {
  readonly id: string;
  readonly school_id: string | null;
  readonly district_id: string;
  readonly asked_by: string;
  readonly named: string;
  /** Persons who may decide on it today: neither who asked nor who is named. */
  readonly deciders: string[];
}

/** Of requests, by bare id. */
function readTold(tx: Transaction, requestIds: readonly string[]): Promise<Told[]> {
  return tx.query<Told>(sql`select rqs.id, rqs.school_id, rqs.district_id, ask.person_id as asked_by, nam.person_id as named,
      array(select distinct stf.person_id from staff_assignment asg join staff stf on stf.id = asg.staff_id
        where ${mayGive(raw('asg'), raw('rqs'))} and stf.person_id not in (ask.person_id, nam.person_id)) as deciders
    from role_request rqs join staff ask on ask.id = rqs.asked_by_id join staff nam on nam.id = rqs.staff_id
    where rqs.id = any(${[...requestIds]}::uuid[]) order by rqs.id`);
}

const about = ({ id }: Told): string => toGlobalId('role-request', id);

/** Whoever may decide on a role that was asked for hears that it waits. */
export async function tellThatRoleWaits(tx: Transaction, requestId: string): Promise<void> {
  await tx.em.flush();
  const told = await readTold(tx, [requestId]);
  await tx.services.get(INBOX).tellEach(tx, roleAsked, told.map((each) => (
    { to: each.deciders, params: {}, about: about(each), dedupe: each.id, restsOn: { runBy: { school: each.school_id, district: each.district_id } } })));
}

export type RoleOutcome = 'APPROVED' | 'REJECTED' | 'EXPIRED' | 'WITHDRAWN';

const KINDS: Readonly<Record<RoleOutcome, NoticeKind<Record<string, never>> | null>> = {
  APPROVED: roleApproved, REJECTED: roleRejected, EXPIRED: roleExpired, WITHDRAWN: null,
};

/** Whoever asked hears what became of it, and who is named hears of a role that they have; it waits for nobody any more. */
export async function tellOfDecidedRoles(tx: Transaction, requestIds: readonly string[], outcome: RoleOutcome): Promise<void> {
  if (requestIds.length === 0) return;
  await tx.em.flush();
  const told = await readTold(tx, requestIds);
  const inbox = tx.services.get(INBOX);
  const kind = KINDS[outcome];
  await inbox.settleEach(tx, roleAsked, told.map(({ deciders, id }) => ({ of: deciders, dedupe: id })));
  if (kind) await inbox.tellEach(tx, kind, told.map((each) => ({ to: outcome === 'APPROVED' ? [each.asked_by, each.named] : each.asked_by, params: {}, about: about(each), dedupe: each.id })));
}
