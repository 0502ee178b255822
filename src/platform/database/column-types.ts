import pg, { type CustomTypesConfig } from 'pg';

const { builtins, getTypeParser } = pg.types;

/** The session's time zone is UTC, so `2026-11-22 04:31:56.123+00` is the usual text. */
function parseTimestamp(text: string): Date | string {
  return text.endsWith('+00') ? new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`) : parseUnusualTimestamp(text);
}

const parseUnusualTimestamp = getTypeParser(builtins.TIMESTAMPTZ, 'text') as (text: string) => Date;
const asIs = (text: string): string => text;

/** How the read side takes values: dates as `YYYY-MM-DD`, times as Date, counts as number. */
export const columnTypes: CustomTypesConfig = {
  getTypeParser: ((oid: number, format: 'text' | 'binary') => {
    switch (oid) {
      case builtins.TIMESTAMPTZ:
        return parseTimestamp;
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
