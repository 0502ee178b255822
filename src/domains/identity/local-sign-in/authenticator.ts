import { Secret, TOTP } from 'otpauth';
import { inLocale, type Message } from '../../../platform/errors/index.ts';
import { SEALS, type RequestContext } from '../../../platform/request/index.ts';

/** What an app for one-time codes is shown (RFC 6238: six digits, 30 seconds, SHA-1, which is what all of them know). */
export interface OfferedAuthenticator {
  /** In Base32, to be typed where no picture can be taken. */
  readonly secret: string;
  /** `otpauth://…`, for a QR code. */
  readonly address: string;
  /** Says once more which secret was offered, and to whom: nothing is stored of it before a code of it was entered. */
  readonly setUp: string;
}

const AUDIENCE = 'authenticator';
const PERIOD_SECONDS = 30;
const MINUTES_TO_SET_UP = 60;
/** Clocks of phones are a little off: the step before and the one after are good as well. */
const STEPS_OFF = 1;
/** What an app shows above the code. */
const SERVICE: Message = { zh: '家校社协同数据中心', en: 'Home–school hub' };

type Asked = Pick<RequestContext, 'services' | 'now' | 'locale'>;

/** @param whose the link or the account that it is offered to, by which alone it is taken up @param login what the app shows beside the code */
export async function offerTo(whose: string, login: string, asked: Asked): Promise<OfferedAuthenticator> {
  const { services, now } = asked;
  const secret = new Secret({ size: 20 }).base32;
  return {
    secret,
    address: addressOf(secret, login, asked),
    setUp: await services
      .get(SEALS)
      .seal(AUDIENCE, { whose, secret }, { from: now, until: new Date(now.getTime() + MINUTES_TO_SET_UP * 60_000) }),
  };
}

/** Where a page is shown anew, as it was offered before. */
export const addressOf = (secret: string, login: string, { locale }: Pick<Asked, 'locale'>): string =>
  new TOTP({ issuer: inLocale(SERVICE, locale), label: login, secret }).toString();

/** The secret that was offered; null where it was offered to somebody else, or too long ago. */
export async function offeredSecret(setUp: string, whose: string, { services, now }: Asked): Promise<string | null> {
  const offered = await services.get(SEALS).open(AUDIENCE, setUp, { at: now, toleranceSeconds: 5 });
  return offered?.['whose'] === whose && typeof offered['secret'] === 'string' ? offered['secret'] : null;
}

/** The step of which the code is; null where it is wrong at this moment. */
export function stepOf(code: string, secret: string, now: Date): number | null {
  const token = code.normalize('NFKC').replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const delta = new TOTP({ secret, period: PERIOD_SECONDS }).validate({
    token,
    timestamp: now.getTime(),
    window: STEPS_OFF,
  });
  return delta === null ? null : Math.floor(now.getTime() / (PERIOD_SECONDS * 1000)) + delta;
}
