import { MigrationWhileInUse, portionwise } from './while-in-use.ts';

/** A reply that carries on what a family had said, after a right has ended or was given back, says when the family said it. */
export class Migration20261130145800_replies_say_when_they_were_given extends MigrationWhileInUse {
  override up(): void {
    this.each(
      portionwise(
        'meeting_reply',
        `update meeting_reply rpl set replied_at = own.replied_at from meeting_reply own where rpl.id = any(due) and own.id = rpl.continues_id and rpl.replied_at <> own.replied_at`,
      ),
    );
  }

  override down(): void {
    // When a right was given back is not known any more, and was no answer.
  }
}
