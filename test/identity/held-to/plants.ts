import { aWechatIdentity } from '../../../seeds/factories/index.ts';
import { WechatIdentity } from '../../../src/domains/identity/index.ts';
import type { Plant } from '../../checks/plant.ts';

export const identityPlants: readonly Plant[] = [
  {
    check: 'identity.one-account-a-unionid',
    how: 'one person of WeChat with the accounts of two',
    write: ({ row }, { wechat, second }) =>
      row(WechatIdentity, aWechatIdentity({ account: second.parent.account, unionid: wechat.unionid })),
  },
  {
    check: 'identity.guardians-who-are-somebody',
    how: 'a parent whose account was joined into that of another',
    write: ({ run }, { second, schoolAdmin }) =>
      run(
        "update account set status = 'DISABLED', joined_into_id = $2, joined_at = now() where id = $1",
        second.parent.accountId,
        schoolAdmin.accountId,
      ),
  },
  {
    check: 'identity.service-token-node',
    how: 'a school of another district',
    write: ({ run }, { schoolToken, schoolElsewhere }) =>
      run(
        'update service_token set school_id = $2, rests_on_id = null where id = $1',
        schoolToken.id,
        schoolElsewhere.id,
      ),
  },
  {
    check: 'identity.linked-by-two',
    how: 'somebody else alone',
    write: ({ run }, { staffIdentity, schoolAdmin }) =>
      run('update staff_identity set linked_by_id = $2 where id = $1', staffIdentity.id, schoolAdmin.staff.id),
  },
  {
    check: 'identity.linked-by-two',
    how: 'approved by who is linked',
    write: ({ run }, { staffIdentity, organiser, schoolAdmin }) =>
      run(
        'update staff_identity set linked_by_id = $2, linked_alone = false, approved_by_id = $3, approved_at = now() where id = $1',
        staffIdentity.id,
        schoolAdmin.staff.id,
        organiser.staff.id,
      ),
  },
];
