import { encode, renderSVG } from 'uqr';

/** Rows of modules, true for dark, without the quiet zone around them. */
export type QrModules = readonly (readonly boolean[])[];

/** Level M: readable with 15 % of it dirty or torn, which a printed page needs. */
const LEVEL = { ecc: 'M' } as const;

/** The quiet zone that the standard asks for, in modules. */
export const QUIET_ZONE = 4;

export function qrModules(text: string): QrModules {
  return encode(text, { ...LEVEL, border: 0 }).data;
}

/** A QR code as an SVG image, its quiet zone included: for screens. */
export function qrSvg(text: string): string {
  return renderSVG(text, { ...LEVEL, border: QUIET_ZONE });
}
