/** The part of a stream that progress is shown on. */
export interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const WIDTH = 30;
const REDRAW_AFTER = 100;
const LINE_EVERY = 10;

/** A bar where somebody watches, a line now and then where only a log does. */
export class Progress {
  readonly #screen: Screen;
  readonly #clock: () => number;
  readonly #begun: number;
  #drawn = -Infinity;
  #told = 0;

  constructor(screen: Screen, clock: () => number = () => performance.now()) {
    this.#screen = screen;
    this.#clock = clock;
    this.#begun = clock();
  }

  /** `expected` is a guess: the bar waits short of its end until `finish`. */
  show(rows: number, expected: number): void {
    const share = Math.min(rows / expected, 0.99);
    if (this.#screen.isTTY) this.#redraw(share, rows);
    else if (Math.floor((share * 100) / LINE_EVERY) > this.#told) {
      this.#told = Math.floor((share * 100) / LINE_EVERY);
      this.#screen.write(`${percent(share)}  ${this.#figures(rows)}\n`);
    }
  }

  finish(rows: number): void {
    this.#screen.write(this.#screen.isTTY ? `\r${this.#bar(1, rows)}\n` : `${percent(1)}  ${this.#figures(rows)}\n`);
  }

  #redraw(share: number, rows: number): void {
    const now = this.#clock();
    if (now - this.#drawn < REDRAW_AFTER) return;
    this.#drawn = now;
    this.#screen.write(`\r${this.#bar(share, rows)}`);
  }

  #bar(share: number, rows: number): string {
    const filled = Math.round(share * WIDTH);
    return `[${'█'.repeat(filled)}${'·'.repeat(WIDTH - filled)}] ${percent(share)}  ${this.#figures(rows)}`;
  }

  #figures(rows: number): string {
    return `${rows.toLocaleString('en')} rows, ${((this.#clock() - this.#begun) / 1000).toFixed(1)} s`;
  }
}

function percent(share: number): string {
  return `${String(Math.floor(share * 100)).padStart(3)} %`;
}
