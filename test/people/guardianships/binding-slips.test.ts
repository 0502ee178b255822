import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderBindingSlips, type BindingSlip } from '../../../src/domains/people/index.ts';
import { boxesOfPages, overlaps, textOfPages } from '../../platform/documents/reading-back.ts';

const EXPIRES = new Date('2026-12-24T08:00:00Z');
const slip = (
  student: string,
  studentNumber = 'G110102202600012345',
  more: Partial<BindingSlip> = {},
): BindingSlip => ({
  student,
  studentNumber,
  code: 'K7MQ-3XWP-9D2R',
  expiresAt: EXPIRES,
  ...more,
});
const slips = (all: readonly BindingSlip[], school = '银杏桥中学', schoolClass = '七年级1班') =>
  renderBindingSlips({ school, schoolClass, printedAt: new Date('2026-11-24T08:00:00Z'), slips: all });

/** Of an A4 page with two columns of slips: where the QR codes stand, and where cutting and printing may take something away. */
const PAGE = { width: 595.28, margin: 36, foot: 48 };
const COLUMN = (PAGE.width - 2 * PAGE.margin) / 2;
const CODES = [1, 2].map((column) => {
  const right = PAGE.margin + column * COLUMN - 14;
  return { left: right - 64, right };
});

async function expectNothingOverlaps(bytes: Uint8Array): Promise<void> {
  for (const boxes of await boxesOfPages(bytes)) {
    expect(overlaps(boxes)).toEqual([]);
    const onSlips = boxes.filter(({ bottom }) => bottom > PAGE.foot);
    for (const { text, left, right } of boxes) {
      expect([text, left >= PAGE.margin - 0.5, right <= PAGE.width - PAGE.margin + 0.5]).toEqual([text, true, true]);
    }
    for (const { text, left, right } of onSlips)
      for (const code of CODES) expect([text, right <= code.left || left >= code.right]).toEqual([text, true]);
  }
}

describe('slips with binding codes', () => {
  it('are twelve on a page, with name, place, code and what to do', async () => {
    const pages = await textOfPages(
      await slips(
        Array.from({ length: 13 }, (_, at) =>
          slip(`王小${'甲乙丙丁戊己庚辛壬癸子丑丑'[at]}`, `G11010220260001${1000 + at}`),
        ),
      ),
    );
    expect(pages).toHaveLength(2);
    for (const part of [
      '王小甲',
      '王小丑',
      '银杏桥中学七年级1班',
      'K7MQ-3XWP-9D2R',
      '有效期至2026-12-24',
      '限一位家长使用一次',
      '第1页,共2页',
    ])
      expect(pages[0]).toContain(part);
    expect(pages[0]!.match(/学号/g)).toHaveLength(1);
  });

  it('nothing stands upon anything else, however long names of pupils, schools and classes are', async () => {
    const part = fc.constantFrom('林', '欧阳', '阿卜杜拉·买买提', 'Alexandra ', 'ཚེ་རིང་', '𫰡');
    const name = fc
      .array(part, { minLength: 1, maxLength: 20 })
      .map((parts) => [...parts.join('')].slice(0, 40).join('').trim());
    const school = fc.array(fc.constantFrom('北京市', '西城区', '实验', '附属', 'School ', '第一'), {
      minLength: 1,
      maxLength: 33,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(name, { minLength: 1, maxLength: 13 }),
        school.map((parts) => parts.join('').slice(0, 100).trim()),
        fc.integer({ min: 1, max: 40 }),
        async (names, at, classLength) => {
          const printed = await slips(
            names.map((each, index) => slip(each, `G${index}`)),
            at,
            '班'.repeat(classLength),
          );
          await expectNothingOverlaps(printed);
          const text = (await textOfPages(printed)).join('');
          expect(text.match(/K7MQ-3XWP-9D2R/g)).toHaveLength(names.length);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('namesakes of a class are told apart by the end of their numbers, and nobody else is told a number', async () => {
    const printed = await slips([
      slip('王子涵', 'G110102202600010001'),
      slip('王子涵', 'G110102202600010002'),
      slip('王子涵', 'G110102202600010002'),
      slip('李一诺', 'G110102202600010003'),
      slip('赵甲', 'A1-7777'),
      slip('赵甲', 'B2-7777'),
    ]);
    await expectNothingOverlaps(printed);
    const text = (await textOfPages(printed)).join('');
    expect(text.match(/学号尾号\d{4}(?!\d)/g)).toEqual(['学号尾号0001', '学号尾号0002', '学号尾号0002']);
    expect(text).not.toContain('0003');
    expect(text).toContain('学号尾号1-7777');
    expect(text).toContain('学号尾号2-7777');
  });

  it('say where a code cannot be told any more, and which letters could not be printed', async () => {
    const text = (await textOfPages(await slips([slip('王🌸', 'G1', { code: null })]))).join('');
    expect(text).toContain('此绑定码无法重新打印');
    expect(text).toContain('“〓”处为暂时无法打印的文字');
  });
});
