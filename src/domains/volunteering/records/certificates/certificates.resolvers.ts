import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { anyone } from '../../../../platform/auth/index.ts';
import { Access } from '../../../../platform/graphql/index.ts';
import type { RequestContext } from '../../../../platform/request/index.ts';
import { CertificateVerification } from './certificate-verification.graphql.ts';
import { verifyCertificate } from './verify-certificate.ts';

@Resolver()
export class CertificateResolver {
  @Access(anyone)
  @Query(() => CertificateVerification, {
    nullable: true,
    description:
      'Whether a certificate is genuine and valid, by the number that stands on it (证明核验); null for an unknown number.',
  })
  async verifyCertificate(
    @Arg('number', () => String, { description: 'As it is printed (证明编号), e.g. ZY20261122-7K3M9QXW2B.' })
    number: string,
    @Ctx() context: RequestContext,
  ): Promise<CertificateVerification | null> {
    const found = await verifyCertificate(context, number);
    if (!found) context.meter.missed('verifyCertificate');
    return found;
  }
}
