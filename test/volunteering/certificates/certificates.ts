import { RejectServiceRecordsDocument, RevokeServiceCertificateDocument } from '../../../schema/generated/admin.ts';
import { IssueCertificateDocument, VerifyCertificateDocument } from '../../../schema/generated/mini-program.ts';
import type { SchoolRecord } from '../../../seeds/factories/index.ts';
import type { Family, Scenario, StaffMember } from '../../../seeds/scenario/index.ts';
import { ServiceSource } from '../../../src/domains/volunteering/index.ts';
import type { TestHub } from '../../support/hub.ts';
import { past, served } from '../service.ts';

const { SYSTEM_CHECKED } = ServiceSource;
export const DAY = 24 * 60;

interface World {
  readonly hub: TestHub;
  readonly scenario: Scenario;
  readonly school: SchoolRecord;
  readonly organiser: StaffMember;
}

/** Service at a school, and what is done with certificates of it. */
export function certificateCalls(world: () => World) {
  async function serve(
    own: Family,
    days: number,
    where: SchoolRecord | null = world().school,
    given: Partial<Parameters<typeof served>[2]> = {},
  ) {
    const here = await past(world().scenario, world().organiser, own, where ?? undefined, days * DAY);
    return { ...here, record: await served(world().scenario, here, { source: SYSTEM_CHECKED, ...given }) };
  }

  async function issue(
    who: { accountId: string },
    given: { periodFrom?: string; periodTo?: string; guardianId?: string } = {},
  ) {
    const answer = await world().hub.ask(IssueCertificateDocument, {
      as: who.accountId,
      variables: { input: { periodFrom: '2026-09-01', periodTo: '2026-11-20', ...given } },
    });
    const { certificate, userErrors } = answer.data?.issueServiceCertificate ?? {};
    return { ...answer, certificate, codes: userErrors?.map((error) => error.code) };
  }
  const verify = async (number: string, as?: string) =>
    (await world().hub.ask(VerifyCertificateDocument, { as, variables: { number } })).data!.verifyCertificate;
  async function revoke(who: { accountId: string }, certificate: { id: string }) {
    const answer = await world().hub.ask(RevokeServiceCertificateDocument, {
      as: who.accountId,
      variables: { input: { certificateId: certificate.id, reason: '服务记录有误' } },
    });
    return { ...answer, codes: answer.data?.revokeServiceCertificate.userErrors.map((error) => error.code) };
  }
  async function reject(who: { accountId: string }, record: { id: string }) {
    const answer = await world().hub.ask(RejectServiceRecordsDocument, {
      as: who.accountId,
      variables: { input: { recordIds: [`service-record_${record.id}`], reason: '核实后不符' } },
    });
    return answer.data?.rejectServiceRecords.userErrors.map((error) => error.code);
  }

  return { serve, issue, verify, revoke, reject };
}
