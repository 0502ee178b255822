import type { Transaction } from '../../../platform/commands/index.ts';
import { BadUserInput, violationOf, type Rules } from '../../../platform/errors/index.ts';
import { sql, today } from '../../../platform/reading/index.ts';
import { District } from '../organisation/district.entity.ts';
import { Grade } from '../organisation/grade.entity.ts';
import { SchoolClass } from '../organisation/school-class.entity.ts';
import { School } from '../organisation/school.entity.ts';
import type { Stage } from '../organisation/stage.enum.ts';
import { Audience, AudienceTarget } from './audience.entity.ts';

/** A target by bare ids; one that names nothing is the whole of the node. */
export interface WantedTarget {
  readonly schoolId?: string | null;
  readonly stage?: Stage | null;
  readonly gradeId?: string | null;
  readonly classId?: string | null;
}

/** The part of the organisation within which an audience must lie. */
export interface AudienceNode {
  readonly districtId: string;
  /** Null for the whole district. */
  readonly schoolId: string | null;
  /** Where only parts of the school may be meant: these grades, and these classes. */
  readonly parts: { readonly gradeIds: readonly string[]; readonly classIds: readonly string[] } | null;
}

export const AUDIENCE_RULES = {
  AUDIENCE_OUTSIDE: {
    description: 'A target lies outside the part of the organisation that the caller answers for (适用对象超出范围).',
    zh: '适用对象超出您负责的范围。',
    en: 'The audience reaches beyond what you answer for.',
  },
} satisfies Rules;

const MOST_TARGETS = 50;
const NAMED = 3;

interface Resolved {
  readonly key: string;
  readonly name: string;
  readonly target: {
    readonly school: string | null;
    readonly stage: Stage | null;
    readonly grade: string | null;
    readonly schoolClass: string | null;
  };
}

interface Known {
  readonly id: string;
  readonly name: string;
  readonly districtId: string;
  readonly schoolId: string;
  readonly gradeId: string;
}

/**
 * An audience of these targets: the one that is there already, where one has the very same.
 * @param path into the mutation's input, of the list of targets
 * @returns its bare id
 * @throws RuleViolation AUDIENCE_OUTSIDE, BadUserInput
 */
export async function createAudience(
  tx: Transaction,
  node: AudienceNode,
  wanted: readonly WantedTarget[],
  path: readonly string[],
): Promise<string> {
  const targets = wanted.length === 0 ? [{}] : wanted;
  if (targets.length > MOST_TARGETS)
    throw new BadUserInput(
      { zh: `适用范围最多 ${MOST_TARGETS} 项。`, en: `An audience has ${MOST_TARGETS} targets at most.` },
      ['input', ...path],
    );
  for (const [index, target] of targets.entries()) requireShape(target, [...path, String(index)]);
  const resolve = resolverOf(node, await readNamed(tx, node, targets));
  const byKey = new Map(
    targets.map((target, index) => {
      const resolved = resolve(target);
      if (!resolved) throw violationOf(AUDIENCE_RULES, 'AUDIENCE_OUTSIDE', [...path, String(index)]);
      return [resolved.key, resolved] as const;
    }),
  );
  const keys = [...byKey.keys()].sort();
  const [existing] = await tx.query<{ id: string }>(sql`
    select tgt.audience_id as id from audience_target tgt
    where tgt.audience_id in (select one.audience_id from audience_target one where one.key = ${keys[0]})
    group by tgt.audience_id having array_agg(tgt.key order by tgt.key collate "C") = ${keys}::text[] order by tgt.audience_id limit 1`);
  if (existing) return existing.id;

  const names = [...byKey.values()].map(({ name }) => name);
  const audience = tx.em.create(Audience, {
    name: `${names.slice(0, NAMED).join('、')}${names.length > NAMED ? '等' : ''}家长`,
    createdAt: tx.now,
  });
  for (const {
    target: { school, grade, schoolClass, stage },
  } of byKey.values()) {
    tx.em.create(AudienceTarget, {
      audience,
      stage,
      district: tx.em.getReference(District, node.districtId),
      school: school === null ? null : tx.em.getReference(School, school),
      grade: grade === null ? null : tx.em.getReference(Grade, grade),
      schoolClass: schoolClass === null ? null : tx.em.getReference(SchoolClass, schoolClass),
      createdAt: tx.now,
    });
  }
  await tx.em.flush();
  return audience.id;
}

/** @throws BadUserInput for what names a class and something else, or a grade and a stage */
function requireShape({ schoolId, stage, gradeId, classId }: WantedTarget, path: readonly string[]): void {
  const ofClass = classId && (schoolId || stage || gradeId);
  if (ofClass || (stage && gradeId)) {
    throw new BadUserInput(
      { zh: '班级应单独指定;年级与学段不能同时指定。', en: 'Name a class alone, and either a grade or a stage.' },
      ['input', ...path],
    );
  }
}

interface Named {
  readonly district: string;
  readonly schools: ReadonlyMap<string, Known>;
  readonly grades: ReadonlyMap<string, string>;
  readonly classes: ReadonlyMap<string, Known>;
}

/** Classes of past school years are not there: nobody is in them any more. */
async function readNamed(
  tx: Transaction,
  { districtId, schoolId }: AudienceNode,
  targets: readonly WantedTarget[],
): Promise<Named> {
  const ids = (of: (target: WantedTarget) => string | null | undefined): string[] =>
    targets.flatMap((target) => of(target) ?? []);
  const [district] = await tx.query<{ name: string }>(
    sql`select dst.name from district dst where dst.id = ${districtId}`,
  );
  const schools =
    await tx.query<Known>(sql`select sch.id, sch.name, sch.district_id as "districtId", sch.id as "schoolId", '' as "gradeId"
    from school sch where sch.id = any(${[...ids((each) => each.schoolId), ...(schoolId ? [schoolId] : [])]}::uuid[])`);
  const grades = await tx.query<{ id: string; name: string }>(
    sql`select grd.id, grd.name from grade grd where grd.id = any(${ids((each) => each.gradeId)}::uuid[])`,
  );
  const classes =
    await tx.query<Known>(sql`select cls.id, sch.name || cls.name as name, sch.district_id as "districtId", sch.id as "schoolId", cls.grade_id as "gradeId"
    from school_class cls join school sch on sch.id = cls.school_id join school_year yr on yr.id = cls.school_year_id
    where cls.id = any(${ids((each) => each.classId)}::uuid[]) and yr.ends_on >= ${today}`);
  const byId = <T extends { id: string }>(rows: readonly T[]): Map<string, T> =>
    new Map(rows.map((row) => [row.id, row]));
  return {
    district: district?.name ?? '',
    schools: byId(schools),
    grades: new Map(grades.map(({ id, name }) => [id, name])),
    classes: byId(classes),
  };
}

const STAGE_NAMES: Readonly<Record<Stage, string>> = { PRIMARY: '小学', JUNIOR_MIDDLE: '初中' };

function resolverOf(node: AudienceNode, named: Named): (target: WantedTarget) => Resolved | null {
  const inside = (at: Known): boolean =>
    at.districtId === node.districtId && (node.schoolId === null || at.schoolId === node.schoolId);
  return ({ classId, gradeId, stage = null, schoolId }) => {
    if (classId) {
      const of = named.classes.get(classId);
      const mine =
        of &&
        inside(of) &&
        (!node.parts || node.parts.classIds.includes(classId) || node.parts.gradeIds.includes(of.gradeId));
      return mine
        ? {
            key: `class:${classId}`,
            name: of.name,
            target: { school: null, stage: null, grade: null, schoolClass: classId },
          }
        : null;
    }
    const school = schoolId ?? node.schoolId;
    const at = school === null ? null : named.schools.get(school);
    if (at === undefined || (at && !inside(at))) return null;
    if (gradeId && !named.grades.has(gradeId)) return null;
    if (node.parts && !(gradeId && node.parts.gradeIds.includes(gradeId))) return null;
    const part = gradeId ? `:grade:${gradeId}` : stage ? `:stage:${stage}` : '';
    const narrowed = gradeId ? named.grades.get(gradeId)! : stage ? STAGE_NAMES[stage] : '';
    return {
      key: `${school === null ? `district:${node.districtId}` : `school:${school}`}${part}`,
      name: `${at?.name ?? named.district}${narrowed}`,
      target: { school, stage, grade: gradeId ?? null, schoolClass: null },
    };
  };
}
