import { sql, table, type Alias, type Sql } from '../../../../platform/reading/index.ts';

/** How many occasions (次) a certificate is about: shifts, for a check-in and a supplement of one are one. It never changes: neither do its records. */
export function occasionsOf(certificate: Alias): Sql {
  return sql`(select count(distinct srv.shift_id)::int from ${table('certified_record')} cre join ${table('service_record')} srv on srv.id = cre.record_id where cre.certificate_id = ${certificate}.id)`;
}
