import { Entity, Index, ManyToOne, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { Stored, tellsOfChange } from '../../platform/database/index.ts';
import { PolicyEdition } from './policy-edition.entity.ts';
import { PolicyLecture } from './policy-lecture.entity.ts';

/** A lecture explains an edition; a published lecture cites at least one. */
@Entity()
@Unique({ name: 'lecture_citation_unique', properties: ['lecture', 'edition'] })
@Index({ name: 'lecture_citation_edition_index', properties: ['edition', 'lecture'] })
@Trigger(tellsOfChange)
export class LectureCitation extends Stored {
  @ManyToOne(() => PolicyLecture)
  lecture!: PolicyLecture;

  @ManyToOne(() => PolicyEdition)
  edition!: PolicyEdition;
}
