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

interface Envelope<Data> {
  readonly data?: Data | null;
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

const isEnvelope = (body: unknown): body is Envelope<unknown> =>
  typeof body === 'object' && body !== null && ('data' in body || 'errors' in body);

/** @throws HubError where there are no data at all */
export function readAnswer<Data>({ status, body, header }: HubResponse, language: Language): HubAnswer<Data> {
  const waitFor = Number(header('retry-after'));
  const retryAfterSeconds = waitFor > 0 ? waitFor : undefined;
  const failed = (code: HubCode | ConnectionCode, errors: readonly FieldError[]) =>
    new HubError(code, errors[0]?.message ?? sentenceOf(code, language), { status, errors, retryAfterSeconds });
  if (!isEnvelope(body)) throw failed(BY_STATUS[status] ?? 'UNREADABLE', []);
  const errors = (body.errors ?? []).map((each) => ({ ...each, code: each.extensions.code }));
  if (body.data === undefined || body.data === null) throw failed(errors[0]?.code ?? 'UNREADABLE', errors);
  return { data: body.data as Data, errors };
}
