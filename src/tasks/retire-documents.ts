/**
 * `npm run schema` ends with it: what the main branch's manifest holds and the present one does not goes to
 * schema/retired-documents.json, for clients in the field still send it. What the schema does not answer any more is not
 * kept; a test wants an accepted break for each of those.
 * `npm run documents:remove-overdue` removes from there what has been kept for long enough.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { removeOverdue, retire, type Manifest, type RetiredDocuments } from '../platform/graphql/index.ts';
import { publishedFile } from './published-file.ts';

const MANIFEST = 'schema/trusted-documents.json';
const RETIRED = 'schema/retired-documents.json';

const [wish] = process.argv.slice(2);
if (wish !== undefined && wish !== '--remove-overdue') {
  process.stderr.write('Usage: npm run documents:remove-overdue\n');
  process.exit(2);
}
const today = new Date().toISOString().slice(0, 10);
const retired = JSON.parse(readFileSync(RETIRED, 'utf8')) as RetiredDocuments;
const kept =
  wish === undefined
    ? retire({
        published: manifestOf(publishedFile(MANIFEST, process.cwd()).text),
        present: manifestOf(readFileSync(MANIFEST, 'utf8')),
        retired,
        today,
      })
    : removeOverdue(retired, today);
const schema = buildSchema(readFileSync('schema/hub.graphql', 'utf8'));
const answered = Object.entries(kept).filter(([, { document }]) => validate(schema, parse(document)).length === 0);
writeFileSync(RETIRED, `${JSON.stringify(Object.fromEntries(answered), null, 2)}\n`);

function manifestOf(text: string): Manifest {
  return JSON.parse(text) as Manifest;
}
