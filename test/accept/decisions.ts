/** What no command can write, for somebody must decide it: found without a database, each with the place where it is written down. */
import { existsSync, readFileSync } from 'node:fs';
import type { EntityMetadata } from '@mikro-orm/core';
import type { GraphQLSchema } from 'graphql';
import { sampleFileOf } from '../../seeds/samples/index.ts';
import { checks, describeEntities, domains, hubSchema, permissions } from '../../src/app.ts';
import { printHubSchema } from '../../src/platform/graphql/index.ts';
import { idsWithoutType, textsOfCalls } from '../access/calls.ts';
import { DECIDES } from '../access/own-cases.ts';
import { HELD_BY, unthoughtTypes } from '../access/who-may.ts';
import { uncountedLists } from '../budgets/given-lists.ts';
import { plants } from '../checks/plants.ts';
import { declaredRules, withoutCase } from '../checks/rules.ts';
import { acceptedBreaks, breaksBetween, publishedSchema, unaccepted } from '../contract/breaks.ts';
import { unexplained } from '../contract/glossary.ts';
import { unthoughtOperations } from '../contract/not-for.ts';
import { nodeTypes } from '../support/crawl.ts';
import { heldToFileOf } from '../support/held-to.ts';

/** The file of the domain, where what is named begins with its name. */
const heldTo = (name: string): string => heldToFileOf(name.slice(0, name.indexOf('.')));

/** Their rows tell of things of other domains, in whose samples they stand. */
const WRITTEN_BY_OTHERS = new Set(['timetable', 'notices', 'tasks', 'topics']);

function breaks(): string[] {
  const { text } = publishedSchema(process.cwd());
  const found = breaksBetween(text, printHubSchema(hubSchema().schema));
  return unaccepted(found, acceptedBreaks(readFileSync('schema/ACCEPTED_BREAKS.md', 'utf8'))).map(
    (line) => `breaks clients: keep and deprecate what they use, or write into schema/ACCEPTED_BREAKS.md: ${line}`,
  );
}

/** The file of the domain to which a type, a table of it or a mutation belongs. */
function fileOf(owns: (domain: (typeof domains)[number]) => boolean): string {
  return heldToFileOf(domains.find(owns)?.name ?? '<domain>');
}

function texts(): string[] {
  const mutations = new Map(domains.flatMap((domain) => domain.mutations).map((each) => [each.name, each]));
  return textsOfCalls()
    .filter(({ path }) => path[0] !== 'idempotencyKey')
    .filter(({ field, name }) => !(name.slice(field.length + 1) in (mutations.get(field)!.texts ?? {})))
    .map(({ field, name }) => `${name} is a text: say of which form in \`texts\` of mutation('${field}', …).`);
}

/** Who reaches a type. */
export const reached = (types: readonly string[] = nodeTypes.map(({ name }) => name)): string[] =>
  unthoughtTypes(types).map(
    (name) =>
      `${name} is reached by whom? Write it as \`reachedBy\` of ${fileOf(({ readables }) => readables.some(({ entity }) => entity.name === name))}.`,
  );

/** A row that a rule of the database refuses. */
export function refused(
  entities: readonly EntityMetadata[] = [...describeEntities().getMetadata().getAll().values()],
): string[] {
  return entities.flatMap((each) =>
    withoutCase(declaredRules([each])).map(
      (rule) =>
        `${rule} has refused nothing yet: write a row that it refuses as \`refusals\` of ${fileOf((domain) => domain.entities.some(({ name }) => name === each.className))}.`,
    ),
  );
}

/** So many things for a mutation that takes a list of them. */
export const counted = (schema: GraphQLSchema = hubSchema().schema): string[] =>
  uncountedLists(schema).map(
    (name) =>
      `${name} takes a list: give it rows as \`lists\` of ${fileOf(({ mutations }) => mutations.some((each) => each.name === name))}.`,
  );

/** Whom a new operation of the admin client is not for. */
export const asked = (published?: string): string[] =>
  unthoughtOperations(published).map(
    (name) =>
      `${name} is a new operation of the admin client: write whom it is not for, or [] where it is for all, as \`notFor\` of ${heldToFileOf('<domain>')}.`,
  );

/** One sentence for each. */
export function decisions(): string[] {
  // A text is looked for in a call, and no call can be made with an id of which nobody knows the type.
  const ids = idsWithoutType();
  return [
    ...breaks(),
    ...(ids.length > 0 ? ids : texts()),
    ...reached(),
    ...refused(),
    ...counted(),
    ...asked(),
    ...unexplained(),
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
