import { registerEnum } from '../../../platform/graphql/index.ts';

export enum Stage {
  PRIMARY = 'PRIMARY',
  JUNIOR_MIDDLE = 'JUNIOR_MIDDLE',
}

registerEnum(Stage, 'Stage', 'A stage of compulsory education (学段).', {
  PRIMARY: 'Primary school (小学), grades 1 to 6.',
  JUNIOR_MIDDLE: 'Junior middle school (初中), grades 7 to 9.',
});
