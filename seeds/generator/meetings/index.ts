import { Shares } from '../../deterministic/index.ts';
import type { District, School } from '../people/index.ts';
import type { Volumes } from '../plan.ts';
import type { Workshop } from '../workshop.ts';
import { guestNumbers, invite } from './invitations.ts';
import { type Held, MeetingBook } from './meeting-book.ts';
import { ReplyDesk } from './replies.ts';
import { SchoolProgramme } from './school-meetings.ts';

export { MeetingBook, type Held, type MeetingPlan } from './meeting-book.ts';
export { invite, type Invited } from './invitations.ts';
export { type Manner, ReplyDesk } from './replies.ts';

const CHANGED_THEIR_MIND = 0.03;

/** Meetings of every school, whom they invite and who replies: school after school, to the numbers of the plan. */
export async function makeMeetings(
  workshop: Workshop,
  volumes: Volumes,
  district: District,
  citable: readonly string[],
): Promise<void> {
  const { loader, ids, calendar } = workshop;
  const dice = workshop.dice.called(`meetings/${district.record.code}`);
  const book = new MeetingBook(workshop, dice, citable);
  const desk = new ReplyDesk(workshop, dice);
  const classesOf = (school: School): number => school.classes.length + school.lastClasses.length;
  const classes = district.schools.reduce((sum, school) => sum + classesOf(school), 0);
  const shares = (total: number): Shares => new Shares(total, classes);
  const classMeetings = shares(volumes.classMeetings);
  const wideMeetings = shares(volumes.wideMeetings);
  const invitations = shares(volumes.invitations);
  const replies = shares(volumes.replies);
  const secondReplies = shares(Math.round(volumes.replies * CHANGED_THEIR_MIND));
  let invitationsLeft = 0;
  let repliesLeft = 0;

  for (const school of district.schools) {
    const batch = loader.batch();
    const weight = classesOf(school);
    const programme = new SchoolProgramme(calendar, dice, school);
    const meetings: Held[] = [];
    // One after the other: the room that one takes is taken for the next.
    for (const plan of programme.plans(classMeetings.next(weight), wideMeetings.next(weight)))
      meetings.push(book.enter(batch, plan));
    const guests = guestNumbers(meetings, invitations.next(weight) + invitationsLeft);
    invitationsLeft = guests.left;
    const invited = meetings.flatMap((meeting) => invite(batch, ids, dice, meeting, guests.numbers.get(meeting)!));

    const again = secondReplies.next(weight);
    const wanted = replies.next(weight) + repliesLeft - again;
    const answering = dice.shuffle(invited.filter((each) => desk.canReply(each))).slice(0, wanted);
    repliesLeft = wanted - answering.length + Math.max(0, again - answering.length);
    answering.forEach((each, index) => desk.reply(batch, each, { changedTheirMind: index < again }));
    await loader.write(batch);
  }
  if (invitationsLeft > 0 || repliesLeft > 0) {
    throw new Error(
      `There is nobody for ${invitationsLeft} invitations and ${repliesLeft} replies: the plan does not fit its classes.`,
    );
  }
}
