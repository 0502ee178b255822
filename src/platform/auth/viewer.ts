import type { CallerKind } from '../config/index.ts';

/**
 * The one who is asking, as plain data that are read anew for each request. Every list is a right as it stands at this
 * moment; a list that is empty grants nothing. All ids are bare UUIDs. What rights there are besides is the matter of a
 * domain, which declares them as further properties (`declare module`), and makes every viewer of what it has read.
 */
export interface Viewer {
  /** Null for a guest, and for a client without a person. */
  readonly accountId: string | null;
  /** The session that the request belongs to; null for a token that belongs to none. */
  readonly sessionId: string | null;
  /** The token of a client without a person, in place of an account. */
  readonly serviceTokenId: string | null;
  readonly personId: string | null;
  /** The person who answers for what the caller does: themself; for a client without a person, the holder of its role. */
  readonly answeredForBy: string | null;
  /** Persons whose cases are the caller's own: themself; for a client without a person, its holder and its maker. */
  readonly ownPersonIds: readonly string[];
  /** The roles that the viewer acts by at work; of a service token the one that it rests on. */
  readonly roleIds: readonly string[];
  /** Names of the permissions that are held at this moment. */
  readonly permissions: readonly string[];
  /** The kind of caller that limits are set for. */
  readonly kind: CallerKind;
  /** The clients whose stored operations alone the viewer may send where documents are enforced; null for whoever may send any. */
  readonly clients: ReadonlySet<string> | null;
  readonly shape: ViewerShape;
  /** A short text that is equal for equal shapes: by it statements are kept. */
  readonly shapeKey: string;
  /** Those whose log tells what the viewer does, by the columns of an audit record that name them. */
  readonly loggedAt: Readonly<Record<string, readonly string[]>>;
}

/**
 * The parts that a viewer plays, without whom they play them for. SQL that depends on the viewer may branch on these
 * alone, so that one statement text serves every viewer of one shape. A domain declares further parts as it does rights.
 */
export interface ViewerShape {
  readonly signedIn: boolean;
}

/** True for whoever has shown no token. */
export function isGuest(viewer: Pick<Viewer, 'accountId' | 'serviceTokenId'>): boolean {
  return viewer.accountId === null && viewer.serviceTokenId === null;
}

/** Nobody decides their own case, and no client without a person decides that of those behind it. */
export function isOwnCase({ ownPersonIds }: Pick<Viewer, 'ownPersonIds'>, personId: string): boolean {
  return ownPersonIds.includes(personId);
}
