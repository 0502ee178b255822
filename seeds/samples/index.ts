import { existsSync } from 'node:fs';
import { domains } from '../../src/app.ts';
import type { Batch } from '../writing/index.ts';
import type { Sample, SamplePlace, SampleReach } from './sample.ts';

export { placeOf } from './place.ts';
export type { Sample, SamplePlace, SampleReach } from './sample.ts';

/** Where the sample of a domain stands: nobody lists them. */
export const sampleFileOf = (domain: string): string => `seeds/samples/${domain}.ts`;

async function sampleOf(domain: string): Promise<Sample | undefined> {
  const url = new URL(`./${domain}.ts`, import.meta.url);
  return existsSync(url) ? ((await import(url.href)) as { readonly sample: Sample }).sample : undefined;
}

const samples = (await Promise.all(domains.map(({ name }) => sampleOf(name)))).filter((each) => each !== undefined);

/** Writes the sample of each domain at the place. */
export function writeSamples(batch: Batch, place: SamplePlace, { demonstrated = false } = {}): Required<SampleReach> {
  const written = samples
    .filter(({ inDemonstration = false }) => inDemonstration || !demonstrated)
    .map((sample) => sample.write(batch, place));
  return {
    ofTheSchool: written.flatMap(({ ofTheSchool = [] }) => ofTheSchool),
    personal: written.flatMap(({ personal = [] }) => personal),
    own: written.flatMap(({ own = [] }) => own),
  };
}
