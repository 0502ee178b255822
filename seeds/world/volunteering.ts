import { Engagement, EngagementKind, EngagementStatus } from '../../src/domains/timetable/index.ts';
import {
  Shift, ShiftRole, Signup, SignupStatus, VolunteerActivity, VolunteerRecord,
} from '../../src/domains/volunteering/index.ts';
import {
  anEngagement, aShift, aShiftRole, aSignup, aVolunteerActivity, aVolunteerRecord, daysAfter, type Given, minutesAfter, type SchoolRecord,
  type ShiftRecord, type ShiftRoleRecord, type SignupRecord, type VolunteerActivityRecord, type VolunteerRecordRecord,
} from '../factories/index.ts';
import type { SeededGuardian, SeededPerson } from './families.ts';
import { StaffSeeds } from './staff.ts';

export type SeededShift = ShiftRecord & {
  readonly record: VolunteerActivityRecord;
  readonly roles: readonly ShiftRoleRecord[];
  readonly role: ShiftRoleRecord;
};

export type ActivityOf = Given<VolunteerActivity> & {
  /** Null: the district's. */
  readonly school: SchoolRecord | null;
};

export type ShiftOf = Given<Shift> & {
  readonly activity: VolunteerActivityRecord;
  readonly roles?: readonly Given<ShiftRole>[];
};

export class VolunteeringSeeds extends StaffSeeds {
  /** Published, for the whole school unless an audience is given. */
  async activity({ school, audience, organiser, ...given }: ActivityOf): Promise<VolunteerActivityRecord> {
    const district = given.district ?? school?.district ?? (await this.homeDistrict());
    const activity = aVolunteerActivity({
      publishedAt: given.status === 'DRAFT' ? null : this.after({ days: -20 }),
      ...given,
      district,
      school,
      audience: audience ?? (await this.audience(school ? { school } : { district })),
      organiser: organiser ?? (await (school ? this.schoolAdmin({ school }) : this.districtAdmin({ district }))),
    });
    await this.insert(VolunteerActivity, activity);
    return activity;
  }

  /** A shift of an hour in a week from now, open for sign-ups since a week ago; with one role of four places unless given. */
  async shift({ activity, roles = [{}], ...given }: ShiftOf): Promise<SeededShift> {
    const startsAt = given.startsAt ?? this.after({ days: 7 });
    const shift = aShift({
      endsAt: minutesAfter(startsAt, 60), signupOpensAt: daysAfter(startsAt, -14), publishedAt: activity.publishedAt, ...given, startsAt, activity,
    });
    const made = roles.map((role, index) => aShiftRole({ ordinal: index + 1, ...role, shift }));
    await this.write((batch) => {
      batch.add(Shift, shift);
      for (const role of made) batch.add(ShiftRole, role);
    });
    return { ...shift, record: activity, roles: made, role: made[0]! };
  }

  /** The shortest way to a place that a parent of the school can take. */
  async openShift({ school, capacity = 4, ...given }: { readonly school: SchoolRecord; readonly capacity?: number } & Given<Shift>): Promise<SeededShift> {
    const { activity: _, ...rest } = given;
    return this.shift({ ...rest, activity: await this.activity({ school }), roles: [{ capacity }] });
  }

  /** Confirmed unless given: takes a place, and occupies the time as long as it stands. */
  async signup({ shift, guardian, role = shift.role, ...given }: Omit<Given<Signup>, 'shift' | 'role' | 'guardian'> & {
    readonly shift: SeededShift; readonly guardian: SeededGuardian; readonly role?: ShiftRoleRecord;
  }): Promise<SignupRecord> {
    const signup = aSignup({ signedUpAt: this.now, household: guardian.household, ...given, role, guardian });
    const stands = signup.status === SignupStatus.CONFIRMED || signup.status === SignupStatus.PENDING;
    await this.write((batch) => {
      batch.add(Signup, signup);
      batch.add(Engagement, anEngagement({
        person: guardian.person, sourceId: signup.id, kind: EngagementKind.SHIFT_SIGNUP, title: `${shift.record.title} · ${role.name}`,
        startsAt: shift.startsAt, endsAt: shift.endsAt, status: stands ? EngagementStatus.ACTIVE : EngagementStatus.ENDED,
        endedAt: stands ? null : (signup.cancelledAt ?? this.now),
      }));
      if (signup.status === SignupStatus.CONFIRMED) {
        batch.afterwards('update shift_role set places_taken = places_taken + 1 where id = $1', [role.id]);
      }
    });
    return signup;
  }

  async volunteerRecord({ of, ...given }: Given<VolunteerRecord> & { readonly of: SeededPerson }): Promise<VolunteerRecordRecord> {
    const record = aVolunteerRecord({ ...given, person: of.person });
    await this.insert(VolunteerRecord, record);
    return record;
  }
}
