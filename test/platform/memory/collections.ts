/** A process of its own, for the flags of V8 are a process's: tells how often its heap was collected for the same work. */
import { constants, PerformanceObserver, type NodeGCPerformanceDetail } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { boundHeapGrowth, collectEarlyForLargeAnswer } from '../../../src/platform/memory/index.ts';

let collections = 0;
new PerformanceObserver((list) => {
  for (const { detail } of list.getEntries() as unknown as { readonly detail: NodeGCPerformanceDetail }[])
    if (detail.kind === constants.NODE_PERFORMANCE_GC_MAJOR) collections += 1;
}).observe({ entryTypes: ['gc'] });

const OBJECTS_OF_A_MEGABYTE = 20_000;

/** Some 600 MB, of which a tenth is in use at a time; of small objects, for large ones are collected by bounds of their own. */
async function work(beside: () => void = () => undefined): Promise<number> {
  collections = 0;
  const inUse: object[][] = [];
  for (let made = 0; made < 600; made += 1) {
    inUse[made % 60] = Array.from({ length: OBJECTS_OF_A_MEGABYTE }, (_, number) => ({ number, made }));
    beside();
    await nextTurn();
  }
  return collections;
}

boundHeapGrowth();
await work(); // Until then the heap has not been collected by the bound.
const usual = await work();
// Large answers come all the time: on a slow machine the work takes longer than they are remembered.
await work(collectEarlyForLargeAnswer);
process.stdout.write(JSON.stringify({ usual, besideLargeAnswers: await work(collectEarlyForLargeAnswer) }));
