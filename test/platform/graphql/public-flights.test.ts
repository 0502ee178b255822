import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { guest } from '../../../src/domains/people/index.ts';
import type { Execution } from '../../../src/platform/graphql/execution/execution.ts';
import { PublicAnswers, type AskedByAddress } from '../../../src/platform/graphql/public/public-answers.ts';
import type { OperationLog } from '../../../src/platform/graphql/operation-log.ts';
import type { RequestContext } from '../../../src/platform/request/index.ts';

const ASKED = { request: { stored: { id: 'a', operation: 'Catalogue' } }, runnable: {} } as unknown as AskedByAddress;
const CONTEXT = { viewer: guest, now: new Date() } as unknown as RequestContext;
const PUBLIC = {
  status: 200,
  text: '{}',
  dependence: { impersonal: true, tables: new Set(['course']), clock: 'never' as const },
};

/** Ten guests at the same moment, of whose readings the first so many fail. @returns how many were begun, and how many are told */
async function askedTogether(failing: number): Promise<[number, number]> {
  let reads = 0;
  const execution = {
    async answer() {
      reads += 1;
      const fails = reads <= failing;
      await sleep(10);
      if (fails) throw new Error('Come again.');
      return PUBLIC;
    },
  };
  const answers = new PublicAnswers(
    execution as unknown as Execution,
    { on: true, seconds: 10, maxAgeSeconds: 60, most: 100, mostBytes: 1_000_000 },
    { note: () => undefined } as unknown as OperationLog,
  );
  answers.hear(new Set(['course']));
  const told = await Promise.allSettled(Array.from({ length: 10 }, () => answers.answer(ASKED, CONTEXT)));
  return [reads, told.filter(({ status }) => status === 'fulfilled').length];
}

it('where whoever reads for all fails, one of those who wait reads, and not each of them', async () => {
  expect(await askedTogether(0)).toEqual([1, 10]);
  expect(await askedTogether(1)).toEqual([2, 9]);
  // Twice is no accident: nobody waits for a third.
  expect(await askedTogether(2)).toEqual([2 + 8, 8]);
});
