import type { DocumentNode } from 'graphql';
import {
  CourseCatalogueDocument,
  CourseDetailDocument,
  OpenLinkDocument,
  PolicyDetailDocument,
  PolicySearchDocument,
} from '../../../schema/generated/mini-program.ts';
import type { TestDatabase } from '../../support/database.ts';

/** Eleven in the evening of Shanghai, less than an hour before the day ends. */
export const NOW = new Date('2026-11-16T15:00:00.000Z');
export const VARIABLES = { NODE_ENV: 'production', PUBLIC_CACHE_SECONDS: '3600' };

/** Global ids of a course and of a policy document that anybody may read. */
export interface OpenIds {
  readonly course: string;
  readonly document: string;
}

export async function openIdsIn({ pool }: TestDatabase): Promise<OpenIds> {
  const idOf = async (from: string): Promise<string> =>
    (await pool.query<{ id: string }>(`select x.id from ${from} limit 1`)).rows[0]!.id;
  return {
    course: `course_${await idOf(`course x join course_edition e on e.course_id = x.id where x.is_public and e.status = 'PUBLISHED'`)}`,
    document: `policy-document_${await idOf(`policy_document x join policy_edition e on e.document_id = x.id where x.is_public and e.status = 'PUBLISHED'`)}`,
  };
}

/** What is answered to anybody, and to everybody alike. */
export const openTo = (
  ids: OpenIds,
): (readonly [document: DocumentNode & { readonly documentId: string }, variables: object])[] => [
  [CourseCatalogueDocument, { first: 5 }],
  [CourseDetailDocument, { id: ids.course }],
  [PolicySearchDocument, { phrases: ['学校'] }],
  [PolicyDetailDocument, { id: ids.document }],
  [OpenLinkDocument, { id: ids.course }],
];
