import type { ViewerShape } from '../../../platform/auth/index.ts';
import type { PartsInDisclosure } from '../../../platform/reading/index.ts';

/** Small groups are withheld from whoever analyses figures and answers for none of the people behind them. */
export function isToldOfLargeGroupsOnly(viewer: ViewerShape): boolean {
  return viewer.analyst && !viewer.district;
}

/** A district counts what it runs itself and its schools' alike, though it sees the former alone: it is told the number of all, and no rows that would be taken for all. */
export function countsWidely(viewer: ViewerShape): boolean {
  return viewer.district && !viewer.guardian;
}

const nobody: ViewerShape = {
  signedIn: false,
  guardian: false,
  teacher: false,
  school: false,
  staff: false,
  district: false,
  analyst: false,
  auditsSchool: false,
  auditsDistrict: false,
};
const someone: ViewerShape = { ...nobody, signedIn: true };

/** The parts that people play, and what each is told of lists and of numbers. */
export const disclosure: PartsInDisclosure = {
  all: [
    nobody,
    someone,
    { ...someone, guardian: true },
    { ...someone, staff: true },
    { ...someone, staff: true, teacher: true },
    { ...someone, staff: true, school: true, auditsSchool: true },
    { ...someone, district: true, auditsDistrict: true },
    { ...someone, analyst: true },
    { ...someone, auditsDistrict: true },
    { ...someone, staff: true, auditsSchool: true },
    { ...someone, guardian: true, analyst: true },
    { ...someone, guardian: true, district: true, auditsDistrict: true },
  ],
  hasOwn: (viewer) => viewer.guardian,
  atWork: (viewer) => ({ ...viewer, signedIn: false, guardian: false }),
  looksAfterAll: ({ district, analyst, auditsDistrict }) => district || analyst || auditsDistrict,
  forAll: ({ district, analyst, auditsDistrict }) => ({ ...nobody, district, analyst, auditsDistrict }),
  countsWidely,
  isToldOfLargeGroupsOnly,
};
