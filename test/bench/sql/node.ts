import { always, raw, sql, type Sql } from '../../../src/platform/reading/sql.ts';
import { idVariable, type Statement } from './hand.ts';

const one =
  (type: string, table: string, members: Sql, plain: (row: Sql) => Sql = () => always): Statement =>
  ({ see }) => {
    const row = raw('_n');
    return sql`select json_build_object('node', (select json_build_object('__typename', ${raw(`'${type}'`)}, 'id', _n.id, ${members})
    from ${raw(table)} _n where _n.id = ${idVariable('id')} and ${see(type, row, plain(row))}))::text`;
  };

const title = sql`'title', _n.title`;

/** By the prefix of the id. */
export const nodeStatements: Readonly<Record<string, Statement>> = {
  course: one('Course', 'course', title),
  meeting: one('Meeting', 'meeting', title),
  'policy-document': one('PolicyDocument', 'policy_document', title),
  'policy-lecture': one('PolicyLecture', 'policy_lecture', title),
  'volunteer-activity': one('VolunteerActivity', 'volunteer_activity', title),
  shift: one('Shift', 'shift', sql`'startsAt', _n.starts_at, 'place', _n.place`),
};
