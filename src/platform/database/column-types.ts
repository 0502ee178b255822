import pg, { type CustomTypesConfig } from 'pg';

const { builtins, getTypeParser } = pg.types;

/** The session's time zone is UTC, so `2026-11-22 04:31:56.123+00` is the usual text. */
export function momentOf(text: string): Date {
  return text.endsWith('+00') ? new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`) : parseUnusualTimestamp(text);
}

const parseUnusualTimestamp = getTypeParser(builtins.TIMESTAMPTZ, 'text') as (text: string) => Date;
const asIs = (text: string): string => text;

/** How moments are read: as Date, or as the text that stands for it in JSON. */
export type Moments = 'dates' | 'texts';

/** The moment as `toISOString` of the Date writes it: columns hold milliseconds; PostgreSQL omits zeros at the end. */
export function momentText(text: string): string {
  if (text.endsWith('+00') && text.charCodeAt(10) === 32) {
    const day = text.slice(0, 10);
    switch (text.length) {
      case 22:
        return `${day}T${text.slice(11, 19)}.000Z`;
      case 24:
        return `${day}T${text.slice(11, 21)}00Z`;
      case 25:
        return `${day}T${text.slice(11, 22)}0Z`;
      case 26:
        return `${day}T${text.slice(11, 23)}Z`;
    }
  }
  return momentOf(text).toISOString();
}

function typesWith(moment: (text: string) => unknown): CustomTypesConfig {
  return {
    getTypeParser: ((oid: number, format: 'text' | 'binary') => {
      switch (oid) {
        case builtins.TIMESTAMPTZ:
          return moment;
        case builtins.DATE:
        case builtins.UUID:
        case builtins.TEXT:
        case builtins.VARCHAR:
          return asIs;
        case builtins.INT8:
          return Number;
        default:
          return getTypeParser(oid, format as 'text');
      }
    }) as CustomTypesConfig['getTypeParser'],
  };
}

/** How the read side takes values: dates as `YYYY-MM-DD`, counts as number. */
export const columnTypesBy: Readonly<Record<Moments, CustomTypesConfig>> = {
  dates: typesWith(momentOf),
  texts: typesWith(momentText),
};
export const columnTypes = columnTypesBy.dates;
