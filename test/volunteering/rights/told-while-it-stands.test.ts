import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentNode } from 'graphql';
import * as admin from '../../../schema/generated/admin.ts';
import type { Family, FamilyGuardian, StaffMember } from '../../../seeds/scenario/index.ts';
import { volunteering } from '../../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { Desk } from '../desk.ts';
import { NOTICE_KINDS, momentIn } from '../../../src/domains/notice-kinds/index.ts';

let desk: Desk;
let head: StaffMember;
beforeAll(async () => {
  desk = await Desk.open();
  head = await desk.scenario.schoolAdmin(desk.school);
});
afterAll(async () => {
  await expectChecksHold(desk.hub);
  await desk.close();
});

/** They name an activity or a series, and no day of it. */
const OF_WHOLE_ACTIVITIES: ReadonlySet<string> = new Set([
  'volunteering.series-off-calendar',
  'volunteering.organiser-named',
]);

interface Notice {
  readonly kind: string;
  readonly body: string;
  readonly about: { readonly id: string } | null;
}

async function did(document: DocumentNode, input: object): Promise<void> {
  expect((await desk.send(document as never, head, input)).codes).toEqual([]);
}
async function inbox(who: FamilyGuardian | StaffMember, language = 'zh-CN'): Promise<Notice[]> {
  const { data } = await desk.hub.ask<{ viewer: { inbox: { nodes: Notice[] } } }>(
    '{ viewer { inbox(first: 50) { nodes { kind body about { id } } } } }',
    { as: who.accountId, headers: { 'accept-language': language } },
  );
  return data!.viewer.inbox.nodes.map(({ kind, ...rest }) => ({ kind: kind.replace('volunteering.', ''), ...rest }));
}
const kinds = async (who: FamilyGuardian): Promise<string[]> => (await inbox(who)).map(({ kind }) => kind);
const remind = () => desk.hub.hub.runJob('volunteering.remind-volunteers');
const tie = ({ parent }: Family) => ({ guardianshipId: `guardianship_${parent.guardianships[0]!.id}`, reason: '更正' });
const soon = (hours: number) => ({
  startsAt: desk.scenario.at(hours * 60),
  endsAt: desk.scenario.at(hours * 60 + 60),
  cancelUntil: desk.scenario.at(hours * 60 - 30),
  signupClosesAt: desk.scenario.at(hours * 60 - 30),
});

async function update({ id }: { readonly id: string }, change: object): Promise<void> {
  const [shift] = await desk.rows<{ revision: number }>('select revision from shift where id = $1', id);
  await did(admin.UpdateShiftDocument, { shiftId: `shift_${id}`, ...shift, ...change });
}

let hours = 2;
/** With a place in a shift that begins today, of which they were reminded. */
async function reminded() {
  hours += 1.5;
  const offered = await desk.offer({ shift: soon(hours) });
  const own = await desk.newFamily();
  expect((await desk.signUp(own.parent, offered)).codes).toEqual([]);
  await remind();
  expect(await kinds(own.parent)).toEqual(['shift-soon']);
  return { ...offered, own };
}

describe('a reminder is of a place, and goes with it', () => {
  it('that ended with a right, and does not come back with the right', async () => {
    const { own, role } = await reminded();
    expect((await inbox(own.parent))[0]!.about).toEqual({ id: `signup_${await desk.signupOf(own.parent, { role })}` });
    await did(admin.BlockGuardianDocument, tie(own));
    expect(await kinds(own.parent)).not.toContain('shift-soon');
    await did(admin.UnblockGuardianDocument, tie(own));
    expect(await kinds(own.parent)).toEqual(['signup-again']);
    // Whoever signs up anew is reminded anew.
    await desk.signUp(own.parent, { role });
    await remind();
    expect((await kinds(own.parent)).filter((kind) => kind === 'shift-soon')).toHaveLength(1);
  });

  it('that was called off, taken back, or handed over', async () => {
    const off = await reminded();
    await did(admin.CancelShiftDocument, { shiftId: `shift_${off.shift.id}`, reason: '下雨' });
    expect(await kinds(off.own.parent)).toEqual(['shift-cancelled']);
    const back = await reminded();
    expect((await desk.cancelOf(back.own.parent, back)).codes).toEqual([]);
    expect(await kinds(back.own.parent)).toEqual([]);
  });

  it('and of a time: a shift that is moved, or meets elsewhere, is reminded of anew, and what was said of it before is gone', async () => {
    const { own, shift } = await reminded();
    await update(shift, { startsAt: desk.scenario.at(40 * 60).toISOString() });
    expect(await kinds(own.parent)).toEqual(['shift-moved']);
    const [moved] = await inbox(own.parent);
    expect(moved!.body).toContain(
      `(原定${momentIn(shift.startsAt.toISOString()).zh})改为${momentIn(desk.scenario.at(40 * 60).toISOString()).zh}在${shift.place}开始`,
    );
    await update(shift, { startsAt: desk.scenario.at(22 * 60).toISOString() });
    await remind();
    expect((await kinds(own.parent)).sort()).toEqual(['shift-moved', 'shift-soon']);
    await update(shift, { place: '学校西门' });
    await remind();
    expect((await kinds(own.parent)).sort()).toEqual(['shift-moved', 'shift-place-changed', 'shift-soon']);
    expect((await inbox(own.parent)).find(({ kind }) => kind === 'shift-soon')!.body).toContain('学校西门');
  });
});

describe('so is what was told of a wait', () => {
  it('that a place is held, once it is not, and that somebody still waits, once they do not', async () => {
    const offered = await desk.full();
    const [one, other] = [await desk.newFamily(), await desk.newFamily()];
    for (const each of [one, other]) await desk.join(each.parent, offered);
    await desk.cancelOf(offered.inside[0]!, offered);
    expect(await kinds(one.parent)).toEqual(['place-offered']);
    const [entry] = await desk.rows<{ id: string }>(
      'select id from waitlist_entry where person_id = $1',
      one.parent.person.id,
    );
    expect((await desk.decline(one.parent, `waitlist-entry_${entry!.id}`)).codes).toEqual([]);
    expect(await kinds(one.parent)).toEqual([]);
    expect(await kinds(other.parent)).toEqual(['place-offered']);
    await did(admin.BlockGuardianDocument, tie(other));
    await did(admin.UnblockGuardianDocument, tie(other));
    expect(await kinds(other.parent)).not.toContain('place-offered');
  });
});

describe('what is told of a shift names it', () => {
  it('by its day, to whoever has several of one title', async () => {
    const own = await desk.newFamily();
    const day = (days: number) => ({
      startsAt: desk.scenario.at(days * 1440),
      endsAt: desk.scenario.at(days * 1440 + 60),
    });
    const [first] = [await desk.offer({ shift: day(5) }), await desk.offer({ shift: day(6) })];
    await desk.signUp(own.parent, first!);
    await did(admin.CancelShiftDocument, { shiftId: `shift_${first!.shift.id}`, reason: '下雨' });
    const at = momentIn(first!.shift.startsAt.toISOString());
    expect((await inbox(own.parent))[0]!.body).toContain(`”(${at.zh})已取消:下雨`);
    expect((await inbox(own.parent, 'en'))[0]!.body).toContain(`” (${at.en}) does not take place: 下雨`);
  });

  it('each kind by its day or by the time that it is about, and what was told before there was one is whole as well', () => {
    const at = '2026-11-25T10:30:00.000Z';
    const before = { count: '1', at, until: at, place: '东门', reason: '下雨' };
    for (const { key, body } of NOTICE_KINDS.in([volunteering])) {
      const said = Object.values(body({ ...before, shift: '护学岗', when: at, was: at }));
      if (said[0]!.includes('护学岗') && !OF_WHOLE_ACTIVITIES.has(key))
        for (const text of said) expect(text, key).toContain('18:30');
      for (const params of [before, { ...before, shift: '护学岗' }])
        for (const text of Object.values(body(params)))
          expect(text, key).not.toMatch(/[{}]|\(\)|“护学岗”\(\)|undefined|null/);
    }
  });

  it('and counts as people do: one sign-up has ended, two have', () => {
    const gone = NOTICE_KINDS.in([volunteering]).find(({ key }) => key === 'volunteering.volunteers-gone')!;
    const said = (count: string): string => gone.body({ shift: '护学岗', count, when: '2026-11-25T10:30:00.000Z' }).en;
    expect(said('1')).toBe(
      'From “护学岗” (Wed 25 Nov, 18:30) on 1 sign-up has ended, for the activity is not for whoever had signed up any more.',
    );
    expect(said('2')).toContain('on 2 sign-ups have ended');
  });
});
