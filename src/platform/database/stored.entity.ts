import { OptionalProps, type EntityMetadata, type MetadataStorage } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { v7 } from 'uuid';

/**
 * The properties of every stored thing: a UUIDv7, made by the application so that seeds can repeat it, and the time of
 * its writing.
 */
@Entity({ abstract: true })
export abstract class Stored {
  [OptionalProps]?: 'createdAt';

  @PrimaryKey({ type: 'uuid' })
  id: string = v7();

  @Property({ type: 'datetime', length: 3, defaultRaw: 'now()' })
  createdAt!: Date;
}

/** The entities whose rows a table holds: neither those that others are made of, nor those that are found by a query alone. */
export const storedEntities = (metadata: MetadataStorage): EntityMetadata[] =>
  [...metadata.getAll().values()].filter(({ abstract, embeddable, virtual }) => !abstract && !embeddable && !virtual);
