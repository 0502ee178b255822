import { describe, expect, it } from 'vitest';
import { calendar, type CalendarEntry } from '../../../src/platform/documents/index.ts';

const MEETING: CalendarEntry = {
  uid: 'meeting_1@hub',
  sequence: 0,
  cancelled: false,
  from: new Date('2026-03-05T11:00:00Z'),
  to: new Date('2026-03-05T12:30:00Z'),
  title: '三年级家长会:减轻学生负担,提高教育质量;请准时到场并带上学生的作业本与读书笔记,谢谢您的支持与理解',
  place: '银杏桥中学, 报告厅',
  description: '第一行\n第二行\r\nEND:VCALENDAR',
  changedAt: new Date('2026-03-01T01:00:00Z'),
};

/** Lines as they were before they were folded. */
const linesOf = (bytes: Uint8Array): string[] =>
  Buffer.from(bytes)
    .toString('utf8')
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n');
const valueOf = (lines: readonly string[], name: string): string | undefined =>
  lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1);
const unescaped = (text: string | undefined): string | undefined =>
  text?.replace(/\\([\\;,n])/gi, (_all, letter: string) => (letter.toLowerCase() === 'n' ? '\n' : letter));

describe('a calendar', () => {
  it('says what, where and when, in lines that every program can read', () => {
    const bytes = calendar('家长日历', [MEETING]);
    for (const line of Buffer.from(bytes).toString('utf8').split('\r\n'))
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const lines = linesOf(bytes);
    expect(lines.filter((line) => /^(?:BEGIN|END):/.test(line))).toEqual([
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
    expect(
      Object.fromEntries(
        ['UID', 'SEQUENCE', 'STATUS', 'DTSTART', 'DTEND', 'DTSTAMP'].map((name) => [name, valueOf(lines, name)]),
      ),
    ).toEqual({
      UID: 'meeting_1@hub',
      SEQUENCE: '0',
      STATUS: 'CONFIRMED',
      DTSTART: '20260305T110000Z',
      DTEND: '20260305T123000Z',
      DTSTAMP: '20260301T010000Z',
    });
    expect(unescaped(valueOf(lines, 'SUMMARY'))).toBe(MEETING.title);
    expect(unescaped(valueOf(lines, 'LOCATION'))).toBe(MEETING.place);
    expect(unescaped(valueOf(lines, 'DESCRIPTION'))).toBe('第一行\n第二行\nEND:VCALENDAR');
    expect(valueOf(lines, 'X-WR-CALNAME')).toBe('家长日历');
  });

  it('keeps what is cancelled, and says so with a higher sequence', () => {
    const lines = linesOf(calendar('家长日历', [{ ...MEETING, cancelled: true, sequence: 1 }]));
    expect([valueOf(lines, 'STATUS'), valueOf(lines, 'SEQUENCE'), valueOf(lines, 'UID')]).toEqual([
      'CANCELLED',
      '1',
      MEETING.uid,
    ]);
  });

  it('is the same for the same entries', () => {
    expect(calendar('家长日历', [MEETING])).toEqual(calendar('家长日历', [MEETING]));
    expect(linesOf(calendar('家长日历', []))).toContain('END:VCALENDAR');
  });
});
