export { WechatRefused, WechatRejectsHub, type WechatRefusal, type WechatSettings } from './ask-wechat.ts';
export { createCodeToSession, type CodeToSession, type WechatPerson } from './code-to-session.ts';
export { createPhoneOfCode, type PhoneOfCode, type WechatPhone } from './phone-of-code.ts';
