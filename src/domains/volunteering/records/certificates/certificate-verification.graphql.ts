import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import type { VerifiedCertificate } from './verify-certificate.ts';

@ObjectType({
  description: 'What whoever has the number of a certificate learns of it (证明核验结果); never whose it is.',
})
export class CertificateVerification implements VerifiedCertificate {
  @Field(() => String, { description: 'Number (证明编号).' })
  readonly number!: string;

  @Field(() => Boolean, { description: 'False once it was revoked (是否有效).' })
  readonly valid!: boolean;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was revoked (撤销时间); null while it is valid.',
  })
  readonly revokedAt!: Date | null;

  @Field(() => Boolean, {
    description:
      "True where another certificate, with the holder's corrected name, stands in its place (已由新证明替代).",
  })
  readonly superseded!: boolean;

  @Field(() => GraphQLDate, { description: 'First day that it covers (起始日期).' })
  readonly periodFrom!: string;

  @Field(() => GraphQLDate, { description: 'Last day that it covers (截止日期), inclusive.' })
  readonly periodTo!: string;

  @Field(() => Int, { description: 'Minutes that it certifies (总时长,分钟).' })
  readonly totalMinutes!: number;

  @Field(() => Int, { description: 'At how many shifts it was served (服务次数).' })
  readonly serviceCount!: number;

  @Field(() => GraphQLDateTime, { description: 'When it was issued (出具时间).' })
  readonly issuedAt!: Date;

  @Field(() => String, { description: 'Name of the district that issued it (签发区).' })
  readonly districtName!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the school at which the service was given (服务学校); null where there are several, or none.',
  })
  readonly schoolName!: string | null;
}
