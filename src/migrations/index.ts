import type { MigrationObject } from '@mikro-orm/core';
import { Migration20261122000000_extensions } from './Migration20261122000000_extensions.ts';
import { Migration20261122000001_initial } from './Migration20261122000001_initial.ts';
import { Migration20261122000002_audit_log_is_not_emptied } from './Migration20261122000002_audit_log_is_not_emptied.ts';
import { Migration20261122000003_volunteering_binding_sign_in } from './Migration20261122000003_volunteering_binding_sign_in.ts';
import { Migration20261122080000_background_work } from './Migration20261122080000_background_work.ts';
import { Migration20261122090000_rights_version } from './Migration20261122090000_rights_version.ts';
import { Migration20261122100000_public_content_tells } from './Migration20261122100000_public_content_tells.ts';
import { Migration20261122110000_rates_and_code_misses } from './Migration20261122110000_rates_and_code_misses.ts';
import { Migration20261122120000_leaving_school } from './Migration20261122120000_leaving_school.ts';
import { Migration20261122120001_access_log } from './Migration20261122120001_access_log.ts';
import { Migration20261122150000_read_by_owner } from './Migration20261122150000_read_by_owner.ts';
import { Migration20261122300001_indexes_that_nothing_uses } from './Migration20261122300001_indexes_that_nothing_uses.ts';
import { Migration20261122300002_replies_are_counted_by_index } from './Migration20261122300002_replies_are_counted_by_index.ts';
import { Migration20261129100000_what_rests_on_a_right } from './Migration20261129100000_what_rests_on_a_right.ts';
import { Migration20261129110000_what_is_for_a_child } from './Migration20261129110000_what_is_for_a_child.ts';
import { Migration20261129120000_rights_of_people } from './Migration20261129120000_rights_of_people.ts';
import { Migration20261129140000_records_that_are_right } from './Migration20261129140000_records_that_are_right.ts';
import { Migration20261129150000_texts_rights_and_records } from './Migration20261129150000_texts_rights_and_records.ts';
import { Migration20261129161000_one_notice_of_a_lecture } from './Migration20261129161000_one_notice_of_a_lecture.ts';
import { Migration20261129162000_joins_and_lines } from './Migration20261129162000_joins_and_lines.ts';
import { Migration20261129162030_told_and_ended_once } from './Migration20261129162030_told_and_ended_once.ts';
import { Migration20261129162100_lines_are_validated } from './Migration20261129162100_lines_are_validated.ts';
import { Migration20261129162110_what_grows_has_an_index } from './Migration20261129162110_what_grows_has_an_index.ts';
import { Migration20261129162130_who_came_and_who_decides } from './Migration20261129162130_who_came_and_who_decides.ts';
import { Migration20261129162200_rights_last_as_long_as_the_class } from './Migration20261129162200_rights_last_as_long_as_the_class.ts';
import { Migration20261129170000_migrations_run_once } from './Migration20261129170000_migrations_run_once.ts';
import { Migration20261129180000_nobody_decides_on_their_own } from './Migration20261129180000_nobody_decides_on_their_own.ts';
import { Migration20261129181000_seats_and_what_was_refused } from './Migration20261129181000_seats_and_what_was_refused.ts';
import { Migration20261129182000_one_word_of_each_day } from './Migration20261129182000_one_word_of_each_day.ts';
import { Migration20261129185000_refusals_name_what_was_tried } from './Migration20261129185000_refusals_name_what_was_tried.ts';
import { Migration20261129190000_requests_end_with_the_year } from './Migration20261129190000_requests_end_with_the_year.ts';
import { Migration20261129191000_whoever_may_decide_is_asked } from './Migration20261129191000_whoever_may_decide_is_asked.ts';
import { Migration20261129192000_appeals_stand_and_news_ends } from './Migration20261129192000_appeals_stand_and_news_ends.ts';
import { Migration20261129193000_who_ran_it_and_who_has_left } from './Migration20261129193000_who_ran_it_and_who_has_left.ts';
import { Migration20261130010000_what_was_asked_with } from './Migration20261130010000_what_was_asked_with.ts';
import { Migration20261130050000_names_in_own_records } from './Migration20261130050000_names_in_own_records.ts';
import { Migration20261130060000_roles_as_they_were_given } from './Migration20261130060000_roles_as_they_were_given.ts';
import { Migration20261130061000_told_by_the_right_of_the_place } from './Migration20261130061000_told_by_the_right_of_the_place.ts';
import { Migration20261130062000_sign_ups_that_wait } from './Migration20261130062000_sign_ups_that_wait.ts';
import { Migration20261130090000_what_was_given } from './Migration20261130090000_what_was_given.ts';
import { Migration20261130090100_who_decided_and_by_which_right } from './Migration20261130090100_who_decided_and_by_which_right.ts';
import { Migration20261130090200_news_is_of_the_state } from './Migration20261130090200_news_is_of_the_state.ts';
import { Migration20261130090300_queues_are_plain_and_days_are_back } from './Migration20261130090300_queues_are_plain_and_days_are_back.ts';
import { Migration20261130122000_told_while_it_is_so } from './Migration20261130122000_told_while_it_is_so.ts';
import { Migration20261130140000_told_in_one_order } from './Migration20261130140000_told_in_one_order.ts';
import { Migration20261130145700_what_the_district_decided_of_guardians } from './Migration20261130145700_what_the_district_decided_of_guardians.ts';
import { Migration20261130145800_replies_say_when_they_were_given } from './Migration20261130145800_replies_say_when_they_were_given.ts';
import { Migration20261130154551_phones_are_masked } from './Migration20261130154551_phones_are_masked.ts';
import { Migration20261130160000_told_of_everything } from './Migration20261130160000_told_of_everything.ts';
import { Migration20261130234459_names_are_kept_in_one_form } from './Migration20261130234459_names_are_kept_in_one_form.ts';
import { Migration20261130235635_local_sign_in } from './Migration20261130235635_local_sign_in.ts';
import { Migration20261130235823_signups_pending_of_a_shift } from './Migration20261130235823_signups_pending_of_a_shift.ts';
import { Migration20261201000302_names_sort_by_pinyin } from './Migration20261201000302_names_sort_by_pinyin.ts';
import { Migration20261201003129_staff_are_listed_by_number } from './Migration20261201003129_staff_are_listed_by_number.ts';
import { Migration20261201004733_where_issuers_are_reached } from './Migration20261201004733_where_issuers_are_reached.ts';
import { Migration20261201010051_phones_that_are_verified } from './Migration20261201010051_phones_that_are_verified.ts';
import { Migration20261201011239_guardianships_that_wait_anew } from './Migration20261201011239_guardianships_that_wait_anew.ts';
import { Migration20261201042535_sign_ins_are_held_by_network } from './Migration20261201042535_sign_ins_are_held_by_network.ts';

/** Every migration, in the order in which they run. */
export const migrations: readonly MigrationObject[] = [
  { name: 'Migration20261122000000_extensions', class: Migration20261122000000_extensions },
  { name: 'Migration20261122000001_initial', class: Migration20261122000001_initial },
  { name: 'Migration20261122000002_audit_log_is_not_emptied', class: Migration20261122000002_audit_log_is_not_emptied },
  {
    name: 'Migration20261122000003_volunteering_binding_sign_in',
    class: Migration20261122000003_volunteering_binding_sign_in,
  },
  { name: 'Migration20261122080000_background_work', class: Migration20261122080000_background_work },
  { name: 'Migration20261122090000_rights_version', class: Migration20261122090000_rights_version },
  { name: 'Migration20261122100000_public_content_tells', class: Migration20261122100000_public_content_tells },
  { name: 'Migration20261122110000_rates_and_code_misses', class: Migration20261122110000_rates_and_code_misses },
  { name: 'Migration20261122120000_leaving_school', class: Migration20261122120000_leaving_school },
  { name: 'Migration20261122120001_access_log', class: Migration20261122120001_access_log },
  { name: 'Migration20261122150000_read_by_owner', class: Migration20261122150000_read_by_owner },
  {
    name: 'Migration20261122300001_indexes_that_nothing_uses',
    class: Migration20261122300001_indexes_that_nothing_uses,
  },
  {
    name: 'Migration20261122300002_replies_are_counted_by_index',
    class: Migration20261122300002_replies_are_counted_by_index,
  },
  { name: 'Migration20261129100000_what_rests_on_a_right', class: Migration20261129100000_what_rests_on_a_right },
  { name: 'Migration20261129110000_what_is_for_a_child', class: Migration20261129110000_what_is_for_a_child },
  { name: 'Migration20261129120000_rights_of_people', class: Migration20261129120000_rights_of_people },
  { name: 'Migration20261129140000_records_that_are_right', class: Migration20261129140000_records_that_are_right },
  { name: 'Migration20261129150000_texts_rights_and_records', class: Migration20261129150000_texts_rights_and_records },
  { name: 'Migration20261129161000_one_notice_of_a_lecture', class: Migration20261129161000_one_notice_of_a_lecture },
  { name: 'Migration20261129162000_joins_and_lines', class: Migration20261129162000_joins_and_lines },
  { name: 'Migration20261129162030_told_and_ended_once', class: Migration20261129162030_told_and_ended_once },
  { name: 'Migration20261129162100_lines_are_validated', class: Migration20261129162100_lines_are_validated },
  { name: 'Migration20261129162110_what_grows_has_an_index', class: Migration20261129162110_what_grows_has_an_index },
  { name: 'Migration20261129162130_who_came_and_who_decides', class: Migration20261129162130_who_came_and_who_decides },
  {
    name: 'Migration20261129162200_rights_last_as_long_as_the_class',
    class: Migration20261129162200_rights_last_as_long_as_the_class,
  },
  { name: 'Migration20261129170000_migrations_run_once', class: Migration20261129170000_migrations_run_once },
  {
    name: 'Migration20261129180000_nobody_decides_on_their_own',
    class: Migration20261129180000_nobody_decides_on_their_own,
  },
  {
    name: 'Migration20261129181000_seats_and_what_was_refused',
    class: Migration20261129181000_seats_and_what_was_refused,
  },
  { name: 'Migration20261129182000_one_word_of_each_day', class: Migration20261129182000_one_word_of_each_day },
  {
    name: 'Migration20261129185000_refusals_name_what_was_tried',
    class: Migration20261129185000_refusals_name_what_was_tried,
  },
  {
    name: 'Migration20261129190000_requests_end_with_the_year',
    class: Migration20261129190000_requests_end_with_the_year,
  },
  {
    name: 'Migration20261129191000_whoever_may_decide_is_asked',
    class: Migration20261129191000_whoever_may_decide_is_asked,
  },
  {
    name: 'Migration20261129192000_appeals_stand_and_news_ends',
    class: Migration20261129192000_appeals_stand_and_news_ends,
  },
  {
    name: 'Migration20261129193000_who_ran_it_and_who_has_left',
    class: Migration20261129193000_who_ran_it_and_who_has_left,
  },
  { name: 'Migration20261130010000_what_was_asked_with', class: Migration20261130010000_what_was_asked_with },
  { name: 'Migration20261130050000_names_in_own_records', class: Migration20261130050000_names_in_own_records },
  { name: 'Migration20261130060000_roles_as_they_were_given', class: Migration20261130060000_roles_as_they_were_given },
  {
    name: 'Migration20261130061000_told_by_the_right_of_the_place',
    class: Migration20261130061000_told_by_the_right_of_the_place,
  },
  { name: 'Migration20261130062000_sign_ups_that_wait', class: Migration20261130062000_sign_ups_that_wait },
  { name: 'Migration20261130090000_what_was_given', class: Migration20261130090000_what_was_given },
  {
    name: 'Migration20261130090100_who_decided_and_by_which_right',
    class: Migration20261130090100_who_decided_and_by_which_right,
  },
  { name: 'Migration20261130090200_news_is_of_the_state', class: Migration20261130090200_news_is_of_the_state },
  {
    name: 'Migration20261130090300_queues_are_plain_and_days_are_back',
    class: Migration20261130090300_queues_are_plain_and_days_are_back,
  },
  { name: 'Migration20261130122000_told_while_it_is_so', class: Migration20261130122000_told_while_it_is_so },
  { name: 'Migration20261130140000_told_in_one_order', class: Migration20261130140000_told_in_one_order },
  {
    name: 'Migration20261130145700_what_the_district_decided_of_guardians',
    class: Migration20261130145700_what_the_district_decided_of_guardians,
  },
  {
    name: 'Migration20261130145800_replies_say_when_they_were_given',
    class: Migration20261130145800_replies_say_when_they_were_given,
  },
  { name: 'Migration20261130154551_phones_are_masked', class: Migration20261130154551_phones_are_masked },
  { name: 'Migration20261130160000_told_of_everything', class: Migration20261130160000_told_of_everything },
  {
    name: 'Migration20261130234459_names_are_kept_in_one_form',
    class: Migration20261130234459_names_are_kept_in_one_form,
  },
  { name: 'Migration20261130235635_local_sign_in', class: Migration20261130235635_local_sign_in },
  {
    name: 'Migration20261130235823_signups_pending_of_a_shift',
    class: Migration20261130235823_signups_pending_of_a_shift,
  },
  { name: 'Migration20261201000302_names_sort_by_pinyin', class: Migration20261201000302_names_sort_by_pinyin },
  {
    name: 'Migration20261201003129_staff_are_listed_by_number',
    class: Migration20261201003129_staff_are_listed_by_number,
  },
  {
    name: 'Migration20261201004733_where_issuers_are_reached',
    class: Migration20261201004733_where_issuers_are_reached,
  },
  { name: 'Migration20261201010051_phones_that_are_verified', class: Migration20261201010051_phones_that_are_verified },
  {
    name: 'Migration20261201011239_guardianships_that_wait_anew',
    class: Migration20261201011239_guardianships_that_wait_anew,
  },
  {
    name: 'Migration20261201042535_sign_ins_are_held_by_network',
    class: Migration20261201042535_sign_ins_are_held_by_network,
  },
];
