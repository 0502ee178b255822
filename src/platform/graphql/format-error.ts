import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, OperationTypeNode, type GraphQLFormattedError } from 'graphql';
import { databaseFaultOf, type DatabaseFault } from '../database/index.ts';
import {
  BadUserInput,
  HubError,
  inLocale,
  RateLimited,
  TimedOut,
  TooCostly,
  TryLater,
  type ErrorCode,
  type Locale,
  type Message,
} from '../errors/index.ts';
import type { Logger } from '../observability/index.ts';
import { LIMIT_MARK } from './limits/limits.ts';
import { cut, wordsOf } from './limits/sentence.ts';

/** Marks under which the request's language, and how far a mutation had come, travel to the place where errors are formatted. */
const LOCALE_MARK = 'locale';
const STAGE_MARK = 'stage';

/** A mutation was undone as a whole, or it is done and what it answers is being read. */
type Stage = 'UNDONE' | 'DONE';

/** @param operation what ran, if anything did */
export function markErrors(
  errors: readonly GraphQLError[],
  locale: Locale,
  operation: OperationTypeNode | undefined,
): void {
  for (const { extensions, path } of errors) {
    if (!Object.isFrozen(extensions))
      Object.assign(extensions, { [LOCALE_MARK]: locale, [STAGE_MARK]: stageOf(path, operation) });
  }
}

function stageOf(path: GraphQLFormattedError['path'], operation: OperationTypeNode | undefined): Stage | undefined {
  if (operation !== OperationTypeNode.MUTATION || path === undefined) return undefined;
  return path.length > 1 ? 'DONE' : 'UNDONE';
}

/** Codes of errors that arise before anything runs; their messages name only the client's own document and variables. */
const BEFORE_RUNNING: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
]);

/** What graphql-js says of variables after so many errors that it looks no further. */
const TOO_MANY_VARIABLE_ERRORS = /^Too many errors processing variables/;
const LONGEST_MESSAGE = 400;
/** Of the places in a document that one error is about. */
const MOST_LOCATIONS = 4;

const INTERNAL: Message = { zh: '服务内部错误,请稍后重试。', en: 'Something went wrong inside: try again later.' };

type GraphqlCode = `GRAPHQL_${string}`;
type Told = Readonly<Record<string, unknown>> & { readonly code: ErrorCode | GraphqlCode };

/**
 * The one place where errors take the form that clients see: known → its code; unknown → masked, with an id that stands in the log.
 * @param spoken the language of what bears no mark of it
 */
export function formatterOf(
  logger: Logger,
  spoken: () => Locale = () => 'zh-CN',
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, thrown) => {
    const marks = thrown instanceof GraphQLError ? thrown.extensions : {};
    const locale = (marks[LOCALE_MARK] as Locale | undefined) ?? spoken();
    const place = {
      ...(formatted.locations && { locations: formatted.locations.slice(0, MOST_LOCATIONS) }),
      ...(formatted.path && { path: formatted.path }),
    };
    const told = (message: string, extensions: Told): GraphQLFormattedError => ({
      message: cut(message, LONGEST_MESSAGE),
      ...place,
      extensions,
    });
    const known = atStage(marks[STAGE_MARK], knownError(thrown));
    if (known) {
      noteFault(logger, thrown, formatted.path);
      const inputPath =
        known instanceof BadUserInput && known.inputPath.length > 0 ? { inputPath: known.inputPath } : {};
      const again = known instanceof RateLimited ? { retryAfterSeconds: known.retryAfterSeconds } : {};
      return told(inLocale(known.sentence, locale), { code: known.code, ...inputPath, ...again });
    }
    if (marks[LIMIT_MARK] || /tokens\. Parsing aborted/.test(formatted.message)) {
      return told(wordsOf(marks, locale, formatted.message), { code: 'TOO_COSTLY' });
    }
    const code = TOO_MANY_VARIABLE_ERRORS.test(formatted.message) ? 'BAD_USER_INPUT' : formatted.extensions?.['code'];
    if (formatted.path === undefined && BEFORE_RUNNING.has(code)) {
      const shown = typeof code === 'string' && code.startsWith('GRAPHQL_') ? (code as GraphqlCode) : 'BAD_USER_INPUT';
      return told(wordsOf(marks, locale, formatted.message), { code: shown });
    }
    const errorId = randomUUID();
    logger.error({ errorId, path: formatted.path, err: unwrapResolverError(thrown) }, 'an operation failed');
    return told(inLocale(INTERNAL, locale), { code: 'INTERNAL', errorId });
  };
}

/** Nobody here knows whether it is done. */
export const IN_DOUBT: Message = {
  zh: '操作可能已完成,但未能确认:请使用相同的 idempotencyKey 重试;没有 idempotencyKey 的,请先查看结果。',
  en: 'This may have been done, and nobody could tell: try again under the same idempotencyKey; where there is none, look first.',
};
const DONE_UNREAD: Message = {
  zh: '操作已完成,但暂时无法读取结果:请稍后查看,不要重复提交。',
  en: 'This was done, but the answer cannot be read at the moment: look later, and do not do it again.',
};

/** The hub's own error, or that which a fault of the database means to a client. */
export function knownError(thrown: unknown): HubError | undefined {
  const error = thrown instanceof GraphQLError && thrown.originalError ? thrown.originalError : thrown;
  if (error instanceof HubError) return error;
  const fault = databaseFaultOf(error);
  return fault && TOLD[fault]();
}

const TOLD: Readonly<Record<DatabaseFault, () => HubError>> = {
  TOO_LATE: () => new TimedOut(),
  TOO_LARGE: () =>
    new TooCostly({
      zh: '一次要处理的内容过多,请缩小范围或分次提交。',
      en: 'This is more than can be done at once: ask for less, or send it in parts.',
    }),
  AWAY: () => new TryLater(),
  IN_DOUBT: () => new TryLater(IN_DOUBT),
};

/** Whoever is not told that a mutation was done does it again; and one that was too slow is no smaller the next time. */
function atStage(stage: unknown, error: HubError | undefined): HubError | undefined {
  if (stage === 'DONE')
    return error instanceof TryLater || error instanceof TimedOut ? new TryLater(DONE_UNREAD) : error;
  return stage === 'UNDONE' && error instanceof TimedOut ? new TryLater() : error;
}

/** Clients are told that the database was at fault; of what kind the fault was, stands in the log. */
function noteFault(logger: Logger, thrown: unknown, path?: GraphQLFormattedError['path']): void {
  const error = unwrapResolverError(thrown) as { cause?: unknown };
  if (databaseFaultOf(error) === undefined) return;
  logger.warn({ path, err: error.cause ?? error }, 'the database was at fault');
}

/** PostgreSQL ended the statement because its time was up. */
export function isTooLate(error: unknown): boolean {
  return databaseFaultOf(error) === 'TOO_LATE';
}

interface Outcome {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[] | undefined;
}

/** Nothing of what was asked could be had, and nothing was done, for the hub leans on something that does not answer: the status says so as well. */
export function isUnavailable({ data, errors }: Outcome, operation: OperationTypeNode | undefined): boolean {
  if (errors?.some(({ path }) => stageOf(path, operation) === 'DONE')) return false;
  if (
    !errors ||
    errors.length === 0 ||
    errors.some((error) => error.extensions?.['code'] !== ('TRY_LATER' satisfies ErrorCode))
  )
    return false;
  return data === null || data === undefined || Object.values(data).every((each) => each === null);
}
