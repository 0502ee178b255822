import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type ts from 'typescript';
import { brokenIn, castsToEnums, sourcesOf } from './enums.ts';
import { projectPaths } from './layout.ts';

const ROOTS = ['src/main.ts', 'src/app.ts'];
const REASONS = 'src/domains/volunteering/model/entities/signup-blocker.enum.ts';
const ROOM = 'src/domains/volunteering/places';
const OF_PLACES = `${ROOM}/signups/signup.blockers.ts`;
const PLACES = projectPaths('.').filter((path) => path.startsWith('src/domains/volunteering/') && path.endsWith('.ts'));
/** A type checker reads all sources: a whole minute where others work beside it. */
const PATIENCE = 120_000;

/** All sources as they are, with casts at the end of one. */
let program: ts.Program;
beforeAll(() => {
  const planted = `${readFileSync(REASONS, 'utf8')}
      export const cast = (code: string) => code as SignupBlocker;
      export const name = (code: string) => code as keyof typeof SignupBlocker;
      export const told = (code: string): code is SignupBlocker.FULL | SignupBlocker.CLOSED => code === 'FULL';
      export const fixed = ['FULL'] as const;`;
  program = sourcesOf(ROOTS, { [REASONS]: planted });
}, PATIENCE);

describe('enums are mapped as a whole', () => {
  it('no cast makes anything one of their members, but those that are planted', { timeout: PATIENCE }, () => {
    expect(castsToEnums(program)).toEqual([
      `${REASONS}: code as SignupBlocker`,
      `${REASONS}: code as keyof typeof SignupBlocker`,
      `${REASONS}: code is SignupBlocker.FULL | SignupBlocker.CLOSED`,
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
});
