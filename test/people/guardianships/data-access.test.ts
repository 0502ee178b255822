import { afterAll, beforeAll, expect, it } from 'vitest';
import { EndGuardianshipDocument } from '../../../schema/generated/admin.ts';
import type { SchoolClassRecord } from '../../../seeds/factories/index.ts';
import type { Scenario, StaffMember } from '../../../seeds/scenario/index.ts';
import { GuardianshipStatus } from '../../../src/domains/people/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';
import { tiesIn } from './ties.ts';

let hub: TestHub;
let scenario: Scenario;
let schoolClass: SchoolClassRecord;
let teacher: StaffMember;

beforeAll(async () => {
  hub = await startTestHub({ clock: () => scenario?.now ?? new Date() });
  scenario = await beginScenario(hub);
  schoolClass = await scenario.schoolClass(await scenario.school());
  teacher = await scenario.teacher(schoolClass);
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const { tied, asked } = tiesIn(() => ({ hub, scenario, schoolClass, teacher }));

it('whether a guardian may see data says what is so today', async () => {
  const ties = {
    ended: await tied({}),
    ranOut: await tied({ validTo: '2026-11-20' }),
    toCome: await tied({ validFrom: '2099-01-01' }),
    waits: await tied({ status: GuardianshipStatus.PENDING }),
    open: await tied({}),
  };
  await hub.ask(EndGuardianshipDocument, asked(ties.ended.id));
  await hub.database.pool.query(
    "update guardianship set valid_from = '2020-09-01', valid_to = '2020-10-01' where id = $1",
    [ties.ranOut.tie.id],
  );
  const access: Record<string, unknown> = {};
  for (const [name, { who, id }] of Object.entries(ties)) {
    const { data } = await hub.ask('{ viewer { guardian { guardianships(first: 10) { nodes { id dataAccess } } } } }', {
      as: who.parent.accountId,
    });
    const nodes = data!['viewer'].guardian.guardianships.nodes as { id: string; dataAccess: boolean }[];
    access[name] = nodes.find((node) => node.id === id)?.dataAccess;
  }
  expect(access).toEqual({ ended: false, ranOut: false, toCome: false, waits: false, open: true });
});
