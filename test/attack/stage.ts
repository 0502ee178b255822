import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { loadDemo } from '../../seeds/demo/index.ts';
import { districtPlan } from '../../seeds/district/plan.ts';
import { applicationOn, startEmbeddedPostgres } from '../../seeds/embedded/index.ts';
import { migrate } from '../../src/app.ts';
import { createTokens } from '../../src/platform/auth/index.ts';
import { configOf } from '../bench/database.ts';
import { startHubProcess, type HubProcess } from '../bench/memory/hub-process.ts';
import { bursts, SMALL, type Target } from './bursts.ts';
import { Innocents, type WaitsByName } from './innocents.ts';
import type { Counts } from './sockets.ts';

export interface StageOptions {
  /** Of a district, beside the demonstration. */
  readonly factor: number;
  /** What Node runs as a hub. */
  readonly program: readonly string[];
  readonly parents: number;
  /** Another database than one of its own. */
  readonly url?: string | undefined;
}

export interface Attacked {
  readonly counts: Counts;
  readonly waits: WaitsByName;
  /** By how much the process that looks on was late at most, in milliseconds. */
  readonly ownDelay: number;
  /** Bytes that the process had at most during the burst beyond what it had before, and what is left of them. */
  readonly growth: { readonly most: number; readonly left: number };
}

const TOKEN_LASTS = 86_400;
const ATTACKER = join(import.meta.dirname, 'attacker.ts');
const AFTER_MS = 500;

/** A database with people in it, and hubs in processes of their own before it. */
export class Stage {
  readonly #options: StageOptions;
  readonly #url: string;
  readonly #tokens: Target['tokens'];
  readonly #close: () => Promise<void>;
  #hub: HubProcess | undefined;

  private constructor(options: StageOptions, url: string, tokens: Target['tokens'], close: () => Promise<void>) {
    this.#options = options;
    this.#url = url;
    this.#tokens = tokens;
    this.#close = close;
  }

  static async prepare(options: StageOptions): Promise<Stage> {
    const { factor, parents } = options;
    const directory = await mkdtemp(join(tmpdir(), 'hub-attack-'));
    const server =
      options.url === undefined
        ? await startEmbeddedPostgres({
            directory,
            persistent: true,
            settings: { fsync: 'off', synchronous_commit: 'off' },
          })
        : undefined;
    const ownerUrl = options.url ?? (await server!.createDatabase('attack'));
    const url = options.url ?? (await applicationOn(ownerUrl, 'hub'));
    const config = { ...configOf(url), migrationDatabaseUrl: ownerUrl };
    const pool = new pg.Pool({ connectionString: ownerUrl, max: 2 });
    try {
      if (server) {
        await migrate(config);
        await loadDemo(pool, { now: new Date(), beside: [districtPlan(1, factor)] });
        await pool.query('vacuum (analyze)');
      }
      const { rows } = await pool.query<{ id: string }>(
        `
        select a.id from account a join guardian g on g.person_id = a.person_id where a.status = 'ACTIVE' and not exists (select from staff s where s.person_id = a.person_id) order by a.id limit $1`,
        [parents + 1],
      );
      const { sign } = createTokens(config.token);
      const [innocent, ...others] = await Promise.all(rows.map(({ id }) => sign(id, TOKEN_LASTS)));
      const tokens = { innocent: innocent!, parents: others, analyst: await sign(await analystOf(pool), TOKEN_LASTS) };
      return new Stage(options, url, tokens, async () => {
        await server?.stop();
        await rm(directory, { recursive: true, force: true });
      });
    } finally {
      await pool.end();
    }
  }

  /** Asks what innocents ask while nobody attacks. */
  async calm(forMs: number): Promise<{ readonly waits: WaitsByName; readonly ownDelay: number }> {
    const hub = await this.#hubWith({});
    const innocents = this.#innocents(hub);
    await new Promise((resolve) => setTimeout(resolve, forMs));
    return innocents.stop();
  }

  async attack(name: string, { lastsMs, share }: Pick<Target, 'lastsMs' | 'share'>): Promise<Attacked> {
    const burst = bursts.find((each) => each.name === name)!;
    const hub = await this.#hubWith(burst.variables ?? {});
    // What is made once is there before: connections, plans, code that is compiled.
    await this.#warmUp(hub);
    const before = (await hub.memory()).rss;
    await hub.beginMostMemory();
    const attacker = fork(ATTACKER, { execArgv: ['--import', 'tsx'] });
    await once(attacker, 'message');
    const innocents = this.#innocents(hub);
    const done = once(attacker, 'message') as Promise<[Counts]>;
    attacker.send({ name, target: { url: hub.url, tokens: this.#tokens, lastsMs, share } });
    const [counts] = await done;
    await new Promise((resolve) => setTimeout(resolve, AFTER_MS));
    const most = await hub.mostMemory();
    const { waits, ownDelay } = await innocents.stop();
    attacker.disconnect();
    return { counts, waits, ownDelay, growth: { most: most - before, left: (await hub.memory()).rss - before } };
  }

  async close(): Promise<void> {
    await this.#hub?.stop();
    await this.#close();
  }

  /** A hub of its own for each burst: what one has left behind is no matter of the next. */
  async #hubWith(variables: Readonly<Record<string, string>>): Promise<HubProcess> {
    await this.#hub?.stop();
    return (this.#hub = await startHubProcess(this.#url, this.#options.program, {
      RATE_LIMIT_STORE: 'memory',
      ...variables,
    }));
  }

  async #warmUp(hub: HubProcess): Promise<void> {
    const innocents = this.#innocents(hub);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await innocents.stop();
  }

  #innocents(hub: HubProcess): Innocents {
    const ok = (status: number): boolean => status === 200;
    return new Innocents({
      livez: { url: `${hub.url}/livez`, anew: true, isAnswer: ok },
      readyz: { url: `${hub.url}/readyz`, anew: true, isAnswer: ok },
      'livez by its thread': { url: `${hub.healthUrl}/livez`, anew: true, isAnswer: ok },
      'readyz by its thread': { url: `${hub.healthUrl}/readyz`, anew: true, isAnswer: ok },
      parent: {
        url: `${hub.url}/graphql`,
        anew: false,
        headers: { authorization: `Bearer ${this.#tokens.innocent}` },
        body: SMALL,
        isAnswer: (status, text) => status === 200 && !text.includes('"errors"'),
      },
    });
  }
}

/** Of the district that has most to be told of. */
async function analystOf(pool: pg.Pool): Promise<string> {
  const {
    rows: [row],
  } = await pool.query<{ id: string }>(`
    select a.id from staff_assignment sa join staff s on s.id = sa.staff_id join account a on a.person_id = s.person_id
    where sa.role = 'ANALYST' and sa.valid_to is null
    order by (select count(*) from school where school.district_id = sa.district_id) desc, a.id limit 1`);
  return row!.id;
}
