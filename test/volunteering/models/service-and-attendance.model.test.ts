import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectChecksHold } from '../../support/checks.ts';
import { FULL } from '../../forms/form.ts';
import { Duties } from '../duties.ts';
import { OneSignup, steps, type Admins, type RecordRow, type Step } from './service-and-attendance.model.ts';

/** Short where every change is tested, longer in the full form; MODEL_RUNS=2000 for a night. */
const RUNS = Number(process.env['MODEL_RUNS'] ?? (FULL ? 20 : 10));

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

/**
 * Who rejected it, who decided on an appeal, and against whom an appeal is, stays as long as nobody has decided anew; whoever says the
 * same by the list answers for what counts by a list, and for nothing else.
 */
function expectDecidersToStand(
  before: readonly RecordRow[],
  after: readonly RecordRow[],
  decided: Set<string>,
  step: Step,
): void {
  for (const is of after) {
    const was = before.find(({ id }) => id === is.id);
    const decides = step.does === 'approve' || step.does === 'reject';
    if (was?.status === is.status && was.from === is.from && was.to === is.to && was.decidedAt === is.decidedAt) {
      if (is.status !== 'APPROVED' || decided.has(is.id)) expect(is.by).toBe(was.by);
    } else if (decides) decided.add(is.id);
    else if (step.does !== 'appeal') decided.delete(is.id);
    if (step.does === 'appeal' && is.status === 'APPEALED' && was?.status === 'REJECTED')
      expect(is).toMatchObject({ by: was.by, against: was.by });
  }
}

/** Which statuses of a record, or which notes of a sign-up, what the volunteer is shown of it says. */
const SAY: Readonly<Record<string, readonly string[]>> = {
  'volunteering.service-approved': ['APPROVED'],
  'volunteering.service-rejected': ['REJECTED', 'APPEALED'],
  'volunteering.no-show-noted': ['MISSING'],
  'volunteering.no-show-corrected': ['EXCUSED', 'CAME', 'NOTHING'],
  'volunteering.absence-excused': ['EXCUSED'],
};

/** The last word alone is shown of what has changed its mind. */
async function expectLastWords({ here }: OneSignup, records: readonly RecordRow[]): Promise<void> {
  const { data } = await duties.hub.ask<{
    viewer: { inbox: { nodes: { kind: string; about: { id: string } | null }[] } };
  }>('{ viewer { inbox(first: 50) { nodes { kind about { id } } } } }', { as: here.volunteer.parent.accountId });
  const { rows } = await duties.hub.database.pool.query<{ noted: string }>(
    "select case when no_show_at is not null then 'MISSING' when excused_at is not null then 'EXCUSED' else 'CAME' end as noted from attendance where signup_id = $1",
    [here.signup.id],
  );
  const shown = data!.viewer.inbox.nodes.filter(({ kind }) => kind in SAY).map(({ kind, about }) => [kind, about!.id]);
  for (const [kind, about] of shown) {
    const record = records.find(({ id }) => about!.endsWith(id));
    expect(SAY[kind!], kind).toContain(record ? record.status : (rows[0]?.noted ?? 'NOTHING'));
  }
  expect(new Set(shown.map(String)).size).toBe(shown.length);
}

async function walk(taken: readonly Step[]): Promise<void> {
  const one = new OneSignup(duties, admins, await duties.duty());
  one.here.at(61);
  const decided = new Set<string>();
  for (const step of taken) {
    const before = await one.records();
    await one.take(step);
    const after = await one.records();
    expectAppealsToStand(before, after, step);
    expectDecidersToStand(before, after, decided, step);
    expect(await one.shown()).toEqual(await one.expected());
    await expectLastWords(one, after);
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

  it(
    'whoever says what another has listed is no rejecter of it, and overrules none',
    () =>
      walk([
        { does: 'list in and out', in: 0, out: 60, by: 1 },
        { does: 'reject', which: 0, by: 1 },
        { does: 'list in and out', in: 0, out: 60, by: 0 },
        { does: 'list missing', by: 1 },
        { does: 'list missing', by: 0 },
        { does: 'list in and out', in: 0, out: 40, by: 0 },
        { does: 'appeal' },
        { does: 'approve', which: 0, by: 1 },
      ]),
    60_000,
  );
});
