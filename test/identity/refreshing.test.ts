import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideRefresh, expiryOf, LOST_ANSWER_MS, SESSION_DAYS } from '../../src/domains/identity/index.ts';
import { createRefreshTokens, type RefreshToken } from '../../src/platform/auth/index.ts';

const tokens = createRefreshTokens('a-signing-key-that-only-tests-know-of');
const SESSION = '00000000-0000-7000-8000-00000000000a';
const DAY = 86_400_000;

/** A session as the command keeps it, and every token that anybody was ever given. */
class Family {
  readonly given: RefreshToken[] = [tokens.first(SESSION)];
  refreshHash: string = this.given[0]!.hash;
  refreshedAt = new Date(0);
  ended = false;

  use(token: RefreshToken, now: Date): string {
    const successor = tokens.successorOf(token);
    const decision = decideRefresh({
      now,
      ended: this.ended,
      accountActive: true,
      expiresAt: new Date(365 * DAY),
      refreshedAt: this.refreshedAt,
      refreshHash: this.refreshHash,
      token,
      successor,
    });
    if (decision === 'ROTATE') {
      this.refreshHash = successor.hash;
      this.refreshedAt = now;
      this.given.push(successor);
    }
    if (decision === 'REUSED') this.ended = true;
    return decision;
  }
}

describe('refreshing, whoever uses which token when', () => {
  const uses = fc.array(
    fc.record({
      back: fc.nat(3),
      after: fc.oneof(fc.nat(LOST_ANSWER_MS - 1), fc.integer({ min: LOST_ANSWER_MS, max: DAY })),
    }),
    { maxLength: 40 },
  );

  it('the latest token goes on; the one before is answered with it for a moment; any other use ends the session for good', () => {
    fc.assert(
      fc.property(uses, (steps) => {
        const family = new Family();
        let now = 0;
        for (const { back, after } of steps) {
          now += after;
          const latest = family.given.length - 1;
          const index = Math.max(0, latest - back);
          const over = family.ended;
          const sinceRotation = now - family.refreshedAt.getTime();
          const decision = family.use(family.given[index]!, new Date(now));
          const expected = over
            ? 'OVER'
            : index === latest
              ? 'ROTATE'
              : index === latest - 1 && sinceRotation < LOST_ANSWER_MS
                ? 'REPEAT'
                : 'REUSED';
          expect(decision).toBe(expected);
          expect(family.given.at(-1)!.hash).toBe(family.refreshHash);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('every token is one that the hub knows for its own, and none is given twice', () => {
    const family = new Family();
    for (let step = 0; step < 50; step += 1) family.use(family.given.at(-1)!, new Date(step));
    expect(new Set(family.given.map((token) => token.text)).size).toBe(51);
    for (const token of family.given) expect(tokens.read(token.text)).toEqual(token);
  });

  it('a token with any letter changed is none', () => {
    const { text } = tokens.first(SESSION);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom(...'0aAbBzZ9_-'), (at, letter) => {
        const changed = text.slice(0, at) + letter + text.slice(at + 1);
        expect(tokens.read(changed)).toEqual(changed === text ? tokens.read(text) : null);
      }),
    );
  });
});

describe('the end of a session', () => {
  it('slides with its use, and never beyond its longest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 180 }), fc.nat(180 * DAY), (refresh, used) => {
        const end = expiryOf(new Date(0), new Date(used), { refresh, longest: SESSION_DAYS }).getTime();
        expect(end).toBe(Math.min(used + refresh * DAY, SESSION_DAYS * DAY));
      }),
    );
  });
});
