import type { Check } from '../../platform/graphql/index.ts';

export const checks: readonly Check[] = [
  {
    name: 'policy.effective-ranges',
    description: 'Effective ranges of the published editions of one document never overlap.',
    sql: `select a.id from policy_edition a join policy_edition b on b.document_id = a.document_id and b.id <> a.id
      where a.status = 'PUBLISHED' and b.status = 'PUBLISHED'
        and a.effective_from <= coalesce(b.effective_to, 'infinity') and b.effective_from <= coalesce(a.effective_to, 'infinity')`,
  },
  {
    name: 'policy.edition-order',
    description: 'Published editions of a document come into force in the order of their numbers.',
    sql: `select b.id from policy_edition a join policy_edition b on b.document_id = a.document_id and b.number > a.number
      where a.status = 'PUBLISHED' and b.status = 'PUBLISHED' and b.effective_from <= a.effective_from`,
  },
  {
    name: 'policy.amended-is-followed',
    description: 'An edition that ends by amendment is followed by a later published edition.',
    sql: `select a.id from policy_edition a where a.status = 'PUBLISHED' and a.ending = 'AMENDED' and not exists (
      select 1 from policy_edition b where b.document_id = a.document_id and b.status = 'PUBLISHED' and b.effective_from > a.effective_to)`,
  },
  {
    name: 'policy.published-has-text',
    description: 'A published edition has paragraphs, numbered from 1 without a gap.',
    sql: `select e.id from policy_edition e left join segment s on s.edition_id = e.id where e.status = 'PUBLISHED'
      group by e.id having count(s.id) = 0 or max(s.ordinal) <> count(s.id)`,
  },
  {
    name: 'policy.document-title',
    description: 'A document bears the title of its latest published edition.',
    sql: `select d.id from policy_document d join lateral (
        select e.title from policy_edition e where e.document_id = d.id and e.status = 'PUBLISHED' order by e.effective_from desc limit 1
      ) latest on true where latest.title <> d.title`,
  },
  {
    name: 'policy.document-school',
    description: "A school's document names the district of the school.",
    sql: `select d.id from policy_document d join school s on s.id = d.school_id where s.district_id <> d.district_id`,
  },
  {
    name: 'policy.lecture-school',
    description: "A school's lecture names the district of the school.",
    sql: `select l.id from policy_lecture l join school s on s.id = l.school_id where s.district_id <> l.district_id`,
  },
  {
    name: 'policy.lecture-cites',
    description: 'A published lecture cites at least one edition.',
    sql: `select l.id from policy_lecture l where l.status = 'PUBLISHED'
      and not exists (select 1 from lecture_citation c where c.lecture_id = l.id)`,
  },
  {
    name: 'policy.lecture-cites-published',
    description: 'A published lecture cites no draft.',
    sql: `select c.id from lecture_citation c join policy_lecture l on l.id = c.lecture_id join policy_edition e on e.id = c.edition_id
      where l.status = 'PUBLISHED' and e.status = 'DRAFT'`,
  },
];
