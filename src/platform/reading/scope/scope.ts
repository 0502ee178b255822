import type { Stored } from '../../database/stored.entity.ts';
import { always, raw, sql, Sql, type Alias } from '../sql.ts';
import type { ReferenceOf } from './properties.ts';

/** A row that a statement has beside another one, whose reference leads to it. */
export interface AtHand {
  /** The property of the other one that leads to it: `article`. */
  readonly by: string;
  readonly row: Scope;
  /** The viewer sees it: the statement reads no row of which that is not so. */
  readonly seen: boolean;
}

/** A value that a row brings besides its columns. */
interface Carried {
  readonly name: Alias;
  readonly value: Sql;
}

/** What an entity refers to, by the names of its properties. */
type References = { has(property: string): boolean };

/**
 * A row of a statement, and what the statement has at hand of it: `${row}.status` names a column, and a condition asks here before it
 * looks anything up. What is at hand is settled when the row is made, so no condition can be asked too early; and where it has been
 * looked at what conditions need, none can be asked too late.
 * Where it is not known what kind of row it is (`never`), it may stand for any, and has no references to ask for.
 */
export class Scope<out E = never> extends Sql {
  declare protected readonly of: E;
  readonly #alias: string;
  readonly #references: References | undefined;
  readonly #atHand: AtHand | undefined;
  readonly #within: Scope<E> | undefined;
  readonly #carried = new Map<(row: never) => Sql, Carried>();
  #namesOther = false;
  #settled = false;

  /** @param references undefined for a row that is looked up by hand: nothing is at hand of it */
  constructor(alias: string, references?: References, atHand?: AtHand, within?: Scope<E>) {
    super([alias], []);
    this.#alias = alias;
    this.#references = references;
    this.#atHand = atHand;
    this.#within = within;
  }

  /** The row that the reference leads to, where the statement has it at hand; undefined where a condition must look it up. */
  parent<T, R extends ReferenceOf<T>>(
    this: Scope<T>,
    reference: R,
  ): Scope<Extract<NonNullable<T[R]>, Stored>> | undefined {
    const found = this.#found(reference);
    if (found && !this.#namesOther) {
      this.#mustBeOpen();
      this.#namesOther = true;
    }
    return found?.row;
  }

  /** For rows that are seen whenever the row is that their reference leads to: nothing is left to check where it has been read. */
  seenWith<T>(this: Scope<T>, reference: ReferenceOf<T>, otherwise: () => Sql): Sql {
    return this.#found(reference)?.seen ? always : otherwise();
  }

  /**
   * A value of a row on which many others may hang that all need it: found once for the row where the statement can do so, and
   * where it stands otherwise.
   * @param valueOf the same function for the same value
   */
  once<T>(this: Scope<T>, valueOf: (row: Scope<T>) => Sql): Sql {
    if (!this.#within) return valueOf(this);
    let carried = this.#carried.get(valueOf);
    if (!carried) {
      this.#mustBeOpen();
      carried = { name: raw(`_v${this.#carried.size}`), value: valueOf(this.#within) };
      this.#carried.set(valueOf, carried);
    }
    return sql`${this}.${carried.name}`;
  }

  /**
   * What is made of the row outside of the query that found it, which can bring values that are found `once`.
   * @returns with it those that it names, which the statement must bring
   */
  carrying(make: (row: Scope<E>) => Sql): { readonly made: Sql; readonly carried: readonly Carried[] } {
    const row = new Scope(this.#alias, this.#references, this.#atHand, this);
    const made = make(row);
    row.#settled = true;
    return { made, carried: [...row.#carried.values()] };
  }

  /** Whether conditions and values of the row name the one at hand: whoever asks has made all of them. */
  get namesOther(): boolean {
    this.#settled = true;
    return this.#namesOther;
  }

  #mustBeOpen(): void {
    if (this.#settled) throw new Error(`What ${this.#alias} needs has been settled already.`);
  }

  #found(reference: string): AtHand | undefined {
    if (this.#references && !this.#references.has(reference))
      throw new Error(`${this.#alias} has no reference ${reference}.`);
    return this.#atHand?.by === reference ? this.#atHand : undefined;
  }
}
