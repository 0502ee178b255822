import { hash } from 'node:crypto';
import {
  getOperationAST,
  GraphQLError,
  NoFragmentCyclesRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type OperationDefinitionNode,
} from 'graphql';
import type { Limits } from '../../config/index.ts';
import { keptIn, LruCache } from '../../memory/index.ts';
import { PlannedQuery, Plans } from '../../reading/index.ts';
import { refuseRepeatedIn } from '../limits/introspection.ts';
import { limitsRule, operationTypesRule } from '../limits/limits.ts';
import type { HubSchema } from '../schema.ts';
import type { TrustedDocuments } from '../trusted/trusted-documents.ts';
import { refusedBecause } from '../admission.ts';
import { Fitness } from './fitness.ts';
import { EventLoopTurns } from './event-loop-turns.ts';

/** A document that was found valid. */
export interface ValidDocument {
  readonly text: string;
  readonly document: DocumentNode;
  readonly isOfClient: boolean;
  /** How often it has come, as far as that is known. */
  times: number;
  /** Where its plans are kept: those of clients by themselves, of others together where the document is kept, else with itself. */
  readonly plans: Plans;
  readonly operations: Map<string | null, ValidOperation>;
}

/** An operation of a valid document. */
export interface ValidOperation {
  readonly of: ValidDocument;
  readonly operation: OperationDefinitionNode;
  readonly name: string | null;
  /** Its plans; undefined for mutations. */
  readonly query: PlannedQuery | undefined;
  readonly fitness: { readonly statement: Fitness; readonly batches: Fitness };
}

/** A text that is no valid document, and what is wrong with it, with the code that a client is told. */
export interface RefusedDocument {
  readonly faults: readonly GraphQLError[];
}

/** What a text is, and whether that had to be found out: it takes the longer the longer the text is. */
export interface ReadDocument {
  readonly document: ValidDocument | RefusedDocument;
  readonly isNew: boolean;
}

type CodeBeforeRunning = 'GRAPHQL_PARSE_FAILED' | 'GRAPHQL_VALIDATION_FAILED' | 'BAD_USER_INPUT';

/** So many places are told that are wrong in a document or in values; graphql-js adds an error that says "too many". */
export const MOST_ERRORS = 4;

/** Of texts that no client of ours is known to send: what a parsed document takes is some fifty times its text. */
const MOST_CHARACTERS = 400_000;
const MOST_SEEN = 10_000;
const LONGEST_TEXT = 20_000;
/** Of texts that were refused, which a burst sends again and again. */
const MOST_REFUSED = 100;
const MOST_REFUSED_CHARACTERS = 400_000;

/** Documents that were found valid, so that they are parsed and validated once. */
export class Documents {
  readonly #hub: HubSchema;
  /** Whatever others ask, the plans of clients stay. */
  readonly #plansOfClients = new Plans();
  readonly #plansOfOthers = new Plans();
  readonly #limits: Limits;
  readonly #trusted: TrustedDocuments;
  readonly #ofClients = new Map<string, ValidDocument>();
  readonly #others = new LruCache<string, ValidDocument>(Infinity, {
    most: MOST_CHARACTERS,
    of: (text) => text.length,
  });
  readonly #refused = new LruCache<string, RefusedDocument>(MOST_REFUSED, {
    most: MOST_REFUSED_CHARACTERS,
    of: (text) => text.length,
  });
  /** Hashes of what came once. */
  readonly #seen = new LruCache<string, true>(MOST_SEEN);
  readonly #keepsAtOnce: boolean;
  readonly #turns = new EventLoopTurns();

  /** @param keepsAtOnce whether what no client is known to send is kept when it first comes; most of what people try out never comes again */
  constructor(
    hub: HubSchema,
    limits: Limits,
    trusted: TrustedDocuments,
    { keepsAtOnce }: { readonly keepsAtOnce: boolean },
  ) {
    this.#hub = hub;
    this.#limits = limits;
    this.#trusted = trusted;
    this.#keepsAtOnce = keepsAtOnce;
  }

  /** Characters of the texts that are kept, those of clients apart. */
  get characters(): number {
    return this.#others.weight;
  }

  /** What is not known is read one after the other, and others have their turn between: a burst of long texts holds up nobody for long. */
  async find(text: string): Promise<ReadDocument> {
    const known = this.#known(text);
    if (known) return { document: known, isNew: false };
    return this.#turns.next(() => {
      // Whoever came before with the same has had it read.
      const found = this.#known(text);
      return { document: found ?? this.#read(text), isNew: found === undefined };
    });
  }

  /** What is wrong with a text is wrong with it for everybody, and always. */
  #known(text: string): ValidDocument | RefusedDocument | undefined {
    return this.#ofClients.get(text) ?? this.#others.get(text) ?? this.#refused.get(text);
  }

  /** Undefined where there is no such operation. */
  operationOf(document: ValidDocument, name: string | null): ValidOperation | undefined {
    document.times += 1;
    const known = document.operations.get(name);
    if (known) return known;
    const operation = getOperationAST(document.document, name);
    // Names that a client makes up are not kept.
    if (!operation) return undefined;
    const { reader, schema } = this.#hub;
    const { plans } = document;
    // The same by its name, and as the only one.
    const own = operation.name?.value ?? null;
    const valid = keptIn<string | null, ValidOperation>(document.operations, own, () => ({
      of: document,
      operation,
      name: own,
      query:
        operation.operation === 'query'
          ? new PlannedQuery({ catalog: reader.catalog, schema, plans }, document.document, operation)
          : undefined,
      fitness: { statement: new Fitness(), batches: new Fitness() },
    }));
    document.operations.set(name, valid);
    return valid;
  }

  #read(text: string): ValidDocument | RefusedDocument {
    const read = this.#judged(text);
    if ('faults' in read && text.length <= LONGEST_TEXT) this.#refused.set(text, read);
    return read;
  }

  #judged(text: string): ValidDocument | RefusedDocument {
    let document: DocumentNode;
    try {
      document = parse(text, { maxTokens: this.#limits.tokens });
    } catch (error) {
      // What is nested deeper than the stack is no GraphQLError.
      const fault = error instanceof GraphQLError ? error : new GraphQLError((error as Error).message);
      return { faults: [alone(coded(fault, 'GRAPHQL_PARSE_FAILED'))] };
    }
    const faults = this.#faultsOf(document);
    if (faults.length > 0) return { faults: faults.map((fault) => alone(coded(fault, 'GRAPHQL_VALIDATION_FAILED'))) };
    const isOfClient = this.#trusted.byText(text) !== undefined;
    const hasCome = !isOfClient && !this.#keepsAtOnce && this.#hasCome(text);
    const isKept = isOfClient || (text.length <= LONGEST_TEXT && (this.#keepsAtOnce || hasCome));
    const plans = isOfClient ? this.#plansOfClients : isKept ? this.#plansOfOthers : new Plans();
    const valid: ValidDocument = { text, document, isOfClient, times: hasCome ? 1 : 0, plans, operations: new Map() };
    if (isOfClient) this.#ofClients.set(text, valid);
    else if (isKept) this.#others.set(text, valid);
    return valid;
  }

  /** Each look is at what the one before has found to be small enough for it. */
  #faultsOf(document: DocumentNode): readonly GraphQLError[] {
    const { schema } = this.#hub;
    const options = { maxErrors: MOST_ERRORS };
    const tooMuch = validate(schema, document, [NoFragmentCyclesRule, limitsRule(this.#limits)], options);
    if (tooMuch.length > 0) return tooMuch;
    try {
      refuseRepeatedIn(schema, document);
    } catch (refusal) {
      return [refusedBecause(refusal as Error)];
    }
    return validate(schema, document, [...specifiedRules, operationTypesRule], options);
  }

  #hasCome(text: string): boolean {
    const key = hash('sha256', text, 'base64');
    if (this.#seen.get(key)) return true;
    this.#seen.set(key, true);
    return false;
  }
}

/**
 * Without what it would keep alive: until it is read, the stack of an error holds all that was under way where it was made, and its nodes
 * hold the document. Where it stands is known by then.
 */
function alone(fault: GraphQLError): GraphQLError {
  const { message, source, positions, originalError, extensions } = fault;
  const kept = new GraphQLError(message, {
    source: source ?? null,
    positions: positions ?? null,
    ...(originalError && { originalError }),
    extensions,
  });
  for (const each of [kept, originalError]) if (each) each.stack = `${each.name}: ${each.message}`;
  return kept;
}

/** The same error with the code that a client is told, where it bears none. */
export function coded(error: GraphQLError, code: CodeBeforeRunning): GraphQLError {
  const { message, nodes = null, source = null, positions = null, originalError = null, extensions } = error;
  return new GraphQLError(message, { nodes, source, positions, originalError, extensions: { code, ...extensions } });
}
