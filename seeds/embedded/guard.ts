import { spawn } from 'node:child_process';

/**
 * A test run that is killed cannot clean up, and its throw-away cluster would run and lie there for ever. A shell
 * waits at a pipe that closes when this process ends, however that comes about, and then does what is left to do.
 * It looks at the command line as well: a number that was left in a file may belong to another program by then.
 * The second removal is for an initdb that outlived us and was still writing.
 */
const SCRIPT = `
read -r _
pid=$(head -n 1 "$1/postmaster.pid" 2>/dev/null)
command=$({ tr '\\0' ' ' <"/proc/$pid/cmdline" || ps -ww -o command= -p "$pid"; } 2>/dev/null)
if [ -n "$pid" ] && [ "\${command#*"-D $1 -c"}" != "$command" ]; then
  kill -INT "$pid"
  n=0
  while [ -e "$1/postmaster.pid" ] && [ $n -lt 100 ]; do sleep 0.1; n=$((n + 1)); done
fi
shift
rm -rf -- "$@"
sleep 1
rm -rf -- "$@"
`;

export interface Guard {
  dismiss(): void;
}

export function guardAgainstKill(data: string, folders: readonly string[]): Guard {
  if (process.platform === 'win32') return { dismiss: () => undefined };
  const shell = spawn('/bin/sh', ['-c', SCRIPT, 'embedded-postgres-guard', data, ...folders], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // Its absence costs tidiness after a kill and nothing else.
  shell.on('error', () => undefined);
  shell.stdin.on('error', () => undefined);
  shell.unref();
  (shell.stdin as typeof shell.stdin & { unref(): void }).unref();
  return { dismiss: () => void shell.kill('SIGKILL') };
}
