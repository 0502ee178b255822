import type { Stored } from '../../src/platform/database/index.ts';

/**
 * A row of an entity as plain data: references as bare ids. `Computed` names the properties that PostgreSQL works
 * out by itself, which nobody may write.
 */
export type RecordOf<Entity, Computed extends keyof Entity = never> = {
  -readonly [Property in Exclude<keyof Entity, symbol | Computed>]: Entity[Property] extends Stored
    ? string
    : Entity[Property] extends Stored | null
      ? string | null
      : Entity[Property];
};

export type EntityClass<Entity = object> = abstract new (...args: never[]) => Entity;

/** A row of the entity, as far as it is to be given: what is left out takes its default. */
export type Writable<Entity> = Partial<RecordOf<Entity>>;
