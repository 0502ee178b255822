/** What no command can write, for somebody must decide it: found without a database, each with the place where it is written down. */
import { existsSync, readFileSync } from 'node:fs';
import { sampleFileOf } from '../../seeds/samples/index.ts';
import { checks, domains, hubSchema, permissions } from '../../src/app.ts';
import { printHubSchema } from '../../src/platform/graphql/index.ts';
import { textsOfCalls } from '../access/calls.ts';
import { DECIDES } from '../access/own-cases.ts';
import { HELD_BY } from '../access/who-may.ts';
import { plants } from '../checks/plants.ts';
import { acceptedBreaks, breaksBetween, publishedSchema, unaccepted } from '../contract/breaks.ts';
import { heldToFileOf } from '../support/held-to.ts';

/** The file of the domain, where what is named begins with its name. */
const heldTo = (name: string): string => heldToFileOf(name.slice(0, name.indexOf('.')));

/** Their rows tell of things of other domains, in whose samples they stand. */
const WRITTEN_BY_OTHERS = new Set(['timetable', 'notices', 'topics']);

function breaks(): string[] {
  const { text } = publishedSchema(process.cwd());
  const found = breaksBetween(text, printHubSchema(hubSchema().schema));
  return unaccepted(found, acceptedBreaks(readFileSync('schema/ACCEPTED_BREAKS.md', 'utf8'))).map(
    (line) => `breaks clients: keep and deprecate what they use, or write into schema/ACCEPTED_BREAKS.md: ${line}`,
  );
}

function texts(): string[] {
  const mutations = new Map(domains.flatMap((domain) => domain.mutations).map((each) => [each.name, each]));
  return textsOfCalls()
    .filter(({ path }) => path[0] !== 'idempotencyKey')
    .filter(({ field, name }) => !(name.slice(field.length + 1) in (mutations.get(field)!.texts ?? {})))
    .map(({ field, name }) => `${name} is a text: say of which form in \`texts\` of mutation('${field}', …).`);
}

/** One sentence for each. */
export function decisions(): string[] {
  return [
    ...breaks(),
    ...texts(),
    ...domains
      .filter(({ name }) => !existsSync(sampleFileOf(name)) && !WRITTEN_BY_OTHERS.has(name))
      .map(({ name }) => `${name} has no sample: write ${sampleFileOf(name)}.`),
    ...Object.keys(permissions)
      .filter((name) => !(name in HELD_BY))
      .map((name) => `${name} is held by whom? Write it a second time, as \`permissions\` of ${heldTo(name)}.`),
    ...checks
      .filter(({ name }) => !plants.some(({ check }) => check === name))
      .map(({ name }) => `${name} has never been seen to bite: write \`plants\` of ${heldTo(name)}.`),
    ...domains.flatMap((domain) =>
      domain.mutations
        .filter(({ name, ownCase }) => ownCase === 'REFUSED' && !(name in DECIDES))
        .map(({ name }) => `${name} decides about somebody: write \`ownCases\` of ${heldToFileOf(domain.name)}.`),
    ),
  ];
}
