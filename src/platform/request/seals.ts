import { NotSignedIn } from '../errors/index.ts';
import type { FileTokens, Seals } from '../auth/index.ts';
import type { RequestContext } from './context.ts';
import { service } from './services.ts';

/** Short statements of the hub's own, e.g. a code that is shown to be entered elsewhere. */
export const SEALS = service<Seals>('seals');

/** Where the hub is reached from outside, e.g. `https://hub.example.org`, for what is printed. */
export const PUBLIC_URL = service<string>('public-url');

/** The addresses of files. */
export const FILE_TOKENS = service<FileTokens>('file-tokens');

/**
 * The address of a file, from the root of this hub, that works for five minutes: `/files/…`. It is for a person: a permission that leads
 * here is held `inPerson`.
 * @param kind one that a domain brings
 * @throws NotSignedIn for a guest, and for a program
 */
export async function linkTo(
  { services, viewer, now }: Pick<RequestContext, 'services' | 'viewer' | 'now'>,
  kind: string,
  id: string,
): Promise<string> {
  const { accountId, sessionId } = viewer;
  if (accountId === null) throw new NotSignedIn();
  return `/files/${await services.get(FILE_TOKENS).sign({ kind, id, accountId, sessionId }, now)}`;
}
