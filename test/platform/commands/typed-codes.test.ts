import { describe, expect, it } from 'vitest';
import { hashOfBindingCode } from '../../../src/domains/people/index.ts';
import { CROCKFORD, typedCode, typedNumber } from '../../../src/platform/commands/index.ts';

/** One with L, and neither 1 nor I; neither 0 nor O. */
const ANOTHER = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const DASHES = ['\u2010', '\u2011', '\u2013', '\u2014', '\u2212', '\uff0d', '\u30fc', '_', ' - ', '\u00ad-\u200b'];

/** Ways to type a code of which all mean the same. */
const ways = (code: string): readonly string[] => [
  code.toLowerCase(),
  code.replaceAll('-', ''),
  code.replaceAll('-', ' '),
  ...DASHES.map((dash) => code.replaceAll('-', dash)),
  code.replace(/[0-9A-Z]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0)),
  `\u3000\ufeff${code}\u200e\n`,
];

describe('a code that is typed', () => {
  it('is found however it is typed', () => {
    for (const typed of ways('7K3Q-0XWD-91HM')) {
      expect(typedCode(typed, CROCKFORD), JSON.stringify(typed)).toBe('7K3Q0XWD91HM');
      expect(hashOfBindingCode(typed), JSON.stringify(typed)).toBe(hashOfBindingCode('7K3Q-0XWD-91HM'));
    }
    for (const typed of ways('7KQM-2XWP-9LTA')) expect(typedCode(typed, ANOTHER)).toBe('7KQM2XWP9LTA');
  });

  it('is that with the letter of its own alphabet where two look alike, and no other code', () => {
    expect(typedCode('7k3q oxwd 9lhi', CROCKFORD)).toBe('7K3Q0XWD91H1');
    expect(typedCode('7kqm-2xwp-91ia', ANOTHER)).toBe('7KQM2XWP9LLA');
    expect(typedCode('7KQM-2XWP-90OA', ANOTHER)).toBe('7KQM2XWP90OA');
    for (const typed of ['7K3Q-0XWD-91HU', '7K3Q-0XWD-91H', '7K3Q-0XWD-91HMM', '', '七K3Q-0XWD-91HM'])
      expect(hashOfBindingCode(typed), typed).toBeNull();
  });

  it('and so is a number of the register, of which no letter is another', () =>
    expect(typedNumber('\u3000ｇ33010 62019\u200b010o01 ')).toBe('G3301062019010O01'));
});
