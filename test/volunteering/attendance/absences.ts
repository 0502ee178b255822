import { expect } from 'vitest';
import { family, signedUp, type Family } from '../../../seeds/scenario/index.ts';
import { noteNoShows } from '../../../src/domains/volunteering/index.ts';
import { sweep } from '../../support/sweeps.ts';
import type { Duties, Duty } from '../duties.ts';

/** Volunteers who miss their shifts, and what is noted and told of it. */
export function absences(duties: () => Duties) {
  const run = (statement: string, ...values: readonly unknown[]) =>
    duties().hub.database.pool.query(statement, [...values]);

  /** Somebody who has a place in shifts that follow one another. */
  async function duty(volunteer: Family): Promise<Duty> {
    const here = await duties().duty();
    return { ...here, volunteer, signup: await signedUp(duties().scenario, here, volunteer) };
  }

  async function missed(volunteer: Family, count: number): Promise<Duty[]> {
    const all: Duty[] = [];
    for (let each = 0; each < count; each += 1) {
      const here = await duty(volunteer);
      here.at(60);
      expect(
        (await duties().record(duties().organiser, here.shift.id, [{ signup: here.signup, noShow: true }])).codes,
      ).toEqual([]);
      all.push(here);
    }
    return all;
  }

  const newFamily = (): Promise<Family> => family(duties().scenario, [duties().schoolClass]);

  async function suspended({ parent }: Family): Promise<{ current: boolean; undone: boolean }[]> {
    const { rows } = await run(
      'select lifted_at is null and ends_at > $2 as current, undone from volunteer_suspension where person_id = $1 order by starts_at',
      parent.person.id,
      duties().clock,
    );
    return rows as { current: boolean; undone: boolean }[];
  }

  const came = (here: Duty) =>
    duties().record(duties().organiser, here.shift.id, [
      { signup: here.signup, checkedInAt: here.moment(0), checkedOutAt: here.moment(60) },
    ]);

  const noted = (moment: Date): Promise<number> => sweep(duties().hub, moment, (tx) => noteNoShows(tx, 100));
  const state = async ({ signup }: Duty) =>
    (
      await run(
        'select no_show_at is not null as missing, excused_at is not null as excused from attendance where signup_id = $1',
        signup.id,
      )
    ).rows;

  const toldOf = async ({ signup }: Duty) =>
    (
      await run(
        "select kind from notice where about_id = $1 and kind in ('volunteering.absence-excused', 'volunteering.no-show-corrected', 'volunteering.no-show-noted') order by created_at, kind",
        signup.id,
      )
    ).rows.map(({ kind }: { kind: string }) => kind.replace('volunteering.', ''));

  const shown = async ({ volunteer }: Duty) =>
    (
      await duties().hub.ask<{ viewer: { inbox: { nodes: { kind: string; body: string }[] } } }>(
        '{ viewer { inbox(first: 9) { nodes { kind body } } } }',
        { as: volunteer.parent.accountId },
      )
    ).data!.viewer.inbox.nodes;

  return { run, duty, missed, newFamily, suspended, came, noted, state, toldOf, shown };
}
