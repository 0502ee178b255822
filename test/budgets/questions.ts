/** Who asks each stored query, and for what: the account that the client is made for, and what gives it most to answer. */
import { readFileSync } from 'node:fs';
import { hubSchema } from '../../src/app.ts';
import { DEFAULT_NOW } from '../../seeds/deterministic/index.ts';
import { poolOf } from '../platform/executors/pool.ts';
import { storedQueries, variablesOf, type StoredQuery } from '../platform/executors/stored-queries.ts';
import type { Question, World } from './world.ts';

const ACCOUNTS: Readonly<Record<string, readonly string[]>> = {
  'mini-program': ['parent', 'teacher-parent', 'parent-separated-a'],
  admin: ['school-admin'],
  analyst: ['analyst'],
};
/** Operations of the admin client that are for somebody else than the school's administrators. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  ServiceTokens: ['district-admin'],
  StaffIdentities: ['district-admin'],
  StaffIdentitiesToApprove: ['district-admin'],
  StaffHome: ['teacher'],
  ClassRoster: ['teacher'],
  PendingGuardianships: ['teacher'],
};
const TURNS = 60;

const clients = new Map(
  Object.values(
    JSON.parse(readFileSync(new URL('../../schema/trusted-documents.json', import.meta.url), 'utf8')) as Record<
      string,
      { client: string; operation: string }
    >,
  ).map((each) => [each.operation, each.client]),
);

export const clientOf = (operation: string): string => clients.get(operation)!;

export const documentOf = (operation: string): string | undefined =>
  storedQueries.find((each) => each.operation === operation)?.document;

/** Of all that may be asked for in this world, what has the fullest answer. */
export async function chooseQuestions(world: World): Promise<Question[]> {
  const pool = await poolOf(world.database, hubSchema().reader.catalog, DEFAULT_NOW);
  const chosen: Question[] = [];
  for (const query of storedQueries) {
    let best = { objects: -1, question: undefined as Question | undefined };
    for (const question of candidates(query, (turn) => variablesOf(query, pool, turn))) {
      const { answer } = await world.ask(question, 'batches');
      const objects = answer.errors ? -1 : answer.extensions!.cost.actual;
      if (objects > best.objects) best = { objects, question };
    }
    if (!best.question) throw new Error(`Nobody may ask ${query.operation}.`);
    chosen.push(best.question);
  }
  return chosen;
}

function candidates(query: StoredQuery, variablesAt: (turn: number) => Record<string, unknown>): Question[] {
  const accounts = OTHERS[query.operation] ?? ACCOUNTS[clientOf(query.operation)]!;
  const known = new Set<string>();
  const all: Question[] = [];
  for (const as of accounts) {
    for (let turn = 0; turn < TURNS; turn += 1) {
      const variables = variablesAt(turn);
      const key = `${as} ${JSON.stringify(variables)}`;
      if (!known.has(key)) all.push({ ...query, as, variables });
      known.add(key);
    }
  }
  return all;
}
