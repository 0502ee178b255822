import { createRequire } from 'node:module';
import { posix } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PlantedProject } from './planted-project.ts';

interface Violation {
  from: string;
  to: string;
  rule: { name: string };
}

/** The order of the house, written down a second time on purpose: the rules must agree with it. */
const ORDER = [
  ['src/main.ts', 'src/tasks/migrate.ts'],
  ['src/app.ts'],
  ['src/domains/index.ts'],
  // `surveys` stands for a fifth feature, for which nobody touches the rules.
  ['courses', 'meetings', 'volunteering', 'surveys'].map((name) => `src/domains/${name}/index.ts`),
  ['src/domains/policy/index.ts'],
  [
    'src/domains/notices/index.ts',
    'src/domains/timetable/index.ts',
    'src/domains/recurrence/index.ts',
    'src/domains/topics/index.ts',
  ],
  ['src/domains/identity/index.ts'],
  ['src/domains/people/index.ts'],
  ['src/domains/notice-kinds/index.ts'],
  ['src/platform/http/index.ts', 'src/platform/exports/index.ts'],
  ['src/platform/graphql/index.ts'],
  ['src/platform/rates/index.ts'],
  ['src/platform/commands/index.ts'],
  ['src/platform/reading/index.ts'],
  ['src/platform/request/index.ts'],
  ['src/platform/auth/index.ts'],
  ['src/platform/jobs/index.ts'],
  ['src/platform/wechat/index.ts'],
  ['src/platform/database/index.ts'],
  ['src/platform/observability/index.ts'],
  ['src/platform/config/index.ts', 'src/platform/documents/index.ts'],
  ['src/platform/errors/index.ts'],
  ['src/platform/memory/index.ts', 'src/platform/calendar/index.ts'],
];

const V = 'src/domains/volunteering';
/** That of a domain with layers, likewise. */
const LAYERS = ['rights', 'records', 'service', 'organising', 'places', 'volunteers', 'notices', 'model'];
const UP_A_LAYER = LAYERS.flatMap((layer, rank) =>
  [`${V}/index.ts`, ...LAYERS.slice(0, rank).map((upper) => `${V}/${upper}/index.ts`)].map(
    (upper) => [`${V}/${layer}/planted-layer.ts`, upper] as const,
  ),
);
const DOWN_A_LAYER = LAYERS.flatMap((layer, rank) => [
  [`${V}/volunteering.checks.ts`, `${V}/${layer}/index.ts`] as const,
  ...LAYERS.slice(rank + 1).map((lower) => [`${V}/${layer}/index.ts`, `${V}/${lower}/index.ts`] as const),
]);

const C = 'src/domains/courses';
const P = 'src/domains/people';

/** What the rules allow: who → what it imports. `type:` makes it a type-only import, `late:` one that waits until it is needed. */
const ALLOWED: [from: string, ...to: string[]][] = [
  [
    `${C}/courses.resolvers.ts`,
    `${C}/publish-course.ts`,
    `${C}/publish-course.graphql.ts`,
    `${C}/courses.access.ts`,
    `${C}/courses.relations.ts`,
    `${C}/course.entity.ts`,
    `${P}/index.ts`,
    'src/platform/graphql/index.ts',
  ],
  [`${C}/index.ts`, `${C}/editions/index.ts`],
  [
    `${C}/editions/index.ts`,
    `${C}/editions/editions.resolvers.ts`,
    `${C}/publish-course.graphql.ts`,
    'src/platform/graphql/index.ts',
  ],
  [`${C}/publish-course.graphql.ts`, `${C}/course.entity.ts`, `${C}/publish-course.ts`],
  [`${C}/publish-course.ts`, `${C}/courses.access.ts`, `${C}/course.entity.ts`, `${C}/editions/open-edition.ts`],
  [`${C}/editions/open-edition.ts`, `${C}/course.entity.ts`],
  [`${C}/courses.relations.ts`, `${C}/courses.access.ts`, `${C}/course.entity.ts`, `${C}/publish-course.graphql.ts`],
  [`${C}/courses.access.ts`, `${C}/course.entity.ts`, `${P}/index.ts`],
  [`${C}/courses.checks.ts`, 'src/platform/graphql/index.ts'],
  [`${C}/course.entity.ts`, `${C}/lecturer.entity.ts`, `${C}/course-state.enum.ts`, `${P}/index.ts`],
  [`${C}/lecturer.entity.ts`, 'src/platform/database/index.ts'],
  [`${C}/course-state.enum.ts`, 'src/platform/graphql/index.ts'],
  ['src/platform/documents/index.ts', 'type:pdfkit', 'late:fontkit'],
  ['src/migrations/first.ts', 'production-package'],
  ['src/migrations/index.ts', 'src/migrations/first.ts'],
  ['src/tasks/create-admin.ts', 'src/app.ts', 'src/migrations/index.ts', 'type:dev-package'],
  ['seeds/start.ts', 'src/main.ts', `${P}/index.ts`, 'dev-package'],
  ['test/courses/publish.test.ts', 'seeds/start.ts', `${C}/index.ts`, 'src/app.ts', 'dev-package'],
];

/** What each rule is there to refuse. */
const REFUSED: [rule: string, from: string, to: string][] = [
  ['features-do-not-know-one-another', `${C}/planted-feature.ts`, 'src/domains/meetings/index.ts'],
  ['no-new-room', 'src/lib/planted.ts', 'src/platform/errors/index.ts'],
  ['no-new-room', 'src/platform/strings/planted.ts', 'src/platform/errors/index.ts'],
  ['no-use-of-a-new-room', 'src/platform/http/planted-room.ts', 'src/platform/strings/planted.ts'],
  ['migrations-import-nothing-of-ours', 'src/migrations/planted.ts', 'src/platform/errors/index.ts'],
  ['migrations-are-for-the-app', 'src/platform/database/planted.ts', 'src/migrations/first.ts'],
  ['src-knows-no-seeds-or-tests', 'src/app.ts', 'seeds/start.ts'],
  ['src-knows-no-seeds-or-tests', 'src/app.ts', 'test/planted.test.ts'],
  ['seeds-know-no-tests', 'seeds/planted.ts', 'test/planted.test.ts'],
  ['no-circles', `${P}/planted-left.entity.ts`, `${P}/planted-right.entity.ts`],
  ['domains-enter-domains-by-the-index', `${C}/planted.entity.ts`, `${P}/planted-left.entity.ts`],
  ['domains-enter-domains-by-the-index', `${C}/planted-door.ts`, `${P}/planted/index.ts`],
  ['all-others-enter-domains-by-the-index', 'src/app.ts', `${C}/course.entity.ts`],
  ['all-others-enter-domains-by-the-index', 'src/domains/index.ts', `${C}/course.entity.ts`],
  ['all-others-enter-domains-by-the-index', 'seeds/planted.ts', `${C}/course.entity.ts`],
  ['all-others-enter-domains-by-the-index', 'test/planted.test.ts', `${C}/course.entity.ts`],
  ['volunteering-enters-its-layers-by-the-index', `${V}/places/signups/planted.ts`, `${V}/model/planted.ts`],
  ['volunteering-enters-its-layers-by-the-index', `${V}/planted.ts`, `${V}/model/planted.ts`],
  ['volunteering-has-no-other-layer', `${V}/planted.ts`, `${V}/attics/index.ts`],
  ['only-the-index-reads-resolvers', `${C}/planted-caller.ts`, `${C}/courses.resolvers.ts`],
  ['only-the-index-reads-resolvers', `${C}/planted.resolvers.ts`, `${C}/courses.resolvers.ts`],
  ['graphql-stays-outside', `${C}/planted-caller.ts`, `${C}/publish-course.graphql.ts`],
  ['graphql-stays-outside', `${C}/planted.entity.ts`, `${C}/publish-course.graphql.ts`],
  ['graphql-stays-outside', `${C}/planted.access.ts`, `${C}/publish-course.graphql.ts`],
  ['entities-lean-on-entities', `${C}/planted.entity.ts`, `${C}/publish-course.ts`],
  ['entities-lean-on-entities', `${C}/planted.entity.ts`, `${C}/courses.access.ts`],
  ['enums-are-leaves', `${C}/planted.enum.ts`, `${C}/course.entity.ts`],
  ['access-knows-no-commands', `${C}/planted.access.ts`, `${C}/publish-course.ts`],
  ['access-knows-no-commands', `${C}/planted.access.ts`, `${C}/courses.resolvers.ts`],
  ['checks-stand-alone', `${C}/planted.checks.ts`, `${C}/publish-course.ts`],
  ['src-uses-production-packages', 'src/platform/http/planted-room.ts', 'dev-package'],
  ['makers-of-documents-wait', 'src/platform/documents/planted-maker.ts', 'pdfkit'],
  ['packages-are-declared', 'src/platform/http/planted-room.ts', 'stowaway'],
  ['imports-exist', 'src/platform/http/planted-room.ts', 'src/platform/http/nowhere.ts'],
];

/** Closes the circle of planted entities with a type alone: types count. */
const BACK = [`${P}/planted-right.entity.ts`, `type:${P}/planted-left.entity.ts`] as const;

/** Each room leans on its own rank and on every rank above: a file beside, or the room itself if it is one file. */
const beside = (file: string): string =>
  /^src\/(?:main|app|domains\/index)\.ts$/.test(file) ? file : file.replace(/[^/]+$/, 'planted-rank.ts');
const UPWARDS = ORDER.flatMap((rooms, rank) =>
  rooms.flatMap((room) =>
    ORDER.slice(0, rank + 1)
      .flat()
      .filter((other) => other !== room)
      .map((other) => [beside(room), other] as const),
  ),
);

const bare = (target: string) => target.replace(/^(?:type|late):/, '');
const isFile = (target: string) => /\.ts$/.test(target);

const specifier = (from: string, target: string) =>
  isFile(target) ? `./${posix.relative(posix.dirname(from), bare(target))}` : bare(target);
const importLine = (from: string, target: string) =>
  target.startsWith('late:')
    ? `void import('${specifier(from, target)}');`
    : `import ${target.startsWith('type:') ? 'type {} from ' : ''}'${specifier(from, target)}';`;

function projectOf(edges: readonly (readonly [string, string])[], missing: readonly string[] = []): PlantedProject {
  const lines = new Map<string, string[]>();
  const linesOf = (file: string) => lines.get(file) ?? lines.set(file, ['export {};']).get(file)!;
  for (const [from, to] of edges) {
    linesOf(from).push(importLine(from, to));
    if (isFile(to) && !missing.includes(to)) linesOf(bare(to));
  }
  const files: Record<string, string> = {
    'package.json': JSON.stringify({
      type: 'module',
      dependencies: { 'production-package': '1', pdfkit: '1', fontkit: '1' },
      devDependencies: { 'dev-package': '1' },
    }),
  };
  for (const name of ['production-package', 'pdfkit', 'fontkit', 'dev-package', 'stowaway']) {
    files[`node_modules/${name}/package.json`] = JSON.stringify({ name, version: '1.0.0', main: 'index.js' });
    files[`node_modules/${name}/index.js`] = '';
  }
  for (const [file, text] of lines) files[file] = text.join('\n');
  return new PlantedProject(['.dependency-cruiser.cjs', 'tsconfig.json'], files);
}

function cruise(project: PlantedProject) {
  const { status, report } = project.run<{ summary: { violations: Violation[]; totalDependenciesCruised: number } }>(
    'dependency-cruiser/bin/dependency-cruise.mjs',
    '--output-type',
    'json',
    'src',
    'seeds',
    'test',
  );
  return { status, ...report.summary };
}

const DOWNWARDS = ORDER.flatMap((rooms, rank) =>
  rooms.flatMap((room) =>
    ORDER.slice(rank + 1)
      .flat()
      .map((lower) => [room, lower] as const),
  ),
);
const KEPT = [
  ...DOWNWARDS,
  ...DOWN_A_LAYER,
  ...ALLOWED.flatMap(([from, ...targets]) => targets.map((to) => [from, to] as const)),
];

describe('import rules', () => {
  const projects: PlantedProject[] = [];
  let violations: Violation[] = [];
  const found = (from: string, to: string) =>
    violations
      // What cannot be resolved is named as it was written; a package by its file.
      .filter((one) => one.from === from)
      .filter((one) => [to, specifier(from, to)].includes(one.to) || one.to.includes(`node_modules/${to}/`))
      .map((one) => one.rule.name);

  beforeAll(() => {
    const planted = projectOf(
      [...KEPT, ...UPWARDS, ...UP_A_LAYER, BACK, ...REFUSED.map(([, from, to]) => [from, to] as const)],
      ['src/platform/http/nowhere.ts'],
    );
    projects.push(planted);
    ({ violations } = cruise(planted));
  });
  afterAll(() => projects.forEach((project) => project.remove()));

  test('a house in order has no violation, though every room uses every room below it', () => {
    const clean = projectOf(KEPT);
    projects.push(clean);
    const result = cruise(clean);
    expect(result.violations.map((one) => `${one.rule.name}: ${one.from} → ${one.to}`)).toEqual([]);
    expect(result.totalDependenciesCruised).toBeGreaterThanOrEqual(KEPT.length);
  });

  test('no room leans on its own rank or on one above it', () => {
    const missed = UPWARDS.filter(
      ([from, to]) => !found(from, to).some((rule) => /-leans-down$|^features-do-not-know/.test(rule)),
    );
    expect(missed).toEqual([]);
  });

  test('no layer of a domain leans on one above it, nor on the door of the domain', () => {
    const missed = UP_A_LAYER.filter(
      ([from, to]) => !found(from, to).some((rule) => /^volunteering-\w+-leans-down$/.test(rule)),
    );
    expect(missed).toEqual([]);
  });

  test.each(REFUSED)('%s: %s → %s', (rule, from, to) => {
    expect(found(from, to)).toContain(rule);
  });

  test('every rule has been seen to bite', () => {
    const configuration = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
      forbidden: { name: string }[];
    };
    const silent = configuration.forbidden
      .map((rule) => rule.name)
      .filter((name) => !violations.some((one) => one.rule.name === name));
    expect(silent).toEqual([]);
  });
});
