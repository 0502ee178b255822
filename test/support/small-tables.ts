import type { ReadType } from '../../src/platform/reading/index.ts';
import type { Catalog } from '../../src/platform/reading/catalog.ts';
import type { StoredTable } from '../../src/platform/reading/read-type.ts';
/** Types whose tables stay below a few hundred rows in a district, or a few thousand that only administrators read: reading them whole is the fastest way. */
export const SMALL = new Set([
  'District',
  'School',
  'SchoolYear',
  'Term',
  'Grade',
  'Topic',
  'Room',
  'Audience',
  'Lecturer',
  'Course',
  'CourseEdition',
  'PolicyDocument',
  'PolicyEdition',
  'PolicyLecture',
  'VolunteerActivity',
  'RoleRequest',
  'StaffIdentity',
  'ServiceToken',
]);

/** A type whose rows a table holds. */
export type StoredType = ReadType & StoredTable;

/** The types that can be read and whose rows a table holds: not those that are found by a query alone. */
export const storedTypes = (catalog: Catalog): StoredType[] =>
  [...catalog.types.values()].flatMap((type) => {
    const stored = catalog.tables.get(type.entity);
    return stored ? [{ ...type, table: stored.table }] : [];
  });
