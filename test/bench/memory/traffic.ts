import { readFileSync } from 'node:fs';
import type { Pool as Connections } from 'pg';
import { demoAccounts } from '../../../seeds/demo/index.ts';
import { Dice } from '../../../seeds/deterministic/index.ts';
import { hubSchema } from '../../../src/app.ts';
import type { Tokens } from '../../../src/platform/auth/index.ts';
import { poolOf } from '../../platform/executors/pool.ts';
import { QueryWriter, type Pool } from '../../platform/executors/random-query.ts';
import { storedQueries, variablesOf, type StoredQuery } from '../../platform/executors/stored-queries.ts';
import { KINDS, SHARES, type Asked, type Kind } from './asked.ts';
import { ACCOUNTS, ANY_DOCUMENT } from './askers.ts';

interface Stored extends StoredQuery {
  readonly id: string;
  readonly client: string;
}

/** Seconds; one request in fifty comes with a token of its own. */
const TOKEN_LASTS = 86_400;

/** All that a hub is asked in its life: by whoever may and may not, what it knows and what it has never seen. */
export class Traffic {
  readonly #pool: Pool;
  readonly #tokens: Tokens;
  readonly #families: readonly string[];
  readonly #dice: Dice;
  readonly #stored: readonly Stored[];
  readonly #mutations: ReadonlyMap<string, string>;
  readonly #known = new Map<string, Promise<string>>();
  #number = 0;

  /** @param families accounts of guardians */
  private constructor(pool: Pool, tokens: Tokens, families: readonly string[], seed: string) {
    this.#pool = pool;
    this.#tokens = tokens;
    this.#families = families;
    this.#dice = new Dice(seed);
    const manifest = JSON.parse(
      readFileSync(new URL('../../../schema/trusted-documents.json', import.meta.url), 'utf8'),
    ) as Record<string, { client: string } & StoredQuery>;
    const all = Object.entries(manifest).map(([id, each]): Stored => ({ id, ...each }));
    const names = new Set(storedQueries.map((each) => each.operation));
    this.#stored = all.filter((each) => names.has(each.operation));
    this.#mutations = new Map(all.map((each) => [each.operation, each.id]));
  }

  static async of(connections: Connections, tokens: Tokens, now: Date, seed: string): Promise<Traffic> {
    const pool = await poolOf({ pool: connections }, hubSchema().reader.catalog, now);
    const { rows } = await connections.query<{ id: string }>(
      'select a.id from account a join guardian g on g.person_id = a.person_id order by a.id',
    );
    return new Traffic(
      pool,
      tokens,
      rows.map((each) => each.id),
      seed,
    );
  }

  async next(): Promise<Asked> {
    const dice = this.#dice;
    this.#number += 1;
    let left = dice.int(0, 99);
    const kind = KINDS.find((each) => (left -= SHARES[each]) < 0)!;
    switch (kind) {
      case 'stored': {
        const query = dice.pick(this.#stored);
        return this.#post(kind, { documentId: query.id, variables: this.#variables(query) }, this.#caller(query));
      }
      case 'stored by text': {
        const query = dice.pick(this.#stored);
        return this.#post(
          kind,
          { query: query.document, operationName: query.operation, variables: this.#variables(query) },
          this.#caller(query),
        );
      }
      case 'as written by somebody': {
        const query = dice.pick(this.#stored);
        // The same words in another text: whatever is kept by its text is kept once more.
        return this.#post(
          kind,
          { query: `${query.document}\n# ${this.#number}`, variables: this.#variables(query) },
          this.#named(dice.pick(ANY_DOCUMENT)),
        );
      }
      case 'random': {
        const { text, variables } = new QueryWriter(
          hubSchema().schema,
          this.#pool,
          new Dice(`${this.#number}`),
          dice.chance(0.1),
        ).write();
        return this.#post(
          kind,
          { query: text, variables },
          dice.chance(0.9) ? this.#named(dice.pick(ANY_DOCUMENT)) : this.#somebody(),
        );
      }
      case 'asked by address': {
        const query = dice.pick(this.#stored.filter((each) => each.client === 'mini-program'));
        const search = new URLSearchParams({ documentId: query.id, variables: JSON.stringify(this.#variables(query)) });
        return {
          kind,
          method: 'GET',
          path: `/graphql?${search}`,
          headers: dice.chance(0.3) ? { 'if-none-match': `"${this.#number}"` } : {},
        };
      }
      case 'mutation':
        return this.#mutation(kind);
      case 'file':
        return this.#file(kind);
      case 'wrong':
        return this.#wrong(kind);
      case 'not GraphQL':
        return {
          kind,
          method: 'GET',
          path: dice.pick(['/livez', '/readyz', `/nowhere/${this.#number}`, `/files/${this.#number}`, '/']),
          headers: { 'accept-language': dice.pick(['en', 'zh-CN', `x-${this.#number}`]) },
        };
      case 'given up': {
        const query = dice.pick(this.#stored);
        return {
          ...(await this.#post(kind, { documentId: query.id, variables: this.#variables(query) }, this.#caller(query))),
          givenUpAfter: dice.int(0, 40),
        };
      }
    }
  }

  #variables(query: StoredQuery): Record<string, unknown> {
    return variablesOf(query, this.#pool, this.#dice.int(0, 59));
  }

  #named(name: string): string {
    return demoAccounts.find((each) => each.name === name)!.id;
  }

  #somebody(): string | undefined {
    return this.#dice.chance(0.1) ? undefined : this.#dice.pick(this.#families);
  }

  #caller({ client }: Stored): string | undefined {
    if (client === 'mini-program' && this.#dice.chance(0.6)) return this.#somebody();
    return this.#named(this.#dice.pick(ACCOUNTS[client]!));
  }

  async #post(kind: Kind, body: object, account: string | undefined, next?: Asked['next']): Promise<Asked> {
    const authorization = account && { authorization: `Bearer ${await this.#token(account)}` };
    return {
      kind,
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json', ...authorization },
      body: JSON.stringify(body),
      ...(next && { next }),
    };
  }

  #token(account: string): Promise<string> {
    const known = this.#dice.chance(0.02) ? undefined : this.#known.get(account);
    const token = known ?? this.#tokens.sign(account, TOKEN_LASTS + (this.#number % 10_000));
    if (!known) this.#known.set(account, token);
    return token;
  }

  #mutation(kind: Kind): Promise<Asked> {
    const dice = this.#dice;
    const id = (type: string): string => dice.pick(this.#pool.ids.get(type)!);
    const key = dice.chance(0.5) ? { idempotencyKey: `memory-${dice.int(0, this.#number)}` } : {};
    const [operation, input] = dice.pick([
      ['SignUpForShift', { roleId: id('ShiftRole'), acceptRisk: true }],
      ['JoinWaitlist', { roleId: id('ShiftRole') }],
      ['MarkAllNoticesRead', {}],
    ] as const);
    return this.#post(
      kind,
      { documentId: this.#mutations.get(operation), variables: { input: { ...input, ...key } } },
      dice.pick(this.#families),
    );
  }

  /** A table or a certificate, and the file that its answer leads to. */
  #file(kind: Kind): Promise<Asked> {
    const dice = this.#dice;
    const [account, operation, input] = dice.pick([
      [
        'school-admin',
        'ExportShiftRoster',
        { shiftId: dice.pick(this.#pool.ids.get('Shift')!), format: dice.pick(['CSV', 'XLSX']) },
      ],
      ['parent', 'DownloadServiceCertificate', { certificateId: dice.pick(this.#pool.ids.get('ServiceCertificate')!) }],
    ] as const);
    return this.#post(
      kind,
      { documentId: this.#mutations.get(operation), variables: { input } },
      this.#named(account),
      (answer) => {
        const [, path] = /"path":"(\/[^"]+)"/.exec(answer) ?? [];
        return path === undefined ? undefined : { kind, method: 'GET', path, headers: {} };
      },
    );
  }

  async #wrong(kind: Kind): Promise<Asked> {
    const [dice, number] = [this.#dice, this.#number];
    const staff = this.#named(dice.pick(ANY_DOCUMENT));
    switch (dice.int(0, 9)) {
      case 0:
        return this.#post(kind, { query: `{ schools { nodes { id ` }, staff);
      case 1:
        return this.#post(kind, { query: `{ schools { nodes { field${number} } } }` }, staff);
      case 2:
        return this.#post(kind, { documentId: `sha256:${String(number).padStart(64, '0')}` }, staff);
      case 3:
        return {
          ...(await this.#post(kind, { query: '{ viewer { __typename } }' }, undefined)),
          headers: { 'content-type': 'application/json', authorization: `Bearer made.up.${number}` },
        };
      case 4:
        return { ...(await this.#post(kind, {}, staff)), body: `{"query": ${number}` };
      case 5:
        return this.#post(
          kind,
          { query: `query Q($n: Int!) { schools(first: $n) { nodes { id } } }`, variables: { n: `${number}` } },
          staff,
        );
      case 6:
        return this.#post(kind, { query: `query A { schools { totalCount } }`, operationName: `B${number}` }, staff);
      case 7:
        return this.#post(kind, { query: `{ schools(after: "c${number}") { nodes { id } } }` }, staff);
      case 8:
        return this.#post(
          kind,
          {
            query:
              '{ schools(first: 100) { nodes { classes(first: 100) { nodes { students(first: 100) { nodes { id } } } } } } }',
          },
          staff,
        );
      default:
        return {
          ...(await this.#post(kind, { query: '{ schools { totalCount } }' }, staff)),
          headers: { 'content-type': 'application/json', accept: `application/x-${number}` },
        };
    }
  }
}
