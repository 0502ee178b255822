import { GraphQLError } from 'graphql';
import type { RequestContext } from '../../request/index.ts';
import { HubError } from '../../errors/index.ts';
import { keptIn, LruCache } from '../../memory/index.ts';
import type { Reader } from '../batches/reader.ts';
import { PlanWalk } from '../batches/walk.ts';
import { CURSORS } from '../cursors.ts';
import { boundGroups, boundList } from '../plan/bind.ts';
import { Fault } from '../plan/complete.ts';
import { BYTES_OF_FIELD, type Plan } from '../plan/plan.ts';
import type { BoundPlan } from '../plan/planned-query.ts';
import { Unplannable } from '../plan/unplannable.ts';
import { mapperOf, type Data, type Make } from '../result/mapper.ts';
import type { LayoutOf } from '../result/layout.ts';
import type { Values } from '../result/fetched.ts';
import type { Prepared } from '../sql.ts';
import { layoutInStatement } from './layout.ts';
import { StatementCompiler } from './compile.ts';
import { Decoder, type Decode, type DecodingRun } from './decode.ts';
import { dependenceOf, type Dependence } from './dependence.ts';

/** A statement, and what is made of its answer. */
interface Compiled {
  /** Of the plan that it keeps alive. */
  readonly size: number;
  readonly statement: Prepared;
  readonly places: Readonly<Record<string, string>>;
  readonly layoutOf: LayoutOf;
  readonly decode: Decode | undefined;
  readonly map: Make;
  dependence?: Dependence;
}

/** A compiled statement with the values of one request, ready to run. */
export interface StatementRead {
  /** What the answer depends on besides its variables and the viewer's shape. */
  readonly dependence: Dependence;
  /** @throws OutOfDate where the viewer was read under other rights than those of this moment, Fault, Unmapped, or what a statement throws */
  run(): Promise<{ readonly data: Data; readonly objects: number }>;
}

/** What the viewer may see has changed since they were read: nothing was read for them. */
export class OutOfDate extends Error {}

/** What was read could not be made an answer of, and nothing is known to be wrong with it. */
export class Unmapped extends Error {}

/**
 * Places and edges of one statement: each is SQL of its own, where batches ask once for all that are alike. A count that must withhold small groups
 * takes some 3 kB, and a statement of 1.5 MB is planned for seconds.
 */
const MOST_PLACES_AND_EDGES = 120;
/** What PostgreSQL plans for a statement takes a hundred times its text, on each connection: the longest of our own clients' has 58,000 characters. */
const LONGEST_STATEMENT = 100_000;
/** Of all that is compiled for the clients' own queries, and for all others, in bytes. */
const MOST_BYTES = 50_000_000;

const tooWide = (): Unplannable => new Unplannable('too wide', 'Query');

function made<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw error instanceof Fault || error instanceof HubError || error instanceof GraphQLError
      ? error
      : new Unmapped('An answer could not be made of what was read.', { cause: error });
  }
}

/** What is known from the request alone needs no statement. */
function readsAny({ root }: Plan): boolean {
  return root.edges.some((edge) => edge.kind !== 'root object' || edge.object.edges.some(({ cut }) => !cut));
}

/**
 * Reads whole queries by one statement each, and by batches what is cut out of it. A compiled statement is kept for each plan,
 * viewer's shape and shape of its lists; everything else is a value of it.
 */
export class StatementFetcher {
  readonly #reader: Reader;
  /** Whatever others ask, the clients' own queries stay. */
  readonly #ofClients: LruCache<string, Compiled>;
  readonly #ofOthers: LruCache<string, Compiled>;

  constructor(reader: Reader, most: number) {
    this.#reader = reader;
    const weight = {
      most: MOST_BYTES,
      of: (_key: string, { size, statement }: Compiled) => BYTES_OF_FIELD * size + statement.text.length,
    };
    this.#ofClients = new LruCache(most, weight);
    this.#ofOthers = new LruCache(most, weight);
  }

  /**
   * @param rights the version of rights under which the viewer was read; null where that was for this request
   * @throws Unplannable where batches must read all of it; what is wrong with the arguments of a list, or Forbidden where it is
   * not told: resolvers name the field
   */
  prepare(bound: BoundPlan, context: RequestContext, rights: string | null, isOfClient = true): StatementRead {
    const { plan, variables, ids } = bound;
    const { edges } = plan.root;
    if (edges.length > 0 && edges.every(({ cut }) => cut))
      throw new Unplannable(edges[0]!.cut!.reason, edges[0]!.cut!.at);
    if (plan.inStatement.size + plan.edges > MOST_PLACES_AND_EDGES) throw tooWide();
    const cursors = context.services.get(CURSORS);
    const lists = plan.lists.map((list) => boundList(this.#reader.catalog, list, variables, cursors));
    const groups = plan.groups.map((each) => boundGroups(this.#reader.catalog, each, variables));
    const { viewer, now } = context;
    const compiled = this.#compile(plan, viewer, { lists, groups }, isOfClient ? this.#ofClients : this.#ofOthers);
    if (compiled.statement.text.length > LONGEST_STATEMENT) throw tooWide();
    return {
      get dependence() {
        return (compiled.dependence ??= dependenceOf(plan, compiled.statement));
      },
      run: async () => {
        const objects = plan.root.edges.flatMap((edge) =>
          edge.kind === 'root object' ? [edge.root.value(context) as Readonly<Record<string, unknown>>] : [],
        );
        const run: DecodingRun = { context, viewer, now, lists, groups, ids, objects, rights };
        const values =
          rights === null && !readsAny(plan)
            ? edges.map((edge) => (edge.kind === 'root object' ? edge.object.edges.map(() => null) : null))
            : await this.#read(compiled, run);
        const { layoutOf, decode, map } = compiled;
        made(() => decode?.(values, run));
        if (plan.cuts.length > 0) await new PlanWalk(this.#reader, bound, context, layoutOf).cutOut(bound, values);
        const mapping = { context, made: 0 };
        return { data: made(() => map(values, mapping)), objects: mapping.made };
      },
    };
  }

  async #read({ statement, places }: Compiled, run: DecodingRun): Promise<Values> {
    const { loaders } = run.context;
    const { text } = statement;
    const comparesRights = run.rights !== null;
    const values = statement.values(run);
    const rows = await loaders.read({ reads: 'the whole query', places, text, values, comparesRights });
    const read = rows[0]![0] as string | null;
    if (read === null) throw new OutOfDate();
    return JSON.parse(read) as Values;
  }

  #compile(
    plan: Plan,
    { shape, shapeKey }: RequestContext['viewer'],
    asked: Pick<DecodingRun, 'lists' | 'groups'>,
    kept: LruCache<string, Compiled>,
  ): Compiled {
    const { lists, groups } = asked;
    const name = `${plan.number}|${shapeKey}|${[...lists, ...groups].map(({ key }) => key).join('|')}`;
    return keptIn(kept, name, () => {
      const { catalog } = this.#reader;
      const layoutOf = layoutInStatement(plan, shape, lists);
      const compiler = new StatementCompiler(catalog, shape, asked);
      return {
        size: plan.size,
        statement: catalog.prepare(compiler.statement(plan)),
        places: compiler.places,
        layoutOf,
        decode: new Decoder(shape, lists).of(plan.root),
        map: mapperOf(plan, layoutOf),
      };
    });
  }
}
