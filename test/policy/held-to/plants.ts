import { aLectureCitation, WRITTEN_AT } from '../../../seeds/factories/index.ts';
import { LectureCitation } from '../../../src/domains/policy/index.ts';
import type { Plant } from '../../checks/plant.ts';

const publish = "update policy_edition set status = 'PUBLISHED', published_at = $2 where id = $1";

export const policyPlants: readonly Plant[] = [
  {
    check: 'policy.effective-ranges',
    how: 'a new edition is published and the one in force does not end',
    refusedBy: 'policy_edition_no_overlap',
    write: ({ run }, { draft }) => run(publish, draft.id, WRITTEN_AT),
  },
  {
    check: 'policy.effective-ranges',
    how: 'an edition begins on the last day of the one before',
    refusedBy: 'policy_edition_no_overlap',
    write: ({ run }, { amended, inForce }) =>
      run(
        "update policy_edition set effective_to = $2, ending = 'EXPIRED' where id = $1",
        amended.id,
        inForce.effectiveFrom,
      ),
  },
  {
    check: 'policy.edition-order',
    how: 'a later number for an earlier time',
    async write({ run }, { draft }) {
      await run(
        "update policy_edition set effective_from = '2024-01-01', effective_to = '2024-12-31', ending = 'EXPIRED' where id = $1",
        draft.id,
      );
      await run(publish, draft.id, WRITTEN_AT);
    },
  },
  {
    check: 'policy.amended-is-followed',
    how: 'amended by nothing',
    write: ({ run }, { inForce }) =>
      run("update policy_edition set effective_to = '2026-12-31', ending = 'AMENDED' where id = $1", inForce.id),
  },
  {
    check: 'policy.published-has-text',
    how: 'an empty draft is published',
    write: ({ run }, { emptyDraft }) => run(publish, emptyDraft.id, WRITTEN_AT),
  },
  {
    check: 'policy.published-has-text',
    how: 'a paragraph is missing',
    refusedBy: 'segment_stays',
    write: ({ run }, { inForce }) => run('delete from segment where edition_id = $1 and ordinal = 1', inForce.id),
  },
  {
    check: 'policy.document-title',
    how: 'the document is called otherwise',
    write: ({ run }, { document }) => run("update policy_document set title = '另一个标题' where id = $1", document.id),
  },
  {
    check: 'policy.document-title',
    how: 'the latest edition is called otherwise',
    refusedBy: 'policy_edition_stays',
    write: ({ run }, { inForce }) => run("update policy_edition set title = '另一个标题' where id = $1", inForce.id),
  },
  {
    check: 'policy.document-school',
    how: 'of a school of another district',
    write: ({ run }, { schoolDocument, schoolElsewhere }) =>
      run('update policy_document set school_id = $2 where id = $1', schoolDocument.id, schoolElsewhere.id),
  },
  {
    check: 'policy.lecture-school',
    how: 'of a school of another district',
    write: ({ run }, { schoolLecture, schoolElsewhere }) =>
      run('update policy_lecture set school_id = $2 where id = $1', schoolLecture.id, schoolElsewhere.id),
  },
  {
    check: 'policy.lecture-cites',
    how: 'cites nothing any more',
    write: ({ run }, { lecture }) => run('delete from lecture_citation where lecture_id = $1', lecture.id),
  },
  {
    check: 'policy.lecture-cites-published',
    how: 'cites a draft too',
    write: ({ row }, { lecture, draft }) => row(LectureCitation, aLectureCitation({ lecture, edition: draft })),
  },
];
