// Who may lean on whom. There is no list of exceptions, and there shall be none: a rule that is in the
// way is either wrong (change it here, and the picture in ARCHITECTURE with it) or right.
// Each rule has a planted violation in test/guards/imports.test.ts, which also fails for a rule without one.

/** Every domain that is not named among RANKS is a feature: a fifth feature needs no line here. */
const FOUNDATIONS = ['notice-kinds', 'people', 'identity', 'timetable', 'notices', 'recurrence', 'topics', 'policy'];
const FEATURE = `^src/domains/(?!(?:${FOUNDATIONS.join('|')})/)([^/]+)/`;

const domain = (name) => ({ name, path: `^src/domains/${name}/` });
const platform = (name) => ({ name: `platform-${name}`, path: `^src/platform/${name}/` });

/** From the top of the house to its ground. A room leans on rooms of lower ranks only, never on its own rank. */
const RANKS = [
  [
    { name: 'main', path: '^src/main\\.ts$' },
    { name: 'tasks', path: '^src/tasks/' },
  ],
  [{ name: 'app', path: '^src/app(?:\\.ts$|/)' }],
  [{ name: 'list-of-domains', path: '^src/domains/index\\.ts$' }],
  [{ name: 'features', path: FEATURE }],
  [domain('policy')],
  [domain('notices'), domain('timetable'), domain('recurrence'), domain('topics')],
  [domain('identity')],
  [domain('people')],
  [domain('notice-kinds')],
  [platform('http'), platform('exports')],
  [platform('graphql')],
  [platform('rates')],
  [platform('commands')],
  [platform('reading')],
  [platform('request')],
  [platform('auth')],
  [platform('jobs')],
  [platform('wechat')],
  [platform('database')],
  [platform('observability')],
  [platform('config'), platform('documents')],
  [platform('errors')],
  [platform('memory'), platform('calendar')],
];

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const ROOMS = RANKS.flatMap((rooms, rank) => rooms.map((room) => ({ ...room, rank })));

const leanDown = ROOMS.flatMap((room) => {
  const closed = ROOMS.filter((other) => other.rank <= room.rank && other.name !== room.name);
  if (closed.length === 0) return [];
  return forbid(
    `${room.name}-leans-down`,
    `${room.name} may use only rooms of lower ranks.`,
    { path: room.path },
    { path: closed.map((other) => other.path) },
  );
});

const KNOWN = [...ROOMS.map((room) => room.path), '^src/migrations/'];

const betweenRooms = [
  ...leanDown,
  forbid(
    'features-do-not-know-one-another',
    'What two features share lives in a room below them.',
    { path: FEATURE },
    { path: FEATURE, pathNot: '^src/domains/$1/' },
  ),
  forbid(
    'no-new-room',
    'A folder in src/ or src/platform/ needs its rank in .dependency-cruiser.cjs.',
    { path: '^src/', pathNot: KNOWN },
    { path: '.' },
  ),
  forbid(
    'no-use-of-a-new-room',
    'A folder in src/ or src/platform/ needs its rank in .dependency-cruiser.cjs.',
    {},
    { path: '^src/', pathNot: KNOWN },
  ),
  forbid(
    'migrations-import-nothing-of-ours',
    'A migration must still run when the code of its day is gone.',
    { path: '^src/migrations/' },
    { path: '^(?:src|seeds|test)/', pathNot: '^src/migrations/' },
  ),
  forbid(
    'migrations-are-for-the-app',
    'Neither platform nor a domain knows the history of the tables.',
    { path: '^src/(?:platform|domains)/' },
    { path: '^src/migrations/' },
  ),
  forbid(
    'src-knows-no-seeds-or-tests',
    'test → seeds → src, never back.',
    { path: '^src/' },
    { path: '^(?:seeds|test)/' },
  ),
  forbid('seeds-know-no-tests', 'test → seeds → src, never back.', { path: '^seeds/' }, { path: '^test/' }),
  forbid(
    'no-circles',
    'Two files that need each other are one file, or lack a third below them. Types count.',
    {},
    { circular: true },
  ),
];

/**
 * A domain that has grown is a house of its own: from its top to its ground. A layer leans on those below it, and on their doors
 * alone; what stands in none of them is the door of the domain.
 */
const LAYERS = {
  volunteering: ['rights', 'records', 'service', 'organising', 'places', 'volunteers', 'notices', 'model'],
};

const betweenLayers = Object.entries(LAYERS).flatMap(([name, layers]) => {
  const layer = (one) => `^src/domains/${name}/${one}/`;
  return [
    ...layers.map((one, index) =>
      forbid(
        `${name}-${one}-leans-down`,
        `${one} may use only layers below it.`,
        { path: layer(one) },
        { path: [...layers.slice(0, index).map(layer), `^src/domains/${name}/[^/]+\\.ts$`] },
      ),
    ),
    forbid(
      `${name}-enters-its-layers-by-the-index`,
      'What other layers may use is exported from the index.ts of a layer.',
      { path: [`^src/domains/${name}/([^/]+)/`, `^src/domains/${name}/[^/]+\\.ts$`] },
      { path: `^src/domains/${name}/(?:${layers.join('|')})/(?!index\\.ts$)`, pathNot: `^src/domains/${name}/$1/` },
    ),
    forbid(
      `${name}-has-no-other-layer`,
      `A folder of ${name} needs its place among LAYERS in .dependency-cruiser.cjs.`,
      {},
      { path: `^src/domains/${name}/(?!(?:${layers.join('|')})/)[^/]+/` },
    ),
  ];
});

const doors = [
  forbid(
    'domains-enter-domains-by-the-index',
    'What others may use is exported from the index.ts of a domain.',
    { path: '^src/domains/([^/]+)/' },
    { path: '^src/domains/[^/]+/(?!index\\.ts$)', pathNot: '^src/domains/$1/' },
  ),
  forbid(
    'all-others-enter-domains-by-the-index',
    'Also app, seeds and tests: what they need is exported from index.ts.',
    { pathNot: '^src/domains/[^/]+/' },
    { path: '^src/domains/[^/]+/(?!index\\.ts$)' },
  ),
];

// A file of a domain says by its name what it is: `sign-up-for-shift.ts` without a second part is a command.
const COMMAND = '^src/domains/.+/(?!index\\.ts$)[^/.]+\\.ts$';

const insideADomain = [
  forbid(
    'only-the-index-reads-resolvers',
    'Resolvers are the outermost layer: the index of their domain or part registers them, nobody calls them.',
    { path: '^src/domains/', pathNot: '^src/domains/.+/index\\.ts$' },
    { path: '^src/domains/.+\\.resolvers\\.ts$' },
  ),
  // Relations declare fields of the schema, so they may name its types.
  forbid(
    'graphql-stays-outside',
    'Commands, access and entities know no inputs, payloads and their enums.',
    { path: '^src/domains/', pathNot: '(?:\\.graphql|\\.resolvers|\\.relations|\\.domain|/index)\\.ts$' },
    { path: '^src/domains/.+\\.graphql\\.ts$' },
  ),
  forbid(
    'entities-lean-on-entities',
    'An entity is a table and its decisions: it knows other entities and the platform.',
    { path: '^src/.+\\.entity\\.ts$' },
    {
      path: '^(?:src|seeds|test)/',
      pathNot: ['\\.(?:entity|enum)\\.ts$', '^src/platform/', '^src/domains/[^/]+/index\\.ts$'],
    },
  ),
  forbid(
    'enums-are-leaves',
    'The words that several entities store know nothing but the platform that publishes them.',
    { path: '^src/domains/.+\\.enum\\.ts$' },
    { path: '^src/', pathNot: ['^src/platform/', '\\.enum\\.ts$'] },
  ),
  forbid(
    'access-knows-no-commands',
    'resolvers → commands → access → entities.',
    { path: '^src/domains/.+\\.access\\.ts$' },
    { path: [COMMAND, '^src/domains/.+\\.(?:resolvers|relations)\\.ts$'] },
  ),
  forbid(
    'checks-stand-alone',
    'A check is SQL about the tables: code that it shared with a command would hide its mistakes.',
    { path: '^src/domains/.+\\.checks\\.ts$' },
    { path: [COMMAND, '^src/domains/.+\\.(?:access|relations|resolvers)\\.ts$'] },
  ),
];

const packages = [
  forbid(
    'src-uses-production-packages',
    'The container holds no devDependencies.',
    { path: '^src/' },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    'makers-of-documents-wait',
    'A hub is ready sooner, and smaller, where what makes files is read when the first one is made.',
    { path: '^src/' },
    { path: 'node_modules/(?:pdfkit|fontkit|write-excel-file)/', dynamic: false, dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    'packages-are-declared',
    'A package that came along with another one may leave with it.',
    {},
    { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  ),
  forbid('imports-exist', 'This file or package is not there.', {}, { couldNotResolve: true }),
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...betweenRooms, ...betweenLayers, ...doors, ...insideADomain, ...packages],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^test/bench/postgraphile/' }, // a project of its own
    // Type-only imports count: a circle of types is a circle in the reader's head.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      mainFields: ['module', 'main', 'types', 'typings'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.cjs', '.json', '.d.ts'],
    },
    skipAnalysisNotInRules: true,
  },
};
