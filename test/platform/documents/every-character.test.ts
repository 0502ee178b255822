import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makePdf, printable, unprintable, UnprintableText, type Pdf } from '../../../src/platform/documents/index.ts';
import { fonts, hasCharacter } from '../../../src/platform/documents/fonts.ts';
import { scriptRuns } from '../../../src/platform/documents/script-runs.ts';
import { meantTexts, textOfPages } from './reading-back.ts';

const charactersOf = (file: string): string[] =>
  [...new Set(readFileSync(new URL(file, import.meta.url), 'utf8'))].filter((each) => /\p{Script=Han}/u.test(each));
const GENERAL_STANDARD = charactersOf('../../fonts/general-standard.txt');
const RARE = charactersOf('../../fonts/rare-han.txt');
const SURNAMES = charactersOf('../../../node_modules/pinyin-pro/dist/esm/data/surname.mjs');
const MINORITIES = ['阿卜杜拉·买买提', '才让扎西', 'ཚེ་རིང་', 'བསྟན་འཛིན་རྒྱ་མཚོ', 'བཀྲ་ཤིས་སྒྲོལ་མ', 'ئابدۇللا', 'ئايگۈل·ئەھمەت'];

/** What GBK and GB 18030 write in two bytes, without private use: before names had Unicode, these were the characters of ours. */
function twoByteCharacters(): string[] {
  const decoder = new TextDecoder('gb18030');
  const found: string[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const [character, ...more] = decoder.decode(Uint8Array.of(lead, trail));
      if (character !== undefined && more.length === 0 && !/[\p{Co}\ufffd]/u.test(character)) found.push(character);
    }
  return found;
}

const drawn = (draw: (pdf: Pdf) => void): Promise<Uint8Array> =>
  makePdf(
    {
      title: '字表',
      author: '某区',
      subject: '字表',
      createdAt: new Date('2026-02-01T02:00:00Z'),
      margins: { top: 40, bottom: 40, left: 40, right: 40 },
    },
    draw,
  );
const printed = async (texts: readonly string[]): Promise<string> =>
  (
    await textOfPages(
      await drawn((pdf) => {
        for (const text of texts) pdf.fontSize(8).text(text);
      }),
    )
  ).join('');

describe('what names are written with is printed', () => {
  it('all 8,105 characters of the national table, every surname, and those that the first face has not', async () => {
    expect(GENERAL_STANDARD).toHaveLength(8105);
    expect(SURNAMES.length).toBeGreaterThan(400);
    const text = await printed([GENERAL_STANDARD, SURNAMES, RARE].map((each) => each.join('')));
    const found = new Set(text);
    for (const characters of [GENERAL_STANDARD, SURNAMES, RARE])
      expect(characters.filter((each) => !found.has(each))).toEqual([]);
  });

  it('all of the two-byte part of GB 18030 but one sign', async () => {
    const characters = twoByteCharacters();
    expect(characters.length).toBeGreaterThan(21_000);
    expect(await unprintable(characters.join(''))).toEqual(['≒']);
  });

  it('names in Tibetan and in Arabic script, alone and among others', async () => {
    expect(await unprintable(MINORITIES.join(''))).toEqual([]);
    const pages = await drawn((pdf) => MINORITIES.forEach((name) => pdf.text(`王${name}李`)));
    const shaped = MINORITIES.filter((name) => !/\p{Script=Han}/u.test(name)).map((name) => `王${name}李`);
    expect(meantTexts(pages)).toEqual(shaped);
  });

  it('the face of rare characters holds what its list says, and nothing that the first face has', async () => {
    const { han, rareHan } = await fonts();
    expect(RARE.filter((each) => !hasCharacter(rareHan, each))).toEqual([]);
    expect(RARE.filter((each) => hasCharacter(han, each))).toEqual([]);
    expect(rareHan.regular.characterSet.filter((code) => code > 0x20)).toHaveLength(RARE.length);
    // Its licence reserves the names of the original for that alone.
    expect(`${rareHan.regular.fullName} ${rareHan.regular.postscriptName}`).not.toMatch(/hana/i);
  });
});

describe('a character that no face has', () => {
  it.each(['𪚥', '🌸', '김', 'ᠮ', 'ꆈ'])(
    '%s is never a box: it is shown as 〓, or nothing is printed at all',
    async (letter) => {
      expect(await printable(`王${letter}`)).toBe('王〓');
      await expect(drawn((pdf) => void pdf.text(`王${letter}`))).rejects.toThrow(UnprintableText);
    },
  );
});

describe('a line of several scripts', () => {
  const runsOf = async (line: string) =>
    scriptRuns(await fonts(), line, (character) => {
      throw new UnprintableText([character]);
    }).map(({ face, text }) => `${face} ${text}`);

  it('goes on in another face where the first has not the characters', async () => {
    expect(await runsOf('陈𢒉才')).toEqual(['han 陈', 'rareHan 𢒉', 'han 才']);
    expect(await runsOf('ཚེ་རིང་ 才让')).toEqual(['tibetan ཚེ་རིང་', 'han  才让']);
  });

  it('runs from left to right, and from right to left within a name in Arabic script', async () => {
    expect(await runsOf('王ئابدۇللا·ئەھمەت李')).toEqual(['han 王', 'arabic ئابدۇللا·ئەھمەت', 'han 李']);
    expect(await runsOf('ئابدۇللا 2026年')).toEqual(['han 2026', 'arabic ئابدۇللا ', 'han 年']);
    expect(await runsOf('甲(ئابدۇللا)乙')).toEqual(['han 甲(', 'arabic ئابدۇللا', 'han )乙']);
    expect(await runsOf('甲: ئابدۇللا (ئەھمەت)، 乙')).toEqual([
      'han 甲: ',
      'arabic ئابدۇللا )ئەھمەت(',
      'arabic ،',
      'han  乙',
    ]);
  });

  it('takes as much room as its parts, and ends where it should', async () => {
    const widths: number[] = [];
    await drawn((pdf) => {
      const of = (text: string): number => pdf.widthOfString(text);
      widths.push(of('王ئابدۇللا李'), of('王') + of('ئابدۇللا') + of('李'));
      pdf.text('王ئابدۇللا李', 40, 40, { lineBreak: false });
      widths.push(pdf.x - 40);
    });
    expect(widths[0]).toBeCloseTo(widths[1]!, 6);
    expect(widths[2]).toBeCloseTo(widths[0]!, 6);
  });
});
