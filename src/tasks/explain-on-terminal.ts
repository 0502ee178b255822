import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Kind, parse, print } from 'graphql';
import { explain, NoSuchAccount, trustedDocuments, type Explained } from '../app.ts';
import type { Config } from '../platform/config/index.ts';
import { fieldsRead } from './fields-read.ts';
import { formatSql, linesOfPlaces } from './format-sql.ts';
import { runTask } from './run-task.ts';
import { storedAccount } from './stored-account.ts';

const USAGE = `Usage: npm run explain -- OPERATION --as ACCOUNT [--variables '{"id": "…"}'] [--batches] [--reads Meeting.replies] [--analyze]
  OPERATION   a stored query of a client, or --file with the text of any query
  ACCOUNT     its name or its id, or guest
  --variables what the query wants, as JSON; of a query that wants nothing there is none
  --batches   without the one statement for the whole query: each relation has one of its own
  --reads     only statements that read this: Meeting.replies, Meeting.title, all of a type (Meeting), or any field of the name (replies, title);
              also the number and the groups of a list (totalCount, Query.meetings.groupedAggregates), and names that the query gives
  --analyze   run each statement once more, for the times and rows of its plan`;

class Mistaken extends Error {}

interface Wanted {
  readonly document: string;
  readonly as: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly batches: boolean;
  readonly reads: string | undefined;
  readonly analyze: boolean;
}

/** Whether help was asked for, which is then told: it needs no hub. */
export function tellsUsage(args: readonly string[]): boolean {
  const isAsked = args.includes('--help') || args.includes('-h');
  if (isAsked) process.stdout.write(`${USAGE}\n`);
  return isAsked;
}

/**
 * @param args what stands behind the command
 * @param usual the variables of an operation where none are given
 */
export async function explainOnTerminal(
  config: Config,
  args: readonly string[],
  usual: (operation: string) => Wanted['variables'] = () => ({}),
): Promise<void> {
  await runTask(
    async () => {
      const wanted = wantedBy(args, usual);
      const { as, batches: inBatches, document, variables, analyze } = wanted;
      const accountId = as === 'guest' ? null : await accountOf(config, as);
      const explained = await explain(config, { document, variables, accountId, inBatches, analyze });
      process.stdout.write(`${toldOf(explained, wanted).join('\n')}\n`);
    },
    Mistaken,
    NoSuchAccount,
  );
}

function wantedBy(args: readonly string[], usual: (operation: string) => Wanted['variables']): Wanted {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        as: { type: 'string' },
        file: { type: 'string' },
        variables: { type: 'string' },
        batches: { type: 'boolean', default: false },
        reads: { type: 'string' },
        analyze: { type: 'boolean', default: false },
      },
    });
    const { as, file, variables, ...rest } = values;
    const [operation, ...more] = positionals;
    if (as === undefined || more.length > 0 || (operation === undefined) === (file === undefined))
      throw new Mistaken(USAGE);
    const document = file === undefined ? stored(operation!) : readFileSync(file, 'utf8');
    const given = variables === undefined ? usual(operation ?? '') : (JSON.parse(variables) as Wanted['variables']);
    mustHaveAll(document, given);
    return { document, as, variables: given, reads: undefined, ...rest };
  } catch (error) {
    throw error instanceof Mistaken ? error : new Mistaken(`${(error as Error).message}\n${USAGE}`);
  }
}

/** @throws Mistaken where the query wants more values than are given */
function mustHaveAll(document: string, given: Wanted['variables']): void {
  const missing = parse(document)
    .definitions.flatMap((each) => (each.kind === Kind.OPERATION_DEFINITION ? (each.variableDefinitions ?? []) : []))
    .filter(({ type, defaultValue, variable: { name } }) => {
      return type.kind === Kind.NON_NULL_TYPE && !defaultValue && (given[name.value] ?? null) === null;
    });
  if (missing.length === 0) return;
  const wants = missing.map(({ variable, type }) => `${print(variable)}: ${print(type)}`).join(', ');
  const names = missing.map(({ variable }) => `"${variable.name.value}": …`).join(', ');
  throw new Mistaken(`The query wants ${wants}. Give what it wants: --variables '{${names}}'.`);
}

function stored(operation: string): string {
  const found = trustedDocuments().byOperation(operation);
  if (!found) throw new Mistaken(`No client has an operation ${operation}: they stand in schema/operations.`);
  return found.document;
}

/** The bare id of an account, by an id of any form or by its name. Whether there is one of the id is looked at when it is asked as. */
async function accountOf(config: Config, named: string): Promise<string> {
  const id =
    /^(?:account_)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(named)?.[1] ??
    (await storedAccount(config, named));
  if (id === undefined) throw new NoSuchAccount(`There is no account ${named}.`);
  return id;
}

/** What statements say that they read, of those which read what is wanted; undefined where the query selects nothing of the name. */
function readsOf(wanted: string, document: string, all: readonly string[]): ReadonlySet<string> | undefined {
  const fields = fieldsRead(parse(document)).filter(({ names, types }) => names.has(wanted) || types.includes(wanted));
  if (fields.length > 0) return new Set(fields.flatMap((each) => each.reads));
  return all.includes(wanted) ? new Set([wanted]) : undefined;
}

function toldOf({ executor, fallbacks, statements, plans, errors }: Explained, wanted: Wanted): string[] {
  const all = statements.map((each) => each.reads);
  const reads = wanted.reads === undefined ? new Set(all) : readsOf(wanted.reads, wanted.document, all);
  const shown = statements.flatMap((statement, at) =>
    reads?.has(statement.reads) ? [{ ...statement, number: at + 1, plan: plans[at]! }] : [],
  );
  return [
    `${executor === 'none' ? 'Not answered' : `Answered by ${executor}`}, with ${statements.length} ${statements.length === 1 ? 'statement' : 'statements'}.`,
    ...fallbacks.map(
      (each) => `Not by ${each.executor}: ${each.reason}${each.at === undefined ? '' : ` (${each.at})`}.`,
    ),
    ...errors.map((each) => `Refused: ${each}`),
    ...(shown.length === 0 && wanted.reads !== undefined
      ? [
          `Nothing reads ${wanted.reads} alone${reads ? '' : ', for the query selects nothing of that name'}${all.length === 0 ? '' : `; there are: ${[...new Set(all)].join(', ')}`}.`,
          ...(reads && executor === 'statement' ? ['With --batches each relation has a statement of its own.'] : []),
        ]
      : []),
    ...shown.flatMap(({ number, reads: what, places, rows, ms, text, values, plan }) => [
      '',
      `-- ${number}: ${what}; ${rows} rows, ${ms} ms`,
      ...linesOfPlaces({ places }),
      formatSql(text),
      ...values.map((value, at) => `-- $${at + 1} = ${JSON.stringify(value)}`),
      ...plan.map((line) => `--   ${line}`),
    ]),
  ];
}
