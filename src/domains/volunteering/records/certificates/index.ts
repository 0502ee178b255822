import type { DomainPart } from '../../../../platform/graphql/index.ts';
import { certificatePage } from './certificate.page.ts';
import { certificatePermissions } from './certificates.access.ts';
import { certificateChecks } from './certificates.checks.ts';
import { certificateMutations } from './certificates.graphql.ts';
import { certificateRelations, certificateRoots, readables } from './certificates.relations.ts';
import { CertificateResolver } from './certificates.resolvers.ts';
import { CertifiedRecord, ServiceCertificate } from '../../model/index.ts';

/** What approved service is certified by (志愿服务记录证明). */
export const certificates: DomainPart = {
  entities: [ServiceCertificate, CertifiedRecord],
  readables,
  relations: certificateRelations,
  roots: certificateRoots,
  mutations: certificateMutations,
  resolvers: [CertificateResolver],
  permissions: certificatePermissions,
  attempts: {
    verifyCertificate: {
      name: 'certificateNumber',
      variable: 'RATE_CERTIFICATE_CHECKS_PER_MINUTE',
      perMinute: 120,
    },
  },
  checks: certificateChecks,
  pages: [certificatePage],
};
