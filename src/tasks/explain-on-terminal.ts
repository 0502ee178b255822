import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { getNamedType, isObjectType } from 'graphql';
import { explain, hubSchema, NoSuchAccount, trustedDocuments, type Explained } from '../app.ts';
import type { Config } from '../platform/config/index.ts';
import { formatSql, linesOfPlaces } from './format-sql.ts';
import { runTask } from './run-task.ts';
import { storedAccount } from './stored-account.ts';

const USAGE = `Usage: npm run explain -- OPERATION --as ACCOUNT [--variables '{"id": "…"}'] [--batches] [--reads Meeting.replies] [--analyze]
  OPERATION   a stored query of a client, or --file with the text of any query
  ACCOUNT     its name or its id
  --batches   without the one statement for the whole query: each relation has one of its own
  --reads     only statements that read this: Meeting.replies, Meeting.title, all of a type (Meeting), or any field of the name (replies, title)
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
      const { as, batches, reads, ...wanted } = wantedBy(args, usual);
      const accountId = await accountOf(config, as);
      const explained = await explain(config, { ...wanted, accountId, inBatches: batches });
      process.stdout.write(`${toldOf(explained, reads).join('\n')}\n`);
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
    return { document, as, variables: given, reads: undefined, ...rest };
  } catch (error) {
    throw error instanceof Mistaken ? error : new Mistaken(`${(error as Error).message}\n${USAGE}`);
  }
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

/** Of which type the rows are that a statement reads, and what the field of the query is called. */
function rowsOf(reads: string): { readonly type: string; readonly field: string | undefined } {
  const [type, field] = reads.replace(/^the number of /, '').split('.') as [string, string | undefined];
  const of = hubSchema().schema.getType(type);
  const led = field !== undefined && isObjectType(of) ? of.getFields()[field] : undefined;
  return { type: led ? getNamedType(led.type).name.replace(/Connection$/, '') : type, field };
}

/** Whether a statement reads rows of a type, a relation, or the rows whose value is wanted, which stands with them. */
function looksFor(wanted: string, all: readonly string[]): (reads: string) => boolean {
  const [name, type] = wanted.split('.').reverse() as [string, string | undefined];
  const ways = [
    (reads: string) => rowsOf(reads).type === wanted,
    (reads: string) => reads.replace(/^the number of /, '') === wanted || rowsOf(reads).field === wanted,
    (reads: string) => {
      const { type: rows } = rowsOf(reads);
      const of = hubSchema().schema.getType(rows);
      return (type ?? rows) === rows && isObjectType(of) && name in of.getFields();
    },
  ];
  return ways.find((way) => all.some(way)) ?? (() => false);
}

function toldOf({ executor, fallbacks, statements, plans, errors }: Explained, reads: string | undefined): string[] {
  const isShown =
    reads === undefined
      ? () => true
      : looksFor(
          reads,
          statements.map((each) => each.reads),
        );
  const shown = statements.flatMap((statement, at) =>
    isShown(statement.reads) ? [{ ...statement, number: at + 1, plan: plans[at]! }] : [],
  );
  return [
    `Answered by ${executor}, with ${statements.length} ${statements.length === 1 ? 'statement' : 'statements'}.`,
    ...fallbacks.map(
      (each) => `Not by ${each.executor}: ${each.reason}${each.at === undefined ? '' : ` (${each.at})`}.`,
    ),
    ...errors.map((each) => `Refused ${each}`),
    ...(shown.length === 0 && reads !== undefined
      ? [
          `Nothing reads ${reads} alone; there are: ${[...new Set(statements.map((each) => each.reads))].join(', ')}.`,
          ...(executor === 'statement' ? ['With --batches each relation has a statement of its own.'] : []),
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
