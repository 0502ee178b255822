/**
 * `npm run build:client`: a package for front ends, in dist-client/ or the folder that is named, to be installed from there or packed. It needs nothing of the hub.
 *  - client/, generated/: modules for bundlers and Node, with their types;
 *  - mini-program/: the same without documents, as a mini-program reads modules (`miniprogram` in package.json);
 *  - <client>.js: what older tools find that look for files where package.json names `exports`, before they look for folders;
 *  - the schema, the manifest of the stored operations, and recorded answers to develop against.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const OUT = process.argv[2] ?? 'dist-client';
const CLIENTS = ['mini-program', 'admin', 'analyst'] as const;

function compile(...options: readonly string[]): void {
  const { status } = spawnSync('npx', ['--no-install', 'tsc', '-p', 'tsconfig.client.json', ...options], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** A module, with its types, that is another one by a shorter name. */
function passOn(file: string, module: string, form: 'commonjs' | 'esm'): void {
  writeFileSync(
    `${file}.js`,
    form === 'esm' ? `export * from '${module}.js';\n` : `module.exports = require('${module}.js');\n`,
  );
  writeFileSync(`${file}.d.ts`, `export * from '${module}.js';\n`);
}

rmSync(OUT, { recursive: true, force: true });
compile('--outDir', OUT);
compile('--outDir', `${OUT}/mini-program`, '--module', 'commonjs', '--verbatimModuleSyntax', 'false');

// A mini-program requires by the places of files, and has no graphql that documents could be read with.
for (const name of ['typed-document', ...CLIENTS])
  for (const kind of ['js', 'd.ts']) rmSync(`${OUT}/mini-program/generated/${name}.${kind}`);
writeFileSync(`${OUT}/mini-program/package.json`, '{ "type": "commonjs" }\n');
passOn(`${OUT}/mini-program/index`, './client/index', 'commonjs');
for (const client of CLIENTS) {
  passOn(`${OUT}/mini-program/${client}`, `./generated/${client}-operations`, 'commonjs');
  passOn(`${OUT}/${client}`, `./generated/${client}-operations`, 'esm');
}

for (const file of ['hub.graphql', 'trusted-documents.json']) cpSync(`schema/${file}`, `${OUT}/${file}`);
mkdirSync(`${OUT}/answers`);
cpSync('schema/client/answers', `${OUT}/answers`, { recursive: true });
cpSync('schema/client/README.md', `${OUT}/README.md`);

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const described = JSON.parse(readFileSync('schema/client/package.json', 'utf8')) as object;
writeFileSync(`${OUT}/package.json`, `${JSON.stringify({ ...described, version }, null, 2)}\n`);
