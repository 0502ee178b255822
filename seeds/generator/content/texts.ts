import { PublicationStatus, Segment } from '../../../src/domains/policy/index.ts';
import { Shares } from '../../deterministic/index.ts';
import { aSegment } from '../../factories/index.ts';
import { DISCLAIMER, heading, paragraph } from '../../fiction/paragraphs.ts';
import type { Workshop } from '../workshop.ts';
import type { Pending } from './documents.ts';

/** Paragraphs are searched by an index that is dear to keep: small portions let the other lanes go on. */
const SEGMENTS_AT_ONCE = 4_000;
const HEADING_EVERY = 6;

/** Writes the text of every edition, and then lets each be what it is to be. */
export async function writeTexts(
  workshop: Workshop,
  name: string,
  editions: readonly Pending[],
  segments: number,
): Promise<void> {
  const { loader, ids } = workshop;
  const dice = workshop.dice.called(`texts/${name}`);
  const shares = new Shares(segments, editions.length);
  let batch = loader.batch();
  for (const { id } of editions) {
    const count = shares.next(1);
    for (let ordinal = 1; ordinal <= count; ordinal += 1) {
      batch.add(
        Segment,
        aSegment({
          id: ids.next('segment'),
          edition: id,
          ordinal,
          heading: ordinal % HEADING_EVERY === 2 ? heading(Math.floor(ordinal / HEADING_EVERY)) : null,
          text: ordinal === 1 ? DISCLAIMER : paragraph(dice),
        }),
      );
    }
    if (batch.rows >= SEGMENTS_AT_ONCE) {
      await loader.writeThrough(batch);
      batch = loader.batch();
    }
  }
  const settled = editions.filter(({ status }) => status !== PublicationStatus.DRAFT);
  batch.afterwards(
    'update policy_edition e set status = s.status from unnest($1::uuid[], $2::text[]) s(id, status) where e.id = s.id',
    [settled.map(({ id }) => id), settled.map(({ status }) => status)],
  );
  await loader.writeThrough(batch);
}
