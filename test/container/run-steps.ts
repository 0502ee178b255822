/**
 * Performs the Dockerfile in a clean temporary folder, without Docker, and starts the result.
 *
 *   npm run container -- --build-only
 *   DATABASE_URL=postgres://… npm run container -- -e MIGRATE_ON_START=true -e MIGRATION_DATABASE_URL=postgres://… -e NAME=VALUE
 *
 * --project DIR   another project than this one     --keep   leave the folder for a look
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildImage, strayPackages } from './image.ts';
import { runContainer } from './container.ts';

const { values } = parseArgs({
  options: {
    env: { type: 'string', short: 'e', multiple: true, default: [] },
    project: { type: 'string', default: process.cwd() },
    'build-only': { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const databaseUrl = process.env['DATABASE_URL'];
if (!databaseUrl && !values['build-only']) {
  console.error('DATABASE_URL is missing: the container has no database of its own. (--build-only starts nothing.)');
  process.exit(2);
}

const seconds = (from: number) => `${((Date.now() - from) / 1000).toFixed(1)} s`;
const began = Date.now();
const image = await buildImage(values.project, (line) => console.log(`── ${seconds(began)} ${line}`));
try {
  const strays = strayPackages(image, values.project);
  if (strays.length > 0) throw new Error(`packages that do not belong in the image: ${strays.join(', ')}`);
  console.log(`── built in ${seconds(began)}${values.keep ? `, kept in ${join(image.root, image.workdir)}` : ''}`);

  if (databaseUrl && !values['build-only']) {
    const given = Object.fromEntries(
      values.env.map((pair) => {
        const [, name, value] = /^([^=]+)=(.*)$/s.exec(pair) ?? [];
        if (name === undefined || value === undefined) throw new Error(`-e wants NAME=VALUE: ${pair}`);
        return [name, value];
      }),
    );
    const outcome = await runContainer(image, { DATABASE_URL: databaseUrl, ...given }, 60_000);
    console.log(`── healthy after ${outcome.healthyAfter} ms, stopped ${outcome.stoppedAfter} ms after SIGTERM`);
    if (outcome.exitCode !== 0) {
      throw new Error(`SIGTERM should end it cleanly: exit code ${outcome.exitCode}, signal ${outcome.signal}`);
    }
  }
  console.log(`container: ok (${seconds(began)})`);
} catch (error) {
  console.error(`container: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  if (!values.keep) image.remove();
}
