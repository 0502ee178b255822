import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  commitMutation,
  createOperationDescriptor,
  fetchQuery,
  type ConcreteRequest,
  type GraphQLTaggedNode,
} from 'relay-runtime';
import { pipe, subscribe } from 'wonka';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHubClient, fetchTransport, type Credentials, type HubClient } from '../../schema/client/index.ts';
import {
  CancelSignupDocument,
  MySignupsDocument,
  SignUpForShiftId,
  VolunteerBoardDocument,
  type MySignupsQuery,
  type VolunteerBoardQuery,
} from '../../schema/generated/mini-program.ts';
import * as miniProgram from '../../schema/generated/mini-program-operations.ts';
import { daysAfter, WRITTEN_AT } from '../../seeds/factories/index.ts';
import { toGlobalId } from '../../src/platform/reading/index.ts';
import { writeOneOfEverything, type OneOfEverything } from '../contract/one-of-everything.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { speaksFor } from './asking.ts';
import { apolloClient } from './recipes/apollo.ts';
import { relayEnvironment } from './recipes/relay/environment.ts';
import { urqlClient } from './recipes/urql.ts';

const now = daysAfter(WRITTEN_AT, 95);

let hub: TestHub;
let there: OneOfEverything;
let artifacts: string;
beforeAll(async () => {
  hub = await startTestHub({ clock: () => now, variables: { TRUSTED_DOCUMENTS: 'enforce', COMPILED_QUERIES: 'off' } });
  there = await writeOneOfEverything(hub.database, now);
  artifacts = compileRelay();
});
afterAll(async () => {
  await hub.stop();
  rmSync(artifacts, { recursive: true });
});

const asParent = (): Credentials => speaksFor(hub, there.accounts.parent);

/** What two screens show, whenever what they are made of changes. */
interface Screens {
  freePlaces?: number | null | undefined;
  status?: string | undefined;
}

/** A small app: opens the board and the own sign-ups, and takes one back. */
interface App {
  open(show: (seen: Screens) => void, signupId: string): Promise<void>;
  cancel(signupId: string): Promise<void>;
}

const onBoard = ({ upcomingShifts }: VolunteerBoardQuery): number | null | undefined => {
  const roles = upcomingShifts?.nodes.flatMap((shift) => shift.roles.nodes);
  return roles?.find(({ id }) => id === roleId())?.freePlaces;
};
const ofSignup = ({ viewer }: MySignupsQuery, signupId: string): string | undefined =>
  viewer.guardian?.signups?.nodes.find(({ id }) => id === signupId)?.status;
const roleId = (): string => toGlobalId('shift-role', there.ids['shift-role']!);

function apolloApp(client: HubClient): App {
  const apollo = apolloClient(client);
  return {
    async open(show, signupId) {
      await Promise.all([
        apollo.query({ query: VolunteerBoardDocument, variables: {} }),
        apollo.query({ query: MySignupsDocument, variables: {} }),
      ]);
      const board = apollo.watchQuery({ query: VolunteerBoardDocument, variables: {} });
      board.subscribe(({ data }) => data && show({ freePlaces: onBoard(data as VolunteerBoardQuery) }));
      const own = apollo.watchQuery({ query: MySignupsDocument, variables: {} });
      own.subscribe(({ data }) => data && show({ status: ofSignup(data as MySignupsQuery, signupId) }));
    },
    async cancel(signupId) {
      await apollo.mutate({
        mutation: CancelSignupDocument,
        variables: { input: { signupId, idempotencyKey: undefined } },
      });
    },
  };
}

function urqlApp(client: HubClient): App {
  const urql = urqlClient(client);
  return {
    async open(show, signupId) {
      const board = urql.query(VolunteerBoardDocument, {});
      pipe(
        board,
        subscribe(({ data }) => data && show({ freePlaces: onBoard(data) })),
      );
      const own = urql.query(MySignupsDocument, {});
      pipe(
        own,
        subscribe(({ data }) => data && show({ status: ofSignup(data, signupId) })),
      );
      await Promise.all([board, own]);
    },
    async cancel(signupId) {
      await urql.mutation(CancelSignupDocument, { input: { signupId, idempotencyKey: null } }).toPromise();
    },
  };
}

function relayApp(client: HubClient): App {
  const environment = relayEnvironment(client, miniProgram as unknown as Readonly<Record<string, string>>);
  const compiled = async (name: string): Promise<ConcreteRequest> =>
    (
      (await import(pathToFileURL(join(artifacts, 'artifacts', `${name}.graphql.js`)).href)) as {
        default: ConcreteRequest;
      }
    ).default;
  return {
    async open(show, signupId) {
      const screen = async <Data>(name: string, shown: (data: Data) => Screens): Promise<void> => {
        const request = await compiled(name);
        await fetchQuery(environment, request as unknown as GraphQLTaggedNode, {}).toPromise();
        const operation = createOperationDescriptor(request, {});
        environment.retain(operation);
        const snapshot = environment.lookup(operation.fragment);
        show(shown(snapshot.data as Data));
        environment.subscribe(snapshot, ({ data }) => show(shown(data as Data)));
      };
      await screen<VolunteerBoardQuery>('VolunteerBoardQuery', (data) => ({ freePlaces: onBoard(data) }));
      await screen<MySignupsQuery>('MySignupsQuery', (data) => ({ status: ofSignup(data, signupId) }));
    },
    async cancel(signupId) {
      const mutation = (await compiled('CancelSignupMutation')) as unknown as GraphQLTaggedNode;
      await new Promise<void>((resolve, reject) => {
        commitMutation(environment, {
          mutation,
          variables: { input: { signupId, idempotencyKey: null } },
          onCompleted: () => resolve(),
          onError: reject,
        });
      });
    },
  };
}

/** As `relay-compiler` does in an app, whose modules the operations stand in. */
function compileRelay(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hub-relay-'));
  cpSync('test/client/recipes/relay', folder, { recursive: true });
  rmSync(join(folder, 'environment.ts'));
  mkdirSync(join(folder, 'artifacts'));
  cpSync('schema/hub.graphql', join(folder, 'hub.graphql'));
  cpSync('package.json', join(folder, 'package.json'));
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [join(process.cwd(), 'node_modules/relay-compiler/cli.js'), 'relay.config.json'],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  expect(`${stdout}${stderr}`).toContain('Done');
  expect(status).toBe(0);
  return folder;
}

describe('two screens', () => {
  it.each([
    ['Apollo Client', apolloApp],
    ['urql', urqlApp],
    ['Relay', relayApp],
  ])('of %s show what a mutation has changed, and ask for nothing again', async (_name, appOf) => {
    const sent: { documentId?: string; query?: string; variables: { input?: { idempotencyKey?: string } } }[] = [];
    const carry = fetchTransport(fetch);
    const client = createHubClient({
      url: `${hub.address}/graphql`,
      transport(request) {
        sent.push(JSON.parse(request.body) as (typeof sent)[number]);
        return carry(request);
      },
      credentials: asParent(),
    });
    const { signup, userErrors } = await client.mutate(SignUpForShiftId, { roleId: roleId(), acceptRiskNotice: true });
    expect(userErrors).toEqual([]);

    const app = appOf(client);
    const shown: Screens = {};
    await app.open((seen) => Object.assign(shown, seen), signup!.id);
    await expect.poll(() => shown).toEqual({ freePlaces: 3, status: 'CONFIRMED' });
    await app.cancel(signup!.id);
    await expect.poll(() => shown).toEqual({ freePlaces: 4, status: 'CANCELLED' });

    expect(sent).toHaveLength(4);
    expect(sent.every(({ documentId, query }) => documentId !== undefined && query === undefined)).toBe(true);
    expect(sent[3]!.variables.input!.idempotencyKey).toMatch(/^\S{20,}$/);
  });
});

describe('further pages', () => {
  const first = { first: 1 };
  const client = (): HubClient =>
    createHubClient({ url: `${hub.address}/graphql`, transport: fetchTransport(fetch), credentials: asParent() });

  it('of a list that reads nodes join those before, in Apollo Client and in urql', async () => {
    const lengths = [
      async (): Promise<number | undefined> => {
        const apollo = apolloClient(client());
        const page = await apollo.query({ query: MySignupsDocument, variables: first });
        const own = apollo.watchQuery({ query: MySignupsDocument, variables: first });
        // Asked for by `query`, the list would be found in the cache, as far as it is there.
        await own.fetchMore({ variables: { after: page.data!.viewer.guardian!.signups!.pageInfo.endCursor } });
        return apollo.readQuery({ query: MySignupsDocument, variables: first })?.viewer.guardian?.signups?.nodes.length;
      },
      async () => {
        const urql = urqlClient(client());
        const page = await urql.query(MySignupsDocument, first);
        const after = page.data!.viewer.guardian!.signups!.pageInfo.endCursor;
        await urql.query(MySignupsDocument, { ...first, after });
        return urql.readQuery(MySignupsDocument, first)?.data?.viewer.guardian?.signups?.nodes.length;
      },
    ];
    expect(await Promise.all(lengths.map((ask) => ask()))).toEqual([2, 2]);
  });
});
