import { sql } from '../../../platform/reading/index.ts';
import type { StandingDecisions } from './standing-decision.ts';
import { namesAGuardian } from './in-force.facts.ts';

/**
 * Decisions on guardians that stand, blocks included: whoever has blocked themselves could lift it. Nobody decides who else is a
 * guardian of their child either, nor who is none, so those on other guardians of a pupil are one's own where one is a guardian of it,
 * asks to be or is kept from it. They stand until somebody else has decided on that guardian anew: by the same tie, or by a later one,
 * for which a new code is issued to whoever was declined or is a guardian no longer.
 */
export const standingDecisions: readonly StandingDecisions[] = [
  {
    name: 'people.guardianship',
    description:
      "A guardianship of oneself that was approved or blocked, or one for a child of one's own, whatever was decided on it.",
    standing: ({
      staffId,
      personId,
    }) => sql`select 1 from guardian gua join guardianship own on own.guardian_id = gua.id
        join guardianship tie on tie.student_id = own.student_id
      where gua.person_id = ${personId} and ${namesAGuardian(sql`own`)} and tie.decided_by_id = ${staffId} and tie.status <> 'PENDING'
        and not (tie.guardian_id = own.guardian_id and tie.status in ('REJECTED', 'ENDED'))
        and not exists (select 1 from guardianship anew where anew.guardian_id = tie.guardian_id and anew.student_id = tie.student_id
          and anew.decided_at > tie.decided_at and anew.decided_by_id <> ${staffId})`,
  },
];
