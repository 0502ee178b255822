export { Calendar, dateOf, DEFAULT_NOW, earliest, latest, morningOf } from './calendar.ts';
export { Dice } from './dice.ts';
export { Ids, namedId } from './ids.ts';
export { Shares } from './shares.ts';
