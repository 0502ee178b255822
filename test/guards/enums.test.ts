import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type ts from 'typescript';
import { brokenIn, castsToEnums, sourcesOf } from './enums.ts';
import { projectPaths } from './layout.ts';

const ROOTS = ['src/main.ts', 'src/app.ts'];
const REASONS = 'src/domains/volunteering/model/entities/signup-blocker.enum.ts';
const ROOM = 'src/domains/volunteering/places';
const OF_PLACES = `${ROOM}/signups/signup.blockers.ts`;
const ROLES = 'src/domains/people/staff/staff-role.enum.ts';
const sourcesUnder = (...folders: readonly string[]): string[] =>
  projectPaths('.').filter(
    (path) => path.endsWith('.ts') && folders.some((folder) => path.startsWith(`src/domains/${folder}/`)),
  );
const PLACES = sourcesUnder('volunteering');
/** The text of a file with a line after one of its own. */
const withLine = (path: string, after: string, line: string): string => {
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(after);
  return text.replace(after, `${after}\n${line}`);
};
/** A type checker reads all sources: a whole minute where others work beside it. */
const PATIENCE = 120_000;

/** All sources as they are, with casts at the end of one. */
let program: ts.Program;
beforeAll(() => {
  const planted = `${readFileSync(REASONS, 'utf8')}
      export const cast = (code: string) => code as SignupBlocker;
      export const name = (code: string) => code as keyof typeof SignupBlocker;
      export const told = (code: string): code is SignupBlocker.FULL | SignupBlocker.CLOSED => code === 'FULL';
      export const fixed = ['FULL'] as const;
      interface Held { readonly name: string; readonly blocker: SignupBlocker | null }
      type Stored = Omit<Held, 'blocker'> & { readonly blocker: unknown };
      export const held = (stored: Stored) => ({ ...stored }) as Held;
      export const row = (values: unknown) => values as readonly [string, readonly SignupBlocker[]];
      export const list = (values: { readonly blockers: string[] }) => values as { blockers: SignupBlocker[] };
      export const isHeld = (stored: Stored): stored is Held => stored.blocker === 'FULL';
      export const texts = (values: unknown) => values as readonly ('FULL' | 'PENDING')[];
      export const kept = (values: Held | Stored) => ({ ...values, name: '' }) as Stored;
      export const wider = (blocker: Held | null) => blocker as Held;`;
  const roles = `${readFileSync(ROLES, 'utf8')}
      export const cast = (code: string) => code as StaffRole;
      export const name = (code: string) => code as keyof typeof StaffRole;
      export const held = (stored: { role: string }) => stored as { role: StaffRole };
      export const told = (code: string): code is StaffRole => code in StaffRole;
      export const other = (code: string) => code as 'ROLE' | 'NODE';`;
  program = sourcesOf(ROOTS, { [REASONS]: planted, [ROLES]: roles });
}, PATIENCE);

describe('enums are mapped as a whole', () => {
  it('no cast makes anything one of their members, but those that are planted', { timeout: PATIENCE }, () => {
    expect(castsToEnums(program)).toEqual([
      `${ROLES}: code as StaffRole`,
      `${ROLES}: code as keyof typeof StaffRole`,
      `${ROLES}: stored as { role: StaffRole }`,
      `${ROLES}: code is StaffRole`,
      `${REASONS}: code as SignupBlocker`,
      `${REASONS}: code as keyof typeof SignupBlocker`,
      `${REASONS}: code is SignupBlocker.FULL | SignupBlocker.CLOSED`,
      `${REASONS}: ({ ...stored }) as Held`,
      `${REASONS}: values as readonly [string, readonly SignupBlocker[]]`,
      `${REASONS}: values as { blockers: SignupBlocker[] }`,
      `${REASONS}: stored is Held`,
      `${REASONS}: values as readonly ('FULL' | 'PENDING')[]`,
    ]);
  });

  it(
    'a new reason against a sign-up does not compile until each place knows what it means there',
    () => {
      expect(brokenIn(program, PLACES)).toEqual([]);
      const added = {
        [REASONS]: readFileSync(REASONS, 'utf8').replace(
          "FULL = 'FULL',",
          "FULL = 'FULL',\n  TOO_YOUNG = 'TOO_YOUNG',",
        ),
      };
      const first = [
        REASONS,
        OF_PLACES,
        `${ROOM}/stand-ins/stand-in.blockers.ts`,
        `${ROOM}/waiting-list/waitlist.blockers.ts`,
      ];
      expect(brokenIn(sourcesOf(ROOTS, added), PLACES)).toEqual(first);
      // Once it stands against a place that is kept for somebody, whoever keeps places has to be told as well.
      const known = readFileSync(OF_PLACES, 'utf8').replace(
        '  FULL: null,',
        '  FULL: null,\n  TOO_YOUNG: SignupBlocker.TOO_YOUNG,',
      );
      expect(brokenIn(sourcesOf(ROOTS, { ...added, [OF_PLACES]: known }), PLACES)).toEqual([
        REASONS,
        `${ROOM}/stand-ins/stand-in.blockers.ts`,
        `${ROOM}/waiting-list/accept-offer.ts`,
        `${ROOM}/waiting-list/waitlist.blockers.ts`,
        `${ROOM}/waiting-list/waitlist.queue.ts`,
      ]);
    },
    PATIENCE,
  );

  it(
    'a new role does not compile until it is said where it is played, who gives it and what it organises',
    () => {
      const files = sourcesUnder('people', 'identity', 'volunteering/model');
      const added = {
        [ROLES]: withLine(ROLES, "  LECTURER: 'LECTURER',", "  DISTRICT_AUDITOR: 'DISTRICT_AUDITOR',"),
      };
      expect(brokenIn(sourcesOf(ROOTS, added), files)).toEqual([
        ROLES,
        'src/domains/volunteering/model/volunteering.permissions.ts',
      ]);
    },
    PATIENCE,
  );

  it(
    'nor does a new status, thing that notices are about, or form of tables, until each place knows what it means there',
    () => {
      const signup = 'src/domains/volunteering/model/entities/signup.entity.ts';
      const lecture = 'src/domains/volunteering/model/entities/parent-lecture.entity.ts';
      const about = 'src/domains/volunteering/notices/notice-text.ts';
      const formats = 'src/platform/exports/table-files.ts';
      const added = {
        [signup]: withLine(signup, "  PENDING = 'PENDING',", "  INVITED = 'INVITED',").replace(
          '  PENDING: true,',
          '  PENDING: true,\n  INVITED: true,',
        ),
        [lecture]: withLine(lecture, "  PROPOSED = 'PROPOSED',", "  REVISED = 'REVISED',"),
        [about]: withLine(about, "  | 'signup'", "  | 'attendance'"),
        [formats]: readFileSync(formats, 'utf8').replace("'CSV' | 'XLSX'", "'CSV' | 'XLSX' | 'ODS'"),
      };
      const form = 'src/platform/exports/table-format.graphql.ts';
      expect(brokenIn(sourcesOf(ROOTS, added), [...PLACES, form])).toEqual([
        lecture,
        signup,
        'src/domains/volunteering/notices/tell.ts',
        'src/domains/volunteering/organising/lectures/lecture.rules.ts',
        'src/domains/volunteering/records/files/ask-for-file.ts',
        'src/domains/volunteering/records/files/volunteering.downloads.ts',
        'src/domains/volunteering/records/rosters/shift-roster.ts',
        form,
      ]);
    },
    PATIENCE,
  );
});
