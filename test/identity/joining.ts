import { expect } from 'vitest';
import { CreateJoinCodeDocument, IssueBindingCodesDocument } from '../../schema/generated/admin.ts';
import { AskToJoinDocument } from '../../schema/generated/mini-program.ts';
import type { TypedDocument } from '../../schema/generated/typed-document.ts';
import {
  aClassMembership,
  aStaffIdentity,
  aStudent,
  type SchoolClassRecord,
  type SchoolRecord,
} from '../../seeds/factories/index.ts';
import type { Scenario, StaffMember } from '../../seeds/scenario/index.ts';
import { StaffIdentity } from '../../src/domains/identity/index.ts';
import { ClassMembership, Student } from '../../src/domains/people/index.ts';
import type { TestHub } from '../support/hub.ts';
import type { IdentityProvider, ProviderKey } from '../support/identity-provider.ts';
import { bearer } from '../support/signed-in.ts';

type Answered = any; // eslint-disable-line @typescript-eslint/no-explicit-any -- a payload of any kind

interface World {
  readonly hub: TestHub;
  readonly provider: IdentityProvider;
  readonly key: ProviderKey;
  readonly scenario: Scenario;
  readonly school: SchoolRecord;
  readonly schoolClass: SchoolClassRecord;
}

/** Teachers who sign in by the identity provider, parents who sign in by WeChat, and what both press to be one person. */
export function joining(world: () => World) {
  let made = 0;

  /** A teacher whom the identity provider knows, and their token of today. */
  async function teacher(): Promise<{ member: StaffMember; oidc: string }> {
    made += 1;
    const [member, subject] = [await world().scenario.teacher(world().schoolClass), `teacher-${made}`];
    await world().scenario.write((put) => put(StaffIdentity, aStaffIdentity({ account: member.account, subject })));
    return { member, oidc: await world().provider.tokenFor(subject, world().key) };
  }

  async function call<Data>(
    document: TypedDocument<Data, never>,
    token: string,
    input: Readonly<Record<string, unknown>>,
  ) {
    const { data, errors } = await world().hub.ask(
      document as unknown as TypedDocument<Record<string, Answered>, unknown>,
      {
        headers: bearer(token),
        variables: { input },
      },
    );
    const payload = data && Object.values(data)[0];
    return { payload, code: (payload?.userErrors[0]?.code ?? errors?.[0]?.extensions.code) as string | undefined };
  }

  /** A code that was shown to the one and entered by the other. */
  async function asked(oidc: string, mini: string): Promise<string> {
    const { payload } = await call(CreateJoinCodeDocument as never, oidc, {});
    expect((await call(AskToJoinDocument as never, mini, { code: payload.code })).code).toBeUndefined();
    return payload.join.id as string;
  }

  /** Whether somebody is shown that a join waits for them. */
  const isAsked = async (token: string): Promise<boolean> =>
    (
      (await world().hub.ask('{ viewer { inbox(first: 50) { nodes { kind } } } }', { headers: bearer(token) })).data![
        'viewer'
      ].inbox.nodes as { kind: string }[]
    ).some(({ kind }) => kind === 'identity.join-asked');

  const parts = async (token: string) =>
    (
      await world().hub.ask('{ viewer { account { id } staff { id } guardian { id } permissions } }', {
        headers: bearer(token),
      })
    ).data?.['viewer'];

  async function codeForPupil(as: StaffMember): Promise<string> {
    const { school, schoolClass } = world();
    const student = aStudent({ school });
    await world().scenario.write((put) => {
      put(Student, student);
      put(ClassMembership, aClassMembership({ schoolClass, student }));
    });
    const { data } = await world().hub.ask(IssueBindingCodesDocument, {
      as: as.accountId,
      variables: { input: { studentIds: [`student_${student.id}`] } },
    });
    return data!.issueBindingCodes.issued![0]!.code;
  }

  return { teacher, call, asked, isAsked, parts, codeForPupil };
}
