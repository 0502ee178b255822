export * from './errors.ts';
export * from './rules.ts';
