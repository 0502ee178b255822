import { aSegment } from '../../../seeds/factories/index.ts';
import { Segment } from '../../../src/domains/policy/index.ts';
import { refusedAs, type Refusal } from '../../checks/plant.ts';

/** What has been published stays as it was. */
export const policyRefusals: readonly Refusal[] = [
  ...refusedAs('policy_edition_stays', {
    'is called otherwise': ({ run }, { amended }) =>
      run("update policy_edition set title = '另一个标题' where id = $1", amended.id),
    'begins on another day': ({ run }, { inForce }) =>
      run('update policy_edition set effective_from = effective_from + 1 where id = $1', inForce.id),
    'goes to another document': ({ run }, { amended, schoolDocument }) =>
      run('update policy_edition set document_id = $2, number = 2 where id = $1', amended.id, schoolDocument.id),
    'is a draft again': ({ run }, { inForce }) =>
      run("update policy_edition set status = 'DRAFT' where id = $1", inForce.id),
    'goes away': async ({ run }, { emptyDraft }) => {
      await run("update policy_edition set status = 'PUBLISHED', published_at = now() where id = $1", emptyDraft.id);
      await run('delete from policy_edition where id = $1', emptyDraft.id);
    },
  }),
  ...refusedAs('segment_stays', {
    'a paragraph more': ({ row }, { inForce }) => row(Segment, aSegment({ edition: inForce, ordinal: 3 })),
    'a paragraph that reads otherwise': ({ run }, { amended }) =>
      run("update segment set text = '另一段' where edition_id = $1", amended.id),
    'a paragraph out of a draft': ({ run }, { inForce, draft }) =>
      run(
        'update segment set edition_id = $1, ordinal = 3 where edition_id = $2 and ordinal = 1',
        inForce.id,
        draft.id,
      ),
    'a paragraph that becomes one of a draft': ({ run }, { inForce, draft }) =>
      run(
        'update segment set edition_id = $2, ordinal = 3 where edition_id = $1 and ordinal = 1',
        inForce.id,
        draft.id,
      ),
  }),
];
