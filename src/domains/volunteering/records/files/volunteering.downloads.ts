import { shanghaiDay } from '../../../../platform/calendar/index.ts';
import { MEDIA_TYPES, UnprintableText } from '../../../../platform/documents/index.ts';
import { NotFound } from '../../../../platform/errors/index.ts';
import { tableFiles } from '../../../../platform/exports/index.ts';
import type { DownloadFile, DownloadKind } from '../../../../platform/graphql/index.ts';
import { noteSubjects } from '../../../../platform/reading/index.ts';
import type { RequestContext } from '../../../../platform/request/index.ts';
import { recordedOfPupils } from '../../../people/index.ts';
import { certificateFacts } from '../certificates/certificate-facts.ts';
import { verificationAddress } from '../certificates/certificate.page.ts';
import { renderServiceCertificate } from '../certificates/certificate.pdf.ts';
import { HOURS_COLUMNS, hoursHead, hoursRows } from '../rosters/service-hours.ts';
import { ROSTER_COLUMNS, rosterHead, rosterRows, type RosterRow } from '../rosters/shift-roster.ts';
import { CERTIFICATE_FILE_RULES, noLongerPrinted } from './files.rules.ts';

/** Names of the kinds of files, as links name them. */
export const FILES = {
  certificate: 'service-certificate',
  roster: { CSV: 'shift-roster-csv', XLSX: 'shift-roster-xlsx' },
  hours: { CSV: 'service-hours-csv', XLSX: 'service-hours-xlsx' },
} as const;

async function certificateFile(context: RequestContext, id: string): Promise<DownloadFile> {
  const { revoked, superseded, ...facts } = await certificateFacts(context, id);
  const over = noLongerPrinted({ revoked, superseded });
  if (over) throw new NotFound(CERTIFICATE_FILE_RULES[over]);
  const body = await renderServiceCertificate({ ...facts, verifyAt: verificationAddress(context, facts.number) }).catch(
    (error: unknown) => {
      throw error instanceof UnprintableText ? new NotFound(CERTIFICATE_FILE_RULES.NAME_NOT_PRINTABLE) : error;
    },
  );
  return { filename: `志愿服务记录证明-${facts.number}.pdf`, mediaType: MEDIA_TYPES.pdf, body };
}

async function rosterTable(context: RequestContext, shiftId: string) {
  const { title, startsAt } = await rosterHead(context, shiftId);
  return {
    name: `${title}-${shanghaiDay(startsAt)}-名单`,
    sheet: '名单',
    columns: ROSTER_COLUMNS,
    rows: onRecord(context, rosterRows(context, shiftId)),
  };
}

/** The name of a family tells of its children. */
async function* onRecord(context: RequestContext, rows: AsyncIterable<RosterRow>): AsyncGenerator<RosterRow> {
  for await (const row of rows) {
    noteSubjects(context, recordedOfPupils(), row.pupils);
    yield row;
  }
}

/** @param id that of the school and that of the term, with a slash between */
async function hoursTable(context: RequestContext, id: string) {
  const [schoolId = '', termId = ''] = id.split('/');
  const { school, term } = await hoursHead(context, schoolId, termId);
  return {
    name: `${school}-${term}-志愿服务时长`,
    sheet: '服务时长',
    columns: HOURS_COLUMNS,
    rows: hoursRows(context, schoolId, termId),
  };
}

export const volunteeringDownloads: readonly DownloadKind[] = [
  {
    name: FILES.certificate,
    description: 'A certificate of service (志愿服务记录证明), as PDF.',
    produce: certificateFile,
  },
  ...tableFiles(FILES.roster, 'Who has signed up for a shift (班次名单)', rosterTable),
  ...tableFiles(FILES.hours, 'What the volunteers of a school have served in a term (志愿服务时长)', hoursTable),
];
