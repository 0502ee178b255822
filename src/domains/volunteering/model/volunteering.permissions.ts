import { inPerson, type Permissions, type Viewer } from '../../../platform/auth/index.ts';
import { isGuardian, rolesWith } from '../../people/index.ts';

export const SIGN_UP = 'volunteering.signup.create';
export const CANCEL_SIGNUP = 'volunteering.signup.cancel';
export const WAIT = 'volunteering.waitlist.join';
export const STAND_IN = 'volunteering.stand-in.offer';
export const DECIDE_ON_LEAVING = 'volunteering.signup.release';
export const RECONFIRM_SIGNUP = 'volunteering.signup.reconfirm';
export const DECIDE_SIGNUP = 'volunteering.signup.decide';
export const CREATE_ACTIVITY = 'volunteering.activity.create';
export const ORGANISE = 'volunteering.activity.organise';
export const EXPORT_TABLES = 'volunteering.roster.export';
export const GET_CERTIFICATE = 'volunteering.certificate.download';

const ANSWERS_FOR_FAMILIES = rolesWith({
  DISTRICT_ADMIN: true,
  SCHOOL_ADMIN: true,
  GRADE_HEAD: true,
  HOMEROOM_TEACHER: true,
  SUBJECT_TEACHER: false,
  LECTURER: false,
  ANALYST: false,
  PRIVACY_OFFICER: false,
});

/** Whoever works at a school may be named the organiser of an activity there; which ones they manage is `manageableActivities`. */
const mayOrganise = (viewer: Pick<Viewer, 'staffSchoolIds' | 'districtIds'>): boolean =>
  viewer.staffSchoolIds.length > 0 || viewer.districtIds.length > 0;

export const permissions: Permissions = {
  [SIGN_UP]: { description: 'Sign up for a role of a shift (报名).', heldBy: isGuardian },
  [CANCEL_SIGNUP]: { description: "Take back one's own sign-up (取消报名).", heldBy: isGuardian },
  [WAIT]: {
    description: 'Wait for a place in a role that is full, and take it or leave it (候补).',
    heldBy: isGuardian,
  },
  [STAND_IN]: {
    description: "Offer one's own place to somebody else, and take over such a place (替班).",
    heldBy: isGuardian,
  },
  [DECIDE_ON_LEAVING]: {
    description: 'Let a volunteer go, or have somebody else come instead (审批取消与替班).',
    heldBy: inPerson(mayOrganise),
  },
  [RECONFIRM_SIGNUP]: {
    description: "Confirm one's own sign-up again after the time has changed (再次确认报名).",
    heldBy: isGuardian,
  },
  [CREATE_ACTIVITY]: {
    description: 'Begin a volunteer activity for the part of the organisation that one answers for (发起志愿活动).',
    heldBy: ({ assignments }) => assignments.some(({ role }) => ANSWERS_FOR_FAMILIES.has(role)),
  },
  [ORGANISE]: {
    description: 'Prepare, publish, change and cancel volunteer activities and their shifts (组织志愿活动).',
    heldBy: mayOrganise,
  },
  [EXPORT_TABLES]: {
    description: 'Export rosters of shifts that one organises, and hours of the own school (导出名单与时长).',
    heldBy: inPerson(mayOrganise),
  },
  [GET_CERTIFICATE]: {
    description: "Get one's own certificate as a file, or one of a volunteer of one's school (下载证明).",
    heldBy: inPerson((viewer) => isGuardian(viewer) || viewer.schoolIds.length > 0),
  },
  [DECIDE_SIGNUP]: {
    description: 'Approve or decline sign-ups of activities that one organises (审核报名).',
    heldBy: inPerson(mayOrganise),
  },
};
