import { readable, relations, sql, toMany, toOne, type Condition, type Readable, type Relations } from '../../../platform/reading/index.ts';
import { Guardian } from '../../people/index.ts';
import { ShiftRole } from '../shifts/shift-role.entity.ts';
import { Shift } from '../shifts/shift.entity.ts';
import { Signup } from '../signups/signup.entity.ts';
import { visibleStandIns } from '../volunteering.access.ts';
import { StandIn } from './stand-in.entity.ts';

export const readables: readonly Readable[] = [
  readable(StandIn, {
    prefix: 'stand-in',
    visible: visibleStandIns,
    filters: { status: ['eq', 'in'] },
    defaultOrder: [{ by: 'offeredAt', direction: 'DESC' }],
  }),
];

const open: Condition = (row) => sql`${row}.status in ('OFFERED', 'PENDING')`;

export const standInRelations: readonly Relations[] = [
  relations(Signup, {
    standIn: toOne(StandIn, {
      backBy: 'signup', where: open, nullable: true,
      description: 'The offer to take over the place, while it is open (进行中的替班).',
    }),
    standsInFor: toOne(Signup, { by: 'standsInFor', nullable: true, description: 'The sign-up whose place this one took over (被替班的报名); null where the caller may not see it.' }),
  }),
  relations(Shift, {
    standIns: toMany(StandIn, { by: 'shift', description: 'Offers to take over a place, the latest first, as far as the caller may see them (替班).' }),
  }),
  relations(StandIn, {
    signup: toOne(Signup, { by: 'signup', nullable: true, description: 'The place that is offered (报名); null where the caller may not see it.' }),
    role: toOne(ShiftRole, { by: 'role', nullable: true, description: 'The role (岗位); null where the caller no longer sees the shift.' }),
    shift: toOne(Shift, { by: 'shift', nullable: true, description: 'The shift (班次); null where the caller no longer sees it.' }),
    from: toOne(Guardian, {
      via: (parent, child) => sql`${child}.id = (select sgn.guardian_id from signup sgn where sgn.id = ${parent}.signup_id)`, nullable: true,
      description: 'Who offers their place (替班发起人); null where the caller may not see them.',
    }),
    to: toOne(Guardian, { by: 'to', nullable: true, description: 'Who is asked or has answered (替班人); null where the caller may not see them, or nobody has answered the code yet.' }),
    replacement: toOne(Signup, { by: 'replacement', nullable: true, description: 'The sign-up of the other (替班后的报名); null where the caller may not see it, or nobody has taken over.' }),
  }),
  relations(Guardian, {
    standInsOffered: toMany(StandIn, { by: 'to', description: 'Places that the guardian is or was asked to take over, the latest first (收到的替班).' }),
  }),
];
