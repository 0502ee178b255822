import type { ViewerShape } from '../../../../platform/auth/index.ts';
import type { TableColumn } from '../../../../platform/documents/index.ts';
import { Forbidden, NotFound } from '../../../../platform/errors/index.ts';
import { empty, Scope, sql, type Sql } from '../../../../platform/reading/index.ts';
import { maskedPhone } from '../../../people/index.ts';
import { minutesServed, OF_TERM, SERVED, visibleServiceRecords } from '../../service/index.ts';
import { pageByPage, rowsOf, type Asker } from '../../../../platform/exports/index.ts';

/** The service of one volunteer at a school in a term. */
export interface HoursRow {
  readonly personId: string;
  readonly name: string;
  readonly nameKey: string;
  readonly phone: string | null;
  /** Shifts at which they served. */
  readonly services: number;
  /** As every total counts them. */
  readonly minutes: number;
}

export interface HoursHead {
  readonly school: string;
  /** E.g. 2026—2027学年第1学期. */
  readonly term: string;
}

/** Reads the school and the term of the file. @throws NotFound, or Forbidden for who does not administer the school */
export async function hoursHead(asker: Asker, schoolId: string, termId: string): Promise<HoursHead> {
  const [row] = await rowsOf(
    asker,
    () => sql`
    select sch.name, extract(year from syr.starts_on) || '—' || extract(year from syr.ends_on) || '学年第' || trm.number || '学期'
    from school sch join school_year syr on syr.district_id = sch.district_id join term trm on trm.school_year_id = syr.id
    where sch.id = ${schoolId}::uuid and trm.id = ${termId}::uuid`,
  );
  if (!row) throw new NotFound();
  if (!asker.viewer.schoolIds.includes(schoolId)) throw new Forbidden();
  const [school, term] = row as [string, string];
  return { school, term };
}

/** Volunteers who have served, by name. */
export function hoursRows(asker: Asker, schoolId: string, termId: string): AsyncGenerator<HoursRow> {
  return pageByPage<HoursRow>(asker, (viewer, after, size) => pageOf(schoolId, termId, viewer, after, size), rowFrom);
}

const srv = new Scope('srv');

function pageOf(schoolId: string, termId: string, viewer: ViewerShape, after: HoursRow | null, size: number): Sql {
  const beyond =
    after === null ? empty : sql`and (per.name_key, per.id) > (${after.nameKey}::text, ${after.personId}::uuid)`;
  return sql`
    with served as (select srv.shift_id, srv.person_id, ${SERVED} as during
      from term trm join service_record srv on srv.school_id = ${schoolId}::uuid and srv.status = 'APPROVED' and ${OF_TERM}
      where trm.id = ${termId}::uuid and ${visibleServiceRecords(srv, viewer)})
    select per.id, per.name, per.phone, per.name_key, total.services, total.minutes
    from (select person_id, count(distinct shift_id)::int as services from served group by person_id) volunteer join person per on per.id = volunteer.person_id
    cross join lateral (select volunteer.services, counted.minutes from (${minutesServed(sql`select served.person_id, served.during from served where served.person_id = volunteer.person_id`)}) counted) total
    where true ${beyond} order by per.name_key, per.id limit ${size}::int`;
}

function rowFrom(values: readonly unknown[]): HoursRow {
  const [personId, name, phone, nameKey, services, minutes] = values as [
    string,
    string,
    string | null,
    string,
    number,
    number,
  ];
  return { personId, name, nameKey, phone: maskedPhone(phone), services, minutes };
}

export const HOURS_COLUMNS: readonly TableColumn<HoursRow>[] = [
  { header: '姓名', kind: 'text', of: (row) => row.name },
  { header: '手机号', kind: 'text', of: (row) => row.phone },
  { header: '服务次数', kind: 'number', of: (row) => row.services },
  { header: '服务时长(分钟)', kind: 'number', width: 16, of: (row) => row.minutes },
];
