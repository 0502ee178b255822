/** What would break clients of the schema that the main branch has, and what of it was accepted. */
import { BreakingChangeType, buildSchema, findBreakingChanges } from 'graphql';
import { publishedFile } from '../../src/tasks/published-file.ts';

const SCHEMA = 'schema/hub.graphql';

export interface Break {
  readonly type: string;
  readonly change: string;
}

export interface AcceptedBreak extends Break {
  readonly date: string;
  readonly reason: string;
}

/** The schema that clients know. */
export function publishedSchema(root: string, branches?: readonly string[]): { from: string; text: string } {
  return publishedFile(SCHEMA, root, branches);
}

export function breaksBetween(before: string, after: string): Break[] {
  return findBreakingChanges(buildSchema(before), buildSchema(after)).map(({ type, description }) => ({
    type,
    change: description,
  }));
}

/** The entries of schema/ACCEPTED_BREAKS.md. @throws naming each line that is no entry */
export function acceptedBreaks(markdown: string): AcceptedBreak[] {
  const [, entries] = markdown.split(/^## Entries$/m);
  if (entries === undefined) throw new Error('schema/ACCEPTED_BREAKS.md has no section "## Entries".');
  return entries
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, date, type, change, reason] = /^- (\d{4}-\d{2}-\d{2}) \| ([A-Z_]+) \| (.+?) \| (\S.*)$/.exec(line) ?? [];
      if (!date || !type || !change || !reason || Number.isNaN(Date.parse(date)) || !(type in BreakingChangeType)) {
        throw new Error(
          `schema/ACCEPTED_BREAKS.md: not of the form "- <date> | <type> | <change> | <reason>": ${line}`,
        );
      }
      return { date, type, change, reason };
    });
}

/** One line for each break that was not accepted, as it would stand in schema/ACCEPTED_BREAKS.md. */
export function unaccepted(breaks: readonly Break[], accepted: readonly AcceptedBreak[]): string[] {
  return breaks
    .filter((each) => !accepted.some(({ type, change }) => type === each.type && change === each.change))
    .map(({ type, change }) => `- <date> | ${type} | ${change} | <reason>`);
}
