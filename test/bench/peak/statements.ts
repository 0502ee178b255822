import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

export interface OperationFigures {
  readonly operation: string;
  readonly count: number;
  /** Statements of one operation, on average: the hub counts its own. */
  readonly statements: number;
  /** Codes of top-level errors, as the hub logged them. */
  readonly codes: Readonly<Record<string, number>>;
}

interface Line {
  readonly operation?: string | null;
  readonly statements?: number;
  readonly codes?: readonly string[];
  readonly time?: string;
}

/** What the hub logged from a moment on: the same numbers that whoever runs it would look at. */
export async function operationsLogged(path: string, from: Date): Promise<OperationFigures[]> {
  const found = new Map<string, { count: number; statements: number; readonly codes: Record<string, number> }>();
  for await (const text of createInterface({ input: createReadStream(path) })) {
    const { operation, statements, codes, time } = lineOf(text);
    if (!operation || statements === undefined || time === undefined || new Date(time) < from) continue;
    const noted = found.get(operation) ?? { count: 0, statements: 0, codes: {} };
    found.set(operation, noted);
    noted.count += 1;
    noted.statements += statements;
    for (const code of codes ?? []) noted.codes[code] = (noted.codes[code] ?? 0) + 1;
  }
  return [...found].map(([operation, { count, statements, codes }]) => ({
    operation,
    count,
    codes,
    statements: statements / count,
  }));
}

function lineOf(text: string): Line {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return {};
  }
}
