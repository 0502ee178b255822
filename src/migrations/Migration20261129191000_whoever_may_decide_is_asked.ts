import { Migration } from '@mikro-orm/migrations';
import { inPortions } from './in-portions.ts';

/** What waits for somebody to decide on it, found where it waits. */
const INDEXES: Readonly<Record<string, string>> = {
  notice_waiting_index: 'index concurrently "notice_waiting_index" on "notice" ("about_id") where waiting',
  notice_asked_once: 'unique index concurrently "notice_asked_once" on "notice" ("person_id", "kind", "about_id") where waiting',
  guardianship_waiting_index: `index concurrently "guardianship_waiting_index" on "guardianship" ("id") where status = 'PENDING'`,
  signup_cancel_requested_index: 'index concurrently "signup_cancel_requested_index" on "signup" ("id") where cancel_requested_at is not null',
};

const KINDS = ['people.guardianship-asked', 'people.role-asked', 'identity.join-asked', 'volunteering.service-to-decide', 'volunteering.stand-in-to-decide', 'volunteering.cancellation-requested', 'volunteering.lecture-proposed'];

/** Notices that ask for a decision say so: they wait for whoever may decide, and for nobody else. */
export class Migration20261129191000_whoever_may_decide_is_asked extends Migration {
  override name = 'Migration20261129191000_whoever_may_decide_is_asked';

  /** Everybody is told of something all the time: the table is held for the new column alone. Where this has run before and not to its end, it begins anew. */
  override isTransactional(): boolean {
    return false;
  }

  override up(): void {
    this.addSql('alter table "notice" add column if not exists "waiting" boolean not null default false;');
    this.addSql('alter table "notice" drop constraint if exists "notice_waiting_about", add constraint "notice_waiting_about" check (not waiting or about_id is not null) not valid;');
    this.addSql('alter table "notice" validate constraint "notice_waiting_about";');
    for (const [name, index] of Object.entries(INDEXES)) {
      this.addSql(`drop index concurrently if exists "${name}";`);
      this.addSql(`create ${index};`);
    }
    // Of what was told anew the last one asks. Whom it does not ask any more is found by those who ask.
    this.addSql(inPortions('notice', `update notice ntc set waiting = true where ntc.id = any(due) and not ntc.waiting and ntc.about_id is not null and ntc.rests_on is distinct from '{}'
      and ntc.kind in (${KINDS.map((kind) => `'${kind}'`).join(', ')})
      and not exists (select 1 from notice other where other.person_id = ntc.person_id and other.kind = ntc.kind and other.about_id = ntc.about_id and other.id > ntc.id)`));
  }

  override down(): void {
    for (const name of Object.keys(INDEXES)) this.addSql(`drop index if exists "${name}";`);
    this.addSql('alter table "notice" drop constraint "notice_waiting_about", drop column "waiting";');
  }
}
