import { afterAll, beforeAll, expect, it } from 'vitest';
import { aVolunteerQualification, aVolunteerSuspension } from '../../../../seeds/factories/index.ts';
import type { Family, StaffMember } from '../../../../seeds/scenario/index.ts';
import {
  SuspensionCause,
  VolunteerQualification,
  VolunteerSuspension,
} from '../../../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../../../support/checks.ts';
import { Desk } from '../../desk.ts';
import { volunteerCalls } from '../../volunteers.ts';
import { whileHeld } from '../../while-held.ts';

let desk: Desk;
let admin: StaffMember;
let district: StaffMember;

beforeAll(async () => {
  desk = await Desk.open();
  [admin, district] = [await desk.scenario.schoolAdmin(desk.school), await desk.scenario.districtAdmin()];
});
afterAll(async () => {
  await expectChecksHold(desk.hub);
  await desk.close();
});

const { suspend, lift, grant, revoke, rowsOf } = volunteerCalls(() => desk);

interface Decision {
  /** What the decision is about. */
  readonly before?: (about: Family) => Promise<{ id: string }>;
  readonly decide: (about: Family, id: string) => Promise<{ codes: string[] | undefined; refusal: string | undefined }>;
}

const decisions: Record<string, Decision> = {
  'to suspend them': { decide: (about) => suspend(admin, about) },
  'to put a qualification on record': { decide: (about) => grant(admin, about) },
  'to revoke a qualification': {
    before: async ({ parent }) => {
      const row = aVolunteerQualification({
        person: parent.person,
        district: desk.scenario.district,
        grantedBy: district.staff,
      });
      await desk.scenario.write((put) => put(VolunteerQualification, row));
      return row;
    },
    decide: (_, id) => revoke(admin, `volunteer-qualification_${id}`),
  },
  'to lift a suspension of the district, which is not theirs to lift': {
    before: async ({ parent }) => {
      const row = aVolunteerSuspension({
        person: parent.person,
        district: desk.scenario.district,
        cause: SuspensionCause.DECISION,
        decidedBy: district.staff.id,
        startsAt: desk.scenario.at(-10),
        endsAt: desk.scenario.at(9_000),
      });
      await desk.scenario.write((put) => put(VolunteerSuspension, row));
      return row;
    },
    decide: (_, id) => lift(admin, `volunteer-suspension_${id}`),
  },
};

/** As the school ends it: the tie first, then what rested on it, under the lock of the person. */
const END_TIE = `update guardianship tie set status = 'ENDED', data_access = false, decided_at = now(), decision_reason = '非监护人', valid_to = tie.valid_from
  from (select per.id from person per where per.id = $2 for no key update) per where tie.id = $1 and per.id is not null`;

it.each(Object.keys(decisions))(
  'nobody decides of a volunteer who is theirs no longer, as the decision has waited for the end of that: %s',
  async (name) => {
    const { before, decide } = decisions[name]!;
    const about = await desk.newFamily();
    const id = (await before?.(about))?.id ?? '';
    const rows = async () => [
      await rowsOf('volunteer_suspension', about),
      await rowsOf('volunteer_qualification', about),
    ];
    const stood = await rows();
    const { answer } = await whileHeld(
      desk,
      END_TIE,
      [about.parent.guardianships[0]!.id, about.parent.person.id],
      async (waiting) => {
        const decided = decide(about, id);
        await waiting(1);
        return { answer: decided };
      },
    );
    const { codes, refusal } = await answer;
    expect(refusal ?? codes).toBe('NOT_FOUND');
    expect(await rows()).toEqual(stood);
  },
);
