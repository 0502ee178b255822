import { type Account, AccountStatus } from '../../../src/domains/identity/index.ts';
import type { FromName, Person } from '../../../src/domains/people/index.ts';
import { adultGivenName, phoneNumber, surname } from '../../fiction/person-names.ts';
import type { RecordOf } from '../../writing/index.ts';
import { completed, type Given, type GivenWith, nextNumber, stored } from '../given.ts';

export type PersonRecord = RecordOf<Person, FromName>;
export type AccountRecord = RecordOf<Account>;

export function aPerson(given: Given<Person> = {}): PersonRecord {
  const number = nextNumber();
  return completed<PersonRecord>(
    {
      ...stored(given),
      name: surname(number) + adultGivenName(number),
      phone: phoneNumber(90_000_000 + number),
      phoneVerifiedAt: null,
    },
    given,
  );
}

export function anAccount(given: GivenWith<Account, 'person'>): AccountRecord {
  return completed<AccountRecord>(
    {
      ...stored(given),
      person: '',
      name: given.name ?? `account-${nextNumber()}`,
      status: AccountStatus.ACTIVE,
      joinedInto: null,
      joinedAt: null,
    },
    given,
  );
}
