import { now, raw, sql } from '../../../platform/reading/index.ts';
import { noticeKind } from '../../notice-kinds/index.ts';
import { askAtWork, atPlace, assignmentHolds, type DecisionQueue, placed } from '../../people/index.ts';
import { hasFooting } from './footing.ts';

/** Nothing is told of what the token is for, nor of whose role it rested on: whoever decides opens it. */
export const tokenWaits = noticeKind({
  key: 'identity.token-waits',
  about: 'service-token',
  tells: 'QUESTION',
  description: 'A service token is good for nothing until an administrator takes it over (服务令牌待接管).',
  params: atPlace,
  title: { zh: '服务令牌待接管', en: 'A service token to take over' },
  body: (at) => ({
    zh: `${placed(at).zh}有一个服务令牌无法使用:尚未被接管,或其所依据的任职已结束。请接管或撤销。`,
    en: `A service token${placed(at).en} is good for nothing, for nobody has taken it over yet, or the role that it rested on has ended: take it over, or revoke it.`,
  }),
});

export const tokensWaiting: DecisionQueue = {
  kind: tokenWaits.key,
  description:
    'A service token that rests on no role that holds waits for whoever may take it over: those who administer its school, or its district where it is of none.',
  things: sql`service_token tok`,
  id: sql`tok.id`,
  schoolId: sql`tok.school_id`,
  districtId: sql`tok.district_id`,
  waits: sql`tok.revoked_at is null and tok.expires_at > ${now} and not ${hasFooting(raw('tok'))}`,
  deciders: sql`select distinct stf.person_id from staff_assignment asg join staff stf on stf.id = asg.staff_id
    where ${assignmentHolds(sql`asg`)} and (asg.role = 'SCHOOL_ADMIN' and asg.school_id = tok.school_id
      or tok.school_id is null and asg.role = 'DISTRICT_ADMIN' and asg.district_id = tok.district_id)`,
  ask: askAtWork(tokenWaits),
};
