import { RuleViolation } from '../../errors/index.ts';

/** The fate of the other rows of a bulk mutation where one breaks a rule. */
export type ErrorPolicy = 'REJECT_EVERYTHING' | 'REJECT_FAILED_ROWS';

export interface BulkOptions<Row> {
  /** The field of the input that holds the rows. */
  readonly field: string;
  readonly policy: ErrorPolicy;
  /** In which order they are done; as they stand where left out. */
  readonly order?: (one: Row, other: Row) => number;
}

export interface RowsDone<Done> {
  readonly done: Done[];
  readonly refused: RuleViolation[];
}

/** Rows that were refused, all of them, where nothing was done for that: who sent a hundred mends them at one go. */
export class RowsRefused extends RuleViolation {
  readonly rows: readonly RuleViolation[];

  /** @param rows one at the least; the first is what the audit log names */
  constructor(rows: readonly RuleViolation[]) {
    super(rows[0]!.code, rows[0]!.sentence, rows[0]!.path);
    this.name = 'RowsRefused';
    this.rows = rows;
  }
}

/**
 * Does one row of a bulk mutation after the other. `each` decides before it writes: what it has written when it throws
 * would stay. Its paths begin at the row, e.g. `['checkedInAt']`. Where one is refused, those after it are decided upon all the same,
 * as if it had not been sent: the refusals are the same under either policy.
 * @throws RowsRefused where the policy rejects everything
 */
export async function rowByRow<Row, Done>(
  rows: readonly Row[],
  { field, policy, order }: BulkOptions<Row>,
  each: (row: Row, index: number) => Promise<Done>,
): Promise<RowsDone<Done>> {
  const done: Done[] = [];
  const refused: RuleViolation[] = [];
  const inOrder = [...rows.entries()];
  if (order) inOrder.sort(([, one], [, other]) => order(one, other));
  for (const [index, row] of inOrder) {
    try {
      done.push(await each(row, index));
    } catch (error) {
      if (!(error instanceof RuleViolation)) throw error;
      refused.push(new RuleViolation(error.code, error.sentence, [field, String(index), ...error.path]));
    }
  }
  if (policy === 'REJECT_EVERYTHING' && refused.length > 0) throw new RowsRefused(refused);
  return { done, refused };
}
