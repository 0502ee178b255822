import type { SchoolRecord } from '../../seeds/factories/index.ts';
import type { Family, Scenario } from '../../seeds/scenario/index.ts';
import type { TestHub } from '../support/hub.ts';
import { mutator, type Who } from './mutations-by-name.ts';

interface World {
  readonly hub: TestHub;
  readonly scenario: Scenario;
  readonly school: SchoolRecord;
}

/** What administrators decide about a volunteer, and what it comes to for them. */
export function volunteerCalls(world: () => World) {
  const mutate = mutator(() => world().hub);

  const suspend = (who: Who, { parent }: Family, given: Record<string, unknown> = {}) =>
    mutate(
      'suspendVolunteer',
      who,
      {
        guardianId: `guardian_${parent.guardian.id}`,
        schoolId: `school_${world().school.id}`,
        until: world().scenario.at(10 * 24 * 60),
        reason: '多次临时取消',
        ...given,
      },
      'suspension { id cause reason current startsAt endsAt guardian { id } school { id } decidedBy { id } }',
    );

  const lift = (who: Who, suspensionId: string, reason = '已说明情况') =>
    mutate('liftSuspension', who, { suspensionId, reason }, 'suspension { id current liftedAt liftReason }');

  const grant = (who: Who, { parent }: Family, given: Record<string, unknown> = {}) =>
    mutate(
      'grantQualification',
      who,
      {
        guardianId: `guardian_${parent.guardian.id}`,
        name: '红十字救护员证',
        validFrom: '2026-01-01',
        ...given,
      },
      'qualification { id name validFrom validTo current guardian { id } grantedBy { id } }',
    );

  const revoke = (who: Who, qualificationId: string) =>
    mutate(
      'revokeQualification',
      who,
      { qualificationId, reason: '证书已作废' },
      'qualification { id current revokedAt revokeReason }',
    );

  async function rowsOf(
    table: 'volunteer_suspension' | 'volunteer_qualification',
    { parent }: Family,
  ): Promise<Record<string, unknown>[]> {
    return (
      await world().hub.database.pool.query<Record<string, unknown>>(
        `select * from ${table} where person_id = $1 order by created_at, id`,
        [parent.person.id],
      )
    ).rows;
  }

  async function blockersOf(who: Who, roleId: string): Promise<string[]> {
    const { data } = await world().hub.ask(
      'query ($id: ID!) { node(id: $id) { ... on ShiftRole { viewerBlockers } } }',
      {
        as: who?.accountId,
        variables: { id: `shift-role_${roleId}` },
      },
    );
    return data!['node'].viewerBlockers as string[];
  }

  return { suspend, lift, grant, revoke, rowsOf, blockersOf };
}
