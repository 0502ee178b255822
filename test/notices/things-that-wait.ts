import { expect } from 'vitest';
import type { SchoolClassRecord, SchoolRecord } from '../../seeds/factories/index.ts';
import {
  family,
  openShift,
  signedUp,
  type Family,
  type Scenario,
  type ShiftOnOffer,
  type ShiftOptions,
  type StaffMember,
} from '../../seeds/scenario/index.ts';
import type { TestHub } from '../support/hub.ts';
import { mutator } from '../volunteering/mutations-by-name.ts';

const DAY = 24 * 60;

export interface PlaceOfVolunteer {
  readonly school: SchoolRecord;
  readonly schoolClass: SchoolClassRecord;
  readonly organiser: StaffMember;
  readonly volunteer: Family;
}

interface ThingThatWaits {
  /** @returns the global id of what waits */
  readonly wait: (place: PlaceOfVolunteer) => Promise<string>;
  readonly decide: (who: { readonly accountId: string }, id: string) => ReturnType<ReturnType<typeof mutator>>;
  /** Whoever runs the shift finds it on a list. */
  readonly listed?: true;
}

/** What of volunteering waits for a decision at a school, a day of its own for each. */
export function thingsThatWait(world: () => { readonly hub: TestHub; readonly scenario: Scenario }) {
  const mutate = mutator(() => world().hub);
  let days = 0;
  const shiftAt = (
    { organiser, school }: PlaceOfVolunteer,
    from: number,
    more: { readonly shift?: object; readonly role?: object } = {},
  ): Promise<ShiftOnOffer> => {
    const startsAt = world().scenario.at(from);
    return openShift(world().scenario, organiser, {
      school,
      role: { capacity: 5, ...more.role } as ShiftOptions['role'],
      shift: {
        startsAt,
        endsAt: new Date(startsAt.getTime() + 3_600_000),
        signupClosesAt: startsAt,
        signupOpensAt: world().scenario.at(-20 * DAY),
        ...more.shift,
      } as ShiftOptions['shift'],
    } as ShiftOptions);
  };
  const nextDay = (): number => ((days++ % 15) + 1) * DAY;
  /** Each kind of thing that waits for a decision at a school. */
  const KINDS: Readonly<Record<string, ThingThatWaits>> = {
    'volunteering.cancellation-requested': {
      wait: async (place) => {
        const offered = await shiftAt(place, nextDay(), { shift: { cancelUntil: world().scenario.at(-1) } });
        const signupId = `signup_${(await signedUp(world().scenario, offered, place.volunteer)).id}`;
        const { codes } = await mutate(
          'requestSignupCancellation',
          place.volunteer.parent,
          { signupId, reason: '家中有事' },
          'signup { id }',
        );
        expect(codes).toEqual([]);
        return signupId;
      },
      decide: (who, signupId) =>
        mutate('decideCancellationRequest', who, { signupId, approve: true }, 'signup { id status }'),
    },
    'volunteering.stand-in-to-decide': {
      wait: async (place) => {
        const offered = await shiftAt(place, nextDay(), { role: { approvalRequired: true } });
        const giver = await family(world().scenario, [place.schoolClass]);
        const signup = await signedUp(world().scenario, offered, giver);
        const given = await mutate('offerStandIn', giver.parent, { signupId: `signup_${signup.id}` }, 'code');
        const { payload, codes } = await mutate(
          'acceptStandIn',
          place.volunteer.parent,
          { code: given.payload!['code'], acceptRiskNotice: true },
          'standIn { id status }',
        );
        expect(codes).toEqual([]);
        return payload!['standIn'].id;
      },
      decide: (who, standInId) => mutate('decideStandIn', who, { standInId, approve: true }, 'standIn { id status }'),
    },
    'volunteering.lecture-proposed': {
      wait: async ({ schoolClass, volunteer }) => {
        const { payload, codes } = await mutate(
          'proposeParentLecture',
          volunteer.parent,
          { classId: `class_${schoolClass.id}`, title: '讲座', outline: '内容' },
          'lecture { id }',
        );
        expect(codes).toEqual([]);
        return payload!['lecture'].id;
      },
      decide: (who, lectureId) => mutate('acceptParentLecture', who, { lectureId }, 'lecture { id status }'),
    },
    'volunteering.service-to-decide': {
      wait: async (place) => {
        const offered = await shiftAt(place, -nextDay());
        const signup = await signedUp(world().scenario, offered, place.volunteer);
        const { payload, codes } = await mutate(
          'supplementService',
          place.volunteer.parent,
          {
            signupId: `signup_${signup.id}`,
            startsAt: offered.shift.startsAt,
            endsAt: offered.shift.endsAt,
            description: '忘记签到',
          },
          'serviceRecord { id }',
        );
        expect(codes).toEqual([]);
        return payload!['serviceRecord'].id;
      },
      decide: (who, id) => mutate('approveServiceRecords', who, { recordIds: [id] }, 'serviceRecords { id status }'),
    },
    'volunteering.signup-to-decide': {
      listed: true,
      wait: async (place) => {
        const offered = await shiftAt(place, nextDay(), { role: { approvalRequired: true } });
        const { payload, codes } = await mutate(
          'signUpForShift',
          place.volunteer.parent,
          { roleId: `shift-role_${offered.role.id}`, acceptRiskNotice: true },
          'signup { id status }',
        );
        expect(codes).toEqual([]);
        expect(payload!['signup'].status).toBe('PENDING');
        return payload!['signup'].id;
      },
      decide: (who, id) => mutate('approveSignups', who, { signupIds: [id] }, 'signups { id status }'),
    },
  };

  return { KINDS, shiftAt, nextDay };
}
