export * from './access.ts';
export * from './viewer.ts';
export * from './token.ts';
export * from './file-token.ts';
export * from './seal.ts';
export * from './remembered-tokens.ts';
