/** The codes that a client may see in `extensions.code`: docs/errors.md says when, and what it does then. */
export const ERROR_CODES = [
  'BAD_USER_INPUT',
  'GRAPHQL_VALIDATION_FAILED',
  'GRAPHQL_PARSE_FAILED',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'PERSISTED_DOCUMENT_NOT_FOUND',
  'TOO_COSTLY',
  'RATE_LIMITED',
  'TIMEOUT',
  'TRY_LATER',
  'INTERNAL',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** The languages in which the hub speaks to people. */
export type Locale = 'zh-CN' | 'en';

/** One sentence in each language. */
export interface Message {
  readonly zh: string;
  readonly en: string;
}

export function inLocale(message: Message, locale: Locale): string {
  return locale === 'en' ? message.en : message.zh;
}

/** An error whose code and sentence are meant for the client. */
export abstract class HubError extends Error {
  abstract readonly code: ErrorCode;
  readonly sentence: Message;

  constructor(sentence: Message) {
    super(sentence.en);
    this.sentence = sentence;
    this.name = new.target.name;
  }
}

export class BadUserInput extends HubError {
  readonly code = 'BAD_USER_INPUT';
  /** Path into the arguments, e.g. `['input', 'roleId']`. */
  readonly inputPath: readonly (string | number)[];

  constructor(sentence: Message, inputPath: readonly (string | number)[] = []) {
    super(sentence);
    this.inputPath = inputPath;
  }
}

/** The same words for every reason, so that a guesser learns nothing from the answer. */
export class NotSignedIn extends HubError {
  readonly code = 'UNAUTHENTICATED';
  constructor(sentence: Message = { zh: '请先登录,或重新登录。', en: 'Sign in first, or sign in again.' }) {
    super(sentence);
  }
}

export class Forbidden extends HubError {
  readonly code = 'FORBIDDEN';
  constructor(sentence: Message = { zh: '您没有进行此操作的权限。', en: 'You may not do this.' }) {
    super(sentence);
  }
}

/** Also thrown for what the caller may not know exists. */
export class NotFound extends HubError {
  readonly code = 'NOT_FOUND';
  constructor(sentence: Message = { zh: '没有找到所指的内容。', en: 'There is no such thing.' }) {
    super(sentence);
  }
}

/** The id of a document names none that the hub holds. */
export class DocumentNotFound extends HubError {
  readonly code = 'PERSISTED_DOCUMENT_NOT_FOUND';
  constructor(
    sentence: Message = {
      zh: '没有此 documentId 对应的操作,请更新客户端。',
      en: 'No operation is stored under this documentId: update the client.',
    },
  ) {
    super(sentence);
  }
}

export class TooCostly extends HubError {
  readonly code = 'TOO_COSTLY';
}

/** The caller has used up what may be asked for in this time. */
export class RateLimited extends HubError {
  readonly code = 'RATE_LIMITED';
  readonly retryAfterSeconds: number;
  constructor(waitMs: number) {
    const seconds = Math.max(1, Math.ceil(waitMs / 1000));
    super({
      zh: `请求过于频繁,请在 ${seconds} 秒后重试。`,
      en: `Too many requests: try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
    });
    this.retryAfterSeconds = seconds;
  }
}

export class TimedOut extends HubError {
  readonly code = 'TIMEOUT';
  constructor() {
    super({ zh: '处理超时,请缩小查询范围后重试。', en: 'This took too long: ask for less and try again.' });
  }
}

/** Something that the hub leans on does not answer at the moment. */
export class TryLater extends HubError {
  readonly code = 'TRY_LATER';
  static readonly retryAfterSeconds = 5;
  constructor(
    sentence: Message = {
      zh: '服务暂时不可用,请稍后重试。',
      en: 'This cannot be done at the moment: try again later.',
    },
  ) {
    super(sentence);
  }
}

/** A credential names what is not known here: it may be good, or made up, and nobody can say which at the moment. */
export class CredentialInDoubt extends TryLater {}

/**
 * A domain rule that a command found broken, thrown inside its transaction so that nothing commits.
 * `settle` turns the codes that a mutation lists into `userErrors`.
 */
export class RuleViolation extends Error {
  readonly code: string;
  readonly sentence: Message;
  /** Path into the mutation's `input`, e.g. `['roleId']`. */
  readonly path: readonly string[];
  /** Fields beside the last of the path with which it does not go together: of these the caller is told the first that they have sent. */
  readonly beside: readonly string[];
  /** Fields that the payload tells although nothing was done, by their names: ids and plain values. */
  readonly answer: Readonly<Record<string, unknown>> | null;

  constructor(
    code: string,
    sentence: Message,
    path: readonly string[] = [],
    answer: Readonly<Record<string, unknown>> | null = null,
    beside: readonly string[] = [],
  ) {
    super(code);
    this.name = 'RuleViolation';
    this.code = code;
    this.sentence = sentence;
    this.path = path;
    this.beside = beside;
    this.answer = answer;
  }
}
