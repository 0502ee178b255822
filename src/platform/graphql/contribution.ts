import { service, type Service } from '../request/index.ts';

/** What one domain brings for one room. */
export interface Contributed {
  readonly to: Pick<Service<unknown>, 'name'>;
  readonly things: readonly unknown[];
}

/**
 * What domains bring for a room that is no part of the platform, such as all kinds of what people are told. The room that
 * understands it declares it; the app collects it of all domains, and offers it to lower rooms as a service of the same name.
 */
export interface Contribution<T> extends Service<readonly T[]> {
  /** What a domain brings. */
  with(things: readonly T[]): Contributed;
  /** What these domains bring together, in their order. */
  in(domains: readonly { readonly contributions?: readonly Contributed[] }[]): T[];
}

export function contribution<T>(name: string): Contribution<T> {
  const declared: Contribution<T> = {
    ...service<readonly T[]>(name),
    with: (things) => ({ to: declared, things }),
    in: (domains) =>
      domains
        .flatMap(({ contributions = [] }) => contributions)
        .filter(({ to }) => to === declared)
        .flatMap(({ things }) => things as readonly T[]),
  };
  return declared;
}
