import type { Check } from '../../platform/graphql/index.ts';

export const checks: readonly Check[] = [
  {
    name: 'identity.one-account-a-unionid',
    description: 'Whoever WeChat says is one person has one account.',
    sql: `select unionid from wechat_identity where unionid is not null group by unionid having count(distinct account_id) > 1`,
  },
  {
    name: 'identity.guardians-who-are-somebody',
    description:
      "Nobody is a guardian, or asks to be one, whose account was joined into that of another person: what they had is the other one's.",
    sql: `select tie.id from guardianship tie join guardian gua on gua.id = tie.guardian_id join account acc on acc.person_id = gua.person_id
      where tie.status in ('PENDING', 'ACTIVE') and acc.joined_into_id is not null`,
  },
  {
    name: 'identity.service-token-node',
    description: 'The school of a service token lies in its district.',
    sql: `select t.id from service_token t join school s on s.id = t.school_id where s.district_id <> t.district_id`,
  },
  {
    name: 'identity.linked-by-two',
    description:
      'Alone somebody links nobody but themselves, and nobody approves a link of their own to the identity provider.',
    sql: `select i.id from staff_identity i join account a on a.id = i.account_id left join staff l on l.id = i.linked_by_id left join staff s on s.id = i.approved_by_id
      where (i.linked_alone and l.person_id <> a.person_id) or s.person_id = a.person_id`,
  },
];
