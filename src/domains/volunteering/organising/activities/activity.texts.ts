import { optionalText, requiredText, type TextForm } from '../../../../platform/commands/index.ts';
import { violationOf } from '../../../../platform/errors/index.ts';
import { ACTIVITY_RULES } from './activity.rules.ts';

const LONGEST = { title: 60, purpose: 1000, riskNotice: 1000, contactName: 40 } as const;
const FORM = {
  title: 'TITLE',
  purpose: 'PARAGRAPHS',
  riskNotice: 'PARAGRAPHS',
  contactName: 'NAME',
} as const satisfies Readonly<Record<keyof typeof LONGEST, TextForm>>;
const LONGEST_PHONE = 30;
const MOBILE = /^1[0-9]{10}$/;
const PUNCTUATION = /[\s()+-]/g;

export function activityText(field: keyof typeof LONGEST, text: string): string {
  return requiredText(text, { path: [field], longest: LONGEST[field], form: FORM[field] });
}

/** The telephone of an office. @throws RuleViolation PRIVATE_NUMBER however it is punctuated, with or without +86 */
export function officePhone(text: string | null): string | null {
  const phone = optionalText(text, { path: ['contactPhone'], longest: LONGEST_PHONE });
  if (phone !== null && MOBILE.test(phone.replace(PUNCTUATION, '').replace(/^(?:00)?86(?=1[0-9]{10}$)/, ''))) {
    throw violationOf(ACTIVITY_RULES, 'PRIVATE_NUMBER', ['contactPhone']);
  }
  return phone;
}
