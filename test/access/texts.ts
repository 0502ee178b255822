/** Texts that a command looks at when it has found what they belong to, or what stands beside them is in order. */
export const LOOKED_AT_LATER: ReadonlySet<string> = new Set([
  'setCalendarDays.calendar.name',
  'enrolStudents.rows.name',
  'signInWithWechat.client',
  'createShift.roles.name',
  'createShift.roles.description',
  'createShift.roles.qualification',
  'updateShiftRole.name',
  'updateShiftRole.description',
  'updateShiftRole.qualification',
  'createShiftSeries.place',
  'updateShiftSeries.place',
  'updateShiftSeriesRole.name',
  'updateShiftSeriesRole.description',
  'updateShiftSeriesRole.qualification',
]);
