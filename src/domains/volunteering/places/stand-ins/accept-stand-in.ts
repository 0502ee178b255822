import { PartlyDone, type Transaction } from '../../../../platform/commands/index.ts';
import { BadUserInput, violationOf } from '../../../../platform/errors/index.ts';
import { askDeciders } from '../../../notices/index.ts';
import { CodeKind, countMiss, Guardian, mayTryCode, Person } from '../../../people/index.ts';
import { tell } from '../../notices/index.ts';
import { lastWordOnPlace, myself } from '../signups/enrol.ts';
import { refusalOf } from '../signups/signup.clashes.ts';
import { readRole } from '../signups/signup.locks.ts';
import { endOwnEntry } from '../waiting-list/accept-offer.ts';
import { acceptStandInBlockersFor } from './stand-in.blockers.ts';
import { hashOfStandInCode } from './stand-in.code.ts';
import { type StandIn, StandInStatus } from '../../model/index.ts';
import { lockStandInByCode, lockStandInToMe, type LockedStandIn } from './stand-in.locks.ts';
import { ACCEPT_STAND_IN_RULES } from './stand-in.rules.ts';
import { takeOver } from './take-over.ts';

export interface StandInAcceptance {
  /** Bare id of an offer to the caller. */
  readonly standInId: string | null;
  readonly code: string | null;
  readonly acceptRiskNotice: boolean;
}

type Accepted = { standIn: string; role: string; signup: string | null };
type NothingDone = PartlyDone<{ standIn: null; role: null; signup: null }>;

/**
 * The caller takes over the place that they are offered: at once, or once the organiser agrees where the role wants it,
 * until when the volunteer keeps it. A wrong code is counted, and stays counted.
 * @throws RuleViolation with a code of ACCEPT_STAND_IN_RULES, NotFound, BadUserInput
 */
export async function acceptStandIn(
  tx: Transaction,
  { standInId, code, acceptRiskNotice }: StandInAcceptance,
): Promise<Accepted | NothingDone> {
  if ((standInId === null) === (code === null)) {
    throw new BadUserInput({ zh: '请提供 standInId 或 code 其中一项。', en: 'Give standInId or code, one of them.' }, [
      'input',
      'code',
    ]);
  }
  const found = standInId === null ? await lockByCode(tx, code!) : await lockStandInToMe(tx, standInId);
  if (found === null) {
    countMiss(tx, CodeKind.STAND_IN);
    return new PartlyDone({ standIn: null, role: null, signup: null }, [
      violationOf(ACCEPT_STAND_IN_RULES, 'CODE_INVALID', ['code']),
    ]);
  }
  const { standIn, role } = found;
  const path = [standInId === null ? 'code' : 'standInId'];
  await tx.em.flush();
  const known = await readRole(tx, role.id);
  const [blocker] = acceptStandInBlockersFor({ ...known.facts, status: standIn.status, expiresAt: standIn.expiresAt });
  if (blocker !== undefined) throw await refusalOf(tx, ACCEPT_STAND_IN_RULES, blocker, role.id, path);
  if (!acceptRiskNotice) throw violationOf(ACCEPT_STAND_IN_RULES, 'RISK_NOTICE_NOT_ACCEPTED', ['acceptRiskNotice']);

  const me = myself(tx);
  const before = standIn.toPerson?.id ?? me.personId;
  standIn.riskAcceptedAt = tx.now;
  if (role.approvalRequired || known.byAnother) {
    standIn.status = StandInStatus.PENDING;
    standIn.decidedAt = tx.now;
    standIn.to = tx.em.getReference(Guardian, me.guardianId);
    standIn.toPerson = tx.em.getReference(Person, me.personId);
    await askDeciders(tx, [standIn.id]);
    await tellWhoHadAnswered(tx, standIn, before);
    return { standIn: standIn.id, role: role.id, signup: null };
  }
  try {
    const signup = await takeOver(tx, role, standIn, me, { ...known, startsAt: known.facts.startsAt });
    if (signup === null) throw violationOf(ACCEPT_STAND_IN_RULES, 'NOT_OPEN_ANY_MORE', path);
    await tellWhoHadAnswered(tx, standIn, before);
    await endOwnEntry(tx, role, me.personId, signup);
    return { standIn: standIn.id, role: role.id, signup: signup.id };
  } catch (error) {
    const last = lastWordOnPlace(error);
    throw last === null ? error : violationOf(ACCEPT_STAND_IN_RULES, last, path);
  }
}

/** Somebody had agreed before the shift was moved, and now somebody else does. */
async function tellWhoHadAnswered(tx: Transaction, standIn: StandIn, person: string): Promise<void> {
  if (person !== standIn.toPerson!.id) await tell(tx, 'STAND_IN_WITHDRAWN', { to: [person], about: standIn.id });
}

/** @throws RuleViolation TOO_MANY_ATTEMPTS */
async function lockByCode(tx: Transaction, code: string): Promise<LockedStandIn | null> {
  if (!(await mayTryCode(tx, CodeKind.STAND_IN)))
    throw violationOf(ACCEPT_STAND_IN_RULES, 'TOO_MANY_ATTEMPTS', ['code']);
  return lockStandInByCode(tx, hashOfStandInCode(code));
}
