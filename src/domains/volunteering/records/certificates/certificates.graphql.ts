import { GraphQLDate } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { permission } from '../../../../platform/auth/index.ts';
import { fonts } from '../../../../platform/documents/index.ts';
import { mutation, MutationInput, type MutationDeclaration } from '../../../../platform/graphql/index.ts';
import { District, Guardian } from '../../../people/index.ts';
import { ISSUE_CERTIFICATE, REVOKE_CERTIFICATE } from './certificates.access.ts';
import { ISSUE_CERTIFICATE_RULES, REVOKE_CERTIFICATE_RULES } from './certificates.rules.ts';
import { issueServiceCertificate } from './issue-service-certificate.ts';
import { revokeServiceCertificate } from './revoke-service-certificate.ts';
import { ServiceCertificate } from '../../model/index.ts';

@InputType({ description: 'Which service to certify (出具证明).' })
export class IssueServiceCertificateInput extends MutationInput {
  @Field(() => ID, {
    nullable: true,
    description: "Global id of the volunteer (家长标识), for their school; left out for one's own service.",
  })
  readonly guardianId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Global id of the district in whose name (区标识); needed only where they served in several.',
  })
  readonly districtId?: string | null;

  @Field(() => GraphQLDate, { description: 'First day (起始日期).' })
  readonly periodFrom!: string;

  @Field(() => GraphQLDate, { description: 'Last day, today at most (截止日期).' })
  readonly periodTo!: string;
}

@InputType({ description: 'Which certificate to revoke, and why (撤销证明).' })
export class RevokeServiceCertificateInput extends MutationInput {
  @Field(() => ID, { description: 'Global id of the certificate (证明标识).' })
  readonly certificateId!: string;

  @Field(() => String, { description: 'Why, as the holder is told it, 200 characters at most (撤销原因).' })
  readonly reason!: string;
}

export const certificateMutations: readonly MutationDeclaration[] = [
  mutation('issueServiceCertificate', {
    description:
      'Certifies approved service of a period, free of charge (出具志愿服务记录证明). Where the very same certificate stands, it is answered; one that bears an earlier name of the holder is superseded.',
    access: permission(ISSUE_CERTIFICATE),
    input: IssueServiceCertificateInput,
    ids: { guardianId: Guardian, districtId: District },
    ownCase: 'REPEATS_DECISIONS',
    rules: ISSUE_CERTIFICATE_RULES,
    // The fonts are read before anybody is locked: they say what can be printed.
    prepare: () => fonts(),
    answer: {
      certificate: { to: ServiceCertificate, description: 'The certificate (证明); null where nothing was done.' },
    },
    run: (tx, { guardianId, districtId, periodFrom, periodTo }) =>
      issueServiceCertificate(tx, {
        guardianId: guardianId ?? null,
        districtId: districtId ?? null,
        periodFrom,
        periodTo,
      }),
  }),
  mutation('revokeServiceCertificate', {
    description:
      'Revokes a certificate (撤销证明): whoever verifies it is told so, and its service can be decided on again.',
    access: permission(REVOKE_CERTIFICATE),
    input: RevokeServiceCertificateInput,
    ids: { certificateId: ServiceCertificate },
    texts: { reason: 'LINE' },
    ownCase: 'REFUSED',
    rules: REVOKE_CERTIFICATE_RULES,
    answer: {
      certificate: {
        to: ServiceCertificate,
        otherwise: 'certificateId',
        description: 'The certificate as it now is (证明).',
      },
    },
    run: (tx, input) => revokeServiceCertificate(tx, input),
  }),
];
