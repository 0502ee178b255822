import { readFileSync } from 'node:fs';
import { TrustedDocuments, type Manifest } from '../platform/graphql/index.ts';

/** The stored operations of the hub's own clients, and those that their earlier builds still send. */
export function trustedDocuments(): TrustedDocuments {
  const read = (name: string): Manifest =>
    JSON.parse(readFileSync(new URL(`../../schema/${name}`, import.meta.url), 'utf8')) as Manifest;
  return new TrustedDocuments(read('trusted-documents.json'), read('retired-documents.json'));
}
