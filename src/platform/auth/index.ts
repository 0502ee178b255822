export * from './access.ts';
export * from './viewer.ts';
export * from './token.ts';
export * from './remembered-tokens.ts';
