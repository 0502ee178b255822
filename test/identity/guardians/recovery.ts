import { RecoverGuardianDocument } from '../../../schema/generated/admin.ts';
import { BindChildDocument } from '../../../schema/generated/mini-program.ts';
import type { SchoolClassRecord, SchoolRecord, StudentRecord } from '../../../seeds/factories/index.ts';
import type { Scenario, StaffMember } from '../../../seeds/scenario/index.ts';
import type { FakeWechat } from '../../../seeds/wechat/fake-wechat.ts';
import { binding } from '../../people/guardianships/binding.ts';
import type { TestHub } from '../../support/hub.ts';
import { bearer, signInAs, type SignedIn } from '../../support/signed-in.ts';

export interface ClassWithTeacher {
  readonly school: SchoolRecord;
  readonly schoolClass: SchoolClassRecord;
  readonly teacher: StaffMember;
}

interface World {
  readonly hub: TestHub;
  readonly wechat: FakeWechat;
  readonly scenario: Scenario;
}

export interface Telephone extends SignedIn {
  /** As WeChat knows who holds it. */
  readonly name: string;
  readonly accountId: string;
  readonly guardianId: string;
}

/** Parents who sign in by WeChat, are bound to children of several classes, and lose their telephones. */
export function recovery(world: () => World) {
  let made = 0;
  const inClass = (where: ClassWithTeacher) => binding(() => ({ ...world(), ...where }));

  async function telephone(name = `parent-${(made += 1)}`): Promise<Telephone> {
    const tokens = await signInAs(world().hub, world().wechat, name);
    const { data } = await world().hub.ask('{ viewer { account { id } guardian { id } } }', {
      headers: bearer(tokens.accessToken),
    });
    const { account, guardian } = data!['viewer'] as { account: { id: string }; guardian: { id: string } };
    return { ...tokens, name, accountId: account.id.slice('account_'.length), guardianId: guardian.id };
  }

  /** Asks for a pupil by a new code; answers the request. */
  async function ask(who: Telephone, where: ClassWithTeacher, pupil: StudentRecord): Promise<string> {
    const { codes } = await inClass(where).codesFor([pupil], { keepEarlier: true });
    const { data, errors } = await world().hub.ask(BindChildDocument, {
      headers: bearer(who.accessToken),
      variables: { input: { code: codes[0]!, relation: 'MOTHER', name: '测试家长' } },
    });
    if (!data?.bindChild.guardianship) throw new Error(JSON.stringify(errors ?? data?.bindChild.userErrors));
    return data.bindChild.guardianship.id;
  }

  /** A new pupil of the class, of whom they are a guardian. */
  async function bindTo(who: Telephone, where: ClassWithTeacher) {
    const pupil = await inClass(where).newPupil();
    const tie = await ask(who, where, pupil);
    const { codes } = await inClass(where).approve(tie);
    if (codes?.length !== 0) throw new Error(String(codes));
    return { pupil, tie };
  }

  async function recover(guardianshipId: string, sameAs: Telephone, by: { readonly accountId: string }) {
    const { data, errors } = await world().hub.ask(RecoverGuardianDocument, {
      as: by.accountId,
      variables: { input: { guardianshipId, sameAsGuardianId: sameAs.guardianId } },
    });
    const payload = data?.recoverGuardian;
    return payload?.userErrors.map(({ code }) => code) ?? [errors?.[0]?.extensions.code as string];
  }

  const tieNow = async (id: string) =>
    (
      await world().hub.database.pool.query<{ status: string; guardian: string; data_access: boolean; anew: boolean }>(
        `select status, 'guardian_' || guardian_id as guardian, data_access, recovered_at is not null as anew from guardianship where id = $1`,
        [id.slice('guardianship_'.length)],
      )
    ).rows[0]!;

  async function childrenOf(token: string): Promise<string[]> {
    const { data } = await world().hub.ask('{ viewer { guardian { children(first: 20) { nodes { id } } } } }', {
      headers: bearer(token),
    });
    return (data!['viewer'].guardian.children.nodes as { id: string }[]).map(({ id }) => id);
  }

  return { inClass, telephone, ask, bindTo, recover, tieNow, childrenOf };
}
