import type { Viewer } from '../../../../platform/auth/index.ts';
import type { Transaction } from '../../../../platform/commands/index.ts';
import { BadUserInput, Forbidden, NotFound, violationOf } from '../../../../platform/errors/index.ts';
import { sql } from '../../../../platform/reading/index.ts';
import { assignmentHolds, type AudienceNode, type Assignment } from '../../../people/index.ts';
import { ACTIVITY_RULES } from './activity.rules.ts';

/** The school, or the district itself, that asks for volunteers. Exactly one is named. */
export interface WantedOrganiser {
  readonly schoolId: string | null;
  readonly districtId: string | null;
}

/**
 * The node at which the caller may begin an activity, with the part of it whose families they may ask.
 * @throws BadUserInput, NotFound, Forbidden: a role reaches down from its node, never sideways or up
 */
export async function organisingNode(
  tx: Transaction,
  { schoolId, districtId }: WantedOrganiser,
): Promise<AudienceNode> {
  if ((schoolId === null) === (districtId === null)) {
    throw new BadUserInput({ zh: '请指定学校或区,二者选一。', en: 'Name either a school or a district.' }, [
      'input',
      'schoolId',
    ]);
  }
  const [place] = await tx.query<{ district: string }>(
    schoolId === null
      ? sql`select dst.id as district from district dst where dst.id = ${districtId}`
      : sql`select sch.district_id as district from school sch where sch.id = ${schoolId}`,
  );
  if (!place) throw new NotFound();
  const node = audienceNodeOf(tx.viewer, { districtId: place.district, schoolId });
  if (!node) throw new Forbidden();
  return node;
}

/** The families that the caller may ask at a node: all of them, those of their grades and classes, or none. */
export function audienceNodeOf(
  viewer: Viewer,
  { districtId, schoolId }: Pick<AudienceNode, 'districtId' | 'schoolId'>,
): AudienceNode | null {
  const answersForAll =
    viewer.districtIds.includes(districtId) || (schoolId !== null && viewer.schoolIds.includes(schoolId));
  if (answersForAll) return { districtId, schoolId, parts: null };
  if (schoolId === null) return null;
  const here = viewer.assignments.filter((each) => each.schoolId === schoolId);
  const idsOf = (role: Assignment['role'], id: 'gradeId' | 'classId'): string[] =>
    here.flatMap((each) => (each.role === role ? (each[id] ?? []) : []));
  const parts = { gradeIds: idsOf('GRADE_HEAD', 'gradeId'), classIds: idsOf('HOMEROOM_TEACHER', 'classId') };
  return parts.gradeIds.length + parts.classIds.length === 0 ? null : { districtId, schoolId, parts };
}

/** @throws RuleViolation ORGANISER_ELSEWHERE for somebody who has no role of today at the school, or in the district where it is the district's own */
export async function requireWorksThere(
  tx: Transaction,
  staffId: string,
  { districtId, schoolId }: Pick<AudienceNode, 'districtId' | 'schoolId'>,
): Promise<void> {
  const [found] =
    await tx.query(sql`select asg.id from staff_assignment asg where asg.staff_id = ${staffId} and asg.district_id = ${districtId}
    and (asg.school_id = ${schoolId}::uuid or asg.role = 'DISTRICT_ADMIN') and ${assignmentHolds(sql`asg`)} limit 1`);
  if (!found) throw violationOf(ACTIVITY_RULES, 'ORGANISER_ELSEWHERE', ['organiserId']);
}
