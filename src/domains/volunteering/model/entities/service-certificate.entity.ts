import { Check, Entity, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { refusal, Stored } from '../../../../platform/database/index.ts';
import { Node } from '../../../../platform/graphql/index.ts';
import { District, Guardian, Person } from '../../../people/index.ts';
import { ServiceRecord } from './service-record.entity.ts';

/** One line of a certificate, as it was when it was issued. */
export interface CertifiedService {
  /** ISO 8601, UTC. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly title: string;
  readonly place: string;
  /** Name of the school; null where the district itself asked for volunteers. */
  readonly school: string | null;
  readonly minutes: number;
}

/** Where somebody who has recorded service, or certifies it, could be reached when it was issued. */
export interface CertifiedContact {
  readonly name: string;
  readonly contact: string;
}

const REVOCATION = ['revoked_at', 'revoke_reason', 'revoked_by_id', 'superseded_by_id']
  .map((column) => `'${column}'`)
  .join(', ');
const rest = (row: string): string => `to_jsonb(${row}) - array[${REVOCATION}]`;
const revoked = (row: string): string => `to_jsonb(${row}) - 'revoked_by_id'`;
/** The account of whoever revoked it was joined into another, whose person is named from then on. */
const JOINED = `exists (select 1 from account was join account now on now.id = was.joined_into_id where was.person_id = old.revoked_by_id and now.person_id = new.revoked_by_id)`;

@ObjectType({
  implements: Node,
  description:
    'What a volunteer has served, certified free of charge (志愿服务记录证明). Its content never changes; it can be revoked.',
})
@Entity()
@Unique({ name: 'service_certificate_number_unique', properties: ['number'] })
@Index({ name: 'service_certificate_issued_index', properties: ['issuedAt', 'id'] })
@Index({ name: 'service_certificate_person_index', properties: ['person'] })
@Index({ name: 'service_certificate_guardian_index', properties: ['guardian', 'issuedAt', 'id'] })
@Index({ name: 'service_certificate_district_index', properties: ['district', 'issuedAt', 'id'] })
@Index({ name: 'service_certificate_revoked_by_index', properties: ['revokedBy'], where: 'revoked_by_id is not null' })
@Check({ name: 'service_certificate_number_shape', expression: "number ~ '^ZY[0-9]{8}-[0-9A-HJKMNP-TV-Z]{10}$'" })
@Check({ name: 'service_certificate_period', expression: 'period_from <= period_to' })
@Check({ name: 'service_certificate_minutes', expression: 'total_minutes > 0' })
@Check({
  name: 'service_certificate_revoked',
  expression:
    '(revoked_at is null) = (revoke_reason is null) and (revoked_at is null) = (num_nonnulls(revoked_by_id, superseded_by_id) = 0)',
})
@Trigger({
  name: 'service_certificate_stays',
  timing: 'after',
  events: ['update', 'delete'],
  body: `
    if tg_op = 'DELETE' or ${rest('new')} is distinct from ${rest('old')} or (old.revoked_at is not null and to_jsonb(new) is distinct from to_jsonb(old) and (${revoked('new')} is distinct from ${revoked('old')} or not ${JOINED})) then
      ${refusal('service_certificate_stays', 'a certificate does not change; it can be revoked once')};
    end if;
    return null`,
})
export class ServiceCertificate extends Stored {
  @Field(() => String, { description: 'Number (证明编号), unique; whoever knows it can verify the certificate.' })
  @Property({ type: 'text' })
  number!: string;

  @ManyToOne(() => Person)
  person!: Person;

  @ManyToOne(() => Guardian)
  guardian!: Guardian;

  @ManyToOne(() => District)
  district!: District;

  /** As printed. */
  @Property({ type: 'text' })
  holderName!: string;

  @Field(() => GraphQLDate, { description: 'First day that it covers (起始日期).' })
  @Property({ type: 'date' })
  periodFrom!: string;

  @Field(() => GraphQLDate, { description: 'Last day that it covers (截止日期), inclusive.' })
  @Property({ type: 'date' })
  periodTo!: string;

  @Field(() => Int, { description: 'Minutes of approved service, overlapping time counted once (总时长,分钟).' })
  @Property({ type: 'int' })
  totalMinutes!: number;

  @Property({ type: 'json' })
  services!: readonly CertifiedService[];

  /** The district first, then the schools; null on certificates from before they said so. */
  @Property({ type: 'json', nullable: true })
  contacts: readonly CertifiedContact[] | null = null;

  @Field(() => GraphQLDateTime, { description: 'When it was issued (出具时间).' })
  @Property({ type: 'datetime', length: 3 })
  issuedAt!: Date;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was revoked (撤销时间); null while it is valid.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  revokedAt: Date | null = null;

  @Property({ type: 'text', nullable: true })
  revokeReason: string | null = null;

  @ManyToOne(() => Person, { nullable: true, deleteRule: 'restrict' })
  revokedBy: Person | null = null;

  /** The one that bears the holder's corrected name and stands in its place. */
  @ManyToOne(() => ServiceCertificate, { nullable: true, deleteRule: 'restrict' })
  supersededBy: ServiceCertificate | null = null;
}

/** A record that a certificate rests on. */
@Entity()
@Unique({ name: 'certified_record_unique', properties: ['certificate', 'record'] })
@Index({ name: 'certified_record_record_index', properties: ['record'] })
@Trigger({
  name: 'certified_record_stays',
  timing: 'before',
  events: ['update', 'delete'],
  body: refusal('certified_record_stays', 'what a certificate rests on does not change'),
})
@Trigger({
  name: 'certified_record_approved',
  timing: 'after',
  events: ['insert'],
  body: `
    if not exists (select 1 from service_record r join service_certificate c on c.id = new.certificate_id
      where r.id = new.record_id and r.status = 'APPROVED' and r.person_id = c.person_id and r.district_id = c.district_id) then
      ${refusal('certified_record_approved', 'a certificate rests on approved service of its person')};
    end if;
    return null`,
})
export class CertifiedRecord extends Stored {
  @ManyToOne(() => ServiceCertificate)
  certificate!: ServiceCertificate;

  @ManyToOne(() => ServiceRecord)
  record!: ServiceRecord;
}
