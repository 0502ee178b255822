import type { HeldTo } from '../support/held-to.ts';
import { EVERYBODY } from '../access/caller-names.ts';
import { policyPlants } from './held-to/plants.ts';
import { policyRefusals } from './held-to/refusals.ts';

export const heldTo: HeldTo = {
  things: ['PolicyDocument', 'PolicyEdition', 'PolicyLecture', 'Segment'],
  reachedBy: {
    PolicyDocument: EVERYBODY,
    PolicyEdition: EVERYBODY,
    PolicyLecture: EVERYBODY,
    Segment: EVERYBODY,
  },
  plants: policyPlants,
  refusals: policyRefusals,
  shapes: {
    policy_document_level_node: [
      "update policy_document set level = 'SCHOOL' where school_id is null",
      "update policy_document set level = 'DISTRICT' where school_id is not null",
      "update policy_document set level = 'DISTRICT' where district_id is null",
      "update policy_document set level = 'NATIONAL' where district_id is not null",
      "update policy_document set level = 'CITY' where district_id is not null",
    ],
    policy_edition_published_at_known: ["update policy_edition set status = 'PUBLISHED' where published_at is null"],
    policy_edition_ending_known: [
      "update policy_edition set effective_to = '2099-12-31' where ending is null",
      "update policy_edition set ending = 'REPEALED' where effective_to is null",
    ],
    policy_edition_dates: ["update policy_edition set effective_to = effective_from - 1, ending = 'REPEALED'"],
    policy_edition_number_positive: ['update policy_edition set number = 0 where number = 1'],
    segment_ordinal_positive: ['update segment set ordinal = 0 where ordinal = 1'],
    policy_lecture_published_at_known: ["update policy_lecture set status = 'PUBLISHED' where published_at is null"],
    policy_lecture_media_url_shape: ["update policy_lecture set media_url = 'http://media.example/1.mp4'"],
    policy_lecture_duration_positive: ['update policy_lecture set duration_minutes = 0'],
  },
};
