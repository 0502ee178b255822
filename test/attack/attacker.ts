/** A process of its own that attacks a hub: told by its parent of what kind, and tells what became of it. */
import { bursts, type Target } from './bursts.ts';
import type { Counts } from './sockets.ts';

process.on('disconnect', () => process.exit(0));
process.on('message', ({ name, target }: { name: string; target: Target }) => {
  const burst = bursts.find((each) => each.name === name)!;
  const counts: Counts = {};
  const over = new AbortController();
  const clock = setTimeout(() => over.abort(), target.lastsMs);
  void burst.run({ ...target, port: Number(new URL(target.url).port), over: over.signal, counts }).finally(() => {
    clearTimeout(clock);
    over.abort();
    process.send!(counts);
  });
});
process.send!('ready');
