import { describe, expect, it } from 'vitest';
import { endingOfCode, hashOfBindingCode } from '../../../src/domains/people/binding/binding.codes.ts';
import { studentNumberOf } from '../../../src/domains/people/families/student-number.ts';
import { hashOfStandInCode } from '../../../src/domains/volunteering/places/stand-ins/stand-in.code.ts';
import { asNumber } from '../../../src/domains/volunteering/records/certificates/certificate-number.ts';
import { CROCKFORD, typedCode } from '../../../src/platform/commands/index.ts';

/** Ways to type `from` of which all mean the same. */
const ways = (code: string): readonly string[] => [
  code.toLowerCase(),
  code.replaceAll('-', ''),
  code.replaceAll('-', ' '),
  ...['\u2010', '\u2011', '\u2013', '\u2014', '\u2212', '\uff0d', '\u30fc', '_', ' - ', '\u00ad-\u200b'].map((dash) =>
    code.replaceAll('-', dash),
  ),
  code.replace(/[0-9A-Z]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0)),
  `\u3000\ufeff${code}\u200e\n`,
];

describe('a code that is typed', () => {
  it.each<[string, string, (typed: string) => unknown]>([
    ['of a binding', '7K3Q-0XWD-91HM', hashOfBindingCode],
    ['and its ending', '7K3Q-0XWD-91HM', endingOfCode],
    ['of a stand-in', '7KQM-2XWP-9LTA', hashOfStandInCode],
    ['of a certificate', 'ZY20261122-7K3M9QXW01', asNumber],
  ])('%s: is found however it is typed', (_, code, read) => {
    for (const typed of ways(code)) expect(read(typed), JSON.stringify(typed)).toEqual(read(code));
  });

  it('is that with the letter of its own alphabet where two look alike, and no other code', () => {
    expect(hashOfBindingCode('7k3q oxwd 9lhm')).toBe(hashOfBindingCode('7K3Q-0XWD-91HM'));
    expect(hashOfBindingCode('7k3q-0xwd-9ihm')).toBe(hashOfBindingCode('7K3Q-0XWD-91HM'));
    expect(asNumber('zy2O26ll22-7k3m9qxwoI')).toBe('ZY20261122-7K3M9QXW01');
    // Its alphabet has L, and neither 1 nor I; neither 0 nor O.
    expect(hashOfStandInCode('7kqm-2xwp-91ta')).toBe(hashOfStandInCode('7KQM-2XWP-9LTA'));
    expect(hashOfStandInCode('7KQM-2XWP-90TA')).not.toBe(hashOfStandInCode('7KQM-2XWP-9OTA'));
    for (const typed of ['7K3Q-0XWD-91HU', '7K3Q-0XWD-91H', '7K3Q-0XWD-91HMM', '', '七K3Q-0XWD-91HM'])
      expect(hashOfBindingCode(typed), typed).toBeNull();
    expect(typedCode('A*B', CROCKFORD)).toBe('A*B');
  });

  it('and so is a number of the register, of which no letter is another', () => {
    expect(studentNumberOf('\u3000ｇ33010 62019\u200b010o01 ')).toBe('G3301062019010O01');
  });
});
