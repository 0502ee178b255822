export { Bounded } from './bounded.ts';
