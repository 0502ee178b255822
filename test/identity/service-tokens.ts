import { CreateServiceTokenDocument } from '../../schema/generated/admin.ts';
import type { Scenario } from '../../seeds/scenario/index.ts';
import { ServiceRole } from '../../src/domains/identity/index.ts';
import type { TestHub } from '../support/hub.ts';
import { bearer } from '../support/signed-in.ts';

export interface Wanted {
  readonly role?: ServiceRole;
  readonly schoolId?: string;
  readonly districtId?: string;
  readonly permissions?: string[];
  readonly validDays?: number;
  readonly name?: string;
  readonly idempotencyKey?: string;
}

const VIEW =
  '{ viewer { signedIn permissions account { id } guardian { id } staff { id } } students(first: 5) { totalCount nodes { id } } schools(first: 5) { nodes { studentCount } } }';

interface World {
  readonly hub: TestHub;
  readonly scenario: Scenario;
}

/** Service tokens as they are made in the district of the scenario, and what they are good for. */
export function serviceTokens(world: () => World) {
  async function create(as: string | undefined, wanted: Wanted = {}) {
    const {
      role = ServiceRole.ANALYST,
      districtId = `district_${world().scenario.district.id}`,
      permissions = [],
      validDays = 30,
      name = '看板',
      ...rest
    } = wanted;
    const answer = await world().hub.ask(CreateServiceTokenDocument, {
      as,
      variables: { input: { name, role: role as never, districtId, permissions, validDays, ...rest } },
    });
    const payload = answer.data?.createServiceToken;
    return {
      token: payload?.secret ?? '',
      id: payload?.serviceToken?.id ?? '',
      codes: payload?.userErrors.map((error) => error.code),
      error: answer.errors?.[0]?.extensions.code,
    };
  }

  const count = async () =>
    (await world().hub.database.pool.query<{ n: number }>('select count(*)::int as n from service_token')).rows[0]!.n;
  const look = async (token: string) => {
    const { status, data } = await world().hub.ask(VIEW, { headers: bearer(token) });
    return {
      status,
      students: (data?.['students'] as { nodes: unknown[] } | undefined)?.nodes.length,
      viewer: data?.['viewer'] as Record<string, unknown> | undefined,
    };
  };
  const lastUsed = async (id: string) =>
    (
      await world().hub.database.pool.query<{ last_used_at: Date | null }>(
        'select last_used_at from service_token where id = $1',
        [id.replace('service-token_', '')],
      )
    ).rows[0]!.last_used_at;

  return { create, count, look, lastUsed };
}
