/*
 * Characters that GBK put where Unicode had none, in its private use area, and old systems still send: two-byte codes A6D9–A6DF, A6EC, A6ED,
 * A6F3, A8BC, A8BF and FE50–FEA0. GB 18030-2005 and GB 18030-2022 (annex D) give each the code point that it has in Unicode by now, as do
 * the tables of glibc's GB18030, to which this one was compared.
 */
const PUNCTUATION = '\ufe10\ufe12\ufe11\ufe13\ufe14\ufe15\ufe16\ufe17\ufe18\ufe19'; // from U+E78D
const PINYIN = '\u1e3f\u01f9'; // from U+E7C7
// From U+E815.
const IDEOGRAPHS =
  '\u2e81\u{20087}\u{20089}\u{200cc}\u2e84\u3473\u3447\u2e88\u2e8b\u9fb4\u359e\u361a\u360e\u2e8c\u2e97' +
  '\u396e\u3918\u9fb5\u39cf\u39df\u3a73\u39d0\u9fb6\u9fb7\u3b4e\u3c6e\u3ce0\u2ea7\u{215d7}\u9fb8\u2eaa' +
  '\u4056\u415f\u2eae\u4337\u2eb3\u2eb6\u2eb7\u{2298f}\u43b1\u43ac\u2ebb\u43dd\u44d6\u4661\u464c\u9fb9' +
  '\u4723\u4729\u477c\u478d\u2eca\u4947\u497a\u497d\u4982\u4983\u4985\u4986\u499f\u499b\u49b7\u49b6' +
  '\u9fba\u{241fe}\u4ca3\u4c9f\u4ca0\u4ca1\u4c77\u4ca2\u4d13\u4d14\u4d15\u4d16\u4d17\u4d18\u4d19\u4dae' +
  '\u9fbb';

const MEANT: ReadonlyMap<string, string> = new Map([
  ...from(0xe78d, PUNCTUATION),
  ...from(0xe7c7, PINYIN),
  ...from(0xe815, IDEOGRAPHS),
]);

function from(first: number, meant: string): [string, string][] {
  return Array.from(meant, (each, index) => [String.fromCodePoint(first + index), each]);
}

/** Private characters of GBK, and what each is in Unicode. */
export const GBK_PRIVATE = {
  pattern: /[\ue78d-\ue796\ue7c7\ue7c8\ue815-\ue864]/g,
  inUnicode: (each: string): string => MEANT.get(each)!,
} as const;

/** Radicals of dictionaries that stand for the character itself in what was copied from printed pages. */
export const RADICALS = /[\u2e9f\u2ef3\u2f00-\u2fd5]/g;
