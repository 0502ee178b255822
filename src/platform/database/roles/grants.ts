import pg, { type ClientBase } from 'pg';
import { privilegesOn, ROW_PRIVILEGES, SCHEMAS, type LimitedTables } from './privileges.ts';

const q = pg.escapeIdentifier;

/** The privileges that somebody has on something, and those that they should have. */
interface Held {
  /** As in `grant … on <what>`. */
  readonly what: string;
  readonly to: string;
  readonly wanted: readonly string[];
  readonly has: readonly string[];
}

interface Role {
  readonly oid: number;
  readonly name: string;
}

/** The privileges that an access list, or the one that stands for none, grants a role; 0 is everybody. */
const granted = (list: string, kind: string, owner: string, to: string): string =>
  `array(select a.privilege_type from aclexplode(coalesce(${list}, acldefault(${kind}, ${owner}))) a where a.grantee = ${to}::oid)`;

/** The same of single columns: each a privilege and the name of the column. */
const grantedOfColumns = (to: string): string =>
  `array(select x.privilege_type || ' ' || a.attname from pg_attribute a cross join aclexplode(a.attacl) x
    where a.attrelid = c.oid and not a.attisdropped and x.grantee = ${to}::oid order by a.attnum, 1)`;

const DATABASE = `
  select d.datname as name, ${granted('d.datacl', `'d'`, 'd.datdba', '$1')} as has, ${granted('d.datacl', `'d'`, 'd.datdba', '0')} as "hasEverybody"
  from pg_database d where d.datname = current_database()`;

const SCHEMAS_THERE = `
  select n.nspname as name, ${granted('n.nspacl', `'n'`, 'n.nspowner', '$1')} as has, ${granted('n.nspacl', `'n'`, 'n.nspowner', '0')} as "hasEverybody"
  from pg_namespace n where n.nspname = any($2) order by 1`;

const RELATIONS = `
  select n.nspname as schema, c.relname as name, c.relkind as kind, used.relname as "usedBy",
    ${granted('c.relacl', `case c.relkind when 'S' then 's'::"char" else 'r' end`, 'c.relowner', '$1')} as has,
    ${granted('c.relacl', `case c.relkind when 'S' then 's'::"char" else 'r' end`, 'c.relowner', '0')} as "hasEverybody",
    array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum) as columns,
    ${grantedOfColumns('$1')} as "hasOfColumns", ${grantedOfColumns('0')} as "everybodyHasOfColumns"
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
    left join pg_depend d on c.relkind = 'S' and d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i')
    left join pg_class used on used.oid = d.refobjid
  where n.nspname = any($2) and c.relkind in ('r', 'p', 'v', 'm', 'S')
  order by 1, 2`;

/** Only of those that whoever runs this has made: functions of an extension belong to somebody else. */
const FUNCTIONS = `
  select p.oid::regprocedure::text as what from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname = any($2) and pg_has_role(p.proowner, 'USAGE') and not has_function_privilege($1::oid, p.oid, 'EXECUTE')
    and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
  order by 1`;

/**
 * The privileges on what whoever runs this makes from now on: a migration of a later version is followed by processes
 * of this one.
 */
const DEFAULTS = `
  select n.nspname as schema, k.kind, array(select a.privilege_type from aclexplode(d.defaclacl) a where a.grantee = $1::oid) as has,
    array(select a.privilege_type from aclexplode(d.defaclacl) a where a.grantee = 0) as "hasEverybody"
  from pg_namespace n cross join unnest(array['r', 'S', 'f']) k (kind)
    left join pg_default_acl d on d.defaclnamespace = n.oid and d.defaclobjtype = k.kind::"char"
      and d.defaclrole = (select oid from pg_roles where rolname = current_user)
  where n.nspname = any($2) order by 1, 2`;

const MADE: Readonly<Record<string, readonly [kind: string, wanted: readonly string[]]>> = {
  r: ['tables', ROW_PRIVILEGES],
  S: ['sequences', ['USAGE']],
  f: ['functions', ['EXECUTE']],
};

/** The statements after which the role may do all that the hub does, and nothing that it does not; none where that is so. */
export async function grantsFor(client: ClientBase, role: Role, limited: LimitedTables): Promise<string[]> {
  const ask = async <Row extends object>(text: string, values: readonly unknown[] = [role.oid, SCHEMAS]) =>
    (await client.query<Row>(text, [...values])).rows;
  const to = q(role.name);
  const around = [
    ...(await ask<Around>(DATABASE, [role.oid])).map((each) => ({ ...each, kind: 'database', wanted: ['CONNECT'] })),
    ...(await ask<Around>(SCHEMAS_THERE)).map((each) => ({ ...each, kind: 'schema', wanted: ['USAGE'] })),
  ].flatMap(({ kind, name, wanted, has, hasEverybody }): Held[] => [
    {
      what: `${kind} ${q(name)}`,
      to,
      wanted: wanted.filter((each) => !hasEverybody.includes(each)),
      has: has.filter((each) => !wanted.includes(each) || !hasEverybody.includes(each)),
    },
    // A table of one's own, were it a temporary one, would be taken for the hub's by the functions of triggers.
    {
      what: `${kind} ${q(name)}`,
      to: 'public',
      wanted: hasEverybody.filter((each) => !MAKING.has(each)),
      has: hasEverybody,
    },
  ]);
  // The application may do what everybody is granted, too: of tables and sequences that is nothing.
  const relations = (await ask<Relation>(RELATIONS)).flatMap((relation): Held[] => {
    const { schema, name, kind, usedBy, has, hasEverybody, columns, hasOfColumns, everybodyHasOfColumns } = relation;
    const { may, keeps = [] } = privilegesOn(`${schema}.${usedBy ?? name}`, limited);
    if (kind === 'S') {
      const what = `sequence ${q(schema)}.${q(name)}`;
      return [
        { what, to: 'public', wanted: [], has: hasEverybody },
        { what, to, wanted: may.includes('INSERT') ? ['USAGE'] : [], has },
      ];
    }
    const what = `${q(schema)}.${q(name)}`;
    const wanted = may.flatMap((each) =>
      each === 'UPDATE' && keeps.length > 0
        ? columns.filter((column) => !keeps.includes(column)).map((column) => ofColumn(each, column))
        : each,
    );
    return [
      { what, to: 'public', wanted: [], has: [...hasEverybody, ...everybodyHasOfColumns.map(toColumn)] },
      { what, to, wanted, has: [...has, ...hasOfColumns.map(toColumn)] },
    ];
  });
  const functions = (await ask<{ what: string }>(FUNCTIONS)).map(({ what }): Held => {
    return { what: `function ${what}`, to, wanted: ['EXECUTE'], has: [] };
  });
  const later = (await ask<{ schema: string; kind: string; has: string[]; hasEverybody: string[] }>(DEFAULTS)).flatMap(
    ({ schema, kind, has, hasEverybody }) => {
      const [what, wanted] = MADE[kind]!;
      return [
        ...(kind === 'f' ? [] : changes({ what, to: 'public', wanted: [], has: hasEverybody })),
        ...changes({ what, to, wanted, has }),
      ].map((each) => `alter default privileges in schema ${q(schema)} ${each}`);
    },
  );
  return [...[...around, ...relations, ...functions].flatMap(changes), ...later];
}

interface Around {
  readonly name: string;
  readonly has: readonly string[];
  readonly hasEverybody: readonly string[];
}

interface Relation {
  readonly schema: string;
  readonly name: string;
  readonly kind: string;
  /** The table whose column takes its numbers from this sequence. */
  readonly usedBy: string | null;
  readonly has: readonly string[];
  readonly hasEverybody: readonly string[];
  readonly columns: readonly string[];
  readonly hasOfColumns: readonly string[];
  readonly everybodyHasOfColumns: readonly string[];
}

/** As a privilege is named in `grant`, where it is that to one column. */
const ofColumn = (privilege: string, column: string): string => `${privilege} (${q(column)})`;

const toColumn = (each: string): string => ofColumn(...(each.split(/ (.*)/s, 2) as [string, string]));

const MAKING: ReadonlySet<string> = new Set(['CREATE', 'TEMPORARY']);

function changes({ what, to, wanted, has }: Held): string[] {
  const beyond = has.filter((each) => !wanted.includes(each));
  // A privilege that is revoked on a table is revoked on each of its columns, too.
  const lacks = wanted.filter((each) => !has.includes(each) || beyond.includes(each.split(' (', 1)[0]!));
  return [
    ...(beyond.length > 0 ? [`revoke ${words(beyond)} on ${what} from ${to}`] : []),
    ...(lacks.length > 0 ? [`grant ${words(lacks)} on ${what} to ${to}`] : []),
  ];
}

const words = (privileges: readonly string[]): string =>
  privileges.map((each) => each.replace(/^\w+/, (word) => word.toLowerCase())).join(', ');
