import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { demoAccount } from '../../../seeds/demo/index.ts';
import type { CallerName } from '../../access/who-may.ts';
import type { TestHub } from '../../support/hub.ts';

/** By whom each mutation may be called. */
export const access = JSON.parse(
  readFileSync(new URL('../../../schema/access.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, string>>;

/** Who asks, by what each may. */
export const PEOPLE = {
  guardian: 'parent',
  'homeroom-teacher': 'teacher',
  'grade-head': 'grade-head',
  'school-admin': 'school-admin',
  'district-admin': 'district-admin',
  analyst: 'analyst',
  lecturer: 'lecturer',
} as const satisfies Partial<Record<CallerName, string>>;

export async function serviceToken(complete: TestHub, role: string): Promise<{ authorization: string }> {
  const {
    rows: [district],
  } = await complete.database.pool.query<{ id: string }>('select id from district limit 1');
  const { data } = await complete.ask<{ createServiceToken: { secret: string | null; userErrors: object[] } }>(
    'mutation ($input: CreateServiceTokenInput!) { createServiceToken(input: $input) { secret userErrors { code } } }',
    {
      as: demoAccount('district-admin').id,
      variables: { input: { districtId: `district_${district!.id}`, name: '试验', role, validDays: 300 } },
    },
  );
  expect(data!.createServiceToken.userErrors).toEqual([]);
  return { authorization: `Bearer ${data!.createServiceToken.secret}` };
}
