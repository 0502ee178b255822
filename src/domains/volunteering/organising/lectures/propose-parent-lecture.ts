import { optionalText, requiredText, type Transaction } from '../../../../platform/commands/index.ts';
import { BadUserInput, NotFound, violationOf } from '../../../../platform/errors/index.ts';
import { Scope, sql } from '../../../../platform/reading/index.ts';
import { askDeciders } from '../../../notices/index.ts';
import { childrenOfGuardian, Guardian, Person, SchoolClass, visibleClasses, mine } from '../../../people/index.ts';
import { proposeFacts } from './lecture.facts.ts';
import { PROPOSE_RULES, proposeBlockersFor, type ProposeFacts } from './lecture.rules.ts';
import { ParentLecture } from '../../model/index.ts';

const cls = new Scope('cls');

export interface NewLecture {
  readonly classId: string;
  readonly title: string;
  readonly outline: string;
  readonly durationMinutes: number;
  readonly preferredTimes: string | null;
}

/**
 * Offers the class of a child a lecture by the caller; its homeroom teacher decides.
 * @throws RuleViolation with a ProposeLectureBlocker, NotFound, BadUserInput
 */
export async function proposeParentLecture(tx: Transaction, wanted: NewLecture): Promise<{ lecture: string }> {
  const title = requiredText(wanted.title, { path: ['title'], longest: 60, form: 'TITLE' });
  const outline = requiredText(wanted.outline, { path: ['outline'], longest: 1000, form: 'PARAGRAPHS' });
  const preferredTimes = optionalText(wanted.preferredTimes, {
    path: ['preferredTimes'],
    longest: 200,
    form: 'PARAGRAPHS',
  });
  if (wanted.durationMinutes < 10 || wanted.durationMinutes > 240) {
    throw new BadUserInput({ zh: '时长应在 10 到 240 分钟之间。', en: 'It may take 10 to 240 minutes.' }, [
      'input',
      'durationMinutes',
    ]);
  }
  await tx.query(sql`select per.id from person per where per.id = ${mine.personId} for no key update`);
  const [found] = await tx.query<{
    facts: ProposeFacts;
  }>(sql`select ${proposeFacts(cls, childrenOfGuardian(mine.guardianId))} as facts from school_class cls
    where cls.id = ${wanted.classId}::uuid and ${visibleClasses(cls, tx.viewer.shape)}`);
  if (!found) throw new NotFound();
  const [blocker] = proposeBlockersFor(found.facts);
  if (blocker !== undefined) throw violationOf(PROPOSE_RULES, blocker, ['classId']);

  const lecture = tx.em.create(ParentLecture, {
    schoolClass: tx.em.getReference(SchoolClass, wanted.classId),
    guardian: tx.em.getReference(Guardian, tx.viewer.guardianId!),
    person: tx.em.getReference(Person, tx.viewer.personId!),
    title,
    outline,
    preferredTimes,
    durationMinutes: wanted.durationMinutes,
    proposedAt: tx.now,
    createdAt: tx.now,
  });
  await askDeciders(tx, [lecture.id]);
  return { lecture: lecture.id };
}
