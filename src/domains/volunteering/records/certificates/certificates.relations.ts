import { GraphQLInt } from 'graphql';
import { signedIn } from '../../../../platform/auth/index.ts';
import {
  always,
  anyOf,
  connectionOf,
  expression,
  readable,
  relations,
  sql,
  toMany,
  toOne,
  type Condition,
  type Readable,
  type Relations,
  type Roots,
} from '../../../../platform/reading/index.ts';
import { District, Guardian, guardiansKnownToMe, oneselfAsGuardian, mine } from '../../../people/index.ts';
import { CertifiedRecord, ServiceCertificate, ServiceRecord, told } from '../../model/index.ts';
import { certificatesFoundBy, visibleCertificates } from './certificates.access.ts';
import { occasionsOf } from './occasions.ts';

export const readables: readonly Readable[] = [
  readable(ServiceCertificate, {
    prefix: 'service-certificate',
    visible: visibleCertificates,
    foundBy: certificatesFoundBy,
    filters: { number: ['eq'], district: ['eq', 'in'] },
    orders: { ISSUED_AT: 'issuedAt' },
    defaultOrder: [{ by: 'issuedAt', direction: 'DESC' }],
  }),
];

/** Holders know all records that their certificate rests on; a school sees those that were served there. */
const ofMyself: Condition = (row, viewer) => anyOf([viewer.guardian && sql`${row}.guardian_id = ${mine.guardianId}`]);
const ofMyselfOrAtSchool: Condition = (row, viewer) => anyOf([viewer.school && always, ofMyself(row, viewer)]);

export const certificateRelations: readonly Relations[] = [
  relations(ServiceCertificate, {
    revokeReason: told('revokeReason', { nullable: true, description: 'Why it was revoked (撤销原因).' }),
    guardian: toOne(Guardian, {
      by: 'guardian',
      nullable: true,
      description: 'Whose it is (持有人); null where the caller may not see them.',
    }),
    supersededBy: toOne(ServiceCertificate, {
      by: 'supersededBy',
      nullable: true,
      description:
        "The one that bears the holder's corrected name and stands in its place (替代证明); null where there is none.",
    }),
    district: toOne(District, { by: 'district', description: 'In whose name it is issued (签发区).' }),
    serviceRecords: toMany(ServiceRecord, {
      through: { link: CertifiedRecord, from: 'certificate', to: 'record' },
      countedWhere: ofMyself,
      seenWhere: ofMyselfOrAtSchool,
      description: 'What it rests on, as far as the caller may see it (服务记录).',
    }),
    serviceCount: expression(() => GraphQLInt, {
      description: 'At how many shifts it was served (服务次数); its lines may be more.',
      sql: occasionsOf,
    }),
    valid: expression(() => Boolean, {
      description: 'False once it was revoked (是否有效).',
      sql: (row) => sql`${row}.revoked_at is null`,
    }),
  }),
  relations(Guardian, {
    serviceCertificates: toMany(ServiceCertificate, {
      by: 'guardian',
      countedWhere: oneselfAsGuardian,
      seenWhere: guardiansKnownToMe,
      description:
        'Certificates of the guardian, as far as the caller may see them, the latest first (志愿服务记录证明).',
    }),
  }),
];

export const certificateRoots: Roots = {
  serviceCertificates: connectionOf(ServiceCertificate, {
    access: signedIn,
    description: 'Certificates that the caller may see, the latest first (志愿服务记录证明).',
  }),
};
