import type { Transaction } from '../../../platform/commands/index.ts';
import { violationOf } from '../../../platform/errors/index.ts';
import type { RequestContext } from '../../../platform/request/index.ts';
import { WechatRefused, type WechatPhone } from '../../../platform/wechat/index.ts';
import { actingPerson, holdMyself, lockPersonOf, mobileNumber, Person, setPhone } from '../../people/index.ts';
import { IDENTITY } from '../services.ts';
import { OWN_CONTACT_RULES, WECHAT_CONTACT_RULES } from './contact.rules.ts';

interface Reached {
  /** As they typed it, or WeChat tells it. */
  readonly phone: string;
  /** Of the input. */
  readonly path: string;
  readonly verifiedAt: Date | null;
}

const MAINLAND = '86';

/** @throws RuleViolation NOT_A_MOBILE */
async function reachMeBy(tx: Transaction, { phone, path, verifiedAt }: Reached): Promise<{ guardian: string }> {
  const number = mobileNumber(phone);
  if (number === null) throw violationOf(OWN_CONTACT_RULES, 'NOT_A_MOBILE', [path]);
  const guardian = tx.viewer.guardianId!;
  await lockPersonOf(tx, guardian);
  await holdMyself(tx);
  setPhone(await tx.em.findOneOrFail(Person, actingPerson(tx).id, { refresh: true }), number, verifiedAt);
  return { guardian };
}

/** The caller tells how the school reaches them. Others may have the same number: grandparents share one. @throws RuleViolation NOT_A_MOBILE */
export const updateMyContact = (
  tx: Transaction,
  { phone }: { readonly phone: string },
): Promise<{ guardian: string }> => reachMeBy(tx, { phone, path: 'phone', verifiedAt: null });

/** The request holds no turn of others while WeChat is asked. @throws RuleViolation with a code of `WECHAT_CONTACT_RULES` */
export async function askWechatForPhone(
  { services, permit }: Pick<RequestContext, 'services' | 'permit'>,
  { code }: { readonly code: string },
): Promise<WechatPhone> {
  const { phoneOfCode } = services.get(IDENTITY);
  if (!phoneOfCode) throw violationOf(WECHAT_CONTACT_RULES, 'NOT_CONFIGURED');
  permit?.release();
  try {
    return await phoneOfCode(code);
  } catch (error) {
    throw error instanceof WechatRefused ? violationOf(WECHAT_CONTACT_RULES, error.refusal, ['code']) : error;
  }
}

/** The same of the number that WeChat tells, and has made sure of. @throws RuleViolation NOT_A_MOBILE */
export async function updateMyContactByWechat(
  tx: Transaction,
  { countryCode, number }: WechatPhone,
): Promise<{ guardian: string }> {
  if (countryCode !== MAINLAND) throw violationOf(OWN_CONTACT_RULES, 'NOT_A_MOBILE', ['code']);
  return reachMeBy(tx, { phone: number, path: 'code', verifiedAt: tx.now });
}
