import type { Check } from '../../platform/graphql/index.ts';

export const checks: readonly Check[] = [
  {
    name: 'timetable.no-overlap',
    description: 'No person and no room is engaged twice at one moment.',
    sql: `select id, subject, starts_at from (
        select id, subject, starts_at, max(ends_at) over (
          partition by subject order by starts_at, id rows between unbounded preceding and 1 preceding) as busy_until
        from engagement where status = 'ACTIVE'
      ) each where starts_at < busy_until`,
  },
];
