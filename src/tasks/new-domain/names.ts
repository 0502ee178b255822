/** The names of a domain and of its first entity, in each form in which the template holds them. */
export interface DomainNames {
  /** The domain, its folder and its lists: `open-days`. */
  readonly many: string;
  /** The entity: `open-day`. */
  readonly one: string;
  /** The Chinese term, as descriptions say it. */
  readonly zh: string;
}

export class UnfitName extends Error {}

const KEBAB = /^[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*$/;

/** Words of JavaScript and of PostgreSQL that would have to be quoted wherever the entity is named. */
const RESERVED = new Set(
  (
    'all analyse analyze and any array as asc asymmetric await both break case cast catch check class collate column const constraint ' +
    'continue create debugger default deferrable delete desc distinct do else end enum except export extends false fetch finally for ' +
    'foreign from function grant group having if import in initially instanceof intersect into lateral leading let limit new null offset ' +
    'on only or order placing primary references return returning select some static super switch symmetric table then this throw to ' +
    'trailing true try typeof union unique user using var variadic void when where while window with yield'
  ).split(' '),
);

/** They end as words of many do, and are not made of the word for one. */
const SAME_OF_ONE = /(?:^|-)(?:series|species|news|means|mathematics|physics)$/;

/** `open-days` → `open-day`, `activities` → `activity`; a name of which it cannot be told is said. */
function singularOf(many: string): string | undefined {
  if (SAME_OF_ONE.test(many)) return undefined;
  if (many.endsWith('ies')) return `${many.slice(0, -3)}y`;
  if (/(?:ss|us|is)$/.test(many) || !many.endsWith('s')) return undefined;
  return /(?:ches|shes|xes|sses)$/.test(many) ? many.slice(0, -2) : many.slice(0, -1);
}

function requireFit(name: string): void {
  if (!KEBAB.test(name))
    throw new UnfitName(`${name} is no name of a domain: words in lower case, joined by hyphens, e.g. open-days.`);
  if (RESERVED.has(name)) throw new UnfitName(`${name} is a word of SQL or of JavaScript: choose another one.`);
}

/** @throws UnfitName */
export function namesOf(many: string, given: { readonly one?: string; readonly zh?: string }): DomainNames {
  requireFit(many);
  const one = given.one ?? singularOf(many);
  if (one === undefined || one === many)
    throw new UnfitName(`What is one of ${many} called? Say it: npm run new:domain -- ${many} --one …`);
  if (given.one === undefined && RESERVED.has(one))
    throw new UnfitName(
      `${one}, as one of ${many} would be called, is a word of SQL or of JavaScript: say another one, e.g. npm run new:domain -- ${many} --one ${one}-item`,
    );
  requireFit(one);
  return { many, one, zh: given.zh ?? '示例' };
}

export const snake = (name: string): string => name.replaceAll('-', '_');
export const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
export const pascal = (name: string): string => camel(`-${name}`);
const words = (name: string): string => name.replaceAll('-', ' ');
const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);

const FORMS = [
  (name: string) => name,
  snake,
  camel,
  pascal,
  (name: string) => snake(name).toUpperCase(),
  words,
  (name: string) => capital(words(name)),
];

/** Whether an English word is said with `an`, as far as its first letter tells. */
const takesAn = (word: string): boolean => /^[aeio]|^u(?!ni|se|ti)/i.test(word);

/** The text of the template with the names of the domain in it. */
export function named(text: string, { many, one, zh }: DomainNames): string {
  const withArticles = takesAn(one)
    ? text
    : text.replace(/\b([Aa])n (?=example thing)/g, '$1 ').replace(/\ban(?=ExampleThing)/g, 'a');
  return [
    ['example-things', many],
    ['example-thing', one],
  ]
    .flatMap(([of, to]) => FORMS.map((form) => [form(of!), form(to!)] as const))
    .reduce((result, [of, to]) => result.replaceAll(of, to), withArticles)
    .replaceAll('示例', zh);
}
