import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import type { Client } from 'pg';
import { expect, it } from 'vitest';
import { Connections } from '../../../src/platform/database/index.ts';

type Fate = 'is refused' | 'is never answered' | 'is answered';

/** Attempts to connect, of which each ends as is said; the last one as all that follow. */
function attempts(fates: readonly Fate[]): {
  readonly make: () => Client;
  readonly begun: Fate[];
  readonly ended: Fate[];
} {
  const begun: Fate[] = [];
  const ended: Fate[] = [];
  const make = (): Client => {
    const fate = fates[Math.min(begun.length, fates.length - 1)]!;
    begun.push(fate);
    const stream = new PassThrough();
    const connect = (): Promise<void> =>
      new Promise((resolve, reject) => {
        stream.once('close', () => (ended.push(fate), reject(new Error('ended'))));
        if (fate === 'is answered') resolve();
        if (fate === 'is refused') reject(new Error('refused'));
      });
    const end = (): Promise<void> => Promise.resolve();
    return Object.assign(new EventEmitter(), {
      connect,
      end,
      connection: { stream },
      getTransactionStatus: () => 'I',
    }) as unknown as Client;
  };
  return { make, begun, ended };
}

it('one attempt that is never answered holds up nobody: another is made beside it, and the first is given up once that has gone well', async () => {
  const { make, begun, ended } = attempts(['is refused', 'is never answered', 'is answered']);
  const connections = new Connections({ make, most: 3, waitMs: 60_000 });
  // The first is refused with the attempt, as nothing else is there to wait for.
  await expect(connections.lease()).rejects.toThrow();
  const lease = await connections.lease();
  expect(begun).toEqual(['is refused', 'is never answered', 'is answered']);
  await expect.poll(() => ended).toContain('is never answered');
  expect(connections.counts).toMatchObject({ open: 1, waiting: 0 });
  lease.giveBack();
});

it('where none is answered they are tried one after the other, and never more than there may be', async () => {
  const { make, begun } = attempts(['is never answered']);
  const connections = new Connections({ make, most: 2, waitMs: 3_500 });
  await expect(connections.lease()).rejects.toThrow('reached');
  expect(begun).toHaveLength(2);
});
