import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Subjects } from './subjects.ts';

export const NAMES = [
  'CourseCatalogue',
  'VolunteerBoard',
  'MeetingReplies',
  'MeetingsAcrossSchools',
  'ParentHome',
  'OpenLink',
  'MeetingList',
] as const;
export type Name = (typeof NAMES)[number];

export interface Operation {
  readonly name: Name;
  /** The trusted document, as clients send it. */
  readonly document: string;
  /** The account that asks. */
  readonly as: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const DOCUMENTS = join(import.meta.dirname, '..', '..', 'schema', 'trusted-documents.json');

/** The texts of operations that clients send, by their names. */
export function trustedDocuments(): ReadonlyMap<string, string> {
  const trusted = Object.values(
    JSON.parse(readFileSync(DOCUMENTS, 'utf8')) as Record<string, { operation: string; document: string }>,
  );
  return new Map(trusted.map(({ operation, document }) => [operation, document]));
}

/** The seven operations of the comparison. @param from the beginning of what a home screen shows */
export function operationsFor({ parent, administrator, meeting, course }: Subjects, from: Date): Operation[] {
  const trusted = trustedDocuments();
  const asked: Readonly<Record<Name, Omit<Operation, 'name' | 'document'>>> = {
    CourseCatalogue: { as: parent, variables: {} },
    VolunteerBoard: { as: parent, variables: {} },
    MeetingReplies: { as: administrator, variables: { id: `meeting_${meeting}` } },
    MeetingsAcrossSchools: { as: administrator, variables: {} },
    ParentHome: { as: parent, variables: { from: from.toISOString() } },
    OpenLink: { as: parent, variables: { id: `course_${course}` } },
    MeetingList: { as: administrator, variables: {} },
  };
  return NAMES.map((name) => {
    const document = trusted.get(name);
    if (!document) throw new Error(`schema/trusted-documents.json has no ${name}.`);
    return { name, document, ...asked[name] };
  });
}
