import { Audience, AudienceTarget, District, Room, School, SchoolClass, SchoolYear, type Stage, Term } from '../../src/domains/people/index.ts';
import {
  aDistrict, anAudience, anAudienceTarget, aRoom, aSchool, aSchoolClass, aSchoolYear, aTerm, type AudienceRecord, type DistrictRecord,
  type Given, idOf, type Ref, type RoomRecord, type SchoolClassRecord, type SchoolRecord, type SchoolYearRecord,
} from '../factories/index.ts';
import { Ground } from './ground.ts';

export type SeededClass = SchoolClassRecord & { readonly district: string };

/** Whom a thing is for; the whole district where nothing is said. */
export interface AudienceOf {
  readonly district?: Ref;
  readonly stage?: Stage;
  readonly school?: SchoolRecord;
  /** By number. */
  readonly grade?: number;
  readonly schoolClass?: SeededClass;
}

export class OrganisationSeeds extends Ground {
  #district: Promise<DistrictRecord> | undefined;
  readonly #years = new Map<string, Promise<SchoolYearRecord>>();
  readonly #audiences = new Map<string, Promise<AudienceRecord>>();

  /** The district of everything that names no other. */
  homeDistrict(): Promise<DistrictRecord> {
    return (this.#district ??= this.district());
  }

  async district(given: Given<District> = {}): Promise<DistrictRecord> {
    const district = aDistrict(given);
    await this.insert(District, district);
    return district;
  }

  async school({ district, ...given }: Given<School> = {}): Promise<SchoolRecord> {
    const school = aSchool({ ...given, district: district ?? (await this.homeDistrict()) });
    await this.insert(School, school);
    return school;
  }

  /** With its two terms; one for each district and year. @param begins calendar year; the present school year where left out */
  schoolYear(district: Ref, begins = this.calendar.year): Promise<SchoolYearRecord> {
    const key = `${idOf(district)}/${begins}`;
    const year = this.#years.get(key) ?? this.#makeYear(district, begins);
    this.#years.set(key, year);
    return year;
  }

  /**
   * A class of the present school year, of the third grade.
   * @param given.grade by number @param given.year calendar year in which another school year begins
   */
  async schoolClass(
    { school, grade = 3, year, ...given }: Omit<Given<SchoolClass>, 'school' | 'grade' | 'schoolYear'> & {
      readonly school: SchoolRecord; readonly grade?: number; readonly year?: number;
    },
  ): Promise<SeededClass> {
    const schoolClass = aSchoolClass({
      ...given, school, grade: this.gradeId(grade), schoolYear: await this.schoolYear(school.district, year),
    });
    await this.insert(SchoolClass, schoolClass);
    return { ...schoolClass, district: school.district };
  }

  async room(given: Given<Room> & { readonly school: SchoolRecord }): Promise<RoomRecord> {
    const room = aRoom(given);
    await this.insert(Room, room);
    return room;
  }

  /** The same one for the same people. */
  async audience({ district, stage, school, grade, schoolClass }: AudienceOf = {}): Promise<AudienceRecord> {
    const within = district ? idOf(district) : (schoolClass?.district ?? school?.district ?? (await this.homeDistrict()).id);
    const target = {
      district: within,
      ...(schoolClass ? { schoolClass } : { school: school ?? null, stage: stage ?? null, grade: grade === undefined ? null : this.gradeId(grade) }),
    };
    const key = JSON.stringify([within, schoolClass?.id, school?.id, stage, grade]);
    const known = this.#audiences.get(key) ?? this.#makeAudience(target);
    this.#audiences.set(key, known);
    return known;
  }

  async #makeAudience(target: Omit<Parameters<typeof anAudienceTarget>[0], 'audience'>): Promise<AudienceRecord> {
    const audience = anAudience();
    await this.write((batch) => {
      batch.add(Audience, audience);
      batch.add(AudienceTarget, anAudienceTarget({ ...target, audience }));
    });
    return audience;
  }

  async #makeYear(district: Ref, year: number): Promise<SchoolYearRecord> {
    const schoolYear = aSchoolYear({ district, year });
    await this.write((batch) => {
      batch.add(SchoolYear, schoolYear);
      for (const number of [1, 2]) batch.add(Term, aTerm({ schoolYear, year, number }));
    });
    return schoolYear;
  }
}
