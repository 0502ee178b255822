import { inOneLine, LINES } from './Migration20261129150000_texts_rights_and_records.ts';
import { MigrationWhileInUse } from './while-in-use.ts';

/** Texts that somebody wrote while the columns became lines, then the constraints: whoever writes meanwhile is not held up by the reading of whole tables. */
export class Migration20261129162100_lines_are_validated extends MigrationWhileInUse {
  override name = 'Migration20261129162100_lines_are_validated';

  override up(): void {
    for (const [table, columns] of Object.entries(LINES)) {
      for (const column of columns) this.addSql(inOneLine(table, column));
      this.addSql(
        `alter table "${table}" ${columns.map((column) => `validate constraint "${table}_${column}_one_line"`).join(', ')};`,
      );
    }
  }

  override down(): void {
    // What is validated may stay so.
  }
}
