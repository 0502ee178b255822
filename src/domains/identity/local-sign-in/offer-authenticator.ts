import { violationOf, type Rules } from '../../../platform/errors/index.ts';
import type { RequestContext } from '../../../platform/request/index.ts';
import { maskedName } from '../../people/index.ts';
import { offerTo, type OfferedAuthenticator } from './authenticator.ts';
import { NO_OWN_SIGN_IN, ownSignIn } from './change-sign-in.ts';
import { hashOfLink } from './hand-out-link.ts';
import { invitedBy, NO_SUCH_LINK, type Invited } from './set-up-sign-in.ts';

export const OFFER_AUTHENTICATOR_RULES: Rules<'LINK_NOT_VALID' | 'NO_PASSWORD' | 'NOT_APPROVED'> = {
  ...NO_SUCH_LINK,
  ...NO_OWN_SIGN_IN,
};

/**
 * A new secret, each time another one: whoever has looked at a link before does not know that which is then set up. Of whoever is signed in
 * and sends no link it takes the place of theirs (`changeAuthenticator`).
 * @throws RuleViolation
 */
export async function offerAuthenticator(
  context: RequestContext,
  link: string | null,
): Promise<OfferedAuthenticator & Pick<Invited, 'name' | 'staffNumber'>> {
  const whom = link === null ? await ownSignIn(context) : await invitedBy(context, link);
  if (!whom) throw violationOf(NO_SUCH_LINK, 'LINK_NOT_VALID', ['link']);
  const whose = link === null ? context.viewer.accountId! : hashOfLink(link)!;
  const { name, staffNumber } = whom;
  return { name: maskedName(name), staffNumber, ...(await offerTo(whose, staffNumber, context)) };
}
