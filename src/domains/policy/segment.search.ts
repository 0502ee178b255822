import { raw, sql, type Alias, type CustomFilter, type Sql } from '../../platform/reading/index.ts';
import { pairsSql, searchedTextSql } from './segment.entity.ts';

/** All pairs of neighbouring characters of all phrases; null where every phrase is shorter than a pair. */
function pairsOf(phrases: Sql): Sql {
  return sql`nullif(array(select pair from unnest(${phrases}) phrase, unnest(${raw(pairsSql('lower(phrase collate "C")'))}) pair
    where length(pair) = 2), '{}')`;
}

function patternsOf(phrases: Sql): Sql {
  return sql`array(select '%' || regexp_replace(lower(phrase collate "C"), '([%_\\\\])', '\\\\\\1', 'g') || '%' from unnest(${phrases}) phrase)`;
}

/** The pairs find, by the index `segment_pairs_index`; the patterns confirm that they stand side by side. */
export const phrase: CustomFilter = {
  on: 'String',
  sqlType: 'text',
  description:
    'Phrases of two characters or more that must all stand in the heading or text, also where they are given by `in` (包含全部词语); a search for single characters only finds nothing.',
  matches: (row: Alias, wanted) => {
    const text = searchedTextSql(`${row.sql}.`);
    return sql`(${raw(pairsSql(text))} @> ${pairsOf(wanted)} and ${raw(text)} like all (${patternsOf(wanted)}))`;
  },
};
