import type { Domain } from '../../platform/graphql/index.ts';
import { ShiftRole } from './shifts/shift-role.entity.ts';
import { Shift } from './shifts/shift.entity.ts';
import { readables as readableShifts, roots, shiftRelations } from './shifts/shifts.relations.ts';
import { ActivityTopic, VolunteerActivity } from './shifts/volunteer-activity.entity.ts';
import { Signup } from './signups/signup.entity.ts';
import { signupMutations } from './signups/signups.graphql.ts';
import { readables as readableSignups, signupRelations } from './signups/signups.relations.ts';
import { VolunteerRecord } from './volunteers/volunteer-record.entity.ts';
import { permissions } from './volunteering.access.ts';
import { checks } from './volunteering.checks.ts';

export { ShiftRole } from './shifts/shift-role.entity.ts';
export { Shift, ShiftStatus } from './shifts/shift.entity.ts';
export { ActivityKind, ActivityStatus, ActivityTopic, VolunteerActivity } from './shifts/volunteer-activity.entity.ts';
export { blockersFor, cancelBlockersFor, CancelSignupBlocker, SignupBlocker, type CancelSignupFacts, type SignupFacts } from './signups/signup.blockers.ts';
export { Signup, SignupStatus } from './signups/signup.entity.ts';
export { VolunteerRecord } from './volunteers/volunteer-record.entity.ts';

export const volunteering: Domain = {
  name: 'volunteering',
  entities: [VolunteerActivity, ActivityTopic, Shift, ShiftRole, Signup, VolunteerRecord],
  readables: [...readableShifts, ...readableSignups],
  relations: [...shiftRelations, ...signupRelations],
  roots,
  mutations: signupMutations,
  resolvers: [],
  permissions,
  checks,
};
