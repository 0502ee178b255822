import { type BindingCode, CodeKind, type CodeMiss, hashOfBindingCode } from '../../../src/domains/people/index.ts';
import type { RecordOf } from '../../writing/index.ts';
import { completed, daysAfter, type GivenWith, nextNumber, stored, WRITTEN_AT } from '../given.ts';

export type BindingCodeRecord = RecordOf<BindingCode>;
export type CodeMissRecord = RecordOf<CodeMiss>;

/** In force for two weeks; of a code that is given, or of one that nobody knows. */
export function aBindingCode({
  code,
  ...given
}: GivenWith<BindingCode, 'student' | 'issuedBy'> & { readonly code?: string }): BindingCodeRecord {
  const issuedAt = given.issuedAt ?? WRITTEN_AT;
  return completed<BindingCodeRecord>(
    {
      ...stored(given),
      student: '',
      hash: hashOfBindingCode(code ?? `TEST${String(nextNumber()).padStart(8, '0')}`)!,
      issuedBy: '',
      issuedAt,
      expiresAt: daysAfter(issuedAt, 14),
      usedAt: null,
      usedBy: null,
      revokedAt: null,
    },
    given,
  );
}

export function aCodeMiss(given: GivenWith<CodeMiss, 'guardian'>): CodeMissRecord {
  return completed<CodeMissRecord>({ ...stored(given), guardian: '', kind: CodeKind.BINDING }, given);
}
