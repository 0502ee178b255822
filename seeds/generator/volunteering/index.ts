import { VolunteerQualification, VolunteerSuspension } from '../../../src/domains/volunteering/index.ts';
import { type Dice, Shares } from '../../deterministic/index.ts';
import { aVolunteerQualification, aVolunteerSuspension } from '../../factories/index.ts';
import type { Batch } from '../../writing/index.ts';
import { type Adult, type District, gradeName, makeClassAudience, type School } from '../people/index.ts';
import type { Volumes } from '../plan.ts';
import type { Workshop } from '../workshop.ts';
import { proposeLectures } from './lectures.ts';
import { type Call, Noticeboard } from './noticeboard.ts';
import { QUALIFICATIONS } from './offers.ts';
import { NONE, SignupDesk, type Tally } from './signups.ts';
import { guardiansOf, Volunteers } from './volunteers.ts';

const BY_DISTRICT = 0.05;
const PENDING = 0.05;
const REJECTED = 0.05;
const CANCELLED = 0.15;
const SUSPENDED_EVERY = 12;

export { type LectureSubject, LECTURES } from './lectures.ts';
export type { Opening } from './noticeboard.ts';
export { SignupDesk } from './signups.ts';

/**
 * Activities of every school and of the district, their shifts and who signed up: to the numbers of the plan.
 * @returns the persons who have a volunteer record
 */
export function makeVolunteering(
  workshop: Workshop,
  volumes: Volumes,
  district: District,
): Promise<ReadonlySet<string>> {
  return new VolunteerOffice(workshop, volumes, district).run();
}

class VolunteerOffice {
  readonly #workshop: Workshop;
  readonly #volumes: Volumes;
  readonly #district: District;
  readonly #dice: Dice;
  readonly #board: Noticeboard;
  readonly #desk: SignupDesk;
  readonly #recorded = new Set<string>();
  #left: Tally = { ...NONE };

  constructor(workshop: Workshop, volumes: Volumes, district: District) {
    this.#workshop = workshop;
    this.#volumes = volumes;
    this.#district = district;
    this.#dice = workshop.dice.called(`volunteering/${district.record.code}`);
    this.#board = new Noticeboard(workshop, this.#dice, volumes.rolesPerShift);
    this.#desk = new SignupDesk(
      workshop,
      this.#dice,
      new Map(district.schools.map(({ record }) => [record.id, record.name])),
    );
  }

  async run(): Promise<ReadonlySet<string>> {
    const { schools } = this.#district;
    const { activities, shifts, volunteerRecords } = this.#volumes;
    const byDistrict = Math.round(activities * BY_DISTRICT);
    const perSchool = new Shares(activities - byDistrict, schools.length);
    const shiftShares = new Shares(shifts, activities);
    const records = new Shares(volunteerRecords, schools.length);
    const tallies = this.#tallies();
    await this.#ofDistrict(
      Array.from({ length: byDistrict }, () => shiftShares.next(1)),
      tallies,
    );
    for (const school of schools) {
      const count = perSchool.next(1);
      await this.#ofSchool(
        school,
        Array.from({ length: count }, () => shiftShares.next(1)),
        tallies,
        records.next(1),
      );
    }
    if (Object.values(this.#left).some((left) => left > 0)) {
      throw new Error(
        `There is no place for ${JSON.stringify(this.#left)} sign-ups: the plan does not fit its shifts.`,
      );
    }
    return this.#recorded;
  }

  #tallies(): (shifts: number) => Tally {
    const { signups, shifts } = this.#volumes;
    const share = (part: number): Shares => new Shares(Math.round(signups * part), shifts);
    const [pending, rejected, cancelled] = [share(PENDING), share(REJECTED), share(CANCELLED)];
    const all = new Shares(signups, shifts);
    return (weight) => {
      const others = {
        PENDING: pending.next(weight),
        REJECTED: rejected.next(weight),
        CANCELLED: cancelled.next(weight),
      };
      return { ...others, CONFIRMED: all.next(weight) - others.PENDING - others.REJECTED - others.CANCELLED };
    };
  }

  async #ofSchool(
    school: School,
    shifts: readonly number[],
    tallies: (shifts: number) => Tally,
    records: number,
  ): Promise<void> {
    const batch = this.#workshop.loader.batch();
    const everyone = new Volunteers(this.#dice, guardiansOf(school.classes));
    const qualified = this.#qualify(everyone, records);
    const callOf = this.#calls(batch, school, everyone, qualified);
    const openings = shifts.flatMap((count, index) => this.#board.publish(batch, callOf(index), count));
    this.#signUp(batch, openings, tallies(shifts.reduce((sum, count) => sum + count, 0)));
    this.#record(batch, qualified, everyone.adults, records);
    proposeLectures(this.#workshop, batch, school, this.#dice);
    await this.#workshop.loader.write(batch);
  }

  async #ofDistrict(shifts: readonly number[], tallies: (shifts: number) => Tally): Promise<void> {
    const batch = this.#workshop.loader.batch();
    const { record, admins, audiences, adults } = this.#district;
    const volunteers = new Volunteers(
      this.#dice,
      adults.filter((adult) => adult.acts),
    );
    const openings = shifts.flatMap((count, index) =>
      this.#board.publish(
        batch,
        {
          district: record.id,
          school: null,
          of: record.name,
          audience: audiences.everyone,
          volunteers,
          organiser: admins[index % admins.length]!,
          qualified: [],
          lastYear: index % 3 === 2,
        },
        count,
      ),
    );
    this.#signUp(batch, openings, tallies(shifts.reduce((sum, count) => sum + count, 0)));
    await this.#workshop.loader.write(batch);
  }

  #signUp(batch: Batch, openings: Parameters<SignupDesk['fill']>[1], tally: Tally): void {
    const wanted = { ...tally };
    for (const status of Object.keys(wanted) as (keyof Tally)[]) wanted[status] += this.#left[status];
    this.#left = this.#desk.fill(batch, openings, wanted);
  }

  /** Most activities are for the whole school, some for a grade, a few of this year for a class. */
  #calls(
    batch: Batch,
    school: School,
    everyone: Volunteers,
    qualified: readonly Volunteers[],
  ): (index: number) => Call {
    const place = { district: this.#district.record.id, school: school.record.id };
    const grades = [...school.gradeAudiences.keys()];
    const byGrade = new Map<number, Volunteers>();
    const volunteersOf = (grade: number): Volunteers => {
      const known =
        byGrade.get(grade) ??
        new Volunteers(this.#dice, guardiansOf(school.classes.filter((each) => each.grade === grade)));
      byGrade.set(grade, known);
      return known;
    };
    return (index) => {
      const lastYear = index % 3 === 2;
      if (index % 10 === 6 || index % 10 === 8) {
        const grade = grades[index % grades.length]!;
        return {
          ...place,
          of: gradeName(grade),
          audience: school.gradeAudiences.get(grade)!,
          volunteers: volunteersOf(grade),
          organiser: school.gradeHeads.get(grade)!,
          qualified: [],
          lastYear,
        };
      }
      if (index % 10 === 9 && !lastYear) {
        const schoolClass = school.classes[(index * 5) % school.classes.length]!;
        return {
          ...place,
          of: schoolClass.record.name,
          audience: makeClassAudience(this.#workshop, batch, this.#district.record, schoolClass),
          volunteers: new Volunteers(this.#dice, guardiansOf([schoolClass])),
          organiser: schoolClass.homeroom!,
          qualified: [],
          lastYear,
        };
      }
      return {
        ...place,
        of: '',
        audience: school.audience,
        volunteers: everyone,
        organiser: school.admins[index % 2]!,
        qualified,
        lastYear,
      };
    };
  }

  /** Half of those on record, for one qualification each in turn. */
  #qualify(everyone: Volunteers, records: number): Volunteers[] {
    const people = everyone.adults
      .filter((adult) => !this.#recorded.has(adult.person))
      .slice(0, Math.ceil(records / 2));
    return QUALIFICATIONS.map(
      (_, which) =>
        new Volunteers(
          this.#dice,
          people.filter((__, index) => index % QUALIFICATIONS.length === which),
        ),
    );
  }

  #record(batch: Batch, qualified: readonly Volunteers[], everyone: readonly Adult[], records: number): void {
    const { ids, calendar } = this.#workshop;
    let left = records;
    qualified.forEach(({ adults }, which) => {
      for (const adult of adults) {
        this.#recorded.add(adult.person);
        batch.add(
          VolunteerQualification,
          aVolunteerQualification({
            id: ids.next('volunteer-qualification'),
            person: adult.person,
            district: this.#district.record,
            name: QUALIFICATIONS[which]!.qualification,
            grantedBy: this.#district.admins[0]!,
          }),
        );
        left -= 1;
      }
    });
    for (const adult of everyone) {
      if (left === 0) return;
      if (this.#recorded.has(adult.person)) continue;
      this.#recorded.add(adult.person);
      // A volunteer who has nothing ahead can be suspended without breaking a promise.
      if (left % SUSPENDED_EVERY === 0 && adult.timetable.isEmpty) {
        batch.add(
          VolunteerSuspension,
          aVolunteerSuspension({
            id: ids.next('volunteer-suspension'),
            person: adult.person,
            district: this.#district.record,
            startsAt: calendar.after(-24 * 60),
            endsAt: calendar.after(60 * 24 * 60),
          }),
        );
      }
      left -= 1;
    }
  }
}
