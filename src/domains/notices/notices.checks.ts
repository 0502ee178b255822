import type { Check } from '../../platform/graphql/index.ts';

export const checks: readonly Check[] = [
  {
    name: 'notices.no-phones',
    description: 'No notice repeats a mobile number.',
    sql: `select id from notice where params::text ~ '(^|[^0-9a-f-])1[3-9][0-9]{9}([^0-9a-f-]|$)'`,
  },
];
