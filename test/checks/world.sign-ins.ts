import { aServiceToken, aSession, aStaffIdentity, aWechatIdentity } from '../../seeds/factories/index.ts';
import {
  ServiceRole,
  ServiceToken,
  Session,
  SessionEnding,
  StaffIdentity,
  WechatIdentity,
} from '../../src/domains/identity/index.ts';
import type { Families, Organisation } from './world.organisation.ts';

/** A parent with two apps, sessions that go on and that are over, a teacher whom the identity provider knows, and access for programs. */
export async function writeSignIns({
  scenario,
  school,
  organiser,
  schoolAdmin,
  districtAdmin,
  first,
}: Organisation & Families) {
  const { account } = first.parent;
  const wechat = aWechatIdentity({ account, unionid: 'union-1' });
  const [session, over] = [
    aSession({ account }),
    aSession({ account, endedAt: scenario.at(-60), ending: SessionEnding.SIGNED_OUT }),
  ];
  const staffIdentity = aStaffIdentity({ account: organiser.account });
  const analystToken = aServiceToken({
    district: scenario.district,
    createdBy: districtAdmin.account,
    restsOn: districtAdmin.assignment,
  });
  const schoolToken = aServiceToken({
    district: scenario.district,
    role: ServiceRole.SCHOOL_ADMIN,
    school,
    createdBy: schoolAdmin.account,
    restsOn: schoolAdmin.assignment,
  });
  await scenario.write((put) => {
    put(WechatIdentity, wechat);
    put(WechatIdentity, aWechatIdentity({ account, appId: 'wx1111111111111111', unionid: 'union-1' }));
    put(Session, session);
    put(Session, over);
    put(StaffIdentity, staffIdentity);
    put(ServiceToken, analystToken);
    put(ServiceToken, schoolToken);
  });
  return { wechat, session, over, staffIdentity, analystToken, schoolToken };
}

export type SignIns = Awaited<ReturnType<typeof writeSignIns>>;
