import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  nameIn,
  optionalText,
  requiredText,
  settledText,
  type TextForm,
} from '../../../src/platform/commands/index.ts';
import { BadUserInput } from '../../../src/platform/errors/index.ts';

const FORMS: readonly TextForm[] = ['NAME', 'TITLE', 'LINE', 'PARAGRAPHS'];
const given = (text: string, form: TextForm) => optionalText(text, { path: ['name'], longest: 40, form });
const refusedAt = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof BadUserInput) return error.inputPath;
    throw error;
  }
  return null;
};

describe('a text that a person wrote', () => {
  it.each([
    '林\n=2*21',
    'a\rb',
    'a\tb',
    'a\0b',
    'a\u0085b',
    'a\u2028b',
    'a\u2029b',
    'a\u202eb',
    'a\u2067b',
    'a\ud800',
    '\udc00a',
    'a\u001bb',
  ])('%j is no name and no line', (text) => {
    for (const form of ['NAME', 'TITLE', 'LINE'] as const)
      expect(refusedAt(() => given(text, form))).toEqual(['input', 'name']);
  });

  it('may have paragraphs where it is told so, each ended by LF', () => {
    expect(given('一\r\n二\r三\u2028四\t五', 'PARAGRAPHS')).toBe('一\n二\n三\n四\t五');
    for (const text of ['a\0b', 'a\u001bb', 'a\u202eb', 'a\ud800'])
      expect(refusedAt(() => given(text, 'PARAGRAPHS'))).toEqual(['input', 'name']);
  });

  it.each(FORMS)('is composed, trimmed, and nothing where nothing of it can be seen (%s)', (form) => {
    expect(given(' \n e\u0301 \t', form)).toBe('\u00e9');
    for (const text of ['', ' \n ', '\u200b', '\ufeff\u200d\u00a0', '\u3164']) {
      expect(given(text, form)).toBeNull();
      expect(refusedAt(() => requiredText(text, { path: ['name'], longest: 40, form }))).toEqual(['input', 'name']);
    }
  });

  it('keeps the joiners of an emoji in a line', () => expect(given('家庭日 👨‍👩‍👧', 'LINE')).toBe('家庭日 👨‍👩‍👧'));
  it('keeps full width in a line', () => expect(given('三（１）班', 'LINE')).toBe('三（１）班'));
});

describe('a name is normalised once', () => {
  it.each([
    ['阿依古丽•买买提', '阿依古丽·买买提'],
    ['阿依古丽・买买提', '阿依古丽·买买提'],
    ['阿依古丽‧买买提', '阿依古丽·买买提'],
    ['Ａnna　Ｌi', 'Anna Li'],
    ['王\u200b小\ufeff明\u00ad', '王小明'],
    ['王  小明', '王小明'],
    ['Wang  Xiaoming', 'Wang Xiaoming'],
    ['𠮷野', '𠮷野'],
    ['张\ue863', '张\u4dae'],
    ['ئايگۈل', 'ئايگۈل'],
    ['བསོད་ནམས', 'བསོད་ནམས'],
  ])('%s → %s', (text, name) => expect(given(text, 'NAME')).toBe(name));

  it.each(['123', '🌸', '=+-', '()'])('%j has no letter', (text) => {
    expect(refusedAt(() => given(text, 'NAME'))).toEqual(['input', 'name']);
    expect(nameIn(text, 40).wrong).toBeDefined();
  });
  it('of dots alone nothing is left', () => {
    expect(refusedAt(() => requiredText('···', { path: ['name'], longest: 40, form: 'NAME' }))).toEqual([
      'input',
      'name',
    ]);
    expect(nameIn('···', 40).name).toBe('');
  });

  it.each(FORMS)(
    'settled twice is settled once, and what is taken has no line break that its form does not have (%s)',
    (form) => {
      fc.assert(
        fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
          const once = settledText(text, form);
          expect(settledText(once, form)).toBe(once);
          const taken = refusedAt(() => given(text, form)) === null ? given(text, form) : null;
          if (taken === null) return;
          expect(taken.isWellFormed() && !taken.includes('\0')).toBe(true);
          if (form !== 'PARAGRAPHS') expect(taken).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
        }),
        { numRuns: 300 },
      );
    },
  );
});
