import {
  AccountJoin,
  LocalCredential,
  ServiceToken,
  Session,
  SignInMiss,
  StaffIdentity,
  StaffIdentityStatus,
  WechatIdentity,
} from '../../src/domains/identity/index.ts';
import { AccessRecord, AuditRecord } from '../../src/platform/commands/index.ts';
import {
  anAccessRecord,
  anAccountJoin,
  aLocalCredential,
  anAuditRecord,
  aServiceToken,
  aSession,
  aSignInMiss,
  aStaffIdentity,
  aWechatIdentity,
} from '../factories/index.ts';
import type { Sample } from './sample.ts';

/** How the people of a place have signed in, which program has access, and what is on record of both. */
export const sample: Sample = {
  write(batch, { district, school, schoolAdmin, districtAdmin, family: { students, parent }, at }) {
    batch.add(WechatIdentity, aWechatIdentity({ account: parent.account }));
    batch.add(Session, aSession({ account: parent.account, startedAt: at(-1) }));
    batch.add(AccountJoin, anAccountJoin({ account: schoolAdmin.account }));
    batch.add(StaffIdentity, aStaffIdentity({ account: schoolAdmin.account }));
    const invited = aStaffIdentity({
      account: schoolAdmin.account,
      issuer: 'local',
      status: StaffIdentityStatus.INVITED,
    });
    batch.add(StaffIdentity, invited);
    batch.add(LocalCredential, aLocalCredential({ identity: invited }));
    batch.add(SignInMiss, aSignInMiss());
    batch.add(
      ServiceToken,
      aServiceToken({
        district,
        createdBy: districtAdmin.account,
        restsOn: districtAdmin.assignment,
        issuedAt: at(-1),
      }),
    );
    batch.add(
      AuditRecord,
      anAuditRecord({
        account: schoolAdmin.accountId,
        schools: [school.id],
        districts: [district.id],
        subjects: { student: students[0]!.id },
        about: [students[0]!.id],
      }),
    );
    batch.add(AccessRecord, anAccessRecord({ subject: students[0]!.id, actor: schoolAdmin.accountId }));
    return {};
  },
};
