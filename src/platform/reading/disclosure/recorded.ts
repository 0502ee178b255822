import type { ViewerShape } from '../../auth/index.ts';
import type { RequestContext } from '../../request/index.ts';
import { SUBJECTS, type ReadType } from '../catalog.ts';
import type { Recorded } from '../readable.ts';
import type { PlainRow } from '../rows.ts';
import { withNames, type Selection } from '../selection.ts';

/** What a row brings, and of whom it tells where the viewer is put on record for reading it. */
export function withSubjects(
  selection: Selection,
  { readable: { recorded } }: ReadType,
  viewer: ViewerShape,
): Selection {
  return recorded?.subjects && recorded.by(viewer) ? withNames(selection, [SUBJECTS]) : selection;
}

/** Notes of whom rows tell: it is written down before the answer is sent. */
export function noteRead(
  context: RequestContext,
  { readable: { recorded } }: ReadType,
  rows: Iterable<PlainRow>,
): void {
  if (!recorded?.by(context.viewer.shape)) return;
  noteSubjects(
    context,
    recorded,
    [...rows].flatMap((row) => (recorded.subjects ? (row[SUBJECTS] as readonly string[]) : [row.id])),
  );
}

/** The same of those who were read of by a statement of one's own. */
export function noteSubjects(
  { viewer, meter }: Pick<RequestContext, 'viewer' | 'meter'>,
  recorded: Recorded,
  ids: readonly string[],
): void {
  if (!recorded.by(viewer.shape)) return;
  const own = new Set(recorded.except?.(viewer));
  for (const id of ids) if (!own.has(id)) meter.record(recorded.kind, id);
}
