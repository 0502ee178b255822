import { setImmediate as nextTurn } from 'node:timers/promises';

/** The text of an answer: whole where it is short, else its parts in UTF-8. */
export type AnswerText = string | readonly Buffer[];

/** So many objects are written in one go. */
const FEW_OBJECTS = 1_000;
const FEW_VALUES = 300;
const PART_CHARACTERS = 65_536;

/** What `JSON.stringify` makes of an answer, and the end of a line. A large one is made part by part, and others have their turn between. */
export async function answerText(answer: object, objects: number): Promise<AnswerText> {
  if (objects <= FEW_OBJECTS) return `${JSON.stringify(answer)}\n`;
  const parts: Buffer[] = [];
  let text = '';
  for (const piece of piecesOf(answer)) {
    text += piece;
    if (text.length < PART_CHARACTERS) continue;
    parts.push(Buffer.from(text));
    text = '';
    await nextTurn();
  }
  parts.push(Buffer.from(`${text}\n`));
  return parts;
}

function* piecesOf(value: unknown): Generator<string> {
  if (!isPlainTree(value) || isSmall(value)) {
    yield JSON.stringify(value) ?? 'null';
  } else if (Array.isArray(value)) {
    yield '[';
    for (let index = 0; index < value.length; index += 1) {
      if (index > 0) yield ',';
      yield* piecesOf(value[index]);
    }
    yield ']';
  } else {
    let before = '{';
    for (const [name, each] of Object.entries(value)) {
      if (isLeftOut(each)) continue;
      yield `${before}${JSON.stringify(name)}:`;
      yield* piecesOf(each);
      before = ',';
    }
    yield before === '{' ? '{}' : '}';
  }
}

function isPlainTree(value: unknown): value is object {
  return typeof value === 'object' && value !== null && typeof (value as { toJSON?: unknown }).toJSON !== 'function';
}

/** As `JSON.stringify` has it of members. */
function isLeftOut(value: unknown): boolean {
  return value === undefined || typeof value === 'function' || typeof value === 'symbol';
}

function isSmall(value: object): boolean {
  return valuesLeft(value, FEW_VALUES) > 0;
}

/** Of so many, when those of the tree are counted; counts no further than needed. */
function valuesLeft(value: unknown, most: number): number {
  let left = most - 1;
  if (typeof value !== 'object' || value === null) return left;
  for (const name in value) {
    if (left <= 0) return left;
    left = valuesLeft((value as Record<string, unknown>)[name], left);
  }
  return left;
}
