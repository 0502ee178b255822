/** The operations, one statement written by hand for each, behind bare fastify. */
import { fastify, type FastifyInstance } from 'fastify';
import pg from 'pg';
import { loadViewer } from '../../../src/domains/identity/index.ts';
import { permissions } from '../../../src/app.ts';
import { createTokens, type TokenSettings, type Viewer } from '../../../src/platform/auth/index.ts';
import { columnTypes } from '../../../src/platform/database/column-types.ts';
import type { Database } from '../../../src/platform/database/index.ts';
import { courseCatalogue } from './courses.ts';
import { Statements, type HandRun, type Statement } from './hand.ts';
import { parentHome } from './home.ts';
import { meetingList, meetingReplies, meetingsAcrossSchools } from './meetings.ts';
import { nodeStatements } from './node.ts';
import { volunteerBoard } from './volunteering.ts';

const STATEMENTS: Readonly<Record<string, Statement>> = {
  CourseCatalogue: courseCatalogue,
  VolunteerBoard: volunteerBoard,
  MeetingReplies: meetingReplies,
  MeetingsAcrossSchools: meetingsAcrossSchools,
  ParentHome: parentHome,
  MeetingList: meetingList,
};

export interface SqlServerOptions {
  readonly databaseUrl: string;
  readonly token: TokenSettings;
  /** False: a token is believed, and whom it speaks for is read once. */
  readonly checks: boolean;
  readonly poolSize?: number;
}

interface Body {
  readonly operation: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export async function createSqlServer({
  databaseUrl,
  token,
  checks,
  poolSize = 10,
}: SqlServerOptions): Promise<FastifyInstance> {
  // A statement with many conditions takes longer to plan than to run: ParentHome is several times as fast planned once.
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: poolSize,
    options: '-c timezone=UTC -c plan_cache_mode=force_generic_plan',
  });
  const database = {
    async read(text: string, values: unknown[]) {
      return (await pool.query<unknown[]>({ name: 'viewer', text, values, rowMode: 'array', types: columnTypes })).rows;
    },
  } as Database;
  const tokens = createTokens(token);
  const statements = new Statements(checks);
  const read = async (bearer: string, now: Date): Promise<Viewer> => {
    const viewer = await loadViewer(database, permissions, await tokens.claimsOf(bearer), now);
    if (!viewer) throw new Error('No account has this token.');
    return viewer;
  };
  const believed = new Map<string, Viewer>();
  const viewerOf = async (bearer: string, now: Date): Promise<Viewer> => {
    const known = checks ? undefined : believed.get(bearer);
    const viewer = known ?? (await read(bearer, now));
    if (!checks) believed.set(bearer, viewer);
    return viewer;
  };

  const app = fastify({ logger: false, keepAliveTimeout: 65_000 });
  app.post<{ Body: Body }>('/', async (request, reply) => {
    const now = new Date();
    const { operation, variables } = request.body;
    const viewer = await viewerOf((request.headers.authorization ?? '').slice('Bearer '.length), now);
    const kind = operation === 'OpenLink' ? String(variables['id']).split('_')[0]! : operation;
    const statement = nodeStatements[kind] ?? STATEMENTS[kind];
    if (!statement) return reply.status(404).send();
    const { name, text, values } = statements.get(kind, statement, viewer);
    const run: HandRun = { viewer, now, variables };
    const { rows } = await pool.query<[string]>({ name, text, values: values(run), rowMode: 'array' });
    return reply.type('application/json').send(`{"data":${rows[0]![0]}}`);
  });
  app.addHook('onClose', () => pool.end());
  return Promise.resolve(app);
}
