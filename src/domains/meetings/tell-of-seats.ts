import type { Transaction } from '../../platform/commands/index.ts';
import { sql, toGlobalId, type Sql } from '../../platform/reading/index.ts';
import { notifyEach } from '../notices/index.ts';
import { whoRuns } from '../people/index.ts';
import { seatsFree, seatsTaken } from './meetings.notices.ts';

interface ChangedSeats {
  readonly meeting: string;
  readonly persons: string[];
  readonly school: string;
  readonly district: string;
  readonly title: string;
  readonly starts_at: string;
  readonly seats: number;
  /** All that are free by now of those that families had asked for. */
  readonly free: number;
}

/**
 * Whoever runs a meeting that is to take place hears once how many seats are free again by now, or that those which had been are taken
 * after all, and not whose they are: the last word on it is shown.
 * @param changes a query of (`meeting_id`, `seats`), a row for each reply
 */
export async function tellOfSeats(
  tx: Transaction,
  kind: typeof seatsFree | typeof seatsTaken,
  changes: Sql,
): Promise<void> {
  const rows = await tx.query<ChangedSeats>(sql`
    select mtg.id as meeting, array(${whoRuns({ schoolId: sql`mtg.school_id`, districtId: sql`sch.district_id`, first: sql`asg.staff_id = mtg.organiser_id and asg.school_id = mtg.school_id` })}) as persons, sch.id as school, sch.district_id as district, mtg.title, to_json(mtg.starts_at) as starts_at,
      sum(changed.seats)::int as seats, seats_free_again(mtg.id) as free
    from (${changes}) changed join meeting mtg on mtg.id = changed.meeting_id join school sch on sch.id = mtg.school_id
    where mtg.status = 'PUBLISHED' and mtg.starts_at > ${tx.now} group by mtg.id, sch.id having sum(changed.seats) > 0 order by mtg.id`);
  const [some, none] = [rows.filter(({ free }) => free > 0), rows.filter(({ free }) => free === 0)];
  await notifyEach(
    tx,
    seatsFree,
    some.map((row) => telling(row, row.free)),
  );
  if (kind === seatsTaken)
    await notifyEach(
      tx,
      seatsTaken,
      none.map((row) => telling(row, row.seats)),
    );
}

const telling = ({ meeting, persons, school, district, title, starts_at }: ChangedSeats, seats: number) => ({
  to: persons,
  about: toGlobalId('meeting', meeting),
  restsOn: { runBy: { school, district } },
  params: { title, startsAt: new Date(starts_at).toISOString(), seats },
});
