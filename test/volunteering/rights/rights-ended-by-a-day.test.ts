import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aParentLecture } from '../../../seeds/factories/index.ts';
import type { Family, FamilyGuardian, ShiftOnOffer, StaffMember } from '../../../seeds/scenario/index.ts';
import { ParentLecture, rosterRows } from '../../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { askerOf } from '../asker.ts';
import { Desk } from '../desk.ts';
import { endingsAt, MINE, type Own } from './endings.ts';

let desk: Desk;
let analyst: StaffMember;
let district: StaffMember;
beforeAll(async () => {
  desk = await Desk.open();
  [analyst, district] = [await desk.scenario.analyst(), await desk.scenario.districtAdmin()];
});
afterEach(() => {
  desk.now = desk.scenario.now;
});
afterAll(async () => {
  await desk.hub.hub.runJob('people.end-what-rested');
  await expectChecksHold(desk.hub);
  await desk.close();
});

const DAY = 1440;
const IN_FOUR_DAYS = { startsAt: 4 * DAY, endsAt: 4 * DAY + 60 } as const;
const shift = { startsAt: new Date(), endsAt: new Date() };

const { mine, statusOf } = endingsAt(
  () => desk,
  () => district,
);

/** The last day of the guardianship is tomorrow. */
async function untilTomorrow({ parent }: Family): Promise<void> {
  await desk.rows(
    'update guardianship set valid_to = $2 where id = $1',
    parent.guardianships[0]!.id,
    desk.scenario.at(DAY).toISOString().slice(0, 10),
  );
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- ad hoc
const asked = async (who: { readonly accountId: string }, offered: ShiftOnOffer): Promise<any> => {
  const token = await desk.hub.hub.tokens.sign(who.accountId, 30 * 86_400);
  const fields =
    who === analyst
      ? 'signupCount roles(first: 5) { nodes { confirmedCount waitlistCount } }'
      : `signupCount roles(first: 5) { nodes { confirmedCount waitlistCount signups(first: 20) { totalCount } waitlistEntries(first: 20) { totalCount } } }
      ${who === district ? '' : 'signups(first: 20) { totalCount nodes { guardian { id } } } standIns(first: 20) { nodes { id } }'}`;
  const { data, errors } = await desk.hub.ask<{ shift: unknown }>(`query ($id: ID!) { shift(id: $id) { ${fields} } }`, {
    headers: { authorization: `Bearer ${token}` },
    variables: { id: `shift_${offered.shift.id}` },
  });
  expect(errors).toBeUndefined();
  return data!.shift;
};

async function roster(offered: ShiftOnOffer): Promise<string[]> {
  const asker = await askerOf(desk.hub, desk.organiser, desk.now);
  const names: string[] = [];
  for await (const row of rosterRows(asker, offered.shift.id)) names.push(row.name);
  return names.sort();
}

const names = (...of: readonly FamilyGuardian[]): string[] => of.map(({ person }) => person.name).sort();

describe('a right that a day has taken away, before its end is written down', () => {
  it('whoever runs the shift or counts it is neither shown nor told of the sign-up, the entry and the offer', async () => {
    shift.startsAt = desk.scenario.at(IN_FOUR_DAYS.startsAt);
    shift.endsAt = desk.scenario.at(IN_FOUR_DAYS.endsAt);
    const offered = await desk.offer({ shift, role: { capacity: 8 } });
    const [gone, ...stay] = (await Promise.all(Array.from({ length: 8 }, () => desk.newFamily(2)))) as [
      Family,
      ...Family[],
    ];
    for (const { parent } of [gone, ...stay]) await desk.signUp(parent, offered);
    const [waitsNoMore, waits] = [await desk.newFamily(), await desk.newFamily()];
    await desk.join(waitsNoMore.parent, offered);
    await desk.join(waits.parent, offered);
    // Of a family whose other guardian was asked to stand in.
    await desk.offerStandIn(stay[0]!.parent, `signup_${(await desk.signupOf(stay[0]!.parent, offered))!}`, {
      guardianId: `guardian_${stay[0]!.guardians[1]!.guardian.id}`,
    });
    await untilTomorrow(gone);
    await untilTomorrow(waitsNoMore);
    await desk.rows(
      'update guardianship set valid_to = $2 where id = $1',
      stay[0]!.guardians[1]!.guardianships[0]!.id,
      desk.scenario.at(DAY).toISOString().slice(0, 10),
    );

    const role = {
      confirmedCount: 8,
      waitlistCount: 2,
      signups: { totalCount: 8 },
      waitlistEntries: { totalCount: 2 },
    };
    expect(await asked(desk.organiser, offered)).toMatchObject({
      signupCount: 8,
      roles: { nodes: [role] },
      signups: { totalCount: 8 },
      standIns: { nodes: [{}] },
    });
    expect(await asked(district, offered)).toMatchObject({ signupCount: 8, roles: { nodes: [role] } });
    expect(await asked(analyst, offered)).toMatchObject({ signupCount: 8, roles: { nodes: [{ confirmedCount: 8 }] } });
    expect(await roster(offered)).toEqual(
      names(gone.parent, ...stay.map(({ parent }) => parent), waits.parent, waitsNoMore.parent),
    );

    desk.now = desk.scenario.at(3 * DAY);
    const left = {
      confirmedCount: 7,
      waitlistCount: 1,
      signups: { totalCount: 7 },
      waitlistEntries: { totalCount: 1 },
    };
    const seen = await asked(desk.organiser, offered);
    expect(seen).toMatchObject({
      signupCount: 7,
      roles: { nodes: [left] },
      signups: { totalCount: 7 },
      standIns: { nodes: [] },
    });
    expect(JSON.stringify(seen)).not.toContain(gone.parent.guardian.id);
    expect(await asked(district, offered)).toMatchObject({ signupCount: 7, roles: { nodes: [left] } });
    // Figures of analysts follow when it is written down.
    expect(await asked(analyst, offered)).toMatchObject({ signupCount: 8, roles: { nodes: [{ confirmedCount: 8 }] } });
    expect(await roster(offered)).toEqual(names(...stay.map(({ parent }) => parent), waits.parent));
    expect(await desk.signupOf(gone.parent, offered)).toBeDefined();
  });

  it('the teacher of the class is not shown the lecture that was proposed', async () => {
    const own = await desk.newFamily();
    const { parent } = own;
    const lecture = aParentLecture({ person: parent.person, guardian: parent.guardian, schoolClass: desk.schoolClass });
    await desk.scenario.write((put) => put(ParentLecture, lecture));
    await untilTomorrow(own);
    const seen = async (): Promise<unknown> => {
      const token = await desk.hub.hub.tokens.sign(desk.organiser.accountId, 30 * 86_400);
      return (
        await desk.hub.ask<{ node: unknown }>('query ($id: ID!) { node(id: $id) { id } }', {
          headers: { authorization: `Bearer ${token}` },
          variables: { id: `parent-lecture_${lecture.id}` },
        })
      ).data!.node;
    };
    expect(await seen()).not.toBeNull();
    desk.now = desk.scenario.at(3 * DAY);
    expect(await seen()).toBeNull();
  });

  it('what has begun is a record: the roster of a shift that is over keeps whoever was in it, whatever became of their right', async () => {
    const offered = await desk.offer({
      shift: { startsAt: desk.scenario.at(DAY / 2), endsAt: desk.scenario.at(DAY / 2 + 60) },
    });
    const came = await desk.newFamily();
    await desk.signUp(came.parent, offered);
    await untilTomorrow(came);
    desk.now = desk.scenario.at(9 * DAY);
    expect(await roster(offered)).toEqual(names(came.parent));
    expect(await asked(desk.organiser, offered)).toMatchObject({ signupCount: 1, signups: { totalCount: 1 } });
  });

  it('whoever belongs to a school that has yet to write down its classes is still shown to whoever runs the shift', async () => {
    const offered = await desk.offer();
    const between = await desk.newFamily();
    await desk.signUp(between.parent, offered);
    await desk.rows(`update class_membership set status = 'ENDED' where student_id = $1`, between.students[0]!.id);
    expect(await roster(offered)).toEqual(names(between.parent));
    await desk.rows(`update class_membership set status = 'ACTIVE' where student_id = $1`, between.students[0]!.id);
  });
});

describe('a right that ends by the mere passing of a day', () => {
  it.each(['people.end-what-days-took', 'people.end-what-rested'])(
    'hides all at the next request, lets nobody check in or be noted as missing, and a job ends the rest: %s',
    async (job) => {
      const offered = await desk.offer({
        shift: { startsAt: desk.scenario.at(4 * 1440), endsAt: desk.scenario.at(4 * 1440 + 60) },
      });
      const waitedFor = await desk.full(1, {
        shift: { startsAt: desk.scenario.at(5 * 1440), endsAt: desk.scenario.at(5 * 1440 + 60) },
      });
      const gone = await desk.newFamily();
      await desk.signUp(gone.parent, offered);
      await desk.join(gone.parent, waitedFor);
      await desk.rows(
        'update guardianship set valid_to = $2 where id = $1',
        gone.parent.guardianships[0]!.id,
        desk.scenario.at(1440).toISOString().slice(0, 10),
      );
      expect((await mine(gone.parent)).timetable.nodes).toHaveLength(1);

      desk.now = desk.scenario.at(3 * 1440);
      const token = await desk.hub.hub.tokens.sign(gone.parent.accountId, 30 * 86_400);
      const asked = async (): Promise<Own> => {
        const { data } = await desk.hub.ask<{ viewer: { guardian: Own } }>(MINE, {
          headers: { authorization: `Bearer ${token}` },
        });
        return data!.viewer.guardian;
      };
      expect(await asked()).toMatchObject({
        signups: { nodes: [] },
        waitlistEntries: { nodes: [] },
        timetable: { nodes: [] },
      });
      expect(await statusOf(gone.parent, offered)).toBe('CONFIRMED');

      // Whoever a walk has passed already is not looked at by it.
      await desk.hub.hub.runJob('people.end-what-rested', { after: gone.parent.person.id });
      expect(await statusOf(gone.parent, offered)).toBe('CONFIRMED');
      await desk.hub.hub.runJob(job);
      expect(await statusOf(gone.parent, offered)).toBe('CANCELLED');
      expect(await desk.list(waitedFor)).toBe('INELIGIBLE');
      expect(await asked()).toMatchObject({
        signups: { nodes: [{ status: 'CANCELLED', shift: null }] },
        waitlistEntries: { nodes: [] },
        timetable: { nodes: [] },
      });
    },
  );

  it('leaves alone what belongs to a school that has yet to write down its classes of the new year', async () => {
    const offered = await desk.offer();
    const between = await desk.newFamily();
    await desk.signUp(between.parent, offered);
    await desk.rows(`update class_membership set status = 'ENDED' where student_id = $1`, between.students[0]!.id);
    await desk.hub.hub.runJob('people.end-what-rested');
    expect(await statusOf(between.parent, offered)).toBe('CONFIRMED');
    expect((await mine(between.parent)).timetable.nodes).toEqual([]);
    await desk.rows(`update class_membership set status = 'ACTIVE' where student_id = $1`, between.students[0]!.id);
  });
});
