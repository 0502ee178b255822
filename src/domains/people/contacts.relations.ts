import { GraphQLDateTime } from 'graphql-scalars';
import { computed, sql, table, type Fact } from '../../platform/reading/index.ts';
import { GuardianContact, PHONE_VERIFIED_AT } from './families/guardian-contact.graphql.ts';
import type { GuardianRelation } from './families/guardianship.entity.ts';
import { maskedPhone, nameMasked } from './masking.ts';
import { toldOfContacts } from './people.countable.ts';
import { tieHolds } from './rights/in-force.facts.ts';
import { calledInRole, knownAtWork } from './staff.access.ts';

/* Names of people, and how they are reached. */

type PersonRead = { person: readonly [name: string, phone: string | null, phoneVerifiedAt?: string | null] };

/** One look-up, whichever of the two is asked for. */
const person: Fact = (row) =>
  sql`select json_build_array(p.name, p.phone, p.phone_verified_at) from ${table('person')} p where p.id = ${row}.person_id`;

/** The same of somebody at work, whoever asks; of who was, what they were called then, and no number. */
const memberOfStaff: Fact = (
  row,
  viewer,
) => sql`select case when ${knownAtWork(row, viewer)} then json_build_array(p.name, p.phone) else json_build_array(coalesce(${calledInRole(row, viewer)}, p.name), null) end
  from ${table('person')} p where p.id = ${row}.person_id`;

/** As PostgreSQL writes it in JSON. */
const dateOf = (written: string | null | undefined): Date | null => (written ? new Date(written) : null);

export const guardianName = computed<PersonRead>(() => String, {
  description: 'Name (姓名).',
  facts: { person },
  value: ({ person: [name] }) => name,
});

export const guardianPhone = computed<PersonRead>(() => String, {
  nullable: true,
  description: 'Mobile number, all but its ends masked, e.g. 138****0001 (手机号).',
  facts: { person },
  value: ({ person: [, phone] }) => maskedPhone(phone),
});

export const guardianPhoneVerifiedAt = computed<PersonRead>(() => GraphQLDateTime, {
  nullable: true,
  description: PHONE_VERIFIED_AT,
  facts: { person },
  value: ({ person: [, , verifiedAt] }) => dateOf(verifiedAt),
});

export const staffName = computed<PersonRead>(() => String, {
  description: 'Name (姓名); of who has left, the one that they had there.',
  facts: { person: memberOfStaff },
  value: ({ person: [name] }) => name,
});

export const staffPhone = computed<PersonRead>(() => String, {
  nullable: true,
  description:
    'Mobile number, all but its ends masked, e.g. 138****0001 (手机号); null where they have none, and of who has left.',
  facts: { person: memberOfStaff },
  value: ({ person: [, phone] }) => maskedPhone(phone),
});

interface ContactRead {
  readonly relation: GuardianRelation;
  readonly legal: boolean;
  readonly primaryContact: boolean;
  readonly name: string;
  readonly phone: string | null;
  readonly phoneVerifiedAt: string | null;
}

const MOST_CONTACTS = 20;

/** Names leave the database masked. */
const contacts: Fact = (
  student,
  viewer,
) => sql`select case when ${toldOfContacts(student, viewer)} then (select coalesce(json_agg(each.contact), '[]') from (
  select json_build_object('relation', tie.relation, 'legal', tie.legal, 'primaryContact', tie.primary_contact, 'name', ${nameMasked(sql`per.name`)}, 'phone', per.phone, 'phoneVerifiedAt', per.phone_verified_at) as contact
  from ${table('guardianship')} tie join ${table('guardian')} gdn on gdn.id = tie.guardian_id join ${table('person')} per on per.id = gdn.person_id where tie.student_id = ${student}.id and ${tieHolds(sql`tie`)}
  order by tie.primary_contact desc, tie.valid_from, tie.id limit ${MOST_CONTACTS}::int) each) end`;

export const guardianContacts = computed<{ contacts: readonly ContactRead[] | null }>(() => [GuardianContact], {
  nullable: true,
  description:
    'Who answers for the pupil today, twenty at most, masked, for whoever knows the pupil at work or has looked them up by the number (监护人联系方式); null to everybody else: families have `guardianships`.',
  atMost: MOST_CONTACTS,
  facts: { contacts },
  value: ({ contacts: read }) =>
    read?.map((each) => ({
      ...each,
      phone: maskedPhone(each.phone),
      phoneVerifiedAt: dateOf(each.phoneVerifiedAt),
    })) ?? null,
});
