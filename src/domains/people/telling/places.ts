import { z } from 'zod';
import type { Message } from '../../../platform/errors/index.ts';
import { StaffRole, titleOfRole } from '../staff/staff-role.enum.ts';

/** Where something waits or is: the name of the school, or of the district. A notice from before notices said so names none. */
export const atPlace = z.object({ place: z.string().nullable().default(null) });
export type AtPlace = z.infer<typeof atPlace>;

/** ` at 银杏桥中学`; in Chinese the name goes before. */
export const placed = ({ place }: AtPlace): Message =>
  place === null ? { zh: '', en: '' } : { zh: place, en: ` at ${place}` };

/** A role at a place. */
export const roleAtPlace = atPlace.extend({ role: z.enum(StaffRole).nullable().default(null) });
export type RoleAtPlace = z.infer<typeof roleAtPlace>;

/** `银杏桥中学班主任`, nothing where neither is known; `the role of homeroom teacher at 银杏桥中学`, or `a role`. */
export function rolePlaced({ place, role }: RoleAtPlace): Message {
  const where = placed({ place });
  if (role === null) return { zh: where.zh, en: `a role${where.en}` };
  const title = titleOfRole(role);
  return { zh: `${where.zh}${title.zh}`, en: `the role of ${title.en}${where.en}` };
}

/** The same at the beginning of a sentence. */
export const begun = (words: string): string => `${words[0]!.toUpperCase()}${words.slice(1)}`;
