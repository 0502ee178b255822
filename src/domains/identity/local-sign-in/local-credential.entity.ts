import type { Opt } from '@mikro-orm/core';
import { Check, Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Stored } from '../../../platform/database/index.ts';
import { StaffIdentity } from '../staff-identities/staff-identity.entity.ts';

/**
 * The password and the authenticator of a sign-in that is kept here, or the link by which they are set. Secret: never readable through
 * the schema, never logged or audited. It goes with the sign-in.
 */
@Entity()
@Unique({ name: 'local_credential_identity_unique', properties: ['identity'] })
@Unique({ name: 'local_credential_link_unique', properties: ['linkHash'] })
@Check({
  name: 'local_credential_link',
  expression: '(link_hash is null) = (link_expires_at is null) and (link_hash is null) = (set_up_at is not null)',
})
@Check({
  name: 'local_credential_set_up',
  expression: `(set_up_at is null) = (password_hash is null) and (set_up_at is null) = (totp_secret is null) and (set_up_at is null) = (totp_step is null)
    and (set_up_at is not null or cardinality(recovery_marks) = 0)`,
})
export class LocalCredential extends Stored {
  @ManyToOne(() => StaffIdentity, { deleteRule: 'cascade' })
  identity!: StaffIdentity;

  /** Of the link that was handed out; null once it was used. */
  @Property({ type: 'text', nullable: true })
  linkHash: string | null = null;

  @Property({ type: 'datetime', length: 3, nullable: true })
  linkExpiresAt: Date | null = null;

  @Property({ type: 'text', nullable: true })
  passwordHash: string | null = null;

  /** Locked by the key of the hub. */
  @Property({ type: 'text', nullable: true })
  totpSecret: string | null = null;

  /** The step of 30 seconds of which a code was taken last: that one and earlier ones are good no more. */
  @Property({ type: 'integer', nullable: true })
  totpStep: number | null = null;

  /** Of recovery codes that nobody has used. */
  @Property({ type: 'text[]' })
  recoveryMarks: string[] = [];

  /** Marks of the networks from which they have signed in last. */
  @Property({ type: 'text[]', defaultRaw: `'{}'` })
  knownNetworks: Opt<string[]> = [];

  @Property({ type: 'datetime', length: 3, nullable: true })
  setUpAt: Date | null = null;

  @Property({ type: 'datetime', length: 3, nullable: true })
  lastUsedAt: Date | null = null;
}
