/** A client whose hub is what a test says. */
import {
  CLOCKWORK,
  createHubClient,
  NoConnection,
  type HubClient,
  type HubClientOptions,
  type HubRequest,
} from '../../schema/client/index.ts';

export interface Asked extends HubRequest {
  readonly documentId: string;
  readonly input: Readonly<Record<string, unknown>> | undefined;
  readonly token: string | undefined;
}

export type Answer = { readonly status?: number; readonly body: unknown } | 'lost';

export const DONE = { body: { data: { it: { userErrors: [] } } } };
export const REFUSED = { status: 401, body: { errors: [{ message: '-', extensions: { code: 'UNAUTHENTICATED' } }] } };
export const TOKENS = { accessToken: 'access-1', refreshToken: 'refresh-1' };
export const OTHER_TOKENS = { accessToken: 'access-2', refreshToken: 'refresh-2' };

/** A client, and what it has asked. */
export function kit(
  answer: (asked: Asked, time: number) => Answer | Promise<Answer>,
  options: Partial<HubClientOptions> = {},
): { client: HubClient; asked: Asked[]; signedOut: () => number } {
  const asked: Asked[] = [];
  let signedOut = 0;
  const client = createHubClient({
    url: '-',
    clockwork: { ...CLOCKWORK, sleep: async () => undefined },
    onSignedOut: () => (signedOut += 1),
    async transport(request) {
      const { documentId, variables } = JSON.parse(request.body) as {
        documentId: string;
        variables: { input?: Readonly<Record<string, unknown>> };
      };
      const token = request.headers['authorization']?.replace('Bearer ', '');
      asked.push({ ...request, documentId, input: variables.input, token });
      const { status = 200, body } = cameBack(await answer(asked.at(-1)!, asked.length));
      return { status, body, header: () => undefined };
    },
    ...options,
  });
  return { client, asked, signedOut: () => signedOut };
}

function cameBack(answer: Answer): Exclude<Answer, 'lost'> {
  if (answer === 'lost') throw new NoConnection('lost');
  return answer;
}
