import { Dice } from '../../../seeds/deterministic/index.ts';
import type { OpenRole } from './opening.ts';

/** A guardian who may come. */
export interface Visitor {
  readonly accountId: string;
  readonly personId: string;
  readonly schoolIds: readonly string[];
}

/** A guardian comes, looks at the home screen and at the board, and signs up for a role. */
export interface Visit {
  /** Milliseconds after the opening. */
  readonly at: number;
  readonly accountId: string;
  readonly personId: string;
  readonly roleId: string;
  readonly key: string;
  /** The first answer does not arrive: milliseconds after which the phone gives it up and asks again. */
  readonly lostAfter: number | null;
}

export interface PlanOptions {
  readonly arrivals: number;
  readonly seconds: number;
  /** Share of the visits. */
  readonly lost: number;
  readonly seed: string;
}

const LONGEST_LOSS_MS = 400;
const ATTEMPTS = 50;

/**
 * Who comes when, and for what: the same on every run of a seed. So many arrivals at independent moments of a time are a
 * Poisson process of which the number is known. The most wanted role is wanted twice as often as the second one, three
 * times as often as the third one (Zipf), by those who see it. Nobody comes twice for one role.
 */
export function planVisits(
  visitors: readonly Visitor[],
  roles: readonly OpenRole[],
  { arrivals, seconds, lost, seed }: PlanOptions,
): Visit[] {
  const dice = new Dice(seed);
  const order = dice.called('visitors').shuffle(visitors.map((_, index) => index));
  const moments = Array.from({ length: arrivals }, () => dice.fraction() * seconds * 1000).sort(
    (one, other) => one - other,
  );
  const popular = new Map<string, Popularity>();
  const taken = new Set<string>();
  return moments.map((at, index) => {
    const visitor = visitors[order[index % order.length]!]!;
    const schools = [...visitor.schoolIds].sort().join();
    const popularity = popular.get(schools) ?? popularityAmong(roles, visitor.schoolIds);
    popular.set(schools, popularity);
    const roleId = drawn(popularity, dice, (id) => !taken.has(`${visitor.personId} ${id}`));
    taken.add(`${visitor.personId} ${roleId}`);
    return {
      at,
      roleId,
      accountId: visitor.accountId,
      personId: visitor.personId,
      key: `${seed} ${index}`,
      lostAfter: dice.chance(lost) ? dice.fraction() * LONGEST_LOSS_MS : null,
    };
  });
}

interface Popularity {
  readonly ids: readonly string[];
  /** Sums of the weights up to each. */
  readonly upTo: readonly number[];
}

function popularityAmong(roles: readonly OpenRole[], schoolIds: readonly string[]): Popularity {
  const ids: string[] = [];
  const upTo: number[] = [];
  let sum = 0;
  for (const [rank, { id, schoolId }] of roles.entries()) {
    if (schoolId !== null && !schoolIds.includes(schoolId)) continue;
    sum += 1 / (rank + 1);
    ids.push(id);
    upTo.push(sum);
  }
  return { ids, upTo };
}

function drawn({ ids, upTo }: Popularity, dice: Dice, free: (id: string) => boolean): string {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const point = dice.fraction() * upTo.at(-1)!;
    const id = ids[upTo.findIndex((sum) => point < sum)]!;
    if (free(id)) return id;
  }
  const id = ids.find(free);
  if (id === undefined) throw new Error('Somebody comes more often than there are roles to sign up for.');
  return id;
}
