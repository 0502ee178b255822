import { type District, type Room, type School, Stage } from '../../../src/domains/people/index.ts';
import type { RecordOf } from '../../writing/index.ts';
import { completed, type Given, type GivenWith, nextNumber, stored } from '../given.ts';

export type DistrictRecord = RecordOf<District>;
export type SchoolRecord = RecordOf<School>;
export type RoomRecord = RecordOf<Room>;

/** Codes begin with 99, which no division of the country has, so that they never meet those of the seeds. */
export function aDistrict(given: Given<District> = {}): DistrictRecord {
  const number = nextNumber();
  return completed<DistrictRecord>(
    { ...stored(given), code: `99${String(number).padStart(4, '0')}`, name: `第${number}区`, contact: null },
    given,
  );
}

export function aSchool(given: GivenWith<School, 'district'>): SchoolRecord {
  const number = nextNumber();
  return completed<SchoolRecord>(
    {
      ...stored(given),
      district: '',
      code: `99${String(number).padStart(8, '0')}`,
      name: `第${number}学校`,
      stages: [Stage.PRIMARY, Stage.JUNIOR_MIDDLE],
      contact: null,
    },
    given,
  );
}

export function aRoom(given: GivenWith<Room, 'school'>): RoomRecord {
  return completed<RoomRecord>({ ...stored(given), school: '', name: `${nextNumber()}号教室`, capacity: 50 }, given);
}
