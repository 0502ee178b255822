import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectChecksHold } from '../../support/checks.ts';
import { Duties } from '../duties.ts';
import { OneSignup, steps, type Admins, type RecordRow, type Step } from './service-and-attendance.model.ts';

/** Short where every change is tested; MODEL_RUNS=2000 for a night. */
const RUNS = Number(process.env['MODEL_RUNS'] ?? 20);

let duties: Duties;
let admins: Admins;
beforeAll(async () => {
  duties = await Duties.open();
  admins = [await duties.scenario.schoolAdmin(duties.school), await duties.scenario.schoolAdmin(duties.school)];
});
afterAll(async () => {
  await expectChecksHold(duties.hub);
  await duties.hub.stop();
});

/** What was appealed for is changed by nobody against whose decision that was, nor by the volunteer themself or the organiser. */
function expectAppealsToStand(before: readonly RecordRow[], after: readonly RecordRow[], step: Step): void {
  const keeper = 'by' in step && !step.does.startsWith('send') ? (step.by ?? 0) : null;
  for (const { id, source: _, ...was } of before.filter(({ against }) => against !== null)) {
    const person = keeper === null || keeper === 0 ? null : admins[keeper - 1]!.person.id;
    if (person === null || person === was.against) expect(after.find((each) => each.id === id)).toMatchObject(was);
  }
}

async function walk(taken: readonly Step[]): Promise<void> {
  const one = new OneSignup(duties, admins, await duties.duty());
  one.here.at(61);
  for (const step of taken) {
    const before = await one.records();
    await one.take(step);
    expectAppealsToStand(before, await one.records(), step);
    expect(await one.shown()).toEqual(await one.expected());
    for (const beginning of ['volunteering.service-', 'volunteering.present-', 'volunteering.attendance-'])
      await expectChecksHold(duties.hub, beginning);
  }
}

describe('what is noted of a volunteer and what of their service counts', () => {
  it(
    'agree whichever way, in any order of lists, reports, appeals, supplements and decisions',
    () => fc.assert(fc.asyncProperty(steps, walk), { numRuns: RUNS }),
    120_000 + RUNS * 4000,
  );

  it(
    'an appeal against an absence waits beside it; a supplement that counted before, and is rejected later, leaves nothing',
    () =>
      walk([
        { does: 'list in and out', in: 0, out: 60 },
        { does: 'list missing' },
        { does: 'appeal' },
        { does: 'supplement', from: 5, to: 20 },
        { does: 'approve', which: 1, by: 0 },
        { does: 'approve', which: 0, by: 1 },
        { does: 'reject', which: 1, by: 1 },
        { does: 'reject', which: 0, by: 1 },
      ]),
    60_000,
  );

  it(
    'and an appeal is approved against a list that knows no leaving: taken back, the list holds again',
    () =>
      walk([
        { does: 'list in and out', in: 0, out: 60 },
        { does: 'list missing' },
        { does: 'list in', at: 20 },
        { does: 'appeal' },
        { does: 'approve', which: 0, by: 1 },
        { does: 'reject', which: 0, by: 2 },
      ]),
    60_000,
  );
});
