import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeEntities } from '../../../src/app.ts';
import { optionalText, settledText } from '../../../src/platform/commands/index.ts';
import { BadUserInput } from '../../../src/platform/errors/index.ts';
import { LINE_COLUMNS } from '../../../src/platform/database/index.ts';
import { FULL } from '../../forms/form.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const FORMS = ['NAME', 'TITLE'] as const;

/** What is kept of a text; null where it is refused. */
function kept(text: string, form: (typeof FORMS)[number]): string | null {
  try {
    return optionalText(text, { path: ['name'], longest: 100, form });
  } catch (error) {
    if (error instanceof BadUserInput) return null;
    throw error;
  }
}

/** Characters that PostgreSQL can store: every one in the full form; else those of the ideographs and of the planes without letters by samples. */
const CHARACTERS = Array.from({ length: 0x10ffff }, (_, index) => index + 1).filter(
  (each) =>
    (each < 0xd800 || each > 0xdfff) &&
    (FULL ||
      each < 0x3400 ||
      (each > 0x9fff && each < 0xac00) ||
      (each > 0xd7a3 && each < 0x20000) ||
      (each >> 12 === 0xe0 && each < 0xe1000) ||
      each % 0x10000 >= 0xfffd ||
      each % 61 === 0),
);
/** They are a part of emoji, where TypeScript looks what stands beside them. */
const IN_EMOJI = /[\u200d\ufe0f\u20e3]/;
const SHIFT_EACH = 50_000;
/** Where a character may stand, and how often: each is a text of its own. */
const PLACES: readonly ((each: string) => string)[] = [
  (each) => `王${each}明`,
  (each) => each,
  (each) => `${each}王`,
  (each) => `王${each}`,
  (each) => `王 ${each}a`,
  (each) => `a${each}·${each}b`,
  (each) => `王${each}.${each}明`,
  (each) => `王${each.repeat(2)}明`,
  (each) => `a${each.repeat(3)}`,
  (each) => `王${each.repeat(6)}`,
];

describe('how a name is kept', () => {
  it.each(FORMS)(
    'is the same to PostgreSQL as to TypeScript, of every character (%s)',
    async (form) => {
      const differ: string[] = [];
      for (const [nth, place] of PLACES.entries()) {
        const asked = CHARACTERS.filter(
          (each) => FULL || nth < 2 || each % 5 === 0 || /[\p{M}\p{P}\p{Z}]/u.test(String.fromCodePoint(each)),
        );
        for (let from = 0; from < asked.length; from += SHIFT_EACH) {
          const texts = asked
            .slice(from, from + SHIFT_EACH)
            .map((each) => place(String.fromCodePoint(each)))
            .filter((text) => form === 'NAME' || !IN_EMOJI.test(text));
          const { rows } = await database.pool.query<{ holds: boolean[] }>(
            `select array_agg(is_${form.toLowerCase()}(text) order by place) as holds from unnest($1::text[]) with ordinality as each(text, place)`,
            [texts],
          );
          rows[0]!.holds.forEach((holds, index) => {
            const text = texts[index]!;
            if (holds !== (kept(text, form) === text)) differ.push(`${JSON.stringify(text)} ${holds}`);
          });
        }
      }
      expect(differ).toEqual([]);
    },
    120_000,
  );

  it.each([
    ['张\ue863', '张\u4dae'],
    ['\ue81e', '\u9fb4'],
    ['\u2f46\u6c11', '\u65e0\u6c11'],
    ['李\u{e0101}', '李'],
    ['邓\ufe00', '邓'],
    ['阿卜杜拉\u2022买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉\uff65买买提', '阿卜杜拉·买买提'],
    ['ＡＢＣ　１２', 'ABC 12'],
    ['王\u{1d403}\ufb01\uff76\uff9e', '王Dfiガ'],
  ])('%j is kept as %j', (text, name) => {
    for (const form of FORMS) {
      // What is nothing but a radical is no letter, and no name by itself.
      if (kept(text, form) !== null) expect(kept(text, form)).toBe(name);
      expect(settledText(text, form)).toBe(name);
    }
  });

  it.each([
    ['张\u3000三', '张三'],
    ['阿卜杜拉 · 买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉\ufe52买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉．买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉\u16eb买买提', '阿卜杜拉·买买提'],
    ['·王··明·', '王·明'],
    ['J. R. Wang', 'J. R. Wang'],
    ['Nguyễn Văn Ế', 'Nguyễn Văn Ế'],
    ['བསྒྲུབས', 'བསྒྲུབས'],
    ['𠀀'.repeat(40), '𠀀'.repeat(40)],
  ])('%j is the name %j', (text, name) =>
    expect(optionalText(text, { path: ['name'], longest: 40, form: 'NAME' })).toBe(name),
  );

  it.each([
    '王' + '\u0301'.repeat(3),
    '\u0301王',
    'ـ',
    'ʰ',
    '王\u0378',
    '\u0600王',
    '王\u070f',
    '王\u{110bd}',
    '王\u{13430}',
    '王\u{1d159}',
    '<script>王',
    '123',
    '王\u20dd',
  ])('%j is no name', (text) => expect(kept(text, 'NAME')).toBeNull());

  it('no title is what nothing shows, and none has rings around its letters', () => {
    expect(kept('\u28001班', 'TITLE')).toBe('1班');
    for (const text of ['\u2800', '🌸', '1\u20dd班', '班\u0301\u0301\u0301']) expect(kept(text, 'TITLE')).toBeNull();
  });

  it('keeps the punctuation of a title, and its emoji, which no name has', () => {
    expect(kept('家长会（三年级）：“双减”，２０２６', 'TITLE')).toBe('家长会（三年级）：“双减”，2026');
    expect(kept('家庭日 👨‍👩‍👧❤️', 'TITLE')).toBe('家庭日 👨‍👩‍👧❤️');
    expect(kept('王小明❤️', 'NAME')).toBeNull();
  });

  it.each(['王\ue000', '王\u{f0000}', '王\ufffd', '王\uffff', '王\ufffa'])('%j is refused', (text) => {
    for (const form of FORMS) expect(kept(text, form)).toBeNull();
  });
});

/** Columns that are named as names are and are none of them, each with the reason. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'account.name': 'a short name for administration and demonstrations, which nobody reads as somebody’s',
  'access_record.subject': 'the kind of those who were read of',
  'chapter.title': 'published content stands as its issuer has it',
  'course.title': 'published content stands as its issuer has it',
  'course_edition.title': 'published content stands as its issuer has it',
  'lesson.title': 'published content stands as its issuer has it',
  'policy_document.title': 'published content stands as its issuer has it',
  'policy_edition.title': 'published content stands as its issuer has it',
  'policy_lecture.title': 'published content stands as its issuer has it',
  'engagement.subject': 'an id',
  'engagement.title': 'the title of what takes the time, with words of its own',
  'service_certificate.holder_name': 'what was printed stays as it was printed',
  'staff_identity.subject': 'an identifier of the identity provider, compared letter by letter',
};

describe('a column that holds a name', () => {
  it('is declared as one, or says why it is none', () => {
    const named = [...describeEntities().getMetadata().getAll().values()].flatMap((meta) =>
      meta.props
        .filter((prop) => prop.columnTypes?.[0] === 'text' || prop.columnTypes?.[0] === 'uuid')
        .flatMap((prop) => prop.fieldNames ?? [])
        .filter((column) => /(?:^|_)(?:name|title|subject|qualification|held_as|organisation)$/.test(column))
        .map((column) => `${meta.tableName}.${column}`),
    );
    const declared = LINE_COLUMNS.filter(({ form }) => form !== 'LINE').map(
      ({ table, column }) => `${table}.${column}`,
    );
    expect(named.filter((each) => !declared.includes(each)).sort()).toEqual(Object.keys(OTHERWISE).sort());
  });
});
