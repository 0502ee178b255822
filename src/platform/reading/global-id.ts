import { BadUserInput } from '../errors/index.ts';

const PREFIX = '[a-z][a-z0-9]*(?:-[a-z0-9]+)*';
const SHAPE = new RegExp(`^(${PREFIX})_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$`);
const WHOLE_PREFIX = new RegExp(`^${PREFIX}$`);

export interface GlobalId {
  readonly prefix: string;
  readonly uuid: string;
}

/** Words in small letters with hyphens between them: an id of any other prefix would be none. */
export function isIdPrefix(text: string): boolean {
  return WHOLE_PREFIX.test(text);
}

export function toGlobalId(prefix: string, uuid: string): string {
  return `${prefix}_${uuid}`;
}

/** The global id that a text is, of whatever type; null where it is none. */
export function globalIdIn(text: string): GlobalId | null {
  const match = text.length <= 100 ? SHAPE.exec(text) : null;
  return match ? { prefix: match[1]!, uuid: match[2]! } : null;
}

/** @throws BadUserInput where the text is no global id of any type */
export function parseGlobalId(text: string, path: readonly (string | number)[] = ['id']): GlobalId {
  const id = globalIdIn(text);
  if (!id) throw new BadUserInput({ zh: '标识格式不正确。', en: 'This is not a global id.' }, path);
  return id;
}
