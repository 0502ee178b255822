import { setFlagsFromString } from 'node:v8';

/** In percent of what was in use after the last collection: the heap may grow by so much before the next one. V8 would let it double. */
const USUAL_GROWTH = 50;
const GROWTH_BESIDE_LARGE_ANSWERS = 10;
const AFTER_LARGE_ANSWERS_MS = 5_000;

let untilUsual: NodeJS.Timeout | undefined;

/** For a whole process, before anything much is allocated. */
export function boundHeapGrowth(): void {
  letHeapGrowBy(USUAL_GROWTH);
}

/**
 * Large answers leave much behind that nobody needs any more, and V8 would rather ask the system for more than look for it: a burst of them
 * took 250 MB. While they are made and for a while after, the heap is collected early. It is not always: that costs a list of a hundred rows
 * a third more of the CPU.
 */
export function collectEarlyForLargeAnswer(): void {
  if (untilUsual) return void untilUsual.refresh();
  letHeapGrowBy(GROWTH_BESIDE_LARGE_ANSWERS);
  untilUsual = setTimeout(() => {
    untilUsual = undefined;
    letHeapGrowBy(USUAL_GROWTH);
  }, AFTER_LARGE_ANSWERS_MS).unref();
}

function letHeapGrowBy(percent: number): void {
  setFlagsFromString(`--heap-growing-percent=${percent}`);
}
