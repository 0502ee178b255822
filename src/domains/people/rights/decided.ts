import type { Decided } from '../../../platform/commands/index.ts';
import { sql } from '../../../platform/reading/index.ts';

/** Decisions on guardians that stand, blocks included: whoever has blocked themselves could lift it. */
export const decided: readonly Decided[] = [
  {
    name: 'people.guardianship', description: 'A guardianship that was approved or blocked.',
    standing: ({ staffId, personId }) => sql`select 1 from guardianship tie join guardian gua on gua.id = tie.guardian_id
      where gua.person_id = ${personId} and tie.decided_by_id = ${staffId} and tie.status in ('ACTIVE', 'BLOCKED')`,
  },
];
