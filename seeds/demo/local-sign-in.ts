import {
  LocalCredential,
  Session,
  SessionEnding,
  SignInMethod,
  StaffIdentity,
  StaffIdentityStatus,
} from '../../src/domains/identity/index.ts';
import { LOCAL_ISSUER } from '../../src/platform/config/index.ts';
import { namedId } from '../deterministic/index.ts';
import { aLocalCredential, aSession, aStaffIdentity } from '../factories/index.ts';
import type { District, Workshop } from '../generator/index.ts';
import type { Batch } from '../writing/index.ts';
import { demoAccount } from './accounts.ts';

/** By which the district administrator of the demonstration signs in, for whoever tries it out: no secret, and of no use where the demonstration's key signs nothing. */
export const DEMO_SIGN_IN = {
  password: 'only-for-fictional-people',
  authenticatorSecret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
} as const;

const CREDENTIAL = namedId('demo-credential/district-admin');
const DAY = 24 * 60;
/** Both as the hub has stored them once: made anew they would differ with each demonstration. The second is locked by the demonstration's key for this very row. */
const STORED = {
  passwordHash: 'scrypt$15$8$3$yNYEuyJddKKVEBEUKy6pDQ$OMQ2ahrmYf-XtuPPT8B-q1x7873aVvwDzEouXBmlwK8',
  totpSecret: 'vfVlOa_YRi6wjhrh-73yGiCWczz7b-ZTvUPHtjcE2jvdQUZtciWbkknS9wNE1j8jPQvGjktbdx0xF3OI',
};

/** The administrator has changed the telephone since; somebody else has a link and has not used it yet. */
export function writeLocalSignIn(batch: Batch, { ids, calendar }: Workshop, district: District): void {
  const setUpAt = calendar.after(-30 * DAY);
  const identity = aStaffIdentity({
    id: ids.next('staff-identity'),
    account: demoAccount('district-admin'),
    issuer: LOCAL_ISSUER,
    subject: `staff_${district.admins[0]!.id}`,
    linkedAt: setUpAt,
  });
  batch.add(StaffIdentity, identity);
  batch.add(
    LocalCredential,
    aLocalCredential({
      ...STORED,
      id: CREDENTIAL,
      identity,
      linkHash: null,
      linkExpiresAt: null,
      totpStep: 0,
      setUpAt,
    }),
  );
  const startedAt = calendar.after(-25 * DAY);
  batch.add(
    Session,
    aSession({
      id: ids.next('session'),
      account: demoAccount('district-admin'),
      method: SignInMethod.PASSWORD,
      client: '办公电脑',
      createdAt: startedAt,
      startedAt,
      endedAt: calendar.after(-24 * DAY),
      ending: SessionEnding.SIGN_IN_CHANGED,
    }),
  );
  const [invitedAt, invited] = [calendar.after(-DAY), demoAccount('school-admin')];
  const waiting = aStaffIdentity({
    id: ids.next('staff-identity'),
    account: invited,
    issuer: LOCAL_ISSUER,
    subject: `staff_${district.schools[0]!.admins[0]!.id}`,
    linkedAt: invitedAt,
    status: StaffIdentityStatus.INVITED,
    linkedBy: district.admins[0]!.id,
    linkedAlone: false,
  });
  batch.add(StaffIdentity, waiting);
  batch.add(
    LocalCredential,
    aLocalCredential({
      id: namedId('demo-credential/school-admin'),
      identity: waiting,
      linkHash: 'nobody-knows-the-link',
      linkExpiresAt: calendar.after(2 * DAY),
    }),
  );
}
