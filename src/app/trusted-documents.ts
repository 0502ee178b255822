import { readFileSync } from 'node:fs';
import { TrustedDocuments, type Manifest } from '../platform/graphql/index.ts';

/** What the hub's own clients send, and what their earlier builds still do. */
export function trustedDocuments(): TrustedDocuments {
  const read = (name: string): Manifest =>
    JSON.parse(readFileSync(new URL(`../../schema/${name}`, import.meta.url), 'utf8')) as Manifest;
  return new TrustedDocuments(read('trusted-documents.json'), read('retired-documents.json'));
}
