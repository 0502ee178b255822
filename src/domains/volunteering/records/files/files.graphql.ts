import { Field, ID, InputType } from 'type-graphql';
import { permission } from '../../../../platform/auth/index.ts';
import { fonts } from '../../../../platform/documents/index.ts';
import { type TableFormat, TableFormats } from '../../../../platform/exports/index.ts';
import { mutation, MutationInput, type MutationDeclaration } from '../../../../platform/graphql/index.ts';
import { School, Term } from '../../../people/index.ts';
import { EXPORT_TABLES, GET_CERTIFICATE, ServiceCertificate, Shift } from '../../model/index.ts';
import { downloadServiceCertificate, exportServiceHours, exportShiftRoster } from './ask-for-file.ts';
import { CERTIFICATE_FILE_RULES, EXPORT_RULES } from './files.rules.ts';

@InputType({ description: 'Of which shift (导出班次名单).' })
export class ExportShiftRosterInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the shift (班次标识).' })
  readonly shiftId!: string;

  @Field(() => TableFormats, { defaultValue: 'XLSX', description: 'The form of the file (格式).' })
  readonly format!: TableFormat;
}

@InputType({ description: 'Of which school and term (导出志愿服务时长).' })
export class ExportServiceHoursInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the school (学校标识).' })
  readonly schoolId!: string;

  @Field(() => ID, { description: 'Global id of the term (学期标识).' })
  readonly termId!: string;

  @Field(() => TableFormats, { defaultValue: 'XLSX', description: 'The form of the file (格式).' })
  readonly format!: TableFormat;
}

@InputType({ description: 'Which certificate (下载证明).' })
export class DownloadServiceCertificateInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the certificate (证明标识).' })
  readonly certificateId!: string;
}

const answer = {
  path: {
    type: () => String,
    secret: true,
    description:
      'Path of the file on this server (下载路径): good for five minutes, and by the rights of the moment in which it is opened.',
  },
} as const;

/** That somebody wanted a file stands in the audit log, once an hour. The rights are looked at when the file is opened. */
export const fileMutations: readonly MutationDeclaration[] = [
  mutation('exportShiftRoster', {
    description: 'A link to the roster of a shift, for whoever runs it (导出班次名单).',
    access: permission(EXPORT_TABLES),
    input: ExportShiftRosterInput,
    ids: { shiftId: Shift },
    ownCase: 'REPEATS_DECISIONS',
    rules: EXPORT_RULES,
    answer,
    run: exportShiftRoster,
  }),
  mutation('exportServiceHours', {
    description:
      'A link to what the volunteers of a school have served in a term, for its administrators (导出志愿服务时长).',
    access: permission(EXPORT_TABLES),
    input: ExportServiceHoursInput,
    ids: { schoolId: School, termId: Term },
    ownCase: 'REPEATS_DECISIONS',
    rules: EXPORT_RULES,
    answer,
    run: exportServiceHours,
  }),
  mutation('downloadServiceCertificate', {
    description: 'A link to a certificate as PDF (下载志愿服务记录证明).',
    access: permission(GET_CERTIFICATE),
    input: DownloadServiceCertificateInput,
    ids: { certificateId: ServiceCertificate },
    ownCase: 'REPEATS_DECISIONS',
    rules: CERTIFICATE_FILE_RULES,
    answer,
    prepare: () => fonts(),
    run: downloadServiceCertificate,
  }),
];
