import { z } from 'zod';
import { momentIn, noticeKind } from '../notice-kinds/index.ts';

const facts = z.object({ title: z.string(), startsAt: z.iso.datetime() });

export const meetingInvited = noticeKind({
  key: 'meetings.invited',
  about: 'meeting',
  tells: 'STATE',
  description: 'The household is invited to a meeting (家长会邀请).',
  params: facts,
  title: { zh: '家长会邀请', en: 'Invitation to a meeting' },
  body: ({ title, startsAt }) => ({
    zh: `请您参加“${title}”,时间:${momentIn(startsAt).zh}。请尽快回复是否参加。`,
    en: `You are invited to “${title}”, ${momentIn(startsAt).en}. Please say whether you come.`,
  }),
});

export const meetingCancelled = noticeKind({
  key: 'meetings.cancelled',
  about: 'meeting',
  tells: 'STATE',
  description: 'A meeting to which the household was invited does not take place (家长会取消).',
  params: facts,
  title: { zh: '家长会取消', en: 'A meeting is cancelled' },
  body: ({ title, startsAt }) => ({
    zh: `原定于${momentIn(startsAt).zh}举行的“${title}”已取消。`,
    en: `“${title}”, planned for ${momentIn(startsAt).en}, does not take place.`,
  }),
});

export const seatsFree = noticeKind({
  key: 'meetings.seats-free',
  about: 'meeting',
  tells: 'STATE',
  description:
    'Somebody who had said that they come to a meeting is not invited any more: their seats are free (家长会座位空出).',
  params: facts.extend({ seats: z.number().int().positive() }),
  title: { zh: '家长会座位空出', en: 'Seats at a meeting are free again' },
  body: ({ title, startsAt, seats }) => ({
    zh: `“${title}”(${momentIn(startsAt).zh})空出${seats}个座位:已回复参加的家长不再在邀请范围内。`,
    en: `${seats === 1 ? '1 seat is' : `${seats} seats are`} free again at “${title}” (${momentIn(startsAt).en}): those who had said that they come are not invited any more.`,
  }),
});

export const seatsTaken = noticeKind({
  key: 'meetings.seats-taken',
  about: 'meeting',
  tells: 'STATE',
  description:
    'Somebody whose seats had been told to be free comes to a meeting after all: they are invited again (家长会座位恢复占用).',
  params: facts.extend({ seats: z.number().int().positive() }),
  title: { zh: '家长会座位恢复占用', en: 'Seats at a meeting are taken after all' },
  body: ({ title, startsAt, seats }) => ({
    zh: `“${title}”(${momentIn(startsAt).zh})此前空出的${seats}个座位已恢复占用:相关家长的邀请和回执已恢复。`,
    en: `${seats === 1 ? '1 seat' : `${seats} seats`} that had been free again at “${title}” (${momentIn(startsAt).en}) ${seats === 1 ? 'is' : 'are'} taken after all: those who had said that they come are invited again.`,
  }),
});

export const givenBack = noticeKind({
  key: 'meetings.given-back',
  about: 'meeting',
  tells: 'STATE',
  description:
    'An invitation that had ended by mistake stands again, with the reply where nothing is against it (家长会邀请恢复).',
  params: facts.extend({ comes: z.boolean() }),
  title: { zh: '家长会邀请已恢复', en: 'You are invited again' },
  body: ({ title, startsAt, comes }) =>
    comes
      ? {
          zh: `“${title}”(${momentIn(startsAt).zh})的邀请已恢复,您此前回复的“参加”继续有效。`,
          en: `You are invited to “${title}” (${momentIn(startsAt).en}) again: your reply that you come stands.`,
        }
      : {
          zh: `“${title}”(${momentIn(startsAt).zh})的邀请已恢复,请留意回执。`,
          en: `You are invited to “${title}” (${momentIn(startsAt).en}) again: please look at your reply.`,
        },
});
