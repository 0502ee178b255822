import { expect, it } from 'vitest';
import { startTestHub } from '../../support/hub.ts';

it('a hub does not start with a limit of something that nobody can attempt', async () => {
  await expect(startTestHub({ variables: { RATE_SIGN_IN_PER_MINUTE: '7' } })).rejects.toThrow(
    /RATE_SIGN_IN_PER_MINUTE: .*RATE_SIGN_INS_PER_MINUTE/,
  );
});
