import { encode } from 'uqr';

/** Rows of modules, true for dark, without the quiet zone around them. */
export type QrModules = readonly (readonly boolean[])[];

/** Level M: readable with 15 % of it dirty or torn, which a printed page needs. */
const LEVEL = { ecc: 'M' } as const;

export function qrModules(text: string): QrModules {
  return encode(text, { ...LEVEL, border: 0 }).data;
}
