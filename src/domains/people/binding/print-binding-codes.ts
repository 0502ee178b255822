import type { Transaction } from '../../../platform/commands/index.ts';
import { MEDIA_TYPES } from '../../../platform/documents/index.ts';
import { NotFound, violationOf } from '../../../platform/errors/index.ts';
import type { DownloadKind } from '../../../platform/graphql/index.ts';
import { noteSubjects, prepare, sql, type Sql } from '../../../platform/reading/index.ts';
import { linkTo, SEALS, type RequestContext } from '../../../platform/request/index.ts';
import type { Viewer } from '../../../platform/auth/index.ts';
import { recordedOfPupils } from '../families.access.ts';
import { codeOnRecord, hashOfBindingCode } from './binding.codes.ts';
import { inMyCare } from './binding.locks.ts';
import { PRINT_RULES } from './binding.rules.ts';
import { renderBindingSlips, type BindingSlip } from './binding-slips.pdf.ts';

const FILE = 'binding-slips';
/** Codes of one class in force, two guardians to a pupil and some to spare. */
const MOST_SLIPS = 300;

/** Codes in force of pupils of a class who are in the viewer's care. */
function codesInForce(viewer: Viewer, classId: string, now: Date): Sql {
  return sql`binding_code bco join student stu on stu.id = bco.student_id
    join class_membership cms on cms.student_id = stu.id and cms.status = 'ACTIVE' and cms.school_class_id = ${classId}::uuid
    join school_class cls on cls.id = cms.school_class_id join school sch on sch.id = cls.school_id
    where bco.used_at is null and bco.revoked_at is null and bco.expires_at > ${now} and ${inMyCare(viewer, sql`stu`)}`;
}

/**
 * A link to the slips of a class. That somebody printed them stands in the audit log.
 * @throws RuleViolation where no code of the class is in force, or none that the caller answers for
 */
export async function printBindingCodes(
  tx: Transaction,
  { classId }: { readonly classId: string },
): Promise<{ path: string }> {
  const [found] = await tx.query<{ some: boolean }>(
    sql`select true as some from ${codesInForce(tx.viewer, classId, tx.now)} limit 1`,
  );
  if (!found) throw violationOf(PRINT_RULES, 'NO_CODES', ['classId']);
  return { path: await linkTo(tx, FILE, classId) };
}

interface Found {
  readonly id: string;
  readonly hash: string;
  readonly issuedAt: string;
  readonly expiresAt: string;
  readonly studentId: string;
  readonly student: string;
  readonly studentNumber: string;
  readonly schoolClass: string;
  readonly school: string;
}

async function slipsOf(context: RequestContext, classId: string) {
  const { text, values } =
    prepare(sql`select json_build_object('id', bco.id, 'hash', bco.hash, 'issuedAt', bco.issued_at, 'expiresAt', bco.expires_at,
      'studentId', stu.id, 'student', stu.name, 'studentNumber', stu.student_number, 'schoolClass', cls.name, 'school', sch.name)
    from ${codesInForce(context.viewer, classId, context.now)} order by stu.name_key, stu.id, bco.issued_at, bco.id limit ${MOST_SLIPS}`);
  const found = (await context.loaders.read({ reads: 'BindingCode', text, values: values(context) })).map(
    ([row]) => row as Found,
  );
  if (!found[0]) throw new NotFound();
  noteSubjects(
    context,
    recordedOfPupils(),
    found.map(({ studentId }) => studentId),
  );
  const seals = context.services.get(SEALS);
  const slips = await Promise.all(
    found.map(async ({ id, hash, student, studentNumber, ...row }): Promise<BindingSlip> => {
      const expiresAt = new Date(row.expiresAt);
      const code = await codeOnRecord(seals, { id, issuedAt: new Date(row.issuedAt), expiresAt });
      return { student, studentNumber, expiresAt, code: hashOfBindingCode(code) === hash ? code : null };
    }),
  );
  return { school: found[0].school, schoolClass: found[0].schoolClass, printedAt: context.now, slips };
}

export const bindingDownloads: readonly DownloadKind[] = [
  {
    name: FILE,
    description: 'Binding codes of a class in force (绑定码), as slips to be cut out, in PDF.',
    produce: async (context, classId) => {
      const slips = await slipsOf(context, classId);
      return {
        filename: `${slips.schoolClass}-绑定码.pdf`,
        mediaType: MEDIA_TYPES.pdf,
        body: await renderBindingSlips(slips),
      };
    },
  },
];
