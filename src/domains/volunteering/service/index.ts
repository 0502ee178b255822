/** Service: attendance, and the hours that come of it. */
export { attendance } from './attendance/index.ts';
export { noteNoShows } from './attendance/note-no-shows.ts';
export { hours } from './hours/index.ts';
export { visibleServiceRecords } from './hours/service-record.access.ts';
export { minutesServed, OF_TERM, SERVED } from './hours/service-totals.ts';
