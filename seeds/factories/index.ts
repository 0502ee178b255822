export {
  daysAfter,
  idOf,
  minutesAfter,
  nextNumber,
  numberedAnew,
  WRITTEN_AT,
  type Given,
  type GivenWith,
  type Identified,
  type Ref,
} from './given.ts';
export * from './volunteering/attendance.ts';
export * from './people/audience.ts';
export * from './people/binding-code.ts';
export * from './people/calendar-day.ts';
export * from './courses/course.ts';
export * from './timetable/engagement.ts';
export * from './people/guardian.ts';
export * from './people/household.ts';
export * from './meetings/meeting-invitation.ts';
export * from './meetings/meeting.ts';
export * from './notices/notice.ts';
export * from './volunteering/parent-lecture.ts';
export * from './people/person.ts';
export * from './policy/policy-document.ts';
export * from './policy/policy-lecture.ts';
export * from './people/school-class.ts';
export * from './people/school-year.ts';
export * from './people/school.ts';
export * from './identity/log.ts';
export * from './identity/sign-in.ts';
export * from './volunteering/service.ts';
export * from './volunteering/shift-series.ts';
export * from './volunteering/shift.ts';
export * from './volunteering/signup.ts';
export * from './people/staff.ts';
export * from './people/student.ts';
export * from './volunteering/volunteer-activity.ts';
export * from './volunteering/volunteer.ts';
export * from './volunteering/waitlist.ts';
