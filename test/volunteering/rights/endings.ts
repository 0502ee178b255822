import { expect } from 'vitest';
import type { DocumentNode } from 'graphql';
import * as admin from '../../../schema/generated/admin.ts';
import type { Family, FamilyGuardian, ShiftOnOffer, StaffMember } from '../../../seeds/scenario/index.ts';
import type { Desk } from '../desk.ts';

export const REASON = '学校的原因';
const tieOf = ({ parent }: Family, child = 0): string => `guardianship_${parent.guardianships[child]!.id}`;

interface Told {
  readonly title: string;
  readonly body: string;
}

export const MINE = `{ viewer { unreadNoticeCount guardian { signups { nodes { id status cancelReason shift { id } } } waitlistEntries { nodes { id status } } standInsOffered { nodes { id status } }
  parentLectures { nodes { id status } } timetable { nodes { title startsAt } } } } }`;

export interface Own {
  readonly signups: {
    readonly nodes: readonly {
      readonly status: string;
      readonly cancelReason: string | null;
      readonly shift: object | null;
    }[];
  };
  readonly waitlistEntries: { readonly nodes: readonly { readonly status: string }[] };
  readonly standInsOffered: { readonly nodes: readonly object[] };
  readonly parentLectures: { readonly nodes: readonly { readonly status: string }[] };
  readonly timetable: { readonly nodes: readonly object[] };
}

/** What ends the right of a guardian at a desk, and what they are shown and told since. */
export function endingsAt(desk: () => Desk, head: () => StaffMember) {
  async function did(document: DocumentNode, who: { readonly accountId: string }, input: object): Promise<void> {
    const { codes } = await desk().send(document as never, who, input);
    expect(codes).toEqual([]);
  }
  const block = (of: Family, child = 0): Promise<void> =>
    did(admin.BlockGuardianDocument, head(), { guardianshipId: tieOf(of, child), reason: REASON });

  const inbox = async (who: { readonly accountId: string }): Promise<Told[]> => {
    const { data } = await desk().hub.ask<{ viewer: { inbox: { nodes: Told[] } } }>(
      '{ viewer { inbox(first: 100) { nodes { title body } } } }',
      { as: who.accountId },
    );
    return data!.viewer.inbox.nodes;
  };
  const mine = async (who: FamilyGuardian): Promise<Own> => {
    const { data, errors } = await desk().hub.ask<{ viewer: { guardian: Own } }>(MINE, { as: who.accountId });
    expect(errors).toBeUndefined();
    return data!.viewer.guardian;
  };
  const statusOf = async (who: FamilyGuardian, { role }: ShiftOnOffer): Promise<string | undefined> =>
    (
      await desk().rows<{ status: string }>(
        'select status from signup where role_id = $1 and guardian_id = $2',
        role.id,
        who.guardian.id,
      )
    )[0]?.status;

  /** Every command by which a child is no longer theirs, or not at this school or in this class. */
  const ENDINGS: readonly (readonly [string, (of: Family) => Promise<void>])[] = [
    ['a block', (of) => block(of)],
    [
      'the end of the guardianship',
      (of) => did(admin.EndGuardianshipDocument, head(), { guardianshipId: tieOf(of), reason: REASON }),
    ],
    [
      'a pupil who leaves',
      (of) =>
        did(admin.EndEnrolmentsDocument, head(), {
          studentIds: [`student_${of.students[0]!.id}`],
          leaving: 'TRANSFERRED_OUT',
        }),
    ],
    [
      'a pupil who goes to another school',
      async (of) => {
        const elsewhere = await desk().scenario.schoolClass(await desk().scenario.school());
        await did(admin.TransferStudentDocument, await desk().scenario.districtAdmin(), {
          studentNumber: of.students[0]!.studentNumber,
          classId: `class_${elsewhere.id}`,
        });
      },
    ],
  ];

  return { did, block, inbox, mine, statusOf, ENDINGS };
}
