import type { Viewer } from '../../../platform/auth/index.ts';
import type { Message } from '../../../platform/errors/index.ts';

/**
 * The clients whose operations a caller may send where documents are enforced; null for those who may send any. Who is
 * both a guardian and of the staff is of the staff. A guest is held to no narrower list than a guardian, and may be about to sign in by the client
 * of the staff: what an operation asks of whom is the business of its root fields.
 */
export const CLIENTS_OF: Readonly<Record<Viewer['kind'], Viewer['clients']>> = {
  guest: new Set(['mini-program', 'admin']),
  guardian: new Set(['mini-program']),
  staff: null,
  analyst: null,
};

/** The message for whoever sends another operation. */
export const ONLY_STORED_OPERATIONS: Message = {
  zh: '此操作未在平台登记,或您已不再担任可使用它的岗位。家长请更新小程序后重试,教职工请联系管理员。',
  en: 'Only stored operations of the mini-program may be sent without a role that holds today: guardians update it and try again, staff ask an administrator.',
};
