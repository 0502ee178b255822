import {
  AccountJoin,
  ServiceRole,
  ServiceToken,
  Session,
  SessionEnding,
  SignInMethod,
  StaffIdentity,
  StaffIdentityStatus,
  WechatIdentity,
} from '../../src/domains/identity/index.ts';
import { anAccountJoin, aServiceToken, aSession, aStaffIdentity, aWechatIdentity } from '../factories/index.ts';
import type { District, Workshop } from '../generator/index.ts';
import type { Batch } from '../writing/index.ts';
import { demoAccount } from './accounts.ts';
import { writeLocalSignIn } from './local-sign-in.ts';

const HOUR = 60;
const DAY = 24 * HOUR;

/** Where the named people have signed in, who they are elsewhere, and which programs have access. Nobody knows their secrets. */
export function writeSignIns(batch: Batch, workshop: Workshop, district: District): void {
  const { ids, calendar } = workshop;
  const [parent, teacher, administrator] = [
    demoAccount('parent'),
    demoAccount('teacher'),
    demoAccount('district-admin'),
  ];

  batch.add(
    WechatIdentity,
    aWechatIdentity({ id: ids.next('wechat-identity'), account: parent, openid: 'openid-of-a-fictional-parent' }),
  );
  const session = (minutes: number, given: Partial<Parameters<typeof aSession>[0]>): void => {
    const startedAt = calendar.after(minutes);
    batch.add(
      Session,
      aSession({ id: ids.next('session'), account: parent, createdAt: startedAt, startedAt, ...given }),
    );
  };
  session(-2 * DAY, { client: '手机' });
  session(-3 * DAY, { client: '平板电脑' });
  session(-20 * DAY, { client: '旧手机', endedAt: calendar.after(-10 * DAY), ending: SessionEnding.REVOKED });
  session(-40 * DAY, { client: '手机', endedAt: calendar.after(-39 * DAY), ending: SessionEnding.SIGNED_OUT });
  session(-60 * DAY, { client: '手机', endedAt: calendar.after(-59 * DAY), ending: SessionEnding.REFRESH_REUSED });
  session(-90 * DAY, {
    account: administrator,
    method: SignInMethod.ADMINISTRATION,
    client: 'admin:create',
    expiresAt: calendar.after(-90 * DAY + HOUR),
    refreshHash: null,
  });

  batch.add(
    StaffIdentity,
    aStaffIdentity({
      id: ids.next('staff-identity'),
      account: teacher,
      subject: 'fictional-teacher',
      linkedAt: calendar.after(-60 * DAY),
    }),
  );
  batch.add(
    StaffIdentity,
    aStaffIdentity({
      id: ids.next('staff-identity'),
      account: demoAccount('school-admin'),
      subject: 'fictional-school-administrator',
      linkedAt: calendar.after(-DAY),
      status: StaffIdentityStatus.PENDING,
      linkedBy: district.admins[0]!.id,
      linkedAlone: false,
    }),
  );
  batch.add(
    AccountJoin,
    anAccountJoin({
      id: ids.next('account-join'),
      account: teacher,
      hash: 'nobody-knows-the-code',
      createdAt: calendar.after(-15 * DAY),
      expiresAt: calendar.after(-15 * DAY + 10),
    }),
  );

  writeLocalSignIn(batch, workshop, district);

  const serviceToken = (days: number, given: Partial<Parameters<typeof aServiceToken>[0]>): void => {
    const issuedAt = calendar.after(days * DAY);
    batch.add(
      ServiceToken,
      aServiceToken({
        id: ids.next('service-token'),
        createdAt: issuedAt,
        issuedAt,
        district: district.record,
        createdBy: administrator,
        restsOn: district.admins[0]!.assignment!,
        ...given,
      }),
    );
  };
  serviceToken(-30, { name: '区教委数据看板', role: ServiceRole.ANALYST, lastUsedAt: calendar.after(-HOUR) });
  serviceToken(-20, {
    name: '校园大屏',
    role: ServiceRole.SCHOOL_ADMIN,
    school: district.schools[0]!.record,
    restsOn: district.schools[0]!.admins[0]!.assignment!,
  });
  serviceToken(-50, { name: '迁移工具', role: ServiceRole.DISTRICT_ADMIN, revokedAt: calendar.after(-45 * DAY) });
}
