import { aMeetingInvitation } from '../../../seeds/factories/index.ts';
import { MeetingInvitation } from '../../../src/domains/meetings/index.ts';
import type { Refusal } from '../../checks/plant.ts';

export const meetingsRefusals: readonly Refusal[] = [
  {
    constraint: 'meeting_reply_one_current',
    how: 'what was superseded is current again, beside the one that followed',
    write: ({ run }, { before }) => run('update meeting_reply set superseded_at = null where id = $1', before.id),
  },
  {
    constraint: 'meeting_invitation_household_unique',
    how: 'a household is invited twice',
    write: ({ row }, { held: { meeting }, first }) =>
      row(MeetingInvitation, aMeetingInvitation({ meeting, household: first.household })),
  },
];
