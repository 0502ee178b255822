/** Answers to develop a front end against: of each stored operation in each state, `schema/client/answers/<client>/<Operation>.json`. */
import * as admin from '../../schema/generated/admin.ts';
import * as analyst from '../../schema/generated/analyst.ts';
import * as miniProgram from '../../schema/generated/mini-program.ts';
import { daysAfter, numberedAnew, WRITTEN_AT } from '../../seeds/factories/index.ts';
import { family } from '../../seeds/scenario/index.ts';
import { toGlobalId } from '../../src/platform/reading/index.ts';
import type { WrittenFile } from '../contract/committed.ts';
import {
  OF_THE_DISTRICT,
  variablesIn,
  writeOneOfEverything,
  type OneOfEverything,
} from '../contract/one-of-everything.ts';
import { startTestHub, textOf, type TestHub } from '../support/hub.ts';
import { isQuery, typedDocumentsOf, type AnyDocument } from '../support/typed-documents.ts';
import { beginScenario } from '../support/world.ts';
import { masked } from './masked.ts';
import { refusalsOf } from './user-errors.ts';

const now = daysAfter(WRITTEN_AT, 95);
const CLIENTS = { 'mini-program': miniProgram, admin, analyst };
type Client = keyof typeof CLIENTS;

/** Who asks, in each state; a guest where nobody is named. */
type Askers = Readonly<Record<'data' | 'empty' | 'outsider', string | undefined>>;

/** Mutations of the mini-program that go well, one after the other, with what each is told. */
const DONE: readonly (readonly [string, (id: (prefix: string) => string, before: string) => object])[] = [
  ['SignUpForShift', (id) => ({ roleId: id('shift-role'), acceptRiskNotice: true })],
  ['CancelSignup', (_id, before) => ({ signupId: /signup_[0-9a-f-]{36}/.exec(before)![0] })],
  ['MarkNoticesRead', (id) => ({ noticeIds: [id('notice')] })],
  ['MarkAllNoticesRead', () => ({})],
];

export async function recordAnswers(): Promise<WrittenFile[]> {
  const hub = await startTestHub({ clock: () => now, variables: { COMPILED_QUERIES: 'off' } });
  try {
    const { there, elsewhere, askers } = await numberedAnew(() => writeWorlds(hub));
    const answers = new Map<string, Record<string, unknown>>();
    for (const [client, module] of Object.entries(CLIENTS) as [Client, object][])
      for (const [name, document] of typedDocumentsOf(module))
        answers.set(
          `${client}/${name}`,
          isQuery(document)
            ? await asked(hub, { there, elsewhere }, askers(client, name), name, document)
            : { ...refusalsOf(document) },
        );
    let before = '';
    for (const [name, input] of DONE) {
      const document = typedDocumentsOf(miniProgram).find(([each]) => each === name)![1];
      const told = { input: input((prefix) => toGlobalId(prefix, there.ids[prefix]!), before) };
      const answer = await answerTo(hub, document, told, there.accounts.parent);
      before = JSON.stringify(answer);
      answers.set(`mini-program/${name}`, { done: answer, ...answers.get(`mini-program/${name}`) });
    }
    return [...answers].map(([path, states]) => ({
      path: `schema/client/answers/${path}.json`,
      content: `${masked(JSON.stringify(states, null, 1))}\n`,
    }));
  } finally {
    await hub.stop();
  }
}

/** One district with one of everything, and another in which nothing takes place. */
async function writeWorlds(hub: TestHub) {
  const there = await writeOneOfEverything(hub.database, now);
  const scenario = await beginScenario(hub, now);
  const school = await scenario.school();
  const schoolClass = await scenario.schoolClass(school);
  const { parent } = await family(scenario, [schoolClass]);
  const staff = await scenario.schoolAdmin(school);
  const district = await scenario.districtAdmin();
  const counts = await scenario.analyst();
  // Their own school and class; of what takes place, that of the first district, which is not there for them.
  const ids = {
    school: school.id,
    class: schoolClass.id,
    'school-year': scenario.schoolYear.id,
    staff: staff.staff.id,
  };
  const elsewhere: OneOfEverything = { ...there, ids: { ...there.ids, ...ids, guardian: parent.guardian.id } };
  const { accounts } = there;
  const askers = (client: Client, operation: string): Askers => {
    switch (client) {
      case 'mini-program':
        return { data: accounts.parent, empty: parent.accountId, outsider: undefined };
      case 'analyst':
        return { data: accounts.analyst, empty: counts.accountId, outsider: accounts.parent };
      case 'admin':
        return OF_THE_DISTRICT.has(operation)
          ? { data: accounts.districtAdmin, empty: district.accountId, outsider: accounts.parent }
          : { data: accounts.schoolAdmin, empty: staff.accountId, outsider: accounts.parent };
    }
  };
  return { there, elsewhere, askers };
}

async function asked(
  hub: TestHub,
  { there, elsewhere }: { readonly there: OneOfEverything; readonly elsewhere: OneOfEverything },
  askers: Askers,
  name: string,
  document: AnyDocument,
) {
  const states: Record<string, unknown> = {};
  for (const [state, account] of Object.entries(askers)) {
    const variables = variablesIn(state === 'empty' ? elsewhere : there, now, name, textOf(document));
    states[state] = await answerTo(hub, document, variables, account);
  }
  return states;
}

interface Answer {
  readonly data?: object | null;
  readonly errors?: readonly { readonly path?: readonly (string | number)[]; readonly locations?: unknown }[];
  readonly extensions?: unknown;
}

const pathOf = ({ path }: { readonly path?: readonly (string | number)[] }): string => (path ?? []).join('.');

/** As it comes over HTTP, without what it has cost. */
async function answerTo(
  hub: TestHub,
  document: AnyDocument,
  variables: object,
  account: string | undefined,
): Promise<object> {
  const response = await fetch(`${hub.address}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(account !== undefined && { authorization: `Bearer ${await hub.tokenOf(account)}` }),
    },
    body: JSON.stringify({ documentId: document.documentId, variables }),
  });
  const { extensions: _, errors, ...answer } = (await response.json()) as Answer;
  // Errors come as their fields are done, which is in no order.
  const sorted = errors
    ?.map(({ locations: __, ...error }) => error)
    .sort((one, other) => (pathOf(one) < pathOf(other) ? -1 : 1));
  return { ...(sorted && { errors: sorted }), ...answer };
}
