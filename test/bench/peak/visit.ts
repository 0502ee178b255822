import { OK, TRY_LATER, type Answer, type Asking, type Client } from './client.ts';
import type { Meter } from './meter.ts';
import type { Visit } from './plan.ts';

/** What the hub said to a sign-up: a place, a place in the line, or the code of a rule. */
export interface Heard {
  readonly signup: string | null;
  readonly waitlistEntry: string | null;
  readonly refused: string | null;
}

export interface Ending {
  /** Whether the sign-up was sent at all. */
  readonly sent: boolean;
  /** The last answer; null where none came. */
  readonly heard: Heard | null;
  /** An answer that came although it counts as lost: asked again, the hub must say the same. */
  readonly lost: Heard | null;
}

/** A sign-up that was not answered is sent again under its key, so often at most. */
const ATTEMPTS = 3;

export interface Visiting {
  readonly client: Client;
  readonly meter: Meter;
  readonly token: string;
  /** From when the home screen shows what is to come. */
  readonly from: string;
  /** When the guardian meant to come, on the clock of `performance`. */
  readonly intended: number;
}

/** One screen after the other; a screen that fails does not keep a guardian from the next one. */
export async function pay(visit: Visit, { client, meter, token, from, intended }: Visiting): Promise<Ending> {
  const screen = async (operation: string, variables: Record<string, unknown>, since: number): Promise<void> => {
    const { code } = await patiently({ client, meter }, { operation, token, variables });
    meter.note(operation, performance.now() - since, code);
  };
  await screen('ParentHome', { from }, intended);
  await screen('VolunteerBoard', {}, performance.now());
  const ending = await signUp(visit, client, meter, token);
  meter.note('visit', performance.now() - intended, ending.heard === null ? 'UNANSWERED' : outcomeOf(ending.heard));
  return ending;
}

/** Whoever is told to come again does so, each time after twice the pause, and not all at the same moment. */
async function patiently(
  { client, meter }: Pick<Visiting, 'client' | 'meter'>,
  asking: Asking,
  lostAfter: number | null = null,
): Promise<Answer> {
  for (let times = 1; ; times *= 2) {
    const begun = performance.now();
    const answer = await client.ask(asking, lostAfter);
    if (answer.code !== TRY_LATER || client.over) return answer;
    meter.note('told to come again', performance.now() - begun, TRY_LATER);
    await client.pause((answer.retryAfterSeconds ?? 1) * 1000 * times * (0.5 + Math.random()));
  }
}

async function signUp(visit: Visit, client: Client, meter: Meter, token: string): Promise<Ending> {
  const input = {
    roleId: `shift-role_${visit.roleId}`,
    ifFull: 'JOIN_WAITLIST',
    acceptRiskNotice: true,
    idempotencyKey: visit.key,
  };
  let lost: Heard | null = null;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    if (client.over) return { sent: attempt > 1, heard: null, lost };
    const begun = performance.now();
    const breaks = attempt === 1 ? visit.lostAfter : null;
    const answer = await patiently(
      { client, meter },
      { operation: 'SignUpForShift', token, variables: { input } },
      breaks,
    );
    const heard = heardIn(answer);
    const kind =
      attempt > 1 ? 'SignUpForShift again' : breaks !== null ? 'SignUpForShift, answer lost' : 'SignUpForShift';
    meter.note(kind, performance.now() - begun, heard === null ? answer.code : outcomeOf(heard));
    if (heard !== null && breaks === null) return { sent: true, heard, lost };
    lost ??= heard;
  }
  return { sent: true, heard: null, lost };
}

function heardIn({ data, code }: Answer): Heard | null {
  const told = data?.['signUpForShift'] as
    { signup: { id: string } | null; waitlistEntry: { id: string } | null; userErrors: { code: string }[] } | undefined;
  if (!told || code !== OK) return null;
  return {
    signup: told.signup?.id ?? null,
    waitlistEntry: told.waitlistEntry?.id ?? null,
    refused: told.userErrors[0]?.code ?? null,
  };
}

/** In one word. */
export function outcomeOf({ signup, waitlistEntry, refused }: Heard): string {
  return refused ?? (signup !== null ? 'CONFIRMED' : waitlistEntry !== null ? 'WAITING' : 'NOTHING');
}
