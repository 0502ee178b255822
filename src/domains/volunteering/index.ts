import type { Domain } from '../../platform/graphql/index.ts';
import { ShiftRole } from './shift-role.entity.ts';
import { Shift } from './shift.entity.ts';
import { Signup } from './signup.entity.ts';
import { ActivityTopic, VolunteerActivity } from './volunteer-activity.entity.ts';
import { VolunteerRecord } from './volunteer-record.entity.ts';
import { permissions } from './volunteering.access.ts';
import { checks } from './volunteering.checks.ts';
import { readables, roots, volunteeringRelations } from './volunteering.relations.ts';
import { VolunteeringResolver } from './volunteering.resolvers.ts';

export { ShiftRole } from './shift-role.entity.ts';
export { Shift, ShiftStatus } from './shift.entity.ts';
export { blockersFor, cancelBlockersFor, CancelSignupBlocker, SignupBlocker, type CancelSignupFacts, type SignupFacts } from './signup.blockers.ts';
export { Signup, SignupStatus } from './signup.entity.ts';
export { ActivityKind, ActivityStatus, ActivityTopic, VolunteerActivity } from './volunteer-activity.entity.ts';
export { VolunteerRecord } from './volunteer-record.entity.ts';

export const volunteering: Domain = {
  name: 'volunteering',
  entities: [VolunteerActivity, ActivityTopic, Shift, ShiftRole, Signup, VolunteerRecord],
  readables,
  relations: volunteeringRelations,
  roots,
  resolvers: [VolunteeringResolver],
  permissions,
  checks,
};
