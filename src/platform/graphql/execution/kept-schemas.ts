import { hash } from 'node:crypto';
import { LruCache } from '../../memory/index.ts';
import { isIntrospection } from '../limits/introspection.ts';
import type { ValidOperation } from './documents.ts';
import type { RunnableOperation, Executed } from './executors.ts';

/** What was answered of the schema. */
type KeptSchema = Pick<Executed, 'objects'> & { readonly text: string };

const MOST_SCHEMAS = 20;
const MOST_SCHEMA_CHARACTERS = 8_000_000;
const LONGEST_VARIABLES = 1_000;

/** Answers that tell of the schema alone, by what was asked: it is what it is as long as the process lives. */
export class KeptSchemas {
  readonly #kept = new LruCache<string, KeptSchema>(MOST_SCHEMAS, {
    most: MOST_SCHEMA_CHARACTERS,
    of: (_key, { text }) => text.length,
  });

  /** Undefined where nothing would be kept. */
  keyOf({ valid, variables }: RunnableOperation): string | undefined {
    return isIntrospection(valid.operation) ? keyOf(valid, variables) : undefined;
  }

  get(key: string | undefined): Executed | undefined {
    const known = key === undefined ? undefined : this.#kept.get(key);
    return known && { ...known, executor: 'kept' };
  }

  /** @returns the same, as text where it is kept */
  keep(key: string | undefined, executed: Executed): Executed {
    if (key === undefined || executed.errors) return executed;
    const made = { text: JSON.stringify(executed.data), objects: executed.objects };
    this.#kept.set(key, made);
    return { ...made, executor: executed.executor };
  }
}

/** Undefined where it is too long to be worth keeping. */
function keyOf({ of: { text }, name }: ValidOperation, variables: RunnableOperation['variables']): string | undefined {
  const values = JSON.stringify(variables);
  return values.length > LONGEST_VARIABLES ? undefined : hash('sha256', JSON.stringify([text, name, values]), 'base64');
}
