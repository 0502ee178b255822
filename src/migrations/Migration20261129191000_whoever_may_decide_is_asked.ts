import { constrained, indexed, MigrationWhileInUse, portionwise } from './while-in-use.ts';

/** What waits for somebody to decide on it, found where it waits. */
const INDEXES: Readonly<Record<string, string>> = {
  notice_waiting_index: '"notice" ("about_id") where waiting',
  guardianship_waiting_index: `"guardianship" ("student_id") where status = 'PENDING'`,
  signup_cancel_requested_index: '"signup" ("id") where cancel_requested_at is not null',
};
const ASKED_ONCE = 'notice_asked_once';

const KINDS = [
  'people.guardianship-asked',
  'people.role-asked',
  'identity.join-asked',
  'volunteering.service-to-decide',
  'volunteering.stand-in-to-decide',
  'volunteering.cancellation-requested',
  'volunteering.lecture-proposed',
];

/** Notices that ask for a decision say so: they wait for whoever may decide, and for nobody else. */
export class Migration20261129191000_whoever_may_decide_is_asked extends MigrationWhileInUse {
  override name = 'Migration20261129191000_whoever_may_decide_is_asked';

  override up(): void {
    this.each(
      'alter table "notice" add column if not exists "waiting" boolean not null default false;',
      constrained('notice', 'notice_waiting_about', 'check (not waiting or about_id is not null)'),
      ...Object.entries(INDEXES).map(([name, on]) => indexed(name, on)),
      `drop index concurrently if exists "${ASKED_ONCE}";`,
      `create unique index concurrently "${ASKED_ONCE}" on "notice" ("person_id", "kind", "about_id") where waiting;`,
    );
    // Of what was told anew the last one asks. Whom it does not ask any more is found by those who ask.
    this.addSql(
      portionwise(
        'notice',
        `update notice ntc set waiting = true where ntc.id = any(due) and not ntc.waiting and ntc.about_id is not null and ntc.rests_on is distinct from '{}'
      and ntc.kind in (${KINDS.map((kind) => `'${kind}'`).join(', ')})
      and not exists (select 1 from notice other where other.person_id = ntc.person_id and other.kind = ntc.kind and other.about_id = ntc.about_id and other.id > ntc.id)`,
      ),
    );
  }

  override down(): void {
    for (const name of [...Object.keys(INDEXES), ASKED_ONCE]) this.addSql(`drop index if exists "${name}";`);
    this.addSql('alter table "notice" drop constraint "notice_waiting_about", drop column "waiting";');
  }
}
