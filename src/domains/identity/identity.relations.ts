import { anyone } from '../../platform/auth/index.ts';
import { mine, objectOf, readable, relations, sql, toOne, type Readable, type Relations, type Roots } from '../../platform/reading/index.ts';
import { Guardian, Staff } from '../people/index.ts';
import { Account } from './account.entity.ts';
import { Viewer } from './viewer.graphql.ts';

export const readables: readonly Readable[] = [
  readable(Account, {
    prefix: 'account',
    visible: (row) => sql`${row}.id = ${mine.accountId}`,
    defaultOrder: [{ by: 'createdAt', direction: 'ASC' }],
  }),
];

export const identityRelations: readonly Relations[] = [
  relations(Viewer as never, {
    account: toOne(Account, { by: 'account', nullable: true, description: 'The account; null for a guest (账号).' }),
    guardian: toOne(Guardian, { by: 'guardian', nullable: true, description: 'The caller as a guardian, with children and households (家长身份).' }),
    staff: toOne(Staff, { by: 'staff', nullable: true, description: 'The caller as a staff member, with assignments (教职工身份).' }),
  }),
];

export const roots: Roots = {
  viewer: objectOf(Viewer, {
    access: anyone,
    description: 'The caller (当前用户).',
    value: ({ viewer }) => ({
      signedIn: viewer.accountId !== null,
      permissions: viewer.permissions,
      account: viewer.accountId,
      guardian: viewer.guardianId,
      staff: viewer.staffId,
      person: viewer.personId,
    }),
  }),
};
