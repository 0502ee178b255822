import type { Transaction } from '../../platform/commands/index.ts';
import { sql, toGlobalId, type Sql } from '../../platform/reading/index.ts';
import { notifyEach } from '../notices/index.ts';
import { whoRuns } from '../people/index.ts';
import type { seatsFree, seatsTaken } from './meetings.notices.ts';

interface ChangedSeats {
  readonly meeting: string;
  readonly persons: string[];
  readonly school: string;
  readonly district: string;
  readonly title: string;
  readonly starts_at: string;
  readonly seats: number;
}

/**
 * Whoever runs a meeting that is to take place hears once how many seats are free again, or taken after all, and not whose they are.
 * @param changes a query of (`meeting_id`, `seats`), a row for each reply
 */
export async function tellOfSeats(
  tx: Transaction,
  kind: typeof seatsFree | typeof seatsTaken,
  changes: Sql,
): Promise<void> {
  const rows = await tx.query<ChangedSeats>(sql`
    select mtg.id as meeting, array(${whoRuns({ schoolId: sql`mtg.school_id`, districtId: sql`sch.district_id`, first: sql`asg.staff_id = mtg.organiser_id and asg.school_id = mtg.school_id` })}) as persons, sch.id as school, sch.district_id as district, mtg.title, to_json(mtg.starts_at) as starts_at,
      sum(changed.seats)::int as seats
    from (${changes}) changed join meeting mtg on mtg.id = changed.meeting_id join school sch on sch.id = mtg.school_id
    where mtg.status = 'PUBLISHED' and mtg.starts_at > ${tx.now} group by mtg.id, sch.id having sum(changed.seats) > 0 order by mtg.id`);
  await notifyEach(
    tx,
    kind,
    rows.map(({ meeting, persons, school, district, title, starts_at, seats }) => ({
      to: persons,
      about: toGlobalId('meeting', meeting),
      restsOn: { runBy: { school, district } },
      params: { title, startsAt: new Date(starts_at).toISOString(), seats },
    })),
  );
}
