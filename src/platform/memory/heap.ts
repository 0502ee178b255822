import { setFlagsFromString } from 'node:v8';

/**
 * How the heap grows: `old` in percent of what was in use after the last collection, before the next one (V8 would let it double), and
 * `young`, by which factor the part for what has just been made grows while much of it stays in use.
 */
interface Growth {
  readonly old: number;
  readonly young: number;
}

const USUAL: Growth = { old: 50, young: 2 };
const BESIDE_LARGE_ANSWERS: Growth = { old: 10, young: 1 };
const AFTER_LARGE_ANSWERS_MS = 5_000;

let untilUsual: NodeJS.Timeout | undefined;

/** For a whole process, before anything much is allocated. */
export function boundHeapGrowth(): void {
  letHeapGrow(USUAL);
}

/**
 * Large answers leave much behind that nobody needs any more, and V8 would rather ask the system for more than look for it: a burst of them
 * took 250 MB. While they are made and for a while after, the heap is collected early. It is not always: that costs a list of a hundred rows
 * a third more of the CPU.
 */
export function collectEarlyForLargeAnswer(): void {
  if (untilUsual) return void untilUsual.refresh();
  letHeapGrow(BESIDE_LARGE_ANSWERS);
  untilUsual = setTimeout(() => {
    untilUsual = undefined;
    letHeapGrow(USUAL);
  }, AFTER_LARGE_ANSWERS_MS).unref();
}

function letHeapGrow({ old, young }: Growth): void {
  setFlagsFromString(`--heap-growing-percent=${old}`);
  setFlagsFromString(`--semi-space-growth-factor=${young}`);
}
