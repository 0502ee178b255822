export {
  createCodeToSession,
  WechatRefused,
  WechatRejectsHub,
  type CodeToSession,
  type WechatPerson,
  type WechatRefusal,
  type WechatSettings,
} from './code-to-session.ts';
