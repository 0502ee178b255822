import { Dice } from '../../../seeds/deterministic/index.ts';
import { refusalOf, type CallerName } from '../../access/who-may.ts';
import { soundFor, type Known } from './known.ts';
import type { Place } from './places.ts';
import { hostileTo } from './values.ts';
import { FORMS, type Form } from './writing.ts';
import type { Catalog } from '../../../src/platform/reading/index.ts';
import { access } from './askers.ts';

export interface Probe {
  readonly place: Place;
  readonly value: number;
  readonly form: Form;
  readonly caller: CallerName;
  readonly dice: Dice;
}

/** From what it is drawn. */
interface Drawing {
  readonly seed: string;
  /** How many values are brought to each place. */
  readonly most: number;
  readonly catalog: Catalog;
  readonly known: Known;
  readonly callers: readonly CallerName[];
}

/** Which values each place has brought to it, in which form, and by whom, is drawn. */
export function probesOf({ seed, most, catalog, known, callers }: Drawing, all: readonly Place[]): Probe[] {
  const dice = new Dice(seed);
  const some = most > 1 ? all : dice.sample([...all], Math.ceil(all.length / 2));
  return some.flatMap((place) => {
    const own = dice.called(place.name);
    const sound = soundFor(catalog, known.ids, own, place.field)(place.type, place.within);
    const values = hostileTo({ type: place.type, isCursor: isCursor(place), sound }, known).map(
      (_value, index) => index,
    );
    return own.sample(values, Math.min(most, values.length)).map((value) => ({
      place,
      value,
      form: own.pick(FORMS),
      caller: callerOf(place, own, callers),
      dice: own.called(String(value)),
    }));
  });
}

export const isCursor = ({ argument: { name } }: Place): boolean => name === 'after' || name === 'before';

/** Whoever signs out by a token that is kept is out: nobody else may do so here. */
export const SIGNS_OUT = 'signOut';

function callerOf({ reach, field }: Place, dice: Dice, all: readonly CallerName[]): CallerName {
  const callers = all.filter((caller) => field.name !== SIGNS_OUT || !caller.startsWith('service-'));
  if (dice.chance(0.2)) return dice.pick(callers);
  if (reach.kind === 'query')
    return dice.pick([
      'district-admin',
      'district-admin',
      'school-admin',
      'guardian',
      'analyst',
      'service-of-district',
    ] as const);
  const may = callers.filter((caller) => refusalOf(access[`Mutation.${field.name}`]!, caller) === null);
  return dice.pick(may.length > 0 ? may : callers);
}

/** Places of one input type are alike wherever it stands: of each one is drawn. */
export function oneOfEachType(seed: string, all: readonly Place[]): Place[] {
  const dice = new Dice(`${seed}/types`);
  return [
    ...Map.groupBy(
      all,
      ({ argument, within }) => `${argument.name} ${argument.type.toString()} ${within.join('.')}`,
    ).values(),
  ].map((alike) => dice.pick(alike));
}
