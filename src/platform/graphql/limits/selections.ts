/** How much a document asks for once its fragments are opened: four thousand tokens can stand for more than can be walked. */
import { Kind, type DocumentNode, type SelectionSetNode } from 'graphql';
import { fragmentsOf } from '../../reading/index.ts';

/**
 * Fields and fragments of all operations of a document, as often as whoever follows it comes by: what a fragment holds counts
 * wherever it is spread, though at one place once. Nothing is walked twice for that.
 */
export function selectionsIn(document: DocumentNode): number {
  const fragments = fragmentsOf(document);
  const known = new Map<SelectionSetNode, number>();
  const countAt = (place: SelectionSetNode): number => {
    const before = known.get(place);
    if (before !== undefined) return before;
    // What stands within itself, which no valid document has, counts nothing there.
    known.set(place, 0);
    const opened = new Set<string>();
    const countIn = (set: SelectionSetNode | undefined): number => {
      let count = 0;
      for (const each of set?.selections ?? []) {
        count += 1;
        if (each.kind === Kind.FIELD) count += each.selectionSet ? countAt(each.selectionSet) : 0;
        else if (each.kind === Kind.INLINE_FRAGMENT) count += countIn(each.selectionSet);
        else if (!opened.has(each.name.value)) {
          opened.add(each.name.value);
          count += countIn(fragments[each.name.value]?.selectionSet);
        }
      }
      return count;
    };
    const count = countIn(place);
    known.set(place, count);
    return count;
  };
  let count = 0;
  for (const each of document.definitions)
    if (each.kind === Kind.OPERATION_DEFINITION) count += countAt(each.selectionSet);
  return count;
}

/**
 * How many pairs of fields stand under one name at one place of an answer, and of fragments that are spread at one place: whether they
 * can be merged is found out by holding each against each. @param document of which `selectionsIn` is not too much, for it is walked opened
 */
export function pairsIn(document: DocumentNode): number {
  const fragments = fragmentsOf(document);
  let pairs = 0;
  /** @param above fragments that stand within themselves, which no valid document has, are not entered again */
  const enter = (sets: readonly SelectionSetNode[], above: ReadonlySet<string>): void => {
    const byName = new Map<string, SelectionSetNode[]>();
    const counts = new Map<string, number>();
    const spread = new Set<string>();
    const open = ({ selections }: SelectionSetNode): void => {
      for (const each of selections) {
        if (each.kind === Kind.INLINE_FRAGMENT) open(each.selectionSet);
        else if (each.kind === Kind.FIELD) {
          const name = (each.alias ?? each.name).value;
          const before = counts.get(name) ?? 0;
          pairs += before;
          counts.set(name, before + 1);
          if (each.selectionSet) byName.set(name, [...(byName.get(name) ?? []), each.selectionSet]);
        } else if (!spread.has(each.name.value)) {
          pairs += spread.size;
          spread.add(each.name.value);
          const fragment = fragments[each.name.value];
          if (fragment && !above.has(each.name.value)) open(fragment.selectionSet);
        }
      }
    };
    for (const set of sets) open(set);
    for (const same of byName.values()) enter(same, new Set([...above, ...spread]));
  };
  for (const each of document.definitions)
    if (each.kind === Kind.OPERATION_DEFINITION) enter([each.selectionSet], new Set());
  return pairs;
}
