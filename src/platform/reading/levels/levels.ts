import type { DocumentNode, FieldNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { RequestContext } from '../../request/index.ts';
import { LruCache } from '../../memory/index.ts';
import { collectFields, decidingVariables, fragmentsOf, type Sources } from '../planning/collect.ts';
import type { Reader } from '../batches/reader.ts';
import { LevelBuilder, type CompleteAll } from './build.ts';
import { LevelRun } from './run.ts';

type Variables = Readonly<Record<string, unknown>>;

interface Choice {
  readonly rootFields: readonly string[];
  readonly complete: CompleteAll;
}

const MOST_CHOICES = 20;

/** A valid query that is answered level by level: all objects of one place in it together, and each relation of theirs by one batch. */
export class LevelQuery {
  readonly #reader: Reader;
  readonly #schema: GraphQLSchema;
  readonly #document: DocumentNode;
  readonly #operation: OperationDefinitionNode;
  readonly #deciding: readonly string[];
  readonly #choices = new LruCache<string, Choice>(MOST_CHOICES);

  constructor(reader: Reader, schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) {
    this.#reader = reader;
    this.#schema = schema;
    this.#document = document;
    this.#operation = operation;
    this.#deciding = decidingVariables(document);
  }

  /**
   * The answer, where nothing is wrong with it.
   * @param admit called with each root field before anything is read
   * @throws Unplannable, or anything else: then graphql-js answers, which names what is wrong
   */
  async answer(
    variables: Variables,
    context: RequestContext,
    admit: (rootField: string) => void,
  ): Promise<{ readonly data: unknown; readonly objects: number }> {
    const { rootFields, complete } = this.#choiceOf(variables);
    for (const field of rootFields) admit(field);
    const run = new LevelRun(context, variables);
    let data: unknown;
    await run.whole(() => {
      [data] = complete([{}], run);
    });
    return { data, objects: run.made };
  }

  #choiceOf(variables: Variables): Choice {
    const key = this.#deciding
      .map((name) => (variables[name] === true ? '1' : variables[name] === false ? '0' : '-'))
      .join('');
    let choice = this.#choices.get(key);
    if (!choice)
      this.#choices.set(
        key,
        (choice = this.#build(Object.fromEntries(this.#deciding.map((name) => [name, variables[name]])))),
      );
    return choice;
  }

  #build(deciding: Variables): Choice {
    const sources: Sources = { schema: this.#schema, fragments: fragmentsOf(this.#document), variables: deciding };
    const type = this.#schema.getQueryType()!;
    const asked: ReadonlyMap<string, readonly FieldNode[]> = collectFields(sources, type, [
      this.#operation.selectionSet,
    ]);
    return {
      rootFields: [...asked.values()].map(([node]) => node!.name.value).filter((name) => name !== '__typename'),
      complete: new LevelBuilder(this.#reader, sources).root(type, asked),
    };
  }
}
