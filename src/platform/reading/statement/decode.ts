import type { RequestContext } from '../../request/index.ts';
import { groupsIn } from '../aggregates/groups.ts';
import { SUBJECTS } from '../catalog.ts';
import { noteSubjects } from '../disclosure/recorded.ts';
import { nothingTold, onlySomeTold } from '../disclosure/told.ts';
import type { Edge, EdgeOf, ListNode, PlanNode, RowNode } from '../plan/plan.ts';
import { pageOf, type FetchedNode, type Values } from '../result/fetched.ts';
import { countsBeyond, namesBesides, slotOf } from './layout.ts';
import type { StatementRun } from './run.ts';

/** A run of a statement while its answer is taken apart. */
export interface DecodingRun extends StatementRun {
  readonly context: RequestContext;
}

/** Brings what a statement has answered into the form in which batches have it. */
export type Decode = (values: Values, run: DecodingRun) => void;
type DecodeRows = (rows: readonly Values[], run: DecodingRun) => void;

/** @returns undefined where there is nothing to be done */
export class Decoder {
  readonly #viewer: StatementRun['viewer']['shape'];
  readonly #lists: StatementRun['lists'];

  constructor(viewer: StatementRun['viewer']['shape'], lists: StatementRun['lists']) {
    this.#viewer = viewer;
    this.#lists = lists;
  }

  of({ edges }: PlanNode): Decode | undefined {
    const steps = edges.flatMap((edge, index) => (edge.cut ? [] : (this.#edge(edge, index) ?? [])));
    if (steps.length === 0) return undefined;
    if (steps.length === 1) return steps[0];
    return (values, run) => {
      for (const step of steps) step(values, run);
    };
  }

  #edge(edge: Edge, index: number): Decode | undefined {
    switch (edge.kind) {
      case 'one': {
        const decode = this.#rows(edge.row);
        return (
          decode &&
          ((values, run) => {
            if (values[index] !== null) decode([values[index] as Values], run);
          })
        );
      }
      case 'list':
      case 'root list':
        return this.#page(edge.list, index);
      case 'ids':
        return this.#ids(edge, index);
      case 'aggregate': {
        if (!edge.groups) return undefined;
        const { number } = edge.groups;
        return (values, run) => {
          if (values[index] === null) throw onlySomeTold();
          values[index] = groupsIn(run.groups[number]!.asked, values[index] as unknown[][]);
        };
      }
      case 'root object': {
        const decode = this.of(edge.object);
        return (values, run) => {
          const object = run.objects[edge.number]!;
          if (edge.object.edges.length === 0) return void (values[index] = object);
          const held = values[index] as Values;
          held.push(object);
          decode?.(held, run);
        };
      }
      default:
        return undefined;
    }
  }

  /** Whoever is put on record for reading such rows is noted for each. */
  #rows(row: RowNode, list?: ListNode): DecodeRows | undefined {
    const { recorded } = row.type.readable;
    const decode = this.of(row);
    const each: DecodeRows | undefined =
      decode &&
      ((rows, run) => {
        for (const values of rows) decode(values, run);
      });
    if (!recorded?.by(this.#viewer)) return each;
    const of = list && { list, bound: this.#lists[list.number]! };
    const name = recorded.subjects ? SUBJECTS : 'id';
    const slot = slotOf(row, name, namesBesides(row, this.#viewer, of));
    return (rows, run) => {
      noteSubjects(
        run.context,
        recorded,
        rows.flatMap((values) => values[slot] as string | string[]),
      );
      each?.(rows, run);
    };
  }

  #page(list: ListNode, index: number): Decode {
    const decode = this.#rows(list.row, list);
    const counted = countsBeyond(list);
    return (values, run) => {
      const asked = run.lists[list.number]!;
      const found = values[index];
      const [part, total] =
        list.wantsRows && list.wantsCount ? (found as Values) : list.wantsRows ? [found, undefined] : [null, found];
      const [all, beyond] = counted && part ? (part as Values) : [part, false];
      // Of which parents no number or no rows are told is known once they are read: resolvers name the field.
      if (list.wantsCount && total === null) throw onlySomeTold();
      if (all === false) throw nothingTold(this.#viewer);
      const page = pageOf((all ?? []) as Values[], asked, total);
      decode?.(page.rows, run);
      values[index] = counted ? { ...page, more: beyond } : page;
    };
  }

  #ids({ number, targets }: EdgeOf<'ids'>, index: number): Decode {
    const each = targets.map((target) => ({
      target,
      decode: this.#rows(target.row),
      id: slotOf(target.row, 'id', namesBesides(target.row, this.#viewer, undefined)),
    }));
    return (values, run) => {
      const found = new Map<string, FetchedNode>();
      for (const [place, { target, decode, id }] of each.entries()) {
        const rows = ((values[index] as Values)[place] ?? []) as Values[];
        decode?.(rows, run);
        for (const row of rows) found.set(`${target.row.type.name} ${row[id] as string}`, { target, values: row });
      }
      values[index] = run.ids[number]!.map((id) => (id && found.get(`${id.type} ${id.uuid}`)) ?? null);
    };
  }
}
