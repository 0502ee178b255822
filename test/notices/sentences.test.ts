import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { noticeKinds } from '../../src/app.ts';
import type { NoticeKind, NoticeParams } from '../../src/domains/notice-kinds/index.ts';
import { OWN_SENTENCES } from '../../src/domains/volunteering/index.ts';

const AT = '2026-12-30T04:54:00.000Z';
/** What people have typed, and the names of places: told as they are in both languages. */
const TYPED = ['护学岗', '银杏桥中学', '学校东门', '下雨了', '下雨', 'Rain', 'A-1'] as const;
const [TITLE, SCHOOL, GATE, RAINED, RAIN, RAIN_EN, NUMBER] = TYPED;
const OWN = Object.values(OWN_SENTENCES).map(({ zh }) => zh.replace('{days}', '180').replace('{count}', '1'));
/** Values of a parameter that is no enum, by its name. */
const VALUES: Readonly<Record<string, readonly NoticeParams[string][]>> = {
  title: [TITLE],
  shift: [TITLE],
  lecture: [TITLE],
  qualification: [TITLE],
  activities: [TITLE],
  place: [SCHOOL],
  places: [SCHOOL],
  where: [GATE],
  number: [NUMBER],
  dates: ['12-30'],
  at: [AT],
  until: [AT],
  when: [AT],
  was: [AT],
  startsAt: [AT],
  count: ['1', '2'],
  minimum: ['3'],
  seats: [1, 2],
  reason: [...OWN, RAIN, `${RAIN}。`, `${RAINED}!`, RAIN_EN, 'Really?'],
  because: [RAIN, `${RAIN}。`, RAIN_EN],
};

/** What may be left out: of a place, a reason. Other facts are missing in notices alone that are older than what their kind tells. */
const LEFT_OUT = new Set(['where', 'because', 'why', 'by', 'letBy', 'place', 'places', 'role']);

/** The values that each parameter of a kind may have. */
function valuesOf(kind: NoticeKind): Record<string, readonly NoticeParams[string][]> {
  const { properties = {} } = z.toJSONSchema(kind.params, { io: 'input', unrepresentable: 'any' });
  return Object.fromEntries(
    Object.entries(properties as Record<string, Declared>).map(([name, declared]) => {
      const forms = declared.anyOf ?? [declared];
      const nothing = forms.some(({ type }) => type === 'null') && LEFT_OUT.has(name) ? [null] : [];
      return [name, [...forms.flatMap((form) => valuesOfForm(kind, name, form)), ...nothing]];
    }),
  );
}

interface Declared {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly anyOf?: readonly Declared[];
}

function valuesOfForm({ key }: NoticeKind, name: string, form: Declared): readonly NoticeParams[string][] {
  if (form.const !== undefined) return [form.const];
  if (form.enum) return form.enum;
  if (form.type === 'null') return [];
  if (form.type === 'boolean') return [true, false];
  if (form.type === 'integer') return [1, 2];
  const values = VALUES[name];
  if (!values) throw new Error(`Say in VALUES what {${name}} of ${key} may be.`);
  return values;
}

/** Each value of each parameter at least once, beside the first of all others. */
function paramsOf(kind: NoticeKind): NoticeParams[] {
  const values = valuesOf(kind);
  const first = Object.fromEntries(Object.entries(values).map(([name, [value]]) => [name, value!]));
  const others = Object.entries(values).flatMap(([name, [, ...more]]) =>
    more.map((value) => ({ ...first, [name]: value })),
  );
  return [first, ...others].map((params) => kind.params.parse(params));
}

/** What is no matter of the language: what people wrote, days and moments, and the hub's own marks. */
const withoutTyped = (text: string): string =>
  [...TYPED, 'Really'].reduce((left, typed) => left.replaceAll(typed, ''), text);
const STOP = /[.。!??!…]$/;
const MARKS = '.。!?！？,，:：;；、';

describe('whatever is told reads as sentences, in both languages', () => {
  it.each(noticeKinds.map((kind) => [kind.key, kind] as const))('%s', (_, kind) => {
    for (const params of paramsOf(kind)) {
      const [title, body] = [kind.title(params), kind.body(params)];
      expect(title.zh).toMatch(/\p{Script=Han}/u);
      expect(title.en).toMatch(/^[A-Z]/);
      expect(`${title.zh}${title.en}`).not.toMatch(/[。:：]/);
      for (const text of [title.zh, title.en, body.zh, body.en]) {
        expect(text).not.toMatch(/[{}]|undefined|null|NaN|Invalid|\[object| {2}|^\s|\s$/);
        expect(text).not.toMatch(new RegExp(String.raw`[${MARKS}]\s*[${MARKS}]| [${MARKS}]|“\s*”|[（(]\s*[）)]`));
        // Between a moment and what follows it stands a word, or a mark that is not of a time.
        expect(text).not.toMatch(/\d\d:\d\d\s*[:：\d]/);
      }
      for (const text of [body.zh, body.en]) expect(text).toMatch(STOP);
      expect(withoutTyped(body.zh)).not.toMatch(/[A-Za-z]{2}/);
      expect(withoutTyped(body.en)).not.toMatch(/\p{Script=Han}/u);
      expect(body.en).toMatch(/^(?:[A-Z0-9“]|\p{Script=Han})/u);
      // A capital begins a sentence, a name of a day or month, or what people wrote: the hub's own reasons go on in small letters.
      if (!/Rain|Really/.test(body.en))
        expect(body.en.replaceAll(/[A-Z][a-z]{2},? \d+ [A-Z][a-z]{2}|A-1|WeChat/g, '')).not.toMatch(/[a-z:;,”)] [A-Z]/);
    }
  });
});
