import type { Rules } from '../../../../platform/errors/index.ts';
import { PRINTED_NAME_RULES } from '../certificates/names-in-print.ts';

export const EXPORT_RULES: Rules<'NOT_ORGANISER' | 'NOT_ADMINISTRATOR'> = {
  NOT_ORGANISER: {
    description: 'Somebody else runs the shift (非组织者).',
    zh: '只有该班次的组织者可以导出名单。',
    en: 'Only whoever runs the shift gets its roster.',
  },
  NOT_ADMINISTRATOR: {
    description: 'Somebody else administers the school (非学校管理员).',
    zh: '只有学校管理员可以导出本校的服务时长。',
    en: 'Only administrators of the school get its hours.',
  },
};

export const CERTIFICATE_FILE_RULES = {
  ...PRINTED_NAME_RULES,
  REVOKED: {
    description: 'The certificate was revoked (证明已撤销).',
    zh: '该证明已撤销,不能下载。',
    en: 'This certificate was revoked.',
  },
  SUPERSEDED: {
    description: 'Another certificate stands in its place (已由新证明替代).',
    zh: '该证明已由新证明替代,请下载新证明。',
    en: 'Another certificate stands in place of this one: download that one.',
  },
} as const satisfies Rules;

/** Why a certificate is not printed any more; undefined while it is valid. */
export function noLongerPrinted({
  revoked,
  superseded,
}: {
  readonly revoked: boolean;
  readonly superseded: boolean;
}): keyof typeof CERTIFICATE_FILE_RULES | undefined {
  return superseded ? 'SUPERSEDED' : revoked ? 'REVOKED' : undefined;
}
