import type { ConnectionCode, HubCode } from './codes.ts';
import { sentenceOf, type Language } from './sentences.ts';
import type { HubResponse } from './transport.ts';

/** An entry of `errors`: where it has a `path`, that field could not be answered, and the others stand. */
export interface FieldError {
  readonly code: HubCode;
  /** For people, in the language that was asked for. */
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: {
    readonly code: HubCode;
    /** To the argument that is wrong, or into the variable, as `['input', 'roleId']`. */
    readonly inputPath?: readonly (string | number)[];
    readonly retryAfterSeconds?: number;
    /** Of INTERNAL: for a report. */
    readonly errorId?: string;
  };
}

/** There is no answer to go on with. 401 and 403 of the whole request are told from those of a field by `status`. */
export class HubError extends Error {
  readonly code: HubCode | ConnectionCode;
  /** Of HTTP; 0 where there was no answer. */
  readonly status: number;
  readonly errors: readonly FieldError[];
  readonly retryAfterSeconds: number | undefined;
  /** Of NO_CONNECTION: what the transport says, for a log. */
  readonly detail: string | undefined;

  constructor(
    code: HubCode | ConnectionCode,
    message: string,
    about: {
      readonly status: number;
      readonly errors?: readonly FieldError[];
      readonly retryAfterSeconds?: number | undefined;
      readonly detail?: string;
    },
  ) {
    super(message);
    this.name = 'HubError';
    this.code = code;
    this.status = about.status;
    this.errors = about.errors ?? [];
    this.detail = about.detail;
    this.retryAfterSeconds = about.retryAfterSeconds ?? this.errors[0]?.extensions.retryAfterSeconds;
  }
}

interface Envelope {
  readonly data?: object | null;
  readonly errors?: readonly Omit<FieldError, 'code'>[];
}

export interface HubAnswer<Data> {
  /** Null at the fields that `errors` name. */
  readonly data: Data;
  readonly errors: readonly FieldError[];
}

/** What whoever stands before the hub answers in its place. */
const BY_STATUS: Readonly<Record<number, HubCode>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  429: 'RATE_LIMITED',
  502: 'TRY_LATER',
  503: 'TRY_LATER',
  504: 'TIMEOUT',
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isOfHub = (error: unknown): boolean =>
  isObject(error) &&
  typeof error['message'] === 'string' &&
  isObject(error['extensions']) &&
  typeof error['extensions']['code'] === 'string';

/** Gateways write `errors` and `data` of their own, which are in no form of the hub's. */
function isEnvelope(body: unknown): body is Envelope {
  if (!isObject(body)) return false;
  const { data = null, errors = [] } = body;
  return (data === null || isObject(data)) && Array.isArray(errors) && errors.every(isOfHub);
}

/** @throws HubError where there are no data at all */
export function readAnswer<Data>({ status, body, header }: HubResponse, language: Language): HubAnswer<Data> {
  const waitFor = Number(header('retry-after'));
  const retryAfterSeconds = waitFor > 0 ? waitFor : undefined;
  const failed = (code: HubCode | ConnectionCode, errors: readonly FieldError[]) =>
    new HubError(code, errors[0]?.message ?? sentenceOf(code, language), { status, errors, retryAfterSeconds });
  const told = isEnvelope(body) ? body : {};
  const errors = (told.errors ?? []).map((each) => ({ ...each, code: each.extensions.code }));
  const isAnswer = status >= 200 && status < 300;
  if (!told.data || !isAnswer) throw failed(errors[0]?.code ?? BY_STATUS[status] ?? 'UNREADABLE', errors);
  return { data: told.data as Data, errors };
}
