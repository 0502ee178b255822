import { encode } from 'uqr';
import { html, type Html } from './html.ts';

/** Rows of modules, true for dark, without the quiet zone around them. */
export type QrModules = readonly (readonly boolean[])[];

/** Level M: readable with 15 % of it dirty or torn, which a printed page needs. */
const LEVEL = { ecc: 'M' } as const;

export function qrModules(text: string): QrModules {
  return encode(text, { ...LEVEL, border: 0 }).data;
}

/** Modules around it that stay light, without which no camera finds it. */
const QUIET = 4;

/** As a picture within a page, dark on light whatever the colours of the page are. @param label for whoever cannot see it */
export function qrPicture(text: string, label: string): Html {
  const modules = qrModules(text);
  const side = modules.length + 2 * QUIET;
  const dark = modules.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x + QUIET} ${y + QUIET}h1v1h-1z`] : [])),
  );
  return html`<svg class="qr" role="img" aria-label="${label}" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}h-${side}z"/><path fill="#000" d="${dark.join('')}"/></svg>`;
}
