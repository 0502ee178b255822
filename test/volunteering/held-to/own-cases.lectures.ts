import { aParentLecture } from '../../../seeds/factories/index.ts';
import { scheduledLecture } from '../../../seeds/scenario/index.ts';
import { ParentLecture } from '../../../src/domains/volunteering/index.ts';
import { DAY, REASON, type Decides, type OwnCase } from '../../access/own-cases/case.ts';

async function lecture({ scenario, own, schoolClass }: OwnCase) {
  const made = aParentLecture({ schoolClass, guardian: own.parent.guardian, proposedAt: scenario.at(-120) });
  await scenario.write((put) => put(ParentLecture, made));
  return { lectureId: `parent-lecture_${made.id}` };
}

let lectures = 0;

/** What decides about who gives a lecture. */
export const ABOUT_LECTURES: Readonly<Record<string, readonly Decides[]>> = {
  acceptParentLecture: [{ own: 'who gives it', code: 'OWN', arrange: lecture }],
  declineParentLecture: [
    { own: 'who gives it', code: 'OWN', arrange: async (world) => ({ ...(await lecture(world)), reason: REASON }) },
  ],
  scheduleParentLecture: [
    {
      own: 'who gives it',
      code: 'OWN',
      arrange: async (world) => ({
        ...(await lecture(world)),
        startsAt: world.scenario.at((5 + (lectures += 1)) * DAY),
        place: '教室',
      }),
    },
  ],
  cancelParentLecture: [
    {
      own: 'who gives it',
      code: 'OWN',
      arrange: async (world) => ({
        lectureId: `parent-lecture_${(await scheduledLecture(world.scenario, world.other, world.schoolClass, world.own, { startsAt: world.scenario.at((5 + (lectures += 1)) * DAY) })).lecture.id}`,
        reason: REASON,
      }),
    },
  ],
};
