import type { Pool } from 'pg';
import { Audience, AudienceTarget } from '../../../src/domains/people/index.ts';
import { Shift, ShiftRole, VolunteerActivity } from '../../../src/domains/volunteering/index.ts';
import {
  anAudience,
  anAudienceTarget,
  aShift,
  aShiftRole,
  aVolunteerActivity,
  daysAfter,
  minutesAfter,
} from '../../../seeds/factories/index.ts';
import { Batch, hubTables, writeBatch } from '../../../seeds/writing/index.ts';

/** A role that guardians come for, by bare ids. */
export interface OpenRole {
  readonly id: string;
  readonly shiftId: string;
  /** Null where the district asks: then all its guardians see it. */
  readonly schoolId: string | null;
}

export interface Opening {
  /** The most wanted first. */
  readonly roles: readonly OpenRole[];
  /** Open already, with places for everybody: what warms the hub. */
  readonly warmUp: OpenRole;
  /** Runs the shift of the most wanted role. */
  readonly administrator: string;
}

export interface OpeningOptions {
  readonly roles: number;
  readonly capacity: number;
  readonly opensAt: Date;
  readonly now: Date;
}

interface Organiser {
  readonly district: string;
  /** Null for the district itself. */
  readonly school: string | null;
  readonly staff: string;
  readonly account: string;
}

const ROLES_OF_A_SHIFT = 4;
/** Every so many shifts the district asks, else one of its schools. */
const DISTRICT_EVERY = 4;

/** Writes published shifts of all schools and of the district, for which one signs up from one moment on. */
export async function openRoles(
  pool: Pool,
  { roles: count, capacity, opensAt, now }: OpeningOptions,
): Promise<Opening> {
  const { rows: organisers } = await pool.query<Organiser>(`
    select distinct on (sa.school_id) sa.district_id as district, sa.school_id as school, sa.staff_id as staff, a.id as account
    from staff_assignment sa join staff s on s.id = sa.staff_id join account a on a.person_id = s.person_id and a.status = 'ACTIVE'
    where (sa.role = 'SCHOOL_ADMIN' or sa.role = 'DISTRICT_ADMIN') and sa.ended_at is null and sa.valid_to is null
    order by sa.school_id, s.staff_number like 'BENCH%', sa.id`);
  const ofDistrict = organisers.find(({ school }) => school === null);
  const ofSchools = organisers.filter(({ school }) => school !== null);
  if (!ofDistrict || ofSchools.length === 0) throw new Error('The database has nobody who could ask for volunteers.');
  const batch = new Batch(hubTables());
  const activities = new Map(
    [ofDistrict, ...ofSchools].map((organiser) => [organiser, activityOf(batch, organiser, now)]),
  );

  const shiftOf = (organiser: Organiser, index: number, from: Date) => {
    const startsAt = minutesAfter(daysAfter(now, 3), index * 30);
    const shift = aShift({
      activity: activities.get(organiser)!,
      startsAt,
      signupOpensAt: from,
      signupClosesAt: minutesAfter(startsAt, -60),
      cancelUntil: daysAfter(startsAt, -1),
      publishedAt: daysAfter(now, -7),
    });
    batch.add(Shift, shift);
    return shift;
  };
  const shifts = Array.from({ length: Math.ceil(count / ROLES_OF_A_SHIFT) }, (_, index) => {
    const organiser = index % DISTRICT_EVERY === 0 ? ofDistrict : ofSchools[index % ofSchools.length]!;
    return { shift: shiftOf(organiser, index, opensAt), organiser };
  });
  // The most wanted roles lie in shifts of their own, and in all schools.
  const roles = Array.from({ length: count }, (_, index) => {
    const { shift, organiser } = shifts[index % shifts.length]!;
    const role = aShiftRole({ shift, ordinal: Math.floor(index / shifts.length) + 1, capacity });
    batch.add(ShiftRole, role);
    return { id: role.id, shiftId: shift.id, schoolId: organiser.school };
  });
  const early = shiftOf(ofDistrict, shifts.length, daysAfter(now, -7));
  const warmUp = aShiftRole({ shift: early, capacity: 1000 });
  batch.add(ShiftRole, warmUp);
  await writeBatch(pool, batch);
  await pool.query('analyze volunteer_activity, shift, shift_role');
  return {
    roles,
    warmUp: { id: warmUp.id, shiftId: early.id, schoolId: null },
    administrator: shifts[0]!.organiser.account,
  };
}

function activityOf(batch: Batch, { district, school, staff }: Organiser, now: Date) {
  const audience = anAudience();
  const activity = aVolunteerActivity({
    district,
    school,
    audience,
    organiser: staff,
    publishedAt: daysAfter(now, -8),
  });
  batch.add(Audience, audience);
  batch.add(AudienceTarget, anAudienceTarget({ audience, district, school }));
  batch.add(VolunteerActivity, activity);
  return activity;
}
