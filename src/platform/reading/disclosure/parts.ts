import type { ViewerShape } from '../../auth/index.ts';

/**
 * What the parts that viewers play are in disclosure: what lists and numbers tell follows from it, without knowing what the parts are.
 * Pure, and by the shape alone, as conditions are.
 */
export interface PartsInDisclosure {
  /** One of each part: who plays several sees at least what each of them sees. */
  readonly all: readonly ViewerShape[];
  /** Whether the viewer has things of their own beside what they see at work: of these they count what they see. */
  readonly hasOwn: (viewer: ViewerShape) => boolean;
  /** Without what somebody is let see as a person, by what is their own, or of themself. */
  readonly atWork: (viewer: ViewerShape) => ViewerShape;
  /** Whether the viewer looks after everybody's things: what hangs on nothing is taken for that of everybody. */
  readonly looksAfterAll: (viewer: ViewerShape) => boolean;
  /** By those of their parts alone that do. */
  readonly forAll: (viewer: ViewerShape) => ViewerShape;
  /** Whether the viewer is told the number of all, though they see a part of them alone, and no rows that would be taken for all. */
  readonly countsWidely: (viewer: ViewerShape) => boolean;
  /** Whether small groups are withheld from the viewer, who answers for none of the people behind figures. */
  readonly isToldOfLargeGroupsOnly: (viewer: ViewerShape) => boolean;
}
