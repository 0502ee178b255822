import type { Opt } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, Property, Trigger } from '@mikro-orm/decorators/legacy';
import { olderStays, Stored } from '../../database/index.ts';

export enum AuditOutcome {
  SUCCEEDED = 'SUCCEEDED',
  REFUSED = 'REFUSED',
}

/**
 * Who called which mutation upon what, and what became of it. Rows are only ever added, and deleted after half
 * a year at the earliest: the database refuses the rest
 * (TRUNCATE by a trigger that stands in a migration alone, for a schema diff does not see such triggers).
 */
@Entity()
@Index({ name: 'audit_record_account_index', properties: ['account', 'createdAt'] })
@Index({ name: 'audit_record_time_index', properties: ['createdAt', 'id'] })
@Index({ name: 'audit_record_mutation_index', properties: ['mutation', 'createdAt'] })
@Index({ name: 'audit_record_outcome_index', properties: ['outcome', 'createdAt'] })
@Index({ name: 'audit_record_schools_index', properties: ['schools'], type: 'gin' })
@Index({ name: 'audit_record_about_index', properties: ['about'], type: 'gin' })
@Check({ name: 'audit_record_one_actor', expression: 'num_nonnulls(account, service_token) <= 1' })
@Trigger({
  name: 'audit_record_stays',
  timing: 'before',
  events: ['update', 'delete'],
  body: olderStays('audit_record_stays', 'the audit log is only ever added to; what is older than half a year may go'),
})
export class AuditRecord extends Stored {
  /** Null for a guest, for a client without a person, and for background work, whose `mutation` is the name of the job. */
  @Property({ type: 'uuid', nullable: true })
  account: string | null = null;

  /** The client without a person that called. */
  @Property({ type: 'uuid', nullable: true })
  serviceToken: string | null = null;

  @Property({ type: 'text' })
  mutation!: string;

  @Enum({ items: () => AuditOutcome })
  outcome!: AuditOutcome;

  /** Why it was refused. */
  @Property({ type: 'text', nullable: true })
  code: string | null = null;

  /** Ids of what it was about, by name; never a name, a phone or a text. */
  @Property({ type: 'json' })
  subjects!: Readonly<Record<string, string | readonly string[]>>;

  /** The ids in `subjects`, to be found by them. */
  @Property({ type: 'array', columnType: 'uuid[]', defaultRaw: "'{}'" })
  about: Opt<string[]> = [];

  /** Schools that whoever called belonged to at that moment, themself or through others: theirs is the log. */
  @Property({ type: 'array', columnType: 'uuid[]', defaultRaw: "'{}'" })
  schools: Opt<string[]> = [];

  /** Districts, likewise. */
  @Property({ type: 'array', columnType: 'uuid[]', defaultRaw: "'{}'" })
  districts: Opt<string[]> = [];
}
