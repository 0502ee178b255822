import {
  computed,
  readable,
  relations,
  Scope,
  sql,
  table,
  toMany,
  toOne,
  type Alias,
  type Condition,
  type Fact,
  type Readable,
  type Relations,
  type Sql,
} from '../../../../platform/reading/index.ts';
import { Guardian, guardiansKnownToMe, oneselfAsGuardian, mine } from '../../../people/index.ts';
import {
  manageableShifts,
  Shift,
  ShiftRole,
  shiftsOfSeenLists,
  Signup,
  StandIn,
  type StandInStatus,
  standInsToldBoth,
  visibleStandIns,
  isOpenStandIn,
} from '../../model/index.ts';
import { signupFacts, signupFactsAt, type SignupFactsRead } from '../signups/signup.facts.ts';
import {
  acceptStandInBlockersFor,
  declineStandInBlockersFor,
  offerBlockersFor,
  offerToListBlockersFor,
  withdrawBlockersFor,
} from './stand-in.blockers.ts';
import { offerStandInFacts, offerStandInFactsAt, type OfferStandInFactsRead } from './stand-in.facts.ts';
import {
  AcceptStandInBlocker,
  DeclineStandInBlocker,
  OfferStandInBlocker,
  WithdrawStandInBlocker,
} from './stand-in.rules.ts';

export const readables: readonly Readable[] = [
  readable(StandIn, {
    prefix: 'stand-in',
    visible: visibleStandIns,
    filters: { status: ['eq', 'in'] },
    defaultOrder: [{ by: 'offeredAt', direction: 'DESC' }],
  }),
];

const open: Condition = isOpenStandIn;

type StandInFacts = { status: StandInStatus; expiresAt: Date; asked: boolean };

const nameOf =
  (person: (row: Alias) => Sql): Fact =>
  (row) =>
    sql`select per.name from ${table('person')} per where per.id = ${person(row)}`;

const toldName = (name: Fact, description: string) =>
  computed<{ name: string | null; told: boolean }>(() => String, {
    nullable: true,
    description: `${description}, for whoever decides on it.`,
    facts: { name, told: standInsToldBoth },
    value: ({ name, told }) => (told ? name : null),
  });

const standInFacts = {
  status: 'status',
  expiresAt: 'expiresAt',
  asked: (row: Alias): Sql => sql`${row}.way = 'GUARDIAN' and ${row}.to_id is not distinct from ${mine.guardianId}`,
};

export const standInRelations: readonly Relations[] = [
  relations(Signup, {
    standIn: toOne(StandIn, {
      backBy: 'signup',
      where: open,
      nullable: true,
      description: 'The offer to take over the place, while it is open (进行中的替班).',
    }),
    viewerOfferStandInBlockers: computed<{ read: OfferStandInFactsRead }>(() => [OfferStandInBlocker], {
      description:
        'Why the caller cannot offer the place to somebody, most telling first; empty where they can (本人不能找人替班的原因).',
      facts: { read: offerStandInFacts },
      value: ({ read }, { now }) => offerBlockersFor(offerStandInFactsAt(now, read)),
    }),
    viewerOfferToWaitlistBlockers: computed<{ read: OfferStandInFactsRead }>(() => [OfferStandInBlocker], {
      description:
        'Why the caller cannot offer the place to the waiting list, most telling first; empty where they can (本人不能转给候补的原因).',
      facts: { read: offerStandInFacts },
      value: ({ read }, { now }) => offerToListBlockersFor(offerStandInFactsAt(now, read)),
    }),
    standsInFor: toOne(Signup, {
      by: 'standsInFor',
      nullable: true,
      description: 'The sign-up whose place this one took over (被替班的报名); null where the caller may not see it.',
    }),
  }),
  relations(Shift, {
    standIns: toMany(StandIn, {
      by: 'shift',
      countedWhere: manageableShifts,
      seenWhere: shiftsOfSeenLists,
      description: 'Offers to take over a place, the latest first, as far as the caller may see them (替班).',
    }),
  }),
  relations(StandIn, {
    signup: toOne(Signup, {
      by: 'signup',
      nullable: true,
      description: 'The place that is offered (报名); null where the caller may not see it.',
    }),
    role: toOne(ShiftRole, {
      by: 'role',
      nullable: true,
      description: 'The role (岗位); null where the caller no longer sees the shift.',
    }),
    shift: toOne(Shift, {
      by: 'shift',
      nullable: true,
      description: 'The shift (班次); null where the caller no longer sees it.',
    }),
    from: toOne(Guardian, {
      via: (parent, child) =>
        sql`${child}.id = (select sgn.guardian_id from ${table('signup')} sgn where sgn.id = ${parent}.signup_id)`,
      nullable: true,
      description: 'Who offers their place (替班发起人); null where the caller may not see them.',
    }),
    to: toOne(Guardian, {
      by: 'to',
      nullable: true,
      description:
        'Who is asked or has answered (替班人); null where the caller may not see them, or nobody has answered the code yet.',
    }),
    fromName: toldName(
      nameOf((row) => sql`(select sgn.person_id from ${table('signup')} sgn where sgn.id = ${row}.signup_id)`),
      'Name of who offers their place (替班发起人姓名)',
    ),
    toName: toldName(
      nameOf((row) => sql`${row}.to_person_id`),
      'Name of who is asked or has answered (替班人姓名); null where nobody has answered the code yet',
    ),
    replacement: toOne(Signup, {
      by: 'replacement',
      nullable: true,
      description:
        'The sign-up of the other (替班后的报名); null where the caller may not see it, or nobody has taken over.',
    }),
    viewerAcceptBlockers: computed<StandInFacts & { read: SignupFactsRead }>(() => [AcceptStandInBlocker], {
      description:
        'Why the caller cannot take over the place, most telling first; empty where they can (本人不能接受替班的原因).',
      facts: {
        ...standInFacts,
        read: (row) =>
          sql`select (${signupFacts(new Scope('wanted'))}) from ${table('shift_role')} wanted where wanted.id = ${row}.role_id`,
      },
      value: ({ asked, status, expiresAt, read }, { now }) =>
        asked
          ? acceptStandInBlockersFor({ ...signupFactsAt(now, read), status, expiresAt })
          : [AcceptStandInBlocker.NOT_ASKED],
    }),
    viewerDeclineBlockers: computed<StandInFacts>(() => [DeclineStandInBlocker], {
      description:
        'Why the caller cannot decline to take over the place; empty where they can (本人不能拒绝替班的原因).',
      facts: standInFacts,
      value: ({ asked, ...rest }, { now }) =>
        asked ? declineStandInBlockersFor({ ...rest, now }) : [DeclineStandInBlocker.NOT_ASKED],
    }),
    viewerWithdrawBlockers: computed<{ own: boolean; status: StandInStatus }>(() => [WithdrawStandInBlocker], {
      description: 'Why the caller cannot take the offer back; empty where they can (本人不能撤回替班的原因).',
      facts: {
        own: (row) =>
          sql`select sgn.guardian_id is not distinct from ${mine.guardianId} from ${table('signup')} sgn where sgn.id = ${row}.signup_id`,
        status: 'status',
      },
      value: ({ own, status }) => (own ? withdrawBlockersFor({ status }) : [WithdrawStandInBlocker.NOT_YOURS]),
    }),
  }),
  relations(Guardian, {
    standInsOffered: toMany(StandIn, {
      by: 'to',
      countedWhere: oneselfAsGuardian,
      seenWhere: guardiansKnownToMe,
      description:
        'Places that the guardian is or was asked to take over, as far as the caller may see it, the latest first (收到的替班).',
    }),
  }),
];
