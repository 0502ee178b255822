import type { Message } from '../../../platform/errors/index.ts';
import type { Tells } from '../../notice-kinds/index.ts';

/** The types of things that notices of volunteering are about: prefixes of global ids. */
export type About =
  | 'signup'
  | 'shift'
  | 'shift-role'
  | 'waitlist-entry'
  | 'stand-in'
  | 'service-record'
  | 'service-certificate'
  | 'parent-lecture'
  | 'volunteer-suspension'
  | 'volunteer-qualification'
  | 'shift-series'
  | 'volunteer-activity';

/**
 * Those who may read what a notice tells, besides the one who is told: a record of their own rests on no right, but for
 * the names of what it is of.
 */
export type Readers = 'FAMILIES' | 'VOLUNTEERS' | 'STAFF' | 'TEACHERS' | 'ANYONE';

/** The texts for a volunteer or an organiser, with `{name}` where a parameter goes. */
export interface NoticeText {
  readonly tells: Tells;
  readonly about: About;
  readonly readers: Readers;
  readonly title: Message;
  readonly body: Message;
}

const toldTo =
  (readers: Readers) =>
  (tells: Tells, about: About, zhTitle: string, enTitle: string, zhBody: string, enBody: string): NoticeText => ({
    tells,
    about,
    readers,
    title: { zh: zhTitle, en: enTitle },
    body: { zh: zhBody, en: enBody },
  });

/** For those whose families the activity is for, or who are in the class: it tells of a shift or a class. */
export const families = toldTo('FAMILIES');
/** For whoever has a place, or had it until now, by the right on which that rests; for everybody else as `families`. */
export const forVolunteers = toldTo('VOLUNTEERS');
/** For whoever runs the shift, or counts on the lecture, while they work there. */
export const staff = toldTo('STAFF');
/** For whoever heads the class, or administers it. */
export const teachers = toldTo('TEACHERS');
/** A record of their own, or an end that tells neither when nor where. */
export const ownRecord = toldTo('ANYONE');
