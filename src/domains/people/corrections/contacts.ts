import { optionalText } from '../../../platform/commands/index.ts';
import { violationOf } from '../../../platform/errors/index.ts';
import { CONTACT_RULES } from './corrections.rules.ts';

const LONGEST_CONTACT = 100;
/** Seven digits or more, whatever stands between them, or an address of mail. */
const REACHES_SOMEBODY = /(?:\d[\s()-]*){7}|\S@\S+\.\S/;

/**
 * Where an office can be reached, as it was given: null takes it off the record, and left out it stays.
 * @throws RuleViolation, BadUserInput
 */
export function contactGiven(contact: string | null | undefined): string | null | undefined {
  if (contact === undefined || contact === null) return contact;
  const given = optionalText(contact, { path: ['contact'], longest: LONGEST_CONTACT });
  if (given !== null && !REACHES_SOMEBODY.test(given)) throw violationOf(CONTACT_RULES, 'CONTACT_SHAPE', ['contact']);
  return given;
}
