import type { Transaction } from '../../../platform/commands/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { VolunteeringPolicy } from '../model/index.ts';

/** The rules of volunteering in a district, as plain values. */
export type PolicyTerms = Readonly<
  Pick<
    VolunteeringPolicy,
    'offerMinutes' | 'noShowLimit' | 'noShowWindowDays' | 'suspensionDays' | 'checkInEarlyMinutes' | 'reportWithinHours'
  >
>;

/** The rules of a district that has no row of its own. */
export const defaultTerms: PolicyTerms = policyTermsOf(new VolunteeringPolicy());

export function policyTermsOf(policy: PolicyTerms): PolicyTerms {
  const { offerMinutes, noShowLimit, noShowWindowDays, suspensionDays, checkInEarlyMinutes, reportWithinHours } =
    policy;
  return { offerMinutes, noShowLimit, noShowWindowDays, suspensionDays, checkInEarlyMinutes, reportWithinHours };
}

/**
 * The rules that hold in a district now, for commands: no lock is taken, whoever decides under one reads them in it.
 * @param districtId bare id of the district
 */
export async function policyOf(tx: Transaction, districtId: string): Promise<PolicyTerms> {
  const [own] = await tx.query<PolicyTerms>(sql`
    select vop.offer_minutes as "offerMinutes", vop.no_show_limit as "noShowLimit", vop.no_show_window_days as "noShowWindowDays",
      vop.suspension_days as "suspensionDays", vop.check_in_early_minutes as "checkInEarlyMinutes", vop.report_within_hours as "reportWithinHours"
    from volunteering_policy vop where vop.district_id = ${districtId}::uuid`);
  return own ?? defaultTerms;
}
