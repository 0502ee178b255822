import { aNotice } from '../../../seeds/factories/index.ts';
import { meetingInvited } from '../../../src/domains/meetings/index.ts';
import { Notice } from '../../../src/domains/notices/index.ts';
import { guardianshipEnded } from '../../../src/domains/people/index.ts';
import type { Plant, Refusal } from '../../checks/plant.ts';

export const noticesPlants: readonly Plant[] = [
  {
    check: 'notices.no-phones',
    how: 'as a number, which is masked by nobody',
    write: ({ run }, { unread }) =>
      run(`update notice set params = params || '{"count": 13800000001}' where id = $1`, unread.id),
  },
];

const facts = { title: '期中家长会', startsAt: '2026-11-20T10:00:00.000Z' };

export const noticesRefusals: readonly Refusal[] = [
  {
    constraint: 'notice_once',
    how: 'the same is said twice under one key',
    async write(
      { row },
      {
        first: {
          parent: { person },
        },
      },
    ) {
      for (let time = 0; time < 2; time += 1)
        await row(Notice, aNotice(meetingInvited, facts, { person, dedupeKey: 'meeting/1' }));
    },
  },
  {
    constraint: 'notice_asked_once',
    how: 'somebody is asked twice to decide on the same',
    async write(
      { row },
      {
        first: {
          parent: { person },
        },
      },
    ) {
      for (let time = 0; time < 2; time += 1)
        await row(Notice, aNotice(guardianshipEnded, { by: 'SCHOOL' }, { person, waiting: true }, ['person', person]));
    },
  },
  {
    constraint: 'notice_waiting_about',
    how: 'somebody is asked to decide on nothing',
    write: (
      { row },
      {
        first: {
          parent: { person },
        },
      },
    ) => row(Notice, aNotice(meetingInvited, facts, { person, waiting: true })),
  },
  ...["update notice set kind = 'invited'", "update notice set kind = 'meetings.INVITED'"].map(
    (statement): Refusal => ({ constraint: 'notice_kind_shape', how: statement, write: ({ run }) => run(statement) }),
  ),
  ...[
    "update notice set params = '[]'",
    "update notice set params = jsonb_build_object('title', repeat('x', 2000))",
  ].map((statement): Refusal => ({
    constraint: 'notice_params_small',
    how: statement,
    write: ({ run }) => run(statement),
  })),
  ...['update notice set about_id = null', 'update notice set about_prefix = null'].map((statement): Refusal => ({
    constraint: 'notice_about_whole',
    how: statement,
    write: ({ run }) => run(statement),
  })),
];
