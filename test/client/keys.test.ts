import { describe, expect, it } from 'vitest';
import { ChangePasswordId, SignInWithPasswordId } from '../../schema/generated/admin-operations.ts';
import { MarkAllNoticesReadId } from '../../schema/generated/mini-program-operations.ts';
import { failure } from './asking.ts';
import { DONE, kit, type Asked } from './kit.ts';

const keyOf = ({ input }: Asked): unknown => input?.['idempotencyKey'];

describe('a key', () => {
  it.each([{}, { idempotencyKey: undefined }, { idempotencyKey: null }, { idempotencyKey: '' }])(
    'is made where the input of a mutation has none: %j',
    async (input) => {
      const { client, asked } = kit((_asked, time) => (time === 1 ? 'lost' : DONE));
      await client.execute({ documentId: MarkAllNoticesReadId, variables: { input }, isMutation: true });
      expect(asked).toHaveLength(2);
      expect(keyOf(asked[0]!)).toMatch(/^\S{20,}$/);
      expect(keyOf(asked[1]!)).toBe(keyOf(asked[0]!));
    },
  );

  it('that was never written down is another one, and what was is sent', async () => {
    const { client, asked } = kit(() => DONE);
    for (const key of [undefined, null, '', 'of-yesterday']) await client.press(MarkAllNoticesReadId, {}, key).send();
    const keys = asked.map(keyOf);
    expect(new Set(keys).size).toBe(4);
    for (const made of keys.slice(0, 3)) expect(made).toMatch(/^\S{20,}$/);
    expect(keys[3]).toBe('of-yesterday');
  });

  it('is none of what is done anew each time, which is sent once: nobody knows whether it was done', async () => {
    const proof = { password: 'p', code: '123456' };
    for (const status of [0, 502, 503]) {
      const { client, asked } = kit(() => (status === 0 ? 'lost' : { status, body: '' }));
      const code = status === 0 ? 'NO_CONNECTION' : 'TRY_LATER';
      const signIn = client.mutate(SignInWithPasswordId, { ...proof, staffNumber: 'T1' });
      expect(await failure(signIn)).toMatchObject({ code });
      const variables = { input: { ...proof, newPassword: 'q' } };
      const change = client.execute({ documentId: ChangePasswordId, variables, isMutation: true });
      expect(await failure(change)).toMatchObject({ code });
      expect(asked.map(keyOf)).toEqual([undefined, undefined]);
    }
    const { client, asked } = kit((_asked, time) => (time === 1 ? { status: 429, body: '' } : DONE));
    await client.mutate(SignInWithPasswordId, { ...proof, staffNumber: 'T1' });
    expect(asked).toHaveLength(2);
  });
});
