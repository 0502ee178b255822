import { describe, expect, it } from 'vitest';
import { BatchQueues } from '../../../src/platform/commands/index.ts';

type Served = readonly string[];

/** A line whose servings end when they are told to. */
class Counter {
  readonly lines = new BatchQueues();
  readonly served: Served[] = [];
  /** Who was not served at once. */
  readonly waited: string[] = [];
  #ends: (() => void)[] = [];
  /** What becomes of each group: by default everybody is served. */
  fate: (group: Served) => readonly (string | null)[] | undefined = (group) => group.map((who) => `${who} with others`);

  enter(
    who: string,
    {
      line = 'role',
      account = who,
      signal = new AbortController().signal,
    }: { line?: string; account?: string; signal?: AbortSignal } = {},
  ): Promise<string> {
    return this.lines.enter<string, string>(line, {
      who,
      account,
      signal,
      waits: () => this.waited.push(who),
      alone: async () => {
        await this.#serve([who]);
        return `${who} alone`;
      },
      together: async (group) => {
        await this.#serve(group);
        return this.fate(group);
      },
    });
  }

  /** Ends all that is being served, as often as anything is. */
  async finish(): Promise<void> {
    while (this.#ends.length > 0) {
      for (const end of this.#ends.splice(0)) end();
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  #serve(group: Served): Promise<void> {
    this.served.push(group);
    return new Promise((resolve) => this.#ends.push(resolve));
  }
}

describe('a line', () => {
  it('serves whoever comes first alone and at once, and who came meanwhile together, in their order', async () => {
    const counter = new Counter();
    const answers = ['a', 'b', 'c', 'd'].map((who) => counter.enter(who));
    expect(counter.served).toEqual([['a']]);
    await counter.finish();
    expect(await Promise.all(answers)).toEqual(['a alone', 'b with others', 'c with others', 'd with others']);
    expect(counter.served).toEqual([['a'], ['b', 'c', 'd']]);
    // It is over: who comes later is the first one again.
    const later = counter.enter('e');
    await counter.finish();
    expect(await later).toBe('e alone');
  });

  it('does not hold up another one', async () => {
    const counter = new Counter();
    const answers = [counter.enter('a'), counter.enter('b', { line: 'another role' })];
    expect(counter.served).toEqual([['a'], ['b']]);
    await counter.finish();
    expect(await Promise.all(answers)).toEqual(['a alone', 'b alone']);
  });

  it('serves 64 at most at a time, and no account twice', async () => {
    const counter = new Counter();
    const crowd = Array.from({ length: 100 }, (_, index) => String(index));
    const answers = [
      counter.enter('first'),
      ...crowd.map((who) => counter.enter(who)),
      counter.enter('again', { account: '99' }),
    ];
    await counter.finish();
    await Promise.all(answers);
    expect(counter.served).toEqual([['first'], crowd.slice(0, 64), crowd.slice(64), ['again']]);
  });

  it('lets go whoever waits no longer', async () => {
    const counter = new Counter();
    const gone = new AbortController();
    const [first, left, last] = [counter.enter('a'), counter.enter('b', { signal: gone.signal }), counter.enter('c')];
    gone.abort();
    await Promise.all([expect(left).rejects.toMatchObject({ code: 'TIMEOUT' }), counter.finish()]);
    expect(await Promise.all([first, last])).toEqual(['a alone', 'c alone']);
  });

  it('serves who comes again after their first request has broken', async () => {
    const counter = new Counter();
    const gone = new AbortController();
    const [first, broken, again] = [
      counter.enter('a'),
      counter.enter('b', { signal: gone.signal }),
      counter.enter('b again', { account: 'b' }),
    ];
    gone.abort();
    await Promise.all([expect(broken).rejects.toMatchObject({ code: 'TIMEOUT' }), counter.finish()]);
    expect(await Promise.all([first, again])).toEqual(['a alone', 'b again alone']);
  });

  it('serves alone whom it could not serve with others, and goes on meanwhile', async () => {
    const counter = new Counter();
    counter.fate = (group) => (group.includes('b') ? group.map((who) => (who === 'b' ? null : who)) : undefined);
    const first = counter.enter('a');
    const answers = ['b', 'c'].map((who) => counter.enter(who));
    await counter.finish();
    expect(await Promise.all([first, ...answers])).toEqual(['a alone', 'b alone', 'c']);
    const next = ['d', 'e', 'f'].map((who) => counter.enter(who));
    await counter.finish();
    expect(await Promise.all(next)).toEqual(['d alone', 'e alone', 'f alone']);
    expect(counter.served).toEqual([['a'], ['b', 'c'], ['b'], ['d'], ['e', 'f'], ['e'], ['f']]);
  });

  it('tells all of a group what went wrong with it, and serves the next one', async () => {
    const counter = new Counter();
    counter.fate = () => {
      throw new Error('the server is gone');
    };
    const answers = ['a', 'b', 'c'].map((who) => counter.enter(who));
    const told = Promise.allSettled(answers);
    await counter.finish();
    expect((await told).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    const later = counter.enter('d');
    await counter.finish();
    expect(await later).toBe('d alone');
  });
});

describe('a line before somebody who is never done', () => {
  it('goes on after the longest turn, and lets go at once whoever gives up', async () => {
    const lines = new BatchQueues(50);
    const gone = new AbortController();
    const nothing = { account: null, waits: () => undefined };
    void lines.enter<string, string>('role', {
      ...nothing,
      who: 'hangs',
      signal: new AbortController().signal,
      alone: () => new Promise(() => undefined),
      together: () => Promise.resolve([]),
    });
    const enter = (who: string, signal = new AbortController().signal) =>
      lines.enter<string, string>('role', {
        ...nothing,
        account: who,
        who,
        signal,
        alone: () => Promise.resolve(who),
        together: (group) => Promise.resolve(group),
      });
    const left = enter('left', gone.signal);
    const others = Promise.all([enter('one'), enter('another')]);
    gone.abort();
    await expect(left).rejects.toMatchObject({ code: 'TIMEOUT' });
    expect(await others).toEqual(['one', 'another']);
    expect(await enter('later')).toBe('later');
  });
});

it('a line is not longer than can be served in the time that a request has: whoever comes beyond is told to try later', async () => {
  const lines = new BatchQueues();
  const gone = Array.from({ length: 20_001 }, () => new AbortController());
  const never = (): Promise<never> => new Promise(() => undefined);
  const enter = (account: string, { signal } = new AbortController()) =>
    lines.enter<string, string>('role', {
      who: account,
      account,
      signal,
      waits: () => undefined,
      alone: never,
      together: never,
    });
  const waiting = gone.map((each, nth) => enter(String(nth), each));
  await expect(enter('one more')).rejects.toMatchObject({ code: 'TRY_LATER' });
  // Whoever gives up makes room.
  gone[1]!.abort();
  await expect(waiting[1]).rejects.toMatchObject({ code: 'TIMEOUT' });
  const another = new AbortController();
  const admitted = enter('another', another);
  another.abort();
  await expect(admitted).rejects.toMatchObject({ code: 'TIMEOUT' });
});
