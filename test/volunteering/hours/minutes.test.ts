import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IssueCertificateDocument, VerifyCertificateDocument } from '../../../schema/generated/mini-program.ts';
import { aTerm, minutesAfter, type SchoolClassRecord, type SchoolRecord } from '../../../seeds/factories/index.ts';
import { family, type Family, type Scenario, type StaffMember } from '../../../seeds/scenario/index.ts';
import { Term } from '../../../src/domains/people/index.ts';
import { certificateFacts, hoursRows, ServiceSource } from '../../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';
import { askerOf } from '../asker.ts';
import { past, served } from '../service.ts';

const DAY = 1440;
const { SYSTEM_CHECKED, SUPPLEMENTED } = ServiceSource;
const TERM = aTerm({ schoolYear: null as never, number: 1, startsOn: '2026-09-01', endsOn: '2027-01-20' });

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let [organiser, admin]: StaffMember[] = [];

beforeAll(async () => {
  hub = await startTestHub();
  scenario = await beginScenario(hub);
  school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
  [organiser, admin] = [await scenario.teacher(schoolClass), await scenario.schoolAdmin(school)];
  await scenario.write((put) => put(Term, { ...TERM, schoolYear: scenario.schoolYear.id } as never));
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const newFamily = (): Promise<Family> => family(scenario, [schoolClass]);

const contextOf = (accountId: string) => askerOf(hub, { accountId }, scenario.now);

/** Everything that prints or sums the service of a guardian, one surface after the other. */
async function everywhere({ parent }: Family): Promise<Record<string, unknown>> {
  const { data } = await hub.ask(
    '{ viewer { guardian { serviceMinutes serviceMinutesThisTerm serviceRecords { nodes { minutes } } } } }',
    { as: parent.accountId },
  );
  const { serviceMinutes, serviceMinutesThisTerm, serviceRecords } = data!['viewer'].guardian as {
    serviceMinutes: number;
    serviceMinutesThisTerm: number;
    serviceRecords: { nodes: { minutes: number }[] };
  };
  const today = new Date(minutesAfter(scenario.now, 8 * 60)).toISOString().slice(0, 10);
  const issued = await hub.ask(IssueCertificateDocument, {
    as: parent.accountId,
    variables: { input: { periodFrom: '2026-09-01', periodTo: today } },
  });
  const certificate = issued.data!.issueServiceCertificate.certificate!;
  const verified = await hub.ask(VerifyCertificateDocument, { variables: { number: certificate.number } });
  const printed = await certificateFacts(await contextOf(parent.accountId), certificate.id.split('_')[1]!);
  const exported = [];
  for await (const row of hoursRows(await contextOf(admin!.accountId), school.id, TERM.id))
    if (row.personId === parent.person.id) exported.push([row.services, row.minutes]);
  const lines = printed.services.reduce((sum, { minutes }) => sum + minutes, 0);
  return {
    lines: [serviceRecords.nodes.reduce((sum, { minutes }) => sum + minutes, 0), lines],
    total: [serviceMinutes, serviceMinutesThisTerm],
    certificate: [certificate.serviceCount, certificate.totalMinutes],
    verified: [verified.data!.verifyCertificate!.serviceCount, verified.data!.verifyCertificate!.totalMinutes],
    printed: [printed.serviceCount, printed.totalMinutes],
    exported: exported.flat(),
  };
}

describe('one rule for minutes, everywhere', () => {
  it('three services of 20 min 59 s are 60 minutes in lines, totals, certificate, verification and export', async () => {
    const own = await newFamily();
    for (const days of [-3, -4, -5]) {
      const here = await past(scenario, organiser!, own, school, days * DAY);
      await served(scenario, here, {
        source: SYSTEM_CHECKED,
        endsAt: new Date(minutesAfter(here.shift.startsAt, 20).getTime() + 59_000),
      });
    }
    expect(await everywhere(own)).toEqual({
      lines: [60, 60],
      total: [60, 60],
      certificate: [3, 60],
      verified: [3, 60],
      printed: [3, 60],
      exported: [3, 60],
    });
  });

  it('one duty with a check-in and a supplement is one occasion', async () => {
    const own = await newFamily();
    const here = await past(scenario, organiser!, own, school, -3 * DAY);
    await served(scenario, here, { source: SYSTEM_CHECKED, endsAt: minutesAfter(here.shift.startsAt, 30) });
    await served(scenario, here, {
      source: SUPPLEMENTED,
      startsAt: minutesAfter(here.shift.startsAt, 30),
      approver: admin!.person.id,
    });
    expect(await everywhere(own)).toEqual({
      lines: [60, 60],
      total: [60, 60],
      certificate: [1, 60],
      verified: [1, 60],
      printed: [1, 60],
      exported: [1, 60],
    });
  });

  it('what reaches over the edge of a term counts in the term in which it begins, once', async () => {
    const own = await newFamily();
    const [before, over] = [new Date('2026-08-31T15:30:00Z'), new Date('2026-08-31T16:00:00Z')].map(
      (at) => (at.getTime() - scenario.now.getTime()) / 60_000,
    ) as [number, number];
    await served(scenario, await past(scenario, organiser!, own, school, before, 31), { source: SYSTEM_CHECKED });
    await served(scenario, await past(scenario, organiser!, own, school, over + 60, 20), { source: SYSTEM_CHECKED });
    expect(await everywhere(own)).toEqual({
      lines: [51, 20],
      total: [51, 20],
      certificate: [1, 20],
      verified: [1, 20],
      printed: [1, 20],
      exported: [1, 20],
    });
  });
});
