import { allOf, anyOf, Scope, sql, table, type Alias, type Condition, type Sql } from '../../platform/reading/index.ts';
import type { ViewerShape } from '../../platform/auth/index.ts';
import { assignmentHolds, forMyChildren, mine } from '../people/index.ts';
import type { PolicyEdition } from './policy-edition.entity.ts';
import type { Segment } from './segment.entity.ts';

/**
 * The viewer is among the readers of a document, lecture or course once it is published. All three are alike in the
 * columns `is_public`, `audience_id`, `district_id` (null: of every district) and `school_id` (null: of every school).
 */
export function viewerReads(row: Alias, viewer: ViewerShape): Sql {
  return anyOf([
    sql`${row}.is_public`,
    viewer.guardian && forMyChildren(sql`${row}.audience_id`),
    viewer.staff && sql`${row}.school_id = any(${mine.staffSchoolIds})`,
    viewer.staff &&
      sql`(${row}.school_id is null and (${row}.district_id is null
      or ${row}.district_id = any(${mine.staffDistrictIds})))`,
    viewer.analyst && sql`(${row}.district_id is null or ${row}.district_id = any(${mine.analystDistrictIds}))`,
  ]);
}

/**
 * The viewer sees drafts too, and what was taken back: the author while holding a role where the row belongs, the
 * administrators of its school and district. The row has `created_by_id` besides the columns of `viewerReads`.
 */
export function viewerEdits(row: Alias, viewer: ViewerShape): Sql {
  return anyOf([
    viewer.signedIn &&
      sql`(${row}.created_by_id = ${mine.staffId} and exists (select 1 from ${table('staff_assignment')} own
      where own.staff_id = ${mine.staffId} and ${assignmentHolds(sql`own`)}
        and (own.school_id = ${row}.school_id or (${row}.school_id is null and coalesce(${row}.district_id, own.district_id) = own.district_id))))`,
    viewer.school && sql`${row}.school_id = any(${mine.schoolIds})`,
    viewer.district && sql`(${row}.district_id is null or ${row}.district_id = any(${mine.districtIds}))`,
  ]);
}

/** A scalar look-up: `exists` as one of several alternatives has PostgreSQL read the published editions of all documents. */
function isPublished(document: Alias): Sql {
  return sql`(select true from ${table('policy_edition')} pub where pub.document_id = ${document}.id and pub.status = 'PUBLISHED' limit 1)`;
}

export const visibleDocuments: Condition = (row, viewer) =>
  anyOf([viewerEdits(row, viewer), allOf([isPublished(row), viewerReads(row, viewer)])]);

/**
 * Readers of the document see its published editions, its editors see all. Whoever sees the document of a published
 * edition is one or the other: nothing is left to check where it has been read.
 */
function editionIsVisible(edition: Scope<PolicyEdition>, document: Alias, viewer: ViewerShape): Sql {
  return anyOf([
    allOf([sql`${edition}.status = 'PUBLISHED'`, edition.seenWith('document', () => viewerReads(document, viewer))]),
    viewerEdits(document, viewer),
  ]);
}

export const visibleEditions: Condition<PolicyEdition> = (row, viewer) => {
  const held = row.parent('document');
  const document = held ?? new Scope('doc');
  const visible = editionIsVisible(row, document, viewer);
  return held
    ? visible
    : sql`exists (select 1 from ${table('policy_document')} ${document} where ${document}.id = ${row}.document_id and ${visible})`;
};

export const visibleSegments: Condition<Segment> = (row, viewer) =>
  row.seenWith('edition', () => {
    const [edition, document] = [new Scope('edn'), new Scope('doc')];
    return sql`exists (select 1 from ${table('policy_edition')} ${edition} join ${table('policy_document')} ${document} on ${document}.id = ${edition}.document_id
      where ${edition}.id = ${row}.edition_id and ${editionIsVisible(edition, document, viewer)})`;
  });

export const visiblePolicyLectures: Condition = (row, viewer) =>
  anyOf([viewerEdits(row, viewer), allOf([sql`${row}.status = 'PUBLISHED'`, viewerReads(row, viewer)])]);
