export { LevelQuery } from './levels.ts';
