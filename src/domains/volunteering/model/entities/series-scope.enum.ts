import { registerEnum } from '../../../../platform/graphql/index.ts';

export const SeriesScope = {
  THIS_AND_FOLLOWING: 'THIS_AND_FOLLOWING',
  ALL: 'ALL',
} as const;
export type SeriesScope = keyof typeof SeriesScope;

registerEnum(
  SeriesScope,
  'SeriesScope',
  'Which shifts of a series are meant (修改范围). One alone is changed or cancelled as any shift is.',
  {
    THIS_AND_FOLLOWING: 'Those from a day on (此次及以后).',
    ALL: 'All that are still to come (全部后续).',
  },
);
