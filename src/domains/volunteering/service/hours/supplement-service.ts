import { requiredText, type Transaction } from '../../../../platform/commands/index.ts';
import { NotFound, violationOf, type Rules } from '../../../../platform/errors/index.ts';
import { raw, sql } from '../../../../platform/reading/index.ts';
import { Person } from '../../../people/index.ts';
import { lockPresences } from '../attendance/attendance.locks.ts';
import { newServiceRecord } from './new-service-record.ts';
import { ServiceSource } from '../../model/index.ts';
import { SUPPLEMENT_RULES } from './service-record.rules.ts';
import { supplementBlockersFor } from './supplement.blockers.ts';
import { supplementWaits } from './supplement.facts.ts';
import { askWhoDecides } from './deciders.ts';

const LONGEST_DESCRIPTION = 500;
const RULES: Rules<keyof typeof SUPPLEMENT_RULES> = SUPPLEMENT_RULES;

export interface Supplement {
  readonly signupId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly description: string;
}

/**
 * Writes down service within a shift that was not checked in, by the volunteer or whoever runs the shift. It counts when
 * somebody approves it who is neither the volunteer nor whoever wrote it down.
 * @param wanted of a sign-up, by bare id
 * @throws RuleViolation, NotFound, BadUserInput
 */
export async function supplementService(
  tx: Transaction,
  { signupId, ...wanted }: Supplement,
): Promise<{ serviceRecord: string; signup: string }> {
  const description = requiredText(wanted.description, {
    path: ['description'],
    longest: LONGEST_DESCRIPTION,
    form: 'PARAGRAPHS',
  });
  const [presence] = await lockPresences(tx, sql`sgn.id = ${signupId}::uuid`);
  if (!presence) await refuseWithoutPlace(tx, signupId);
  if (presence!.personId !== tx.viewer.personId && !presence!.managed) throw new NotFound();
  const { startsAt, endsAt } = wanted;
  const { facts } = presence!;
  if (startsAt >= endsAt) throw violationOf(RULES, 'BACKWARDS', ['endsAt']);
  if (startsAt < facts.startsAt) throw violationOf(RULES, 'OUTSIDE_SHIFT', ['startsAt']);
  if (endsAt > facts.endsAt) throw violationOf(RULES, 'OUTSIDE_SHIFT', ['endsAt']);
  if (endsAt > tx.now) throw violationOf(RULES, 'NOT_YET', ['endsAt']);
  const [found] = await tx.query<{ waiting: boolean }>(
    sql`select ${supplementWaits(raw('sgn'))} as waiting from signup sgn where sgn.id = ${signupId}::uuid`,
  );
  const [blocker] = supplementBlockersFor({
    now: tx.now,
    confirmed: true,
    startsAt: facts.startsAt,
    waiting: found!.waiting,
  });
  if (blocker !== undefined) throw violationOf(RULES, blocker, ['signupId']);

  const record = newServiceRecord(
    tx,
    presence!,
    { startsAt, endsAt },
    {
      source: ServiceSource.SUPPLEMENTED,
      description,
      filedBy: tx.em.getReference(Person, tx.viewer.personId!),
    },
  );
  await askWhoDecides(tx, [record]);
  return { serviceRecord: record.id, signup: signupId };
}

/** @throws RuleViolation to the volunteer themself, NotFound to everybody else */
async function refuseWithoutPlace(tx: Transaction, signupId: string): Promise<never> {
  const own = await tx.query(
    sql`select 1 from signup sgn where sgn.id = ${signupId}::uuid and sgn.person_id = ${tx.viewer.personId}::uuid`,
  );
  throw own.length > 0 ? violationOf(RULES, 'NOT_SIGNED_UP', ['signupId']) : new NotFound();
}
