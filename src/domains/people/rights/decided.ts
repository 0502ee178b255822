import type { Decided } from '../../../platform/commands/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { namesAGuardian } from '../people.access.ts';

/**
 * Decisions on guardians that stand, blocks included: whoever has blocked themselves could lift it. Nobody decides who else is a
 * guardian of their child either, so those on other guardians of a pupil are one's own where one is a guardian of it, asks to be or
 * is kept from it: until somebody else has decided anew.
 */
export const decided: readonly Decided[] = [
  {
    name: 'people.guardianship', description: 'A guardianship that was approved or blocked, of oneself or for a child of one\'s own.',
    standing: ({ staffId, personId }) => sql`select 1 from guardian gua join guardianship own on own.guardian_id = gua.id
        join guardianship tie on tie.student_id = own.student_id
      where gua.person_id = ${personId} and ${namesAGuardian(sql`own`)}
        and tie.decided_by_id = ${staffId} and tie.status in ('ACTIVE', 'BLOCKED')`,
  },
];
