import type { CutOut, ExecutionTrace, Fallback, RequestContext } from '../request/index.ts';
import { costOf, type Cost } from './admission.ts';
import type { AnsweredBy } from './operation-log.ts';

/** How an operation was answered: asked for by `X-Hub-Explain: 1` where the hub is developed, and by `npm run explain`. */
export interface Explanation {
  readonly executor: AnsweredBy;
  /** Why no faster one did. */
  readonly fallbacks: readonly Fallback[];
  /** What the statement of the query left to batches. */
  readonly cuts: readonly CutOut[];
  readonly statements: readonly ExplainedStatement[];
}

export interface ExplainedStatement {
  /** `Meeting.replies`, a type whose rows are read by their ids, or a whole query. */
  readonly reads: string;
  /** Where it reads several places: by the name under which rows stand in it, the field that reads them. */
  readonly places?: Readonly<Record<string, string>> | undefined;
  readonly text: string;
  /** `$1`, `$2` …; what people wrote or are called is masked. */
  readonly values: readonly unknown[];
  readonly rows: number;
  /** Milliseconds. */
  readonly ms: number;
}

/** What stands beside the data of each answer. */
export function extensionsOf(
  { meter, trace }: Pick<RequestContext, 'meter' | 'trace'>,
  executor: AnsweredBy,
): { readonly cost: Cost; readonly explain?: Explanation } {
  const explain = explanationOf(trace, executor);
  return { cost: costOf(meter), ...(explain && { explain }) };
}

/** Undefined where nobody has asked for it. */
function explanationOf(trace: ExecutionTrace, executor: AnsweredBy): Explanation | undefined {
  return (
    trace.statements && {
      executor,
      fallbacks: trace.fallbacks,
      cuts: executor === 'statement' ? trace.cuts : [],
      statements: trace.statements.map(({ reads, places, text, values, rows, ms }) => ({
        reads,
        ...(places && { places }),
        text,
        values: values.map(masked),
        rows,
        ms: Math.round(ms * 10) / 10,
      })),
    }
  );
}

/** An id, a moment, a day, a time, a number or a constant, alone or as an array of PostgreSQL: nothing that tells of somebody but to whom it is known. */
const IMPERSONAL =
  /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d{2}-\d{2}(?:[T ][\d:.]+(?:Z|[+-]\d{2}(?::?\d{2})?)?)?|\d{2}:\d{2}(?::\d{2})?|[A-Z][A-Z_]*)$/;
/** A key that names an id: `room:<id>`. */
const KEY = /^[a-z-]+(?::[0-9a-f-]{36})+$/;

function masked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(masked);
  if (value === null || typeof value === 'number' || typeof value === 'boolean' || value instanceof Date) return value;
  if (typeof value !== 'string') return '•••';
  const members = /^\{(.*)\}$/s.exec(value)?.[1];
  if (members !== undefined) {
    const each = members === '' ? [] : members.split(',').map((member) => member.replace(/^"|"$/g, ''));
    return each.every(isImpersonal)
      ? value
      : `{${each.map((member) => (isImpersonal(member) ? member : '•••')).join()}}`;
  }
  return isImpersonal(value) ? value : '•••';
}

function isImpersonal(text: string): boolean {
  return IMPERSONAL.test(text) || KEY.test(text);
}
