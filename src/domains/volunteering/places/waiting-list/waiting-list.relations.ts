import { GraphQLInt } from 'graphql';
import {
  allOf,
  computed,
  count,
  expression,
  now,
  readable,
  relations,
  Scope,
  SMALL_GROUP,
  sql,
  table,
  toMany,
  toOne,
  type Alias,
  type Condition,
  type Readable,
  type Relations,
  type Sql,
} from '../../../../platform/reading/index.ts';
import { Guardian, guardiansKnownToMe, Household, oneselfAsGuardian, mine } from '../../../people/index.ts';
import {
  countableWaitlistEntries,
  rolesOfCountedShifts,
  rolesOfSeenLists,
  rolesToldOf,
  Shift,
  ShiftRole,
  Signup,
  standingEntry,
  visibleSkips,
  visibleWaitlistEntries,
  WaitlistEntry,
  WaitlistSkip,
  type WaitlistStatus,
  isInLine,
} from '../../model/index.ts';
import { signupFacts, signupFactsAt, signupFactsFor, type SignupFactsRead } from '../signups/signup.facts.ts';
import { AcceptOfferBlocker, DeclineOfferBlocker, LeaveWaitlistBlocker, WaitlistBlocker } from './waitlist.rules.ts';
import { acceptBlockersFor, declineBlockersFor, leaveBlockersFor, waitlistBlockersFor } from './waitlist.blockers.ts';

export const readables: readonly Readable[] = [
  readable(WaitlistEntry, {
    prefix: 'waitlist-entry',
    visible: visibleWaitlistEntries,
    countable: countableWaitlistEntries,
    filters: { status: ['eq', 'in'] },
    orders: { JOINED_AT: 'joinedAt' },
    defaultOrder: [{ by: 'joinedAt', direction: 'DESC' }],
  }),
  readable(WaitlistSkip, {
    prefix: 'waitlist-skip',
    visible: visibleSkips,
    defaultOrder: [{ by: 'skippedAt', direction: 'DESC' }],
  }),
];

const waiting: Condition<WaitlistEntry> = (row, viewer) =>
  allOf([sql`${row}.status = 'WAITING'`, standingEntry(row, viewer)]);
const inLine: Condition = isInLine;

/** The number of those who come no later, the row itself included. */
const position = (
  row: Alias,
): Sql => sql`case when ${row}.status = 'WAITING' then (select count(*)::int from ${table('waitlist_entry')} bef
  where bef.role_id = ${row}.role_id and bef.status = 'WAITING'
    and (bef.priority, bef.joined_at, bef.sequence) <= (${row}.priority, ${row}.joined_at, ${row}.sequence)) end`;

const alreadyWaiting = (role: Alias): Sql => sql`exists (select 1 from ${table('waitlist_entry')} own
  where own.role_id = ${role}.id and own.person_id = ${mine.personId} and (own.status = 'WAITING' or own.status = 'OFFERED' and own.offer_expires_at > ${now}))`;

const factsOfRole = (entry: Alias): Sql =>
  sql`select (${signupFacts(new Scope('wanted'))}) from ${table('shift_role')} wanted where wanted.id = ${entry}.role_id`;

type JoinFacts = { read: SignupFactsRead; alreadyWaiting: boolean };
type OwnEntryFacts = { entryStatus: WaitlistStatus; offerExpiresAt: Date | null; own: boolean };

const ownEntry = {
  entryStatus: 'status',
  offerExpiresAt: 'offerExpiresAt',
  own: (row: Alias): Sql => sql`${row}.person_id is not distinct from ${mine.personId}`,
};

export const waitingListRelations: readonly Relations[] = [
  relations(ShiftRole, {
    waitlistEntries: toMany(WaitlistEntry, {
      by: 'role',
      order: [
        { by: 'priority', direction: 'ASC' },
        { by: 'joinedAt', direction: 'ASC' },
        { by: 'sequence', direction: 'ASC' },
      ],
      countedWhere: rolesOfCountedShifts,
      seenWhere: rolesOfSeenLists,
      description:
        'Who waits or has waited for a place, in the order of the list, as far as the caller may see them (候补名单).',
    }),
    waitlistCount: count(WaitlistEntry, {
      by: 'role',
      where: waiting,
      withheldBelow: SMALL_GROUP,
      countedWhere: rolesToldOf,
      description:
        'How many wait for a place (候补人数); null where it is not for the caller to know, or for a group too small to be told.',
    }),
    viewerWaitlistEntry: toOne(WaitlistEntry, {
      via: (parent, child) => sql`${child}.role_id = ${parent}.id and ${child}.person_id = ${mine.personId}`,
      where: inLine,
      nullable: true,
      description: "The caller's own entry that can still become a place (本人候补).",
    }),
    viewerWaitlistBlockers: computed<JoinFacts>(() => [WaitlistBlocker], {
      description:
        'Why the caller cannot join the waiting list, most telling first; empty where they can (本人不能候补的原因).',
      facts: { read: signupFacts, alreadyWaiting },
      value: ({ read, ...rest }, { now: at, viewer }) =>
        waitlistBlockersFor({ ...signupFactsFor(viewer, at, read), ...rest }),
    }),
  }),
  relations(WaitlistEntry, {
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
    guardian: toOne(Guardian, {
      by: 'guardian',
      nullable: true,
      description: 'Who waits (候补人); null where the caller may not see them.',
    }),
    household: toOne(Household, {
      by: 'household',
      nullable: true,
      description: 'The family that they stand for (家庭), where there is one only.',
    }),
    signup: toOne(Signup, {
      by: 'signup',
      nullable: true,
      description: 'What they got (报名), where they took the place.',
    }),
    skips: toMany(WaitlistSkip, {
      by: 'entry',
      description: 'When a place went past them, and why, the latest first (跳过记录).',
    }),
    position: expression(() => GraphQLInt, {
      nullable: true,
      sql: position,
      description:
        'Place in the line among those who wait, from 1 (候补位次); null where a place is held for them or they wait no longer.',
    }),
    viewerAcceptBlockers: computed<OwnEntryFacts & { read: SignupFactsRead }>(() => [AcceptOfferBlocker], {
      description:
        'Why the caller cannot take the place, most telling first; empty where they can (本人不能接受名额的原因).',
      facts: { read: factsOfRole, ...ownEntry },
      value: ({ read, own, ...rest }, { now: at }) =>
        own ? acceptBlockersFor({ ...signupFactsAt(at, read), ...rest }) : [AcceptOfferBlocker.NOT_OFFERED],
    }),
    viewerDeclineBlockers: computed<OwnEntryFacts>(() => [DeclineOfferBlocker], {
      description: 'Why the caller cannot give up the place; empty where they can (本人不能放弃名额的原因).',
      facts: ownEntry,
      value: ({ own, ...rest }, { now: at }) =>
        own ? declineBlockersFor({ ...rest, now: at }) : [DeclineOfferBlocker.NOT_OFFERED],
    }),
    viewerLeaveBlockers: computed<OwnEntryFacts & { startsAt: string }>(() => [LeaveWaitlistBlocker], {
      description: 'Why the caller cannot leave the list; empty where they can (本人不能退出候补的原因).',
      facts: {
        ...ownEntry,
        startsAt: (row) => sql`select to_json(sft.starts_at) from ${table('shift')} sft where sft.id = ${row}.shift_id`,
      },
      value: ({ own, startsAt, ...rest }, { now: at }) =>
        own ? leaveBlockersFor({ ...rest, startsAt: new Date(startsAt), now: at }) : [LeaveWaitlistBlocker.NOT_WAITING],
    }),
  }),
  relations(Guardian, {
    waitlistEntries: toMany(WaitlistEntry, {
      by: 'guardian',
      countedWhere: oneselfAsGuardian,
      seenWhere: guardiansKnownToMe,
      description:
        'What the guardian waits or has waited for, as far as the caller may see it, the latest first (候补).',
    }),
  }),
];
