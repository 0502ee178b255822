import * as admin from '../../schema/generated/admin.ts';
import { publishedFile } from '../../src/tasks/published-file.ts';
import type { AdminClientRole } from '../access/caller-names.ts';
import { saidOf } from '../support/held-to.ts';
import { isQuery, typedDocumentsOf } from '../support/typed-documents.ts';

/**
 * Whom an operation is not for, or not in full, written down by hand: what is refused to anybody else is a
 * screen that does not work. Nobody stands beside one that is for all of them.
 */
export const NOT_FOR: Readonly<Record<string, readonly AdminClientRole[]>> = saidOf('notFor');

/** Queries of the admin client that the main branch does not have, and of which nobody has said whom they are not for. */
export function unthoughtOperations(
  published: string = publishedFile('schema/generated/admin.ts', process.cwd()).text,
): string[] {
  return typedDocumentsOf(admin)
    .filter(([name, document]) => isQuery(document) && !(name in NOT_FOR))
    .map(([name]) => name)
    .filter((name) => !published.includes(`export const ${name}Document`));
}
