import type { ViewerShape } from '../../src/platform/auth/index.ts';
import {
  never,
  Scope,
  type Condition,
  type Count,
  type Readable,
  type ToMany,
} from '../../src/platform/reading/index.ts';
import type { CallerName } from './who-may.ts';

/** The parts that each plays, written down by hand. */
const guardian = { signedIn: true, guardian: true };
const staff = { signedIn: true, staff: true };
const teacher = { ...staff, teacher: true };
const school = { signedIn: true, staff: true, school: true, auditsSchool: true };
const district = { signedIn: true, district: true, auditsDistrict: true };
const analyst = { signedIn: true, analyst: true };
export const PARTS: Readonly<Record<CallerName, Partial<ViewerShape>>> = {
  guest: {},
  guardian,
  'blocked-guardian': guardian,
  'homeroom-teacher': teacher,
  'subject-teacher': teacher,
  'grade-head': teacher,
  lecturer: staff,
  'school-admin': school,
  'district-admin': district,
  analyst,
  'privacy-officer': { signedIn: true, auditsDistrict: true },
  'ended-assignment': { signedIn: true },
  'service-of-district': district,
  'service-of-school': { ...school, auditsSchool: false },
  'service-of-analyst': analyst,
  'service-without-permissions': district,
};
export const nobody: ViewerShape = {
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

export type Told = 'rows' | 'own rows' | 'number' | 'nothing';

const person = { signedIn: false, guardian: false };

export function toldOf(
  { visible, countable }: Readable,
  viewer: ViewerShape,
  asked: Count | ToMany | { readonly kind: 'connection'; readonly where?: Condition<never> },
  from?: Readable,
): Told {
  const holds = (condition: Condition<never> | undefined): boolean =>
    condition !== undefined && condition(new Scope('_any'), viewer) !== never;
  if (asked.where && !holds(asked.where)) return 'nothing';
  if ('ofViewer' in asked) return 'rows';
  if (asked.kind === 'count') return holds(visible) || (!asked.visibleOnly && holds(countable)) ? 'number' : 'nothing';
  const holdsAtWork = (condition: Condition, parts: Partial<ViewerShape> = viewer): boolean =>
    condition(new Scope('_any'), { ...nobody, ...parts, ...person }) !== never;
  const ofAll = viewer.district || viewer.analyst || viewer.auditsDistrict;
  const byOthers = Object.values(PARTS).some((parts) => holdsAtWork(visible, parts));
  if (!from && ofAll && holds(visible)) {
    // What hangs on nothing is counted for the whole of a district or not at all, whatever else its administrator or analyst is.
    const parts = { district: viewer.district, analyst: viewer.analyst, auditsDistrict: viewer.auditsDistrict };
    if (countable && holdsAtWork(countable, parts)) return viewer.district && !viewer.guardian ? 'number' : 'own rows';
    return holdsAtWork(visible, parts) || !byOthers ? 'rows' : 'own rows';
  }
  // Whoever looks after a district, and comes upon a list by that, sees none or their own alone of what others see at work: no number is told.
  const owner = ofAll && (!from || holdsAtWork(from.visible)) && !holdsAtWork(visible) && byOthers;
  if (holds(visible) && (!owner || viewer.guardian || !from)) return owner ? 'own rows' : 'rows';
  // Lists can be subtracted from one another: analysts are told by the counts that are declared.
  return holds(countable) && !(viewer.analyst && !viewer.district) ? 'number' : 'nothing';
}
