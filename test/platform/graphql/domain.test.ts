import { describe, expect, it } from 'vitest';
import { signedIn } from '../../../src/platform/auth/index.ts';
import { contribution, domainOf, mutation, MutationInput, type Check } from '../../../src/platform/graphql/index.ts';

const check = (name: string): Check => ({ name, description: name, sql: 'select 1 where false' });
const permission = { description: 'To be asked for (权限).', heldBy: () => true };

describe('a domain of parts', () => {
  it('has what its parts bring, in their order, and nothing where they bring nothing', () => {
    const domain = domainOf('planted', [
      { checks: [check('one')] },
      {},
      { checks: [check('two'), check('three')], permissions: { 'planted.do': permission } },
    ]);
    expect(domain).toMatchObject({
      name: 'planted',
      entities: [],
      mutations: [],
      roots: {},
      permissions: { 'planted.do': permission },
    });
    expect(domain.checks.map(({ name }) => name)).toEqual(['one', 'two', 'three']);
  });

  it('brings what is for other rooms, each for its own, in the order of domains and parts', () => {
    const [birds, fish] = [contribution<string>('birds'), contribution<string>('fish')];
    const first = domainOf('first', [{ contributions: [birds.with(['crow']), fish.with(['carp'])] }, {}]);
    const second = domainOf('second', [{ contributions: [birds.with(['hawk'])] }, { contributions: [birds.with([])] }]);
    expect(birds.in([first, {}, second])).toEqual(['crow', 'hawk']);
    expect(fish.in([second, first])).toEqual(['carp']);
  });

  it('does not let one part silently take the place of another', () => {
    const part = { permissions: { 'planted.do': permission } };
    expect(() => domainOf('planted', [part, part])).toThrow('Two parts of planted bring planted.do.');
    const root = { roots: { things: { access: signedIn } as never } };
    expect(() => domainOf('planted', [root, root])).toThrow('Two parts of planted bring things.');
  });
});

describe('a mutation', () => {
  class Keyed extends MutationInput {}
  class Keyless {}
  const declared = (input: new () => object, remembered?: boolean) =>
    mutation('plantOne', {
      description: 'Plants one (一).',
      access: signedIn,
      input,
      ownCase: 'OWN_NAME',
      rules: { NONE: { description: 'There is none (没有).', zh: '没有。', en: 'None.' } },
      answer: {},
      ...(remembered !== undefined && { remembered }),
      run: () => Promise.resolve({}),
    });

  it('takes a key where calls of it are remembered, and no other does', () => {
    expect([declared(Keyed), declared(Keyless, false)].map(({ name }) => name)).toEqual(['plantOne', 'plantOne']);
    expect(() => declared(Keyless)).toThrow('The input of plantOne extends MutationInput where');
    expect(() => declared(Keyed, false)).toThrow('The input of plantOne extends MutationInput where');
  });
});
