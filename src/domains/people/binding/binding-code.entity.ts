import { Check, Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { Stored } from '../../../platform/database/index.ts';
import { Node } from '../../../platform/graphql/index.ts';
import { Guardian } from '../families/guardian.entity.ts';
import { Student } from '../families/student.entity.ts';
import { Staff } from '../staff/staff.entity.ts';

/**
 * A code that the school gives to a pupil's family: twelve characters of 32, good once, for one guardian. Guessing:
 * with 20,000 tries a day on a whole district of 100,000 codes in force, 20,000 × 100,000 / 32^12 < 2 in 10^9.
 */
@ObjectType({
  implements: Node,
  description:
    'A code with which one guardian binds to a pupil (绑定码); the code itself is told once, and printed for whoever answers for the pupil.',
})
@Entity()
@Unique({ name: 'binding_code_hash_unique', properties: ['hash'] })
@Index({ name: 'binding_code_student_index', properties: ['student', 'issuedAt', 'id'] })
@Check({ name: 'binding_code_times', expression: 'issued_at < expires_at' })
@Check({ name: 'binding_code_used', expression: '(used_at is null) = (used_by_id is null)' })
export class BindingCode extends Stored {
  @ManyToOne(() => Student)
  student!: Student;

  /** SHA-256 of the code, in base64url. */
  @Property({ type: 'text' })
  hash!: string;

  @ManyToOne(() => Staff)
  issuedBy!: Staff;

  @Field(() => GraphQLDateTime, { description: 'When it was issued (发放时间).' })
  @Property({ type: 'datetime', length: 3 })
  issuedAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'Until when it can be used (有效期至), exclusive.' })
  @Property({ type: 'datetime', length: 3 })
  expiresAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was used (使用时间).' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  usedAt: Date | null = null;

  @ManyToOne(() => Guardian, { nullable: true, deleteRule: 'restrict' })
  usedBy: Guardian | null = null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was revoked, or another was issued in its place (作废时间).',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  revokedAt: Date | null = null;
}
