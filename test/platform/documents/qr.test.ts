import { describe, expect, it } from 'vitest';
import readQr from 'jsqr';
import { qrModules, type QrModules } from '../../../src/platform/documents/index.ts';

const ADDRESS = 'https://hub.example.org/verify/ZY20260201-0A1B2C3D4E?t=家长';

/** What a camera would see: each module a square of pixels, white around them. */
function photographed(modules: QrModules): { pixels: Uint8ClampedArray; side: number } {
  const scale = 4;
  const side = (modules.length + 8) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let at = 0; at < side * side; at += 1) {
    const row = Math.floor(at / side / scale) - 4;
    const column = Math.floor((at % side) / scale) - 4;
    if (modules[row]?.[column]) pixels.fill(0, at * 4, at * 4 + 3);
  }
  return { pixels, side };
}

const read = (modules: QrModules): string | undefined => {
  const { pixels, side } = photographed(modules);
  return readQr.default(pixels, side, side)?.data;
};

describe('a QR code', () => {
  it('is read as what was written, by a reader that is not ours', () => {
    expect(read(qrModules(ADDRESS))).toBe(ADDRESS);
  });

  it('is read with some of it blotted out', () => {
    const modules = qrModules(ADDRESS).map((line) => [...line]);
    for (let row = 10; row < 14; row += 1) modules[row]!.fill(true, 10, 14);
    expect(read(modules)).toBe(ADDRESS);
  });
});
