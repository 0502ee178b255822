/** What a query asks for, in the words of the declarations and for nobody in particular: what is read, and how objects are made of it. */
import type { GraphQLOutputType } from 'graphql';
import type { FallbackReason } from '../../request/index.ts';
import type { Grouping } from '../aggregates/grouping.ts';
import type { Column, ReadType } from '../catalog.ts';
import type { Computed, Count, Several, ToMany, ToNode, ToOne } from '../declare.ts';
import type { OrderTerm } from '../readable.ts';
import type { RootConnection, RootObject } from '../roots.ts';
import type { PageSelection, Selection } from '../selection.ts';
import type { ArgumentsOf } from './arguments.ts';
import type { Complete } from './complete.ts';

/** Why an edge cannot stand in the statement of its query and is read by batches. */
export interface Cut {
  readonly reason: FallbackReason;
  /** The field or the type. */
  readonly at: string;
}

/** What has edges: rows of a type, plain objects, or the query itself. */
export class PlanNode {
  readonly edges: Edge[] = [];

  /** @returns where what it leads to stands among what hangs on a row */
  add(edge: Edge): number {
    return this.edges.push(edge) - 1;
  }
}

/** Rows of one place in the query. Several views may look at them: `nodes` and the `node` of `edges`. */
export class RowNode extends PlanNode {
  readonly type: ReadType;
  /** What batches read of them: the same as resolvers read, so that both have the same rows. */
  readonly selection: Selection;
  /** Why they cannot be read by the statement of the query. */
  cut: Cut | undefined;
  readonly #names = new Set<string>();

  constructor(type: ReadType, selection: Selection) {
    super();
    this.type = type;
    this.selection = selection;
  }

  /** What a statement reads of them: columns and facts. */
  get names(): readonly string[] {
    return [...this.#names];
  }

  need(name: string): void {
    this.#names.add(name);
  }
}

/** Objects without a table: of the request, or made of the facts of a row. */
export class ObjectNode extends PlanNode {
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
  }
}

/** What fields hang on, the query itself apart. */
export type Holder = RowNode | ObjectNode;

/** What hangs on a row, an object or the query, read for all that stand at one place together. */
export type Edge = {
  /** Undefined where it may stand in the statement of the query. */
  readonly cut: Cut | undefined;
  /** The coordinate of its field: `Meeting.replies`. */
  readonly at: string;
} & (
  | { readonly kind: 'one'; readonly relation: ToOne; readonly field: string; readonly row: RowNode }
  | { readonly kind: 'list'; readonly relation: ToMany; readonly field: string; readonly list: ListNode }
  | ({ readonly kind: 'aggregate' } & AggregateEdge)
  | { readonly kind: 'several'; readonly relation: Several; readonly row: RowNode }
  | { readonly kind: 'node'; readonly relation: ToNode; readonly targetOf: (type: ReadType) => RowView }
  /** Of the query: a list, things by their ids, an object of the request. */
  | { readonly kind: 'root list'; readonly root: RootConnection; readonly field: string; readonly list: ListNode }
  | ({ readonly kind: 'ids' } & IdsEdge)
  | { readonly kind: 'root object'; readonly number: number; readonly root: RootObject; readonly object: ObjectNode }
  /** A value of an object or a row that holds objects on which something hangs. */
  | { readonly kind: 'objects'; readonly from: ValueSource; readonly object: ObjectNode }
);
export type EdgeOf<K extends Edge['kind']> = Extract<Edge, { kind: K }>;

/** Where a value comes from: a property, or a function of facts. */
export type ValueSource =
  | { readonly property: string }
  | { readonly field: Computed; readonly facts: readonly (readonly [name: string, value: string])[] };

/** A connection: the rows of a list, and what is asked besides them. */
export interface ListNode extends PageSelection {
  /** Under which its arguments travel, where it stands in the statement. */
  number: number;
  readonly row: RowNode;
  readonly arguments: ArgumentsOf;
  /** As it is declared; that of the readable where left out. */
  readonly order: readonly OrderTerm[] | undefined;
}

/** Figures of rows that are not read: how many there are, or of a list how many in each group. */
export type AggregateEdge =
  | { readonly over: Count; readonly field: string; readonly groups?: undefined }
  | { readonly over: ToMany | RootConnection; readonly field: string; readonly groups: GroupsNode };

/** Groups of the rows of a list. */
export interface GroupsNode {
  /** Under which its arguments travel, where it stands in the statement. */
  number: number;
  readonly type: ReadType;
  readonly grouping: Grouping;
  /** Of the list: its filter is theirs. */
  readonly list: ArgumentsOf;
  readonly arguments: ArgumentsOf;
}

/** `node` and `nodes`: rows of the types that the ids say, each type with a view of its own. */
export interface IdsEdge {
  /** Under this number the ids travel. */
  readonly number: number;
  readonly many: boolean;
  /** One for each type. */
  readonly targets: readonly RowView[];
}

/** Rows, and how an object is made of one of them. */
export interface RowView {
  readonly row: RowNode;
  readonly view: View;
}

/** Objects in lists, or alone, as the type of their field says, and how each of the answer is made. */
export interface ObjectView {
  readonly type: GraphQLOutputType;
  readonly object: ObjectNode;
  readonly view: View;
}

/** How one object of the answer is made. */
export interface View {
  readonly members: readonly Member[];
}

/** A member of an object: made of the values of a row, or of what an edge leads to. */
export type Member = { readonly key: string } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'id'; readonly prefix: string }
  | { readonly kind: 'column'; readonly column: Column; readonly type: GraphQLOutputType; readonly complete: Complete }
  | { readonly kind: 'value'; readonly from: ValueSource; readonly complete: Complete }
  /** Objects on which nothing hangs. */
  | ({ readonly kind: 'plain'; readonly from: ValueSource } & ObjectView)
  | ({ readonly kind: 'one'; readonly edge: number; readonly nullable: boolean } & RowView)
  | { readonly kind: 'list'; readonly edge: number; readonly list: ListNode; readonly view: ConnectionView }
  | { readonly kind: 'count'; readonly edge: number; readonly nullable: boolean }
  | ({ readonly kind: 'several'; readonly edge: number } & RowView)
  | {
      readonly kind: 'node';
      readonly edge: number;
      readonly nullable: boolean;
      readonly targetOf: (type: ReadType) => RowView;
    }
  | { readonly kind: 'ids'; readonly edge: number; readonly ids: IdsEdge }
  | ({ readonly kind: 'objects'; readonly edge: number } & ObjectView)
);
export type MemberOf<K extends Member['kind']> = Extract<Member, { kind: K }>;

export interface ConnectionView {
  readonly members: readonly ({ readonly key: string } & (
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'nodes'; readonly view: View }
    | { readonly kind: 'edges'; readonly members: readonly EdgeMember[] }
    | { readonly kind: 'pageInfo'; readonly members: readonly PageInfoMember[] }
    | { readonly kind: 'totalCount' }
    | ({ readonly kind: 'groups'; readonly edge: number } & ObjectView)
  ))[];
}

export type EdgeMember = { readonly key: string } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'cursor' }
  | { readonly kind: 'node'; readonly view: View }
);

export type PageInfoMember = { readonly key: string } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'hasNextPage' | 'hasPreviousPage' | 'startCursor' | 'endCursor' }
);

/** What a field of a plan takes, with what is compiled for it: measured. */
export const BYTES_OF_FIELD = 3_000;

export interface Plan {
  /** Tells it from all others: what is compiled for it knows its places, and those of no other plan of the same query. */
  readonly number: number;
  readonly root: PlanNode;
  readonly view: View;
  /** The root fields that are asked for, whose access is to be checked before anything is read. */
  readonly rootFields: readonly string[];
  /** Of the edges that may stand in the statement, in the order of their numbers. */
  readonly lists: readonly ListNode[];
  readonly groups: readonly GroupsNode[];
  /** Places that the statement reads. */
  readonly inStatement: ReadonlySet<PlanNode>;
  /** What is cut out of it. */
  readonly cuts: readonly Edge[];
  /** How many edges it follows. */
  readonly edges: number;
  /** How many fields it has. */
  readonly size: number;
  /** Whether anything is made of more than what is read: of the request itself, its viewer, its clock or its language. */
  readonly ofTheRequest: boolean;
}

/** Numbers what may stand in the statement of a query: its lists and groups from the query downwards, and the places of its rows. */
export function statementOf(root: PlanNode): Pick<Plan, 'lists' | 'groups' | 'inStatement' | 'cuts' | 'edges'> {
  const lists: ListNode[] = [];
  const groups: GroupsNode[] = [];
  const inStatement = new Set<PlanNode>();
  const cuts: Edge[] = [];
  let edges = 0;
  const enter = (node: PlanNode): void => {
    inStatement.add(node);
    for (const edge of node.edges) {
      if (edge.cut) {
        cuts.push(edge);
        continue;
      }
      edges += 1;
      if ('list' in edge) edge.list.number = lists.push(edge.list) - 1;
      if ('groups' in edge && edge.groups) edge.groups.number = groups.push(edge.groups) - 1;
      for (const next of nodesAt(edge)) enter(next);
    }
  };
  enter(root);
  return { lists, groups, inStatement, cuts, edges };
}

/** Where an edge leads to, as far as that is known before it is read. */
function nodesAt(edge: Edge): readonly PlanNode[] {
  switch (edge.kind) {
    case 'one':
    case 'several':
      return [edge.row];
    case 'list':
    case 'root list':
      return [edge.list.row];
    case 'ids':
      return edge.targets.map(({ row }) => row);
    case 'root object':
    case 'objects':
      return [edge.object];
    case 'aggregate':
    case 'node':
      return [];
  }
}
