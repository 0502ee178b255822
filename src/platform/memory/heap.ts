import { setFlagsFromString } from 'node:v8';

/** V8's own: by how much the heap may grow, of what was in use after the last collection, before the next one. It would double. */
const GROWTH_PERCENT = 10;

/**
 * Large answers leave much behind that nobody needs any more, and V8 would rather ask the system for more than look for it: a burst of them
 * took 250 MB. Before anything much is allocated, for a whole process.
 */
export function collectEarly(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
}
