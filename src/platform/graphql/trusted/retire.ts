import type { Manifest, StoredDocument } from './trusted-documents.ts';

/** What no client is built with any more, and builds in the field still send. */
export interface RetiredDocument extends StoredDocument {
  /** The last day on which it must be answered; from then on it may be removed. */
  readonly keptUntil: string;
}

export type RetiredDocuments = Readonly<Record<string, RetiredDocument>>;

/** A mini-program is updated when it is opened; half a year later nobody is left who has not opened it. */
const KEPT_DAYS = 180;

export interface Retiring {
  /** The manifest that clients were built with so far. */
  readonly published: Manifest;
  /** The manifest that they are built with from now on. */
  readonly present: Manifest;
  readonly retired: RetiredDocuments;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** Keeps what was published and is an operation no more, and forgets what is one again: the same on every day for the same files. */
export function retire({ published, present, retired, today }: Retiring): RetiredDocuments {
  const gone = Object.entries(published).map(
    ([id, document]) => [id, { ...document, keptUntil: daysAfter(today, KEPT_DAYS) }] as const,
  );
  const all = { ...Object.fromEntries(gone), ...retired };
  return Object.fromEntries(
    Object.entries(all)
      .filter(([id]) => !(id in present))
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** Without those whose time is over. */
export function removeOverdue(retired: RetiredDocuments, today: string): RetiredDocuments {
  return Object.fromEntries(Object.entries(retired).filter(([, { keptUntil }]) => keptUntil >= today));
}

function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
