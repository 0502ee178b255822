import { closeSync, existsSync, openSync, readSync, renameSync, statSync } from 'node:fs';

const ROTATE_ABOVE = 2_000_000;
const TAIL_LINES = 15;

/**
 * PostgreSQL writes to a file, not to a pipe of ours: it may outlive this process, and a broken pipe would swallow
 * just the lines that tell what happened then.
 */
export class ServerLog {
  private timer: NodeJS.Timeout | undefined;
  private position = 0;

  constructor(
    private readonly path: string,
    private readonly onLine: ((line: string) => void) | undefined,
  ) {
    if (existsSync(path) && statSync(path).size > ROTATE_ABOVE) renameSync(path, `${path}.previous`);
    closeSync(openSync(path, 'a', 0o600));
    this.position = this.size();
  }

  openForWriting(): number {
    return openSync(this.path, 'a', 0o600);
  }

  size(): number {
    return statSync(this.path).size;
  }

  note(line: string): void {
    this.onLine?.(line);
  }

  textSince(position: number): string {
    return this.bytesSince(position).toString('utf8');
  }

  /** For the messages of errors, so that nobody has to go and look for the file first. */
  lastLines(since = 0): string {
    const lines = this.textSince(Math.max(since, this.size() - 16_000))
      .trimEnd()
      .split('\n')
      .slice(-TAIL_LINES);
    return `The last lines of ${this.path}:\n${lines.map((line) => `  ${line}`).join('\n')}`;
  }

  follow(): void {
    if (!this.onLine || this.timer) return;
    this.timer = setInterval(() => this.deliver(), 200).unref();
  }

  close(): void {
    clearInterval(this.timer);
    if (this.onLine && existsSync(this.path)) this.deliver();
  }

  /** Whole lines only: what has been written so far may end in the middle of a line, or of a character. */
  private deliver(): void {
    const text = this.bytesSince(this.position);
    const end = text.lastIndexOf('\n') + 1;
    if (end === 0) return;
    this.position += end;
    for (const line of text.toString('utf8', 0, end - 1).split('\n')) this.onLine?.(line);
  }

  private bytesSince(position: number): Buffer {
    const file = openSync(this.path, 'r');
    try {
      const buffer = Buffer.alloc(Math.max(0, this.size() - position));
      return buffer.subarray(0, readSync(file, buffer, 0, buffer.length, position));
    } finally {
      closeSync(file);
    }
  }
}
