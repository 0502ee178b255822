import pg, { type ClientBase } from 'pg';
import { privilegesOn, ROW_PRIVILEGES, SCHEMAS, type LimitedTables } from './privileges.ts';

const q = pg.escapeIdentifier;

/** What somebody may do with something, and what they should. */
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

/** What an access list, or the one that stands for none, grants a role; 0 is everybody. */
const granted = (list: string, kind: string, owner: string, to: string): string =>
  `array(select a.privilege_type from aclexplode(coalesce(${list}, acldefault(${kind}, ${owner}))) a where a.grantee = ${to}::oid)`;

const DATABASE = `
  select d.datname as name, ${granted('d.datacl', `'d'`, 'd.datdba', '$1')} as has, ${granted('d.datacl', `'d'`, 'd.datdba', '0')} as "hasEverybody"
  from pg_database d where d.datname = current_database()`;

const SCHEMAS_THERE = `
  select n.nspname as name, ${granted('n.nspacl', `'n'`, 'n.nspowner', '$1')} as has, ${granted('n.nspacl', `'n'`, 'n.nspowner', '0')} as "hasEverybody"
  from pg_namespace n where n.nspname = any($2) order by 1`;

const RELATIONS = `
  select n.nspname as schema, c.relname as name, c.relkind as kind, used.relname as "usedBy",
    ${granted('c.relacl', `case c.relkind when 'S' then 's'::"char" else 'r' end`, 'c.relowner', '$1')} as has,
    ${granted('c.relacl', `case c.relkind when 'S' then 's'::"char" else 'r' end`, 'c.relowner', '0')} as "hasEverybody"
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
    left join pg_depend d on c.relkind = 'S' and d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i')
    left join pg_class used on used.oid = d.refobjid
  where n.nspname = any($2) and c.relkind in ('r', 'p', 'v', 'm', 'S')
  order by 1, 2`;

/** What is granted on columns alone, beside what is on their tables. */
const COLUMNS = `
  select n.nspname as schema, c.relname as name, att.attname as column, a.grantee = 0 as everybody, array_agg(distinct a.privilege_type::text) as has
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute att on att.attrelid = c.oid cross join aclexplode(att.attacl) a
  where n.nspname = any($2) and a.grantee in (0, $1::oid) group by 1, 2, 3, 4 order by 1, 2, 3, 4`;

/** Only of those that whoever runs this has made: functions of an extension belong to somebody else. */
const FUNCTIONS = `
  select p.oid::regprocedure::text as what from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname = any($2) and pg_has_role(p.proowner, 'USAGE') and not has_function_privilege($1::oid, p.oid, 'EXECUTE')
    and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
  order by 1`;

/** Of what whoever runs this makes from now on: a migration of a later version is followed by processes of this one. */
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
  // What everybody is granted is what the application may, too: of tables it is nothing.
  const relations = (await ask<Relation>(RELATIONS)).flatMap(
    ({ schema, name, kind, usedBy, has, hasEverybody }): Held[] => {
      const wanted = privilegesOn(`${schema}.${usedBy ?? name}`, limited);
      const [what, granted] =
        kind === 'S'
          ? [`sequence ${q(schema)}.${q(name)}`, wanted.includes('INSERT') ? ['USAGE'] : []]
          : [`${q(schema)}.${q(name)}`, wanted];
      return [
        { what, to: 'public', wanted: [], has: hasEverybody },
        { what, to, wanted: granted, has },
      ];
    },
  );
  const columns = (await ask<Column>(COLUMNS)).flatMap(({ schema, name, column, everybody, has }) => {
    const wanted: readonly string[] = everybody ? [] : privilegesOn(`${schema}.${name}`, limited);
    const beyond = has.filter((each) => !wanted.includes(each)).map((each) => `${each.toLowerCase()} (${q(column)})`);
    return beyond.length === 0
      ? []
      : [`revoke ${beyond.join(', ')} on ${q(schema)}.${q(name)} from ${everybody ? 'public' : to}`];
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
  return [...[...around, ...relations, ...functions].flatMap(changes), ...columns, ...later];
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
}

interface Column {
  readonly schema: string;
  readonly name: string;
  readonly column: string;
  readonly everybody: boolean;
  readonly has: readonly string[];
}

const MAKING: ReadonlySet<string> = new Set(['CREATE', 'TEMPORARY']);

function changes({ what, to, wanted, has }: Held): string[] {
  const lacks = wanted.filter((each) => !has.includes(each));
  const beyond = has.filter((each) => !wanted.includes(each));
  return [
    ...(beyond.length > 0 ? [`revoke ${words(beyond)} on ${what} from ${to}`] : []),
    ...(lacks.length > 0 ? [`grant ${words(lacks)} on ${what} to ${to}`] : []),
  ];
}

const words = (privileges: readonly string[]): string => privileges.map((each) => each.toLowerCase()).join(', ');
