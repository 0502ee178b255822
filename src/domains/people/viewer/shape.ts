import { isGuest, type ViewerShape } from '../../../platform/auth/index.ts';
import type { ViewerRights } from './viewer-rights.ts';

declare module '../../../platform/auth/viewer.ts' {
  interface ViewerShape {
    readonly guardian: boolean;
    /** Has classes of their own. */
    readonly teacher: boolean;
    /** Administers at least one school. */
    readonly school: boolean;
    /** Has any role at a school. */
    readonly staff: boolean;
    readonly district: boolean;
    readonly analyst: boolean;
    /** Reads the log of at least one school. */
    readonly auditsSchool: boolean;
    readonly auditsDistrict: boolean;
  }
}

export function shapeOf(viewer: ViewerRights): ViewerShape {
  return {
    signedIn: !isGuest(viewer),
    guardian: viewer.guardianId !== null,
    teacher: viewer.classIds.length > 0,
    school: viewer.schoolIds.length > 0,
    staff: viewer.staffSchoolIds.length > 0,
    district: viewer.districtIds.length > 0,
    analyst: viewer.analystDistrictIds.length > 0,
    auditsSchool: viewer.auditedSchoolIds.length > 0,
    auditsDistrict: viewer.auditedDistrictIds.length > 0,
  };
}

const NO_PART: ViewerShape = {
  signedIn: true,
  guardian: false,
  teacher: false,
  school: false,
  staff: false,
  district: false,
  analyst: false,
  auditsSchool: false,
  auditsDistrict: false,
};

/** Of somebody who plays these parts alone: what names viewers by the ids of a part finds nothing for whoever does not play it. */
export const playing = (...parts: readonly (keyof ViewerShape)[]): ViewerShape => ({
  ...NO_PART,
  ...Object.fromEntries(parts.map((part) => [part, true])),
});

/** A short text that is equal for equal shapes, whose parts stand in one order. */
export function shapeKey(shape: ViewerShape): string {
  return Object.values(shape).map(Number).join('');
}
