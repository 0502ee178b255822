import type { ErrorPolicy as Policy } from '../../commands/index.ts';
import { registerEnum } from '../enum.graphql.ts';

/** What becomes of a bulk mutation of which some rows are refused. */
export const ErrorPolicy = {
  REJECT_EVERYTHING: 'REJECT_EVERYTHING',
  REJECT_FAILED_ROWS: 'REJECT_FAILED_ROWS',
} as const satisfies Record<Policy, Policy>;
export type ErrorPolicy = Policy;

registerEnum(ErrorPolicy, 'ErrorPolicy', 'What becomes of many where some are refused (批量出错处理).', {
  REJECT_EVERYTHING: 'Nothing is done unless all can be (有一条不行则全部不做).',
  REJECT_FAILED_ROWS: 'The others are done, and each refused one is told (只跳过不行的).',
});
