import { describe, expect, it } from 'vitest';
import {
  drawTable,
  exactly,
  makePdf,
  noteOnMissing,
  onEachPage,
  printable,
  unprintable,
  UnprintableText,
  type PdfFacts,
} from '../../../src/platform/documents/index.ts';
import { metadataOf, textOfPages } from './reading-back.ts';

const FACTS: PdfFacts = {
  title: '名单',
  author: '某区',
  subject: '名单',
  createdAt: new Date('2026-02-01T02:00:00Z'),
  margins: { top: 50, bottom: 50, left: 50, right: 50 },
};

describe('a text in print', () => {
  it.each(['赟甪昇喆堃囍頔玥', '𫖯𬱖𬍛𬀩㛃䶮㬎', '欧阳·阿依古丽', '龑犇骉淼镕禤', '𢒉𫰡𠮷', 'ཚེ་རིང་', 'ئابدۇللا'])(
    '%s has every character',
    async (name) => {
      expect(await unprintable(name)).toEqual([]);
      expect(await exactly(name)).toBe(name);
    },
  );

  it('that must stand as it is fails by the code points that are missing, and by nothing else of it', async () => {
    await expect(exactly('王𪚥')).rejects.toThrow(new UnprintableText(['𪚥']));
    expect(new UnprintableText(['𪚥']).message).toBe('The font has no U+2A6A5.');
    expect(await unprintable('王𪚥🎉')).toEqual(['𪚥', '🎉']);
  });

  it.each(['𪚥', '\ue863', '🌸', '김', 'ꆈ'])(
    '%s cannot be printed, and is shown and noted where nothing legal is at stake',
    async (letter) => {
      expect(await unprintable(`王${letter}`)).toEqual([letter]);
      const shown = await printable(`王${letter}`);
      expect(shown).toBe('王〓');
      expect([noteOnMissing(['李', shown]), noteOnMissing(['李'])]).toEqual([expect.stringContaining('〓'), null]);
    },
  );

  it('elsewhere shows that a character is missing', async () => {
    expect(await printable('🎉新年\n游园 会')).toBe('〓新年 游园 会');
    expect(await printable('❤️‍🔥')).toMatch(/^〓{1,2}$|^❤〓$/);
    expect(await printable('e\u0301')).toBe('é');
  });
});

describe('a PDF', () => {
  const list = (rows: number) =>
    makePdf(FACTS, async (pdf) => {
      await drawTable(pdf, {
        columns: [
          { header: '序号', share: 1, align: 'center' },
          { header: '活动', share: 4, align: 'left' },
        ],
        size: 10,
        rows: Array.from({ length: rows }, (_, at) => [String(at + 1), `护学岗${'很长的名称'.repeat(at % 12)}`]),
      });
      onEachPage(pdf, (page, pages) => pdf.text(`第${page}页共${pages}页`, 50, 810));
    });

  it('is the same in every byte for the same facts, also when several are made at once', async () => {
    const [one, ...others] = await Promise.all([list(40), list(40), list(40)]);
    for (const other of others) expect(Buffer.compare(one, other)).toBe(0);
    expect(Buffer.compare(one, await list(41))).not.toBe(0);
  });

  it('repeats the header of a table, tears no row and counts its pages', async () => {
    const pages = await textOfPages(await list(100));
    expect(pages.length).toBeGreaterThan(2);
    for (const [at, page] of pages.entries()) {
      expect(page).toContain('序号活动');
      expect(page).toContain(`第${at + 1}页共${pages.length}页`);
    }
    const rows = pages.flatMap((page) => page.match(/护学岗(?:很长的名称)*/g) ?? []);
    expect(rows).toEqual(Array.from({ length: 100 }, (_, at) => `护学岗${'很长的名称'.repeat(at % 12)}`));
  });

  it('says what it is and when it was made', async () => {
    expect(await metadataOf(await list(1))).toMatchObject({
      Title: '名单',
      Author: '某区',
      CreationDate: 'D:20260201020000Z',
      Language: 'zh-CN',
    });
  });

  it('fails where the drawing fails', async () => {
    await expect(makePdf(FACTS, () => Promise.reject(new Error('no ink')))).rejects.toThrow('no ink');
  });
});
