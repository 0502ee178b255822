import { hash } from 'node:crypto';
import { getOperationAST, parse, specifiedRules, validate, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import type { Limits } from '../../config/index.ts';
import { Bounded } from '../../memory/index.ts';
import { LevelQuery } from '../../reading/index.ts';
import { limitsRule } from '../limits.ts';
import type { HubSchema } from '../schema.ts';
import type { TrustedDocuments } from '../trusted/trusted-documents.ts';

/** An operation of a valid document. */
export interface ValidOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly name: string | null;
  /** How a query is answered level by level; undefined for what resolvers must answer. */
  levels: LevelQuery | undefined;
}

interface ValidDocument {
  readonly document: DocumentNode;
  readonly operations: Map<string | null, ValidOperation>;
}

/** Of texts that no client of ours is known to send: what a parsed document takes is some fifty times its text. */
const MOST_CHARACTERS = 400_000;
const MOST_SEEN = 10_000;
const LONGEST_TEXT = 20_000;

/** Documents that were found valid, so that they are parsed and validated once. */
export class Documents {
  readonly #hub: HubSchema;
  readonly #limits: Limits;
  readonly #trusted: TrustedDocuments;
  readonly #ofClients = new Map<string, ValidDocument>();
  /** The least used first. */
  readonly #others = new Map<string, ValidDocument>();
  /** Hashes of what came once. */
  readonly #seen = new Bounded<string, true>(MOST_SEEN);
  #characters = 0;

  constructor(hub: HubSchema, limits: Limits, trusted: TrustedDocuments) {
    this.#hub = hub;
    this.#limits = limits;
    this.#trusted = trusted;
  }

  /** Characters of the texts that are kept, those of clients apart. */
  get characters(): number {
    return this.#characters;
  }

  /** Undefined where there is no such operation, or the text is no valid document: Apollo says what is wrong with it. */
  find(text: string, operationName: string | null): ValidOperation | undefined {
    const known = this.#known(text) ?? this.#read(text);
    return known && operationOf(this.#hub, known, operationName);
  }

  #known(text: string): ValidDocument | undefined {
    const ofClients = this.#ofClients.get(text);
    if (ofClients) return ofClients;
    const other = this.#others.get(text);
    if (other) {
      this.#others.delete(text);
      this.#others.set(text, other);
    }
    return other;
  }

  #read(text: string): ValidDocument | undefined {
    const document = this.#parse(text);
    if (!document || validate(this.#hub.schema, document, [...specifiedRules, limitsRule(this.#limits)], { maxErrors: 1 }).length > 0) return undefined;
    const valid: ValidDocument = { document, operations: new Map() };
    if (this.#trusted.byText(text)) this.#ofClients.set(text, valid);
    else if (text.length <= LONGEST_TEXT && this.#hasCome(text)) this.#keep(text, valid);
    return valid;
  }

  /** Most of what people try out never comes again. */
  #hasCome(text: string): boolean {
    const key = hash('sha256', text, 'base64');
    if (this.#seen.get(key)) return true;
    this.#seen.set(key, true);
    return false;
  }

  #parse(text: string): DocumentNode | undefined {
    try {
      return parse(text, { maxTokens: this.#limits.tokens });
    } catch {
      return undefined;
    }
  }

  #keep(text: string, valid: ValidDocument): void {
    this.#others.set(text, valid);
    this.#characters += text.length;
    for (const oldest of this.#others.keys()) {
      if (this.#characters <= MOST_CHARACTERS) break;
      this.#others.delete(oldest);
      this.#characters -= oldest.length;
    }
  }
}

function operationOf({ reader, schema }: HubSchema, { document, operations }: ValidDocument, name: string | null): ValidOperation | undefined {
  const known = operations.get(name);
  if (known) return known;
  const operation = getOperationAST(document, name);
  if (!operation) return undefined;
  const levels = operation.operation === 'query' ? new LevelQuery(reader, schema, document, operation) : undefined;
  const valid = { document, operation, name: operation.name?.value ?? null, levels };
  operations.set(name, valid);
  return valid;
}
