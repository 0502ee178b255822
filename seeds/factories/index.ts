export {
  daysAfter,
  idOf,
  minutesAfter,
  nextNumber,
  WRITTEN_AT,
  type Given,
  type GivenWith,
  type Identified,
  type Ref,
} from './given.ts';
export * from './volunteering/attendance.ts';
export * from './audience.ts';
export * from './binding-code.ts';
export * from './calendar-day.ts';
export * from './course.ts';
export * from './engagement.ts';
export * from './guardian.ts';
export * from './household.ts';
export * from './meeting-invitation.ts';
export * from './meeting.ts';
export * from './notice.ts';
export * from './volunteering/parent-lecture.ts';
export * from './person.ts';
export * from './policy-document.ts';
export * from './policy-lecture.ts';
export * from './school-class.ts';
export * from './school-year.ts';
export * from './school.ts';
export * from './identity/log.ts';
export * from './identity/sign-in.ts';
export * from './volunteering/service.ts';
export * from './volunteering/shift-series.ts';
export * from './volunteering/shift.ts';
export * from './volunteering/signup.ts';
export * from './staff.ts';
export * from './student.ts';
export * from './volunteering/volunteer-activity.ts';
export * from './volunteering/volunteer.ts';
export * from './volunteering/waitlist.ts';
