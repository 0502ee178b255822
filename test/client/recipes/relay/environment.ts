/** Relay over the kit. Its compiler writes what it reads from the answers, and the hub holds an operation of the same fields under the same name. */
import { Environment, Network, RecordSource, Store } from 'relay-runtime';
import type { HubClient } from '../../../../schema/client/index.ts';

/**
 * Relay wants the names of operations to end in what they are (`VolunteerBoardQuery`): the stored operation is called the same without.
 * Whatever it finds in an answer beyond what it has asked for, as `__typename`, it passes by.
 */
export function relayEnvironment(hub: HubClient, ids: Readonly<Record<string, string>>): Environment {
  const network = Network.create(({ name, operationKind }, variables) => {
    const documentId = ids[`${name.replace(/(?:Query|Mutation)$/, '')}Id`];
    if (documentId === undefined) throw new Error(`The hub holds no operation ${name}.`);
    return hub.execute({ documentId, variables, isMutation: operationKind === 'mutation' }) as Promise<never>;
  });
  return new Environment({ network, store: new Store(new RecordSource()) });
}
