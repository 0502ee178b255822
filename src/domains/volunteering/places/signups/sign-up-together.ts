import type { BatchedCall, Transaction } from '../../../../platform/commands/index.ts';
import { violationOf, type RuleViolation } from '../../../../platform/errors/index.ts';
import { askDeciders } from '../../../notices/index.ts';
import { joinAll } from '../waiting-list/join-waitlist.ts';
import { enrolAll, myself, statusIn } from './enrol.ts';
import type { SignedUp, SigningUp } from './sign-up-for-shift.ts';
import { SIGN_UP_RULES, SignupBlocker, SignupStatus } from '../../model/index.ts';
import { decideOnSignup } from './signup.decision.ts';
import { lockFreePersons, lockRoleForSignups, type LockedRole } from './signup.locks.ts';

type SignupOutcome = SignedUp | RuleViolation | null;

/** Somebody of the crowd, who is locked, with their place in it. */
interface Decided {
  readonly place: number;
  readonly caller: BatchedCall<SigningUp>;
  readonly known: LockedRole;
}

/**
 * Does for each of a crowd before one role what `signUpForShift` does for one, in their order, under one lock: the same
 * facts, read by one statement, the same decision, and each kind of row written by one statement. What is rare (a place
 * that is held or given up, a clash that is to be told, somebody whom another call holds, or who runs the shift and is taken in by another) is left to their own call.
 */
export async function signUpTogether(
  tx: Transaction,
  callers: readonly BatchedCall<SigningUp>[],
): Promise<SignupOutcome[]> {
  const outcomes = callers.map((): SignupOutcome => null);
  const free = await lockFreePersons(
    tx,
    callers.map(({ viewer }) => viewer.personId!),
  );
  // One person may have several accounts.
  const locked = [...callers.entries()].filter(([, { viewer }]) => free.delete(viewer.personId!));
  const known = await lockRoleForSignups(
    tx,
    callers[0]!.input.roleId,
    locked.map(([, caller]) => caller),
  );
  const decided = locked.flatMap(([place, caller], index) =>
    known[index] ? [{ place, caller, known: known[index] }] : [],
  );
  const [first] = decided;
  // Somebody waits, and a place is free that they cannot have: who asks for it counts then (see `placesSpokenFor`).
  if (!first || (first.known.role.approvalRequired && first.known.due)) return outcomes;

  const { role } = first.known;
  const placed: Decided[] = [];
  const waiting: Decided[] = [];
  for (const each of decided) {
    const { entry, facts } = each.known;
    if (each.known.byAnother) continue;
    const becomes = decideOnSignup(
      { entry, facts: { ...facts, placesTaken: facts.placesTaken + counted(role, placed) } },
      each.caller.input,
    );
    if (becomes.what === 'REFUSED' && becomes.code !== SignupBlocker.OVERLAP)
      outcomes[each.place] = violationOf(SIGN_UP_RULES, becomes.code, [becomes.field]);
    else if (becomes.what === 'WAITS' && entry !== null)
      outcomes[each.place] = { role: role.id, waitlistEntry: entry.id };
    else if (becomes.what === 'WAITS' && !each.known.givenUp) waiting.push(each);
    else if (becomes.what === 'HAS_A_PLACE' && entry === null) placed.push(each);
  }

  const signups = await enrolTogether(tx, placed);
  const entries =
    waiting.length === 0
      ? []
      : await joinAll(
          tx,
          role,
          first.known.priority,
          waiting.map(({ caller }) => caller),
        );
  for (const [index, { place }] of placed.entries()) outcomes[place] = { role: role.id, signup: signups[index]! };
  for (const [index, { place }] of waiting.entries())
    outcomes[place] = { role: role.id, waitlistEntry: entries[index]!.id };
  return outcomes;
}

const NOT_THEIR_OWN = { byAnother: false } as const;

/** Places that they take: a request that the organiser has to confirm takes none. */
function counted(role: LockedRole['role'], placed: readonly Decided[]): number {
  return statusIn(role, NOT_THEIR_OWN) === SignupStatus.CONFIRMED ? placed.length : 0;
}

async function enrolTogether(tx: Transaction, placed: readonly Decided[]): Promise<string[]> {
  if (placed.length === 0) return [];
  const { role, title, audience, facts, endsAt } = placed[0]!.known;
  const all = placed.map(({ caller }) => ({ ...myself(caller), signedUpAt: caller.now }));
  const status = statusIn(role, NOT_THEIR_OWN);
  const ids = await enrolAll(tx, role, all, { title, audience, startsAt: facts.startsAt, endsAt, status });
  if (status === SignupStatus.PENDING) await askDeciders(tx, ids);
  return ids;
}
