/** What stands in the demonstration, and values that the schema takes. */
import { getNullableType, isEnumType, isInputObjectType, isListType, type GraphQLField } from 'graphql';
import type { Dice } from '../../../seeds/deterministic/index.ts';
import { domains } from '../../../src/app.ts';
import { toGlobalId, type Catalog } from '../../../src/platform/reading/index.ts';
import type { TestDatabase } from '../../support/database.ts';
import { mustBeGiven, type MakeSound } from './places.ts';
import { storedTypes } from '../../support/small-tables.ts';

/** What stands in the database, and places in its lists. */
export interface Known {
  /** Global ids by the name of their type. */
  readonly ids: ReadonlyMap<string, readonly string[]>;
  /** Cursors that the hub has made, of several lists. */
  readonly cursors: readonly string[];
}

const MOST = 20;
const THEIRS = `select acc.id from account acc where acc.id = any($1) union all
  select part.id from account acc join (select id, person_id from staff union all select id, person_id from guardian) part on part.person_id = acc.person_id where acc.id = any($1) union all
  select asg.id from account acc join staff stf on stf.person_id = acc.person_id join staff_assignment asg on asg.staff_id = stf.id where acc.id = any($1)`;
const declared = new Map(domains.flatMap((domain) => domain.mutations).map((each) => [each.name, each]));

/**
 * Global ids of what there is, by the names of types.
 * @param callers accounts that go on to call: what they are and do stays out of reach, so that nobody ends their rights in between
 */
export async function idsIn(
  { pool }: Pick<TestDatabase, 'pool'>,
  catalog: Catalog,
  callers: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (const type of storedTypes(catalog)) {
    const { rows } = await pool.query<{ id: string }>(
      `select id from ${type.table.name} where id not in (${THEIRS}) order by md5(id::text) limit ${MOST}`,
      [callers],
    );
    if (rows.length > 0)
      found.set(
        type.name,
        rows.map(({ id }) => toGlobalId(type.readable.prefix, id)),
      );
  }
  return found;
}

/** Values as a client means them; ids are of what there is. */
export function soundFor(
  catalog: Catalog,
  ids: ReadonlyMap<string, readonly string[]>,
  dice: Dice,
  field: GraphQLField<unknown, unknown>,
): MakeSound {
  const namedBy = declared.get(field.name)?.ids ?? {};
  const idAt = (at: readonly (string | number)[]): string => {
    const entity = namedBy[at.filter((step) => typeof step === 'string').join('.')];
    const name = (entity && catalog.types.get(entity)?.name) ?? dice.pick([...ids.keys()]);
    const known = ids.get(name);
    return known ? dice.pick(known) : 'school_00000000-0000-7000-8000-00000000dead';
  };
  const sound: MakeSound = (type, at) => {
    const wanted = getNullableType(type);
    if (isListType(wanted)) return [sound(wanted.ofType, [...at, 0])];
    if (isEnumType(wanted)) return dice.pick(wanted.getValues()).name;
    if (isInputObjectType(wanted)) {
      return Object.fromEntries(
        Object.values(wanted.getFields())
          .filter(mustBeGiven)
          .map((each) => [each.name, sound(each.type, [...at, each.name])]),
      );
    }
    switch (wanted.name) {
      case 'ID':
        return idAt(at);
      case 'Int':
      case 'Float':
        return dice.int(1, 5);
      case 'Boolean':
        return dice.chance(0.5);
      case 'Date':
        return dice.pick(['2026-09-01', '2026-11-18', '2027-01-20']);
      case 'DateTime':
        return dice.pick(['2026-11-18T08:00:00.000Z', '2026-11-20T08:00:00.000Z']);
      case 'LocalTime':
        return dice.pick(['08:00', '17:30']);
      default:
        return dice.pick(['测试', '110102001']);
    }
  };
  return sound;
}
