import { expect } from 'vitest';
import {
  CreateShiftDocument,
  CreateVolunteerActivityDocument,
  PublishShiftsDocument,
  PublishVolunteerActivityDocument,
} from '../../../schema/generated/admin.ts';
import type { SchoolRecord } from '../../../seeds/factories/index.ts';
import type { Scenario, StaffMember } from '../../../seeds/scenario/index.ts';
import type { TestHub } from '../../support/hub.ts';
import { caller, organisedState, type Answered } from './organisers.ts';

interface World {
  readonly hub: TestHub;
  readonly scenario: Scenario;
  readonly school: SchoolRecord;
  readonly admin: StaffMember;
}

/** Activities and shifts as a school organises them. */
export function activityCalls(world: () => World) {
  const call = caller(() => world().hub);

  const draft = (given: object = {}) => ({
    schoolId: `school_${world().school.id}`,
    kind: 'GATE_DUTY',
    title: '秋季护学岗',
    purpose: '引导学生安全通行',
    riskNotice: '在道路旁活动',
    contactName: '德育处',
    ...given,
  });
  const create = (who: StaffMember, given: object = {}) => call(CreateVolunteerActivityDocument, who, draft(given));
  const at = (minutes: number): string => world().scenario.at(minutes).toISOString();
  const shiftOf = (activityId: string, given: object = {}) => ({
    activityId,
    place: '学校东门',
    startsAt: at(2880),
    endsAt: at(2940),
    roles: [{ name: '引导员', capacity: 4 }],
    ...given,
  });

  async function published(who: StaffMember = world().admin): Promise<Answered> {
    const { payload } = await create(who);
    return (await call(PublishVolunteerActivityDocument, who, { activityId: payload['activity'].id })).payload[
      'activity'
    ] as Answered;
  }
  async function scheduled(activityId: string, given: object = {}): Promise<Answered> {
    const { payload } = await call(CreateShiftDocument, world().admin, shiftOf(activityId, given));
    await call(PublishShiftsDocument, world().admin, { shiftIds: [payload['shift'].id] });
    return { ...(payload['shift'] as Answered), revision: 1 };
  }

  async function expectNothingWritten<T>(work: () => Promise<T>): Promise<T> {
    const before = await organisedState(world().hub);
    const result = await work();
    expect(await organisedState(world().hub)).toBe(before);
    return result;
  }

  return { call, draft, create, at, shiftOf, published, scheduled, expectNothingWritten };
}
