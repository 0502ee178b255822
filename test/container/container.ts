import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathWith, run, type Image } from './image.ts';

/** `nobody`: what stands for the image's own user where the steps are performed as root. */
const NOBODY = 65_534;

export interface Outcome {
  /** Milliseconds until the health check was content. */
  healthyAfter: number;
  /** What the process said when it was asked to stop: 0 is a clean end. */
  exitCode: number | null;
  signal: NodeJS.Signals | null;
  stoppedAfter: number;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * Starts the image's command with the image's environment and what is given, waits for its health check,
 * lets `visit` look at it, sends SIGTERM and waits for the end.
 */
export async function runContainer(
  image: Image,
  given: Record<string, string>,
  patience: number,
  visit: (port: number) => Promise<void> = () => Promise.resolve(),
): Promise<Outcome> {
  const { command, healthcheck } = image.stage;
  if (!command || !healthcheck) throw new Error('the last stage needs CMD and HEALTHCHECK');
  const port = await freePort(); // the published port: the one inside may be taken on this machine
  const env = { PATH: pathWith(image.bin), ...image.env, ...given, PORT: String(port) };
  const cwd = join(image.root, image.workdir);
  const [program = '', ...args] = command;
  const unprivileged = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

  const started = Date.now();
  const child = spawn(program, args, { cwd, env, ...unprivileged, stdio: ['ignore', 'inherit', 'inherit'] });
  const ended = new Promise<Pick<Outcome, 'exitCode' | 'signal'>>((resolve, reject) => {
    child.on('error', reject).on('exit', (exitCode, signal) => resolve({ exitCode, signal }));
  });
  let running = true;
  const over = ended.finally(() => (running = false));

  try {
    while ((await run(healthcheck, { cwd, env })) !== 0) {
      if (!running) throw new Error(`ended before it was healthy, exit code ${(await over).exitCode}`);
      if (Date.now() - started > patience) throw new Error(`not healthy after ${patience} ms`);
      await sleep(200);
    }
    const healthyAfter = Date.now() - started;
    await visit(port);
    const asked = Date.now();
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), patience);
    const end = await over;
    clearTimeout(late);
    return { healthyAfter, ...end, stoppedAfter: Date.now() - asked };
  } finally {
    if (running) child.kill('SIGKILL');
  }
}
