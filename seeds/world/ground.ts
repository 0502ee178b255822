import { Calendar } from '../deterministic/index.ts';
import { loadReference, type Reference, type TopicCode } from '../reference/index.ts';
import { Batch, type Connection, type EntityClass, hubTables, type Writable, writeBatch } from '../writing/index.ts';

export interface WorldOptions {
  readonly connection: Connection;
  /** What is ahead and what is past, what is open and what is closed, is so by this clock. */
  readonly clock?: () => Date;
}

export interface Span {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
}

const MINUTE = 60_000;

/** What every part of the world stands on. */
export class Ground {
  readonly #connection: Connection;
  readonly #clock: () => Date;
  readonly #reference: Reference;

  protected constructor({ connection, clock = () => new Date() }: WorldOptions, reference: Reference) {
    this.#connection = connection;
    this.#clock = clock;
    this.#reference = reference;
  }

  protected static reference(options: WorldOptions): Promise<Reference> {
    return loadReference(options.connection);
  }

  get now(): Date {
    return this.#clock();
  }

  /** `seed.after({ days: 7 })`; a negative span lies in the past. */
  after({ days = 0, hours = 0, minutes = 0 }: Span): Date {
    return new Date(this.now.getTime() + ((days * 24 + hours) * 60 + minutes) * MINUTE);
  }

  /** Ids of grades and topics, which every database has. */
  gradeId(number: number): string {
    return known(this.#reference.grades.get(number), `grade ${number}`);
  }

  topicId(code: TopicCode): string {
    return known(this.#reference.topics.get(code), `topic ${code}`);
  }

  /** Whatever has no method of its own: the records of a factory, as they are. */
  async insert<Entity extends object>(entity: EntityClass<Entity>, ...records: readonly Writable<Entity>[]): Promise<void> {
    await this.write((batch) => records.forEach((record) => batch.add(entity, record)));
  }

  /** All that `fill` adds, or nothing. */
  protected async write(fill: (batch: Batch) => void): Promise<void> {
    const batch = new Batch(hubTables());
    fill(batch);
    await writeBatch(this.#connection, batch);
  }

  protected async rows<Row extends object>(text: string, values: readonly unknown[]): Promise<Row[]> {
    return (await this.#connection.query<Row & Record<string, unknown>>(text, [...values])).rows;
  }

  protected get calendar(): Calendar {
    return new Calendar(this.now);
  }
}

function known<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`There is no ${what}.`);
  return value;
}
