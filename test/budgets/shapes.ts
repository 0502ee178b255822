/** The one statement of a stored query for each viewer's shape that its client has: made without asking anything, for it follows from the shape. */
import { getOperationAST, getVariableValues, GraphQLError, parse } from 'graphql';
import { hubSchema } from '../../src/app.ts';
import { guest } from '../../src/domains/people/index.ts';
import type { Viewer, ViewerShape } from '../../src/platform/auth/index.ts';
import type { Database } from '../../src/platform/database/index.ts';
import { HubError } from '../../src/platform/errors/index.ts';
import {
  Cursors,
  CURSORS,
  PlannedQuery,
  Plans,
  StatementFetcher,
  Unplannable,
  type BoundPlan,
} from '../../src/platform/reading/index.ts';
import { openRequest, Services, StatementLoaders, type ReadingStatement } from '../../src/platform/request/index.ts';
import { DEFAULT_NOW } from '../../seeds/deterministic/index.ts';
import { PARTS } from '../access/parts.ts';
import { HELD_BY } from '../access/who-may.ts';
import { clientOf } from './questions.ts';
import type { Question, World } from './world.ts';

/** A statement, and of which shapes it is. */
export interface OfShapes extends Pick<ReadingStatement, 'text' | 'places'> {
  readonly shapes: readonly string[];
}

export interface StatementsOfShapes {
  /** In the order of the shapes. */
  readonly statements: readonly OfShapes[];
  /** Of whom another executor answers, and why. */
  readonly none: readonly { readonly shape: string; readonly reason: string }[];
}

const { schema, reader, guards } = hubSchema();
const { disclosure } = reader.catalog;
const plans = new Plans();
const fetcher = new StatementFetcher(reader, Infinity);
const services = new Services().offer(CURSORS, new Cursors('of statements that nobody runs'));
const NO_DATABASE = {} as Database;
const SOMEBODY = '00000000-0000-7000-8000-000000000000';
const ANY_RIGHTS = '00000000-0000-7000-8000-000000000001';

const playedParts = (shape: Partial<ViewerShape>): string[] =>
  Object.entries(shape).flatMap(([part, plays]) => (plays ? [part] : []));

/** `guardian + teacher + staff`. */
export function nameOfShape(shape: ViewerShape): string {
  const parts = playedParts(shape).filter((part) => part !== 'signedIn');
  return parts.join(' + ') || (shape.signedIn ? 'signed in' : 'guest');
}

const isAtWork = (shape: ViewerShape): boolean => playedParts(disclosure.atWork(shape)).length > 0;

/** Whose each client is, by the parts that they play. */
const USED_BY: Readonly<Record<string, (shape: ViewerShape) => boolean>> = {
  'mini-program': (shape) => disclosure.hasOwn(shape) || !isAtWork(shape),
  admin: (shape) => isAtWork(shape) && !disclosure.isToldOfLargeGroupsOnly(shape),
  analyst: (shape) => disclosure.isToldOfLargeGroupsOnly(shape),
};

/** Each part by itself as it is declared, and others as somebody of the demonstration plays them. */
export function shapesOf(client: string, people: World['people']): ViewerShape[] {
  const alone = disclosure.all.filter((shape) => !(disclosure.hasOwn(shape) && isAtWork(shape)));
  // Who has a role that is no part, as lecturers of a district have, is at work all the same.
  const isStaff = ({ kind }: Viewer): boolean => client === 'admin' && kind === 'staff';
  const played = [...people.values()].filter((each) => USED_BY[client]!(each.shape) || isStaff(each));
  const used = [...alone.filter(USED_BY[client]!), ...played.map(({ shape }) => shape)];
  return [...new Map(used.map((shape) => [nameOfShape(shape), shape])).values()];
}

/** One who plays these parts and may do whatever others may who play no more. */
function viewerOfShape(shape: ViewerShape): Viewer {
  const isHeld = (permission: string): boolean =>
    HELD_BY[permission]!.some((caller) =>
      playedParts(PARTS[caller]).every((part) => playedParts(shape).includes(part)),
    );
  return {
    ...guest,
    accountId: shape.signedIn ? SOMEBODY : null,
    shape,
    shapeKey: nameOfShape(shape),
    permissions: Object.keys(HELD_BY).filter(isHeld),
  };
}

/** In place of being sent. */
class Made extends Error {
  readonly statement: ReadingStatement;
  constructor(statement: ReadingStatement) {
    super();
    this.statement = statement;
  }
}

async function sentBy(fetcher: StatementFetcher, bound: BoundPlan, viewer: Viewer): Promise<ReadingStatement> {
  const request = { viewer, now: DEFAULT_NOW, locale: 'en', signal: new AbortController().signal, services } as const;
  const context = Object.assign(openRequest(NO_DATABASE, request), {
    loaders: new StatementLoaders((statement) => Promise.reject(new Made(statement))),
  });
  try {
    await fetcher.prepare(bound, context, ANY_RIGHTS).run();
  } catch (error) {
    if (error instanceof Made) return error.statement;
    throw error;
  }
  throw new Error('Nothing was sent.');
}

/** Of everybody who uses its client, but those to whom its root fields are refused. */
export async function statementsOfShapes(question: Question, people: World['people']): Promise<StatementsOfShapes> {
  const document = parse(question.document);
  const operation = getOperationAST(document)!;
  const query = new PlannedQuery({ catalog: reader.catalog, schema, plans }, document, operation);
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], question.variables);
  if (errors) throw errors[0]!;
  const bound = query.bind(coerced);
  const byText = new Map<string, OfShapes>();
  const none: { shape: string; reason: string }[] = [];
  for (const each of shapesOf(clientOf(question.operation), people)) {
    const viewer = viewerOfShape(each);
    const shape = nameOfShape(each);
    if (bound.plan.rootFields.some((field) => isRefused(() => guards.get(field)!(viewer)))) continue;
    try {
      const { text, places } = await sentBy(fetcher, bound, viewer);
      byText.set(text, { text, places, shapes: [...(byText.get(text)?.shapes ?? []), shape] });
    } catch (error) {
      if (error instanceof Unplannable) none.push({ shape, reason: `${error.reason}: ${error.at}` });
      else if (isRefusal(error)) none.push({ shape, reason: 'refused' });
      else throw error;
    }
  }
  return { statements: [...byText.values()], none };
}

const isRefusal = (error: unknown): boolean => error instanceof HubError || error instanceof GraphQLError;

function isRefused(ask: () => void): boolean {
  try {
    ask();
    return false;
  } catch (error) {
    if (isRefusal(error)) return true;
    throw error;
  }
}
