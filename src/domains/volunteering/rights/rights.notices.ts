import type { Transaction } from '../../../platform/commands/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { whoCountsOnIt } from '../organising/index.ts';
import { tellEach, type VolunteeringNotification } from '../notices/index.ts';
import { ownSentence, type Signup, whoRunsActivity } from '../model/index.ts';

export interface EndedEntry {
  readonly id: string;
  readonly person_id: string;
}

export interface EndedStandIn {
  readonly id: string;
  /** The person whose place it is. */
  readonly giver_id: string;
}

export interface EndedLecture {
  readonly id: string;
  readonly person_id: string;
  readonly title: string;
}

export interface CalledOffLecture extends EndedLecture {
  readonly shift_id: string;
}

interface Ended {
  readonly signups: readonly Signup[];
  /** Lectures that are called off: the volunteer hears of the lecture, and not of the sign-up. */
  readonly lectures: readonly CalledOffLecture[];
  readonly entries: readonly EndedEntry[];
  readonly standIns: readonly EndedStandIn[];
}

/** Each volunteer hears once how many sign-ups have ended, and how many waits, whoever runs an activity once of each, and whoever wanted a stand-in that the place is still theirs. */
export async function tellOfPlaces(tx: Transaction, { signups, lectures, entries, standIns }: Ended): Promise<void> {
  await tellEach(
    tx,
    'SIGNUP_ENDED',
    oncePerPerson(
      signups
        .filter(
          ({ shift, person }) => !lectures.some((each) => each.shift_id === shift.id && each.person_id === person.id),
        )
        .map(({ id, person }) => ({ id, person_id: person.id })),
    ),
  );
  await tellEach(tx, 'WAITING_ENDED', oncePerPerson(entries));
  await tellEach(
    tx,
    'STAND_IN_DECLINED',
    standIns.map(({ id, giver_id }) => ({ to: [giver_id], about: id })),
  );
  const rows = await tx.query<{ persons: string[]; shift_id: string; count: number }>(sql`
    select array(${whoRunsActivity}) as persons, (array_agg(sft.id order by sft.starts_at, sft.id))[1] as shift_id, count(*)::int as count
    from signup sgn join shift sft on sft.id = sgn.shift_id join volunteer_activity act on act.id = sft.activity_id
    where sgn.id = any(${signups.map(({ id }) => id)}::uuid[]) and act.kind <> 'PARENT_LECTURE' group by act.id order by act.id`);
  await tellEach(
    tx,
    'VOLUNTEERS_GONE',
    rows.map(({ persons, shift_id, count }) => ({ to: persons, about: shift_id, params: { count: String(count) } })),
  );
}

interface EndedLectures {
  /** Without a time. */
  readonly open: readonly EndedLecture[];
  /** Lectures whose shifts were called off: whoever counts on them has heard by that. */
  readonly calledOff: readonly EndedLecture[];
}

/** Each once: the guardian, whose words the title is, and whoever decides on lectures of the class today. */
export async function tellOfLectures(tx: Transaction, { open, calledOff }: EndedLectures): Promise<void> {
  await tellEach(
    tx,
    'LECTURE_ENDED',
    [...open, ...calledOff].map(({ id, person_id, title }) => ({
      to: [person_id],
      about: id,
      params: { lecture: title },
    })),
  );
  if (open.length === 0) return;
  const told = await tx.query<{ id: string; title: string; persons: string[] }>(sql`
    select plc.id, plc.title, array(${whoCountsOnIt(sql`plc`)}) as persons from parent_lecture plc where plc.id = any(${open.map(({ id }) => id)}::uuid[]) order by plc.id`);
  await tellEach(
    tx,
    'LECTURE_OFF',
    told.map(({ id, title, persons }) => ({
      to: persons,
      about: id,
      params: { lecture: title, reason: ownSentence('NO_LECTURER') },
      dedupe: id,
    })),
  );
}

/** About the first, with how many there are. */
function oncePerPerson(ended: readonly EndedEntry[]): VolunteeringNotification[] {
  return [...Map.groupBy(ended, ({ person_id }) => person_id)].map(([person, all]) => ({
    to: [person],
    about: all[0]!.id,
    params: { count: String(all.length) },
  }));
}
