/** Declared aggregates, held against what is known of their type. */
import type { PartsInDisclosure } from '../disclosure/parts.ts';
import type { Column, ReadType } from '../read-type.ts';
import type { EntityClass } from '../readable.ts';
import { Scope } from '../scope/scope.ts';
import { always } from '../sql.ts';
import type { Aggregates, Dimension, Measure } from './declare-aggregates.ts';

/** A dimension that was found good. */
export interface GroupedBy {
  /** As a client names it: `SEVERAL_WORDS`. */
  readonly key: string;
  /** The field of a group that holds its value: `kind`, `placeId`. */
  readonly field: string;
  readonly column: Column;
  /** The type on the other side, where it is a reference. */
  readonly refersTo: ReadType | undefined;
}

/** What can be asked of the groups of a type. */
export interface Grouping {
  readonly measures: ReadonlyMap<string, Measure>;
  /** By their keys. */
  readonly dimensions: ReadonlyMap<string, GroupedBy>;
}

/** What else there is, once it is known. */
interface Known {
  readonly types: ReadonlyMap<EntityClass, ReadType>;
  readonly disclosure: PartsInDisclosure;
}

const any = new Scope('_any');

/** Types whose columns hold few values, none of which is free text or a moment. */
const FEW_VALUES = /^(?:uuid|date|boolean|smallint|int|integer)$/;

/** @throws where a grouping is declared that would be wrong, or would tell of people */
export function groupingOf(known: Known, type: ReadType, { measures, dimensions }: Aggregates): Grouping {
  const { name } = type;
  if (tellsOfPeople(type))
    throw new Error(`${name} cannot be grouped: it tells of people, whom the figure of a small group would give away.`);
  const checked = Object.entries(dimensions).map(([each, dimension]) => checkedDimension(known, type, each, dimension));
  if (checked.length === 0 || Object.keys(measures).length === 0)
    throw new Error(`${name} cannot be grouped without a measure and a dimension.`);
  const fields = [...Object.keys(measures), ...checked.map(({ field }) => field)];
  const twice = fields.find((field, at) => fields.indexOf(field) < at);
  if (twice !== undefined) throw new Error(`A group of ${name} has two figures called ${twice}.`);
  return {
    measures: new Map(Object.entries(measures)),
    dimensions: new Map(checked.map((each) => [each.key, each])),
  };
}

/** Of things everybody counts what they see, and nobody is put on record for reading of them. */
function tellsOfPeople({ readable: { countable, recorded, lookUp } }: ReadType): boolean {
  return countable !== undefined || recorded !== undefined || lookUp !== undefined;
}

function checkedDimension(known: Known, type: ReadType, name: string, { by }: Dimension): GroupedBy {
  const wrong = (why: string): Error => new Error(`${type.name} cannot be grouped by ${name}: ${why}.`);
  const column = type.columns.get(by);
  if (!column) throw wrong(`${by} is no column`);
  const operators = type.readable.filters?.[by as never] as readonly string[] | undefined;
  if (!operators?.includes('eq'))
    throw wrong(`it cannot be filtered by ${by}, and groups would tell more than filters do`);
  const refersTo = column.refersTo && known.types.get(column.refersTo);
  if (column.refersTo && !refersTo) throw wrong(`${column.refersTo.name} is not declared readable`);
  if (refersTo && tellsOfPeople(refersTo)) throw wrong(`${refersTo.name} tells of people`);
  if (refersTo && !isSeen(known, type, column, refersTo))
    throw wrong(`who sees a ${type.name} does not always see its ${refersTo.name}`);
  if (!column.isEnum && (by === 'id' || !FEW_VALUES.test(column.sqlType)))
    throw wrong(`a ${column.sqlType} has too many values, or may say anything`);
  return {
    key: name.replace(/[A-Z]/g, '_$&').toUpperCase(),
    field: refersTo ? `${name}Id` : name,
    column,
    refersTo,
  };
}

/** Whether whoever sees a row sees what it refers to: everybody does, or a relation is declared that is never null. */
function isSeen({ disclosure }: Known, { fields }: ReadType, { property }: Column, { readable }: ReadType): boolean {
  if (disclosure.all.every((viewer) => readable.visible(any, viewer) === always)) return true;
  return [...fields.values()].some(
    (field) => field.kind === 'one' && 'by' in field.link && field.link.by === property && !field.nullable,
  );
}
