import type { Seals } from '../auth/index.ts';
import { service } from './services.ts';

/** Short statements of the hub's own, e.g. the code that a shift shows to those who come. */
export const SEALS = service<Seals>('seals');
