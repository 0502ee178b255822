import { html, qrPicture, type Html } from '../../../platform/documents/index.ts';
import { inLocale, type Locale, type Message } from '../../../platform/errors/index.ts';
import { submit, type MutationDeclaration, type PageKind, type PublicPage } from '../../../platform/graphql/index.ts';
import type { RequestContext } from '../../../platform/request/index.ts';
import { maskedName } from '../../people/index.ts';
import { addressOf, offeredSecret, offerTo, type OfferedAuthenticator } from './authenticator.ts';
import { hashOfLink } from './hand-out-link.ts';
import { invitedBy, NO_SUCH_LINK, type Invited } from './set-up-sign-in.ts';
import { SIGN_IN_PAGE } from './sign-in-address.ts';

const WORDS = {
  title: { zh: '设置教职工登录', en: 'Set up your sign-in' },
  intro: {
    zh: '请设置密码,并用手机上的身份验证器(如系统自带的验证码功能、Microsoft Authenticator、Google Authenticator)扫描二维码。此链接只能使用一次,请勿转发。',
    en: 'Choose a password, and scan the code with an authenticator on your telephone, such as that of your system, Microsoft Authenticator or Google Authenticator. This link is good once: do not pass it on.',
  },
  name: { zh: '姓名', en: 'Name' },
  staffNumber: { zh: '工号(登录名)', en: 'Staff number, by which you sign in' },
  password: { zh: '密码(至少 12 个字符,可用一句话)', en: 'Password (12 characters at least: a sentence will do)' },
  again: { zh: '再次输入密码', en: 'The password once more' },
  picture: { zh: '身份验证器二维码', en: 'Code for your authenticator' },
  secret: { zh: '不能扫描时,请手动输入密钥:', en: 'If you cannot scan it, type this key:' },
  code: { zh: '验证码(身份验证器显示的 6 位数字)', en: 'The six digits that the authenticator shows' },
  send: { zh: '完成设置', en: 'Set up' },
  differ: { zh: '两次输入的密码不一致,请重新输入。', en: 'The two passwords are not the same: type them again.' },
  done: { zh: '登录已设置。', en: 'Your sign-in is set up.' },
  good: {
    zh: '现在可以用工号、密码和身份验证器的下一个验证码登录。',
    en: 'You can sign in now, by your staff number, the password and the next code of your authenticator.',
  },
  waits: {
    zh: '还须另一位管理员复核,通过后才能登录;请联系管理员,告知是您本人设置的。',
    en: 'Another administrator has to approve it before you can sign in: tell them that it was you who set it up.',
  },
  recovery: { zh: '恢复码', en: 'Recovery codes' },
  keep: {
    zh: '手机丢失时,可用恢复码代替验证码登录,每个只能使用一次。请立即抄写或打印并妥善保管,此页关闭后不再显示。',
    en: 'Where your telephone is lost, each of these takes the place of a code once. Write them down or print them now, and keep them safe: they are not shown again.',
  },
  missing: { zh: '无法使用此链接', en: 'This link cannot be used' },
} satisfies Record<string, Message>;

type Say = (message: Message) => string;
const sayIn =
  (locale: Locale): Say =>
  (message) =>
    inLocale(message, locale);

/** Where somebody uses a link that was handed to them: a page, so that a district needs no client for its first sign-in. @param setUpSignIn the mutation of this name, which it sends */
export const signInPage = (setUpSignIn: MutationDeclaration): PageKind => ({
  name: SIGN_IN_PAGE,
  description: 'By a link that was handed out somebody sets a password and an authenticator (设置密码登录).',
  answers: 'offerAuthenticator',
  async produce(context, link) {
    const invited = await invitedBy(context, link);
    return invited ? anew(context, link, invited, null) : missing(sayIn(context.locale));
  },
  async submit(context, link, form) {
    const say = sayIn(context.locale);
    const invited = await invitedBy(context, link);
    if (!invited) return missing(say);
    const [setUp, password, code] = ['setUp', 'password', 'code'].map((name) => form.get(name) ?? '') as [
      string,
      string,
      string,
    ];
    if (password !== form.get('again')) return again(context, link, invited, { setUp, why: say(WORDS.differ) });
    const { recoveryCodes, needsApproval, userErrors } = await submit(
      setUpSignIn,
      { link, setUp, password, code },
      context,
    );
    const [refused] = userErrors;
    if (!refused) return done(say, recoveryCodes as readonly string[], needsApproval === true);
    return refused.code === 'LINK_NOT_VALID'
      ? missing(say)
      : again(context, link, invited, { setUp, why: refused.message });
  },
});

/** The form with a secret that nobody has seen. */
async function anew(context: RequestContext, link: string, invited: Invited, why: string | null): Promise<PublicPage> {
  return filledIn(sayIn(context.locale), invited, await offerTo(hashOfLink(link)!, invited.staffNumber, context), why);
}

/** The form once more, with the secret that was scanned, as long as it can be set up. */
async function again(
  context: RequestContext,
  link: string,
  invited: Invited,
  { setUp, why }: { readonly setUp: string; readonly why: string },
): Promise<PublicPage> {
  const secret = await offeredSecret(setUp, hashOfLink(link)!, context);
  if (secret === null) return anew(context, link, invited, why);
  return filledIn(
    sayIn(context.locale),
    invited,
    { secret, setUp, address: addressOf(secret, invited.staffNumber, context) },
    why,
  );
}

function filledIn(
  say: Say,
  { name, staffNumber }: Invited,
  { secret, address, setUp }: OfferedAuthenticator,
  why: string | null,
): PublicPage {
  const typed = secret.replace(/.{4}(?=.)/g, '$& ');
  return {
    found: true,
    title: say(WORDS.title),
    body: html`<h1>${say(WORDS.title)}</h1>
${why === null ? null : verdict('bad', why)}
<p>${say(WORDS.intro)}</p>
<dl><div><dt>${say(WORDS.name)}</dt><dd>${maskedName(name)}</dd></div></dl>
<form method="post" autocomplete="off">
<input type="hidden" name="setUp" value="${setUp}">
<label for="username">${say(WORDS.staffNumber)}</label>
<input id="username" name="username" autocomplete="username" readonly value="${staffNumber}">
<label for="password">${say(WORDS.password)}</label>
<input id="password" name="password" type="password" autocomplete="new-password" required minlength="12" maxlength="256">
<label for="again">${say(WORDS.again)}</label>
<input id="again" name="again" type="password" autocomplete="new-password" required minlength="12" maxlength="256">
${qrPicture(address, say(WORDS.picture))}
<p class="note">${say(WORDS.secret)}<br><code>${typed}</code></p>
<label for="code">${say(WORDS.code)}</label>
<input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength="12">
<button>${say(WORDS.send)}</button>
</form>`,
  };
}

function done(say: Say, codes: readonly string[], needsApproval: boolean): PublicPage {
  return {
    found: true,
    title: say(WORDS.done),
    body: html`<h1>${say(WORDS.title)}</h1>
${verdict('good', say(WORDS.done))}
<p>${say(needsApproval ? WORDS.waits : WORDS.good)}</p>
<h1>${say(WORDS.recovery)}</h1>
<p>${say(WORDS.keep)}</p>
<ol>${codes.map((code) => html`<li><code>${code}</code></li>`)}</ol>`,
  };
}

function missing(say: Say): PublicPage {
  return {
    found: false,
    title: say(WORDS.missing),
    body: html`<h1>${say(WORDS.missing)}</h1>
${verdict('bad', say(NO_SUCH_LINK.LINK_NOT_VALID))}`,
  };
}

const verdict = (how: 'good' | 'bad', sentence: string): Html => html`<p class="verdict ${how}">${sentence}</p>`;
