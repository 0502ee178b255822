/** Recurrence by a rule: on days of the week, as the calendar of the school year has it. */
export {
  dayAfter,
  dayBefore,
  occurrenceOn,
  occurrencesOf,
  type Occurrence,
  type RecurrenceRule,
} from './occurrences.ts';
export { onWeekday, schoolOn } from './school-days.ts';
