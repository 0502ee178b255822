import { describe, expect, it } from 'vitest';
import { NOTICE_KINDS } from '../../src/domains/notice-kinds/index.ts';
import { volunteering } from '../../src/domains/volunteering/index.ts';

const at = '2026-12-30T04:54:00.000Z';
const FACTS = {
  shift: '护学岗',
  lecture: '桥',
  count: '2',
  when: at,
  was: at,
  at,
  until: at,
  where: '学校东门',
  place: '学校东门',
  number: 'A-1',
  activities: '护学岗',
  dates: '12月30日',
};
const kinds = NOTICE_KINDS.in([volunteering]);

it('how long somebody may not sign up, and why, is told in sentences', () => {
  const { body } = kinds.find(({ key }) => key === 'volunteering.volunteer-suspended')!;
  expect(body({ at, reason: '90 天内缺勤 1 次' })).toEqual({
    zh: '您在作出决定的学校(区)的报名资格暂停至12月30日周三 12:54,原因:90 天内缺勤 1 次。已报名的班次不受影响。',
    en: 'Until Wed 30 Dec, 12:54 you may not sign up with the school or district that decided so, for this reason: 1 shift missed within 90 days. What you have signed up for stays yours.',
  });
});

it('what was told before it said how many still reads as of one', () => {
  const said = (name: string) => kinds.find(({ key }) => key === `volunteering.${name}`)!.body({});
  expect(said('signup-ended')).toEqual({
    zh: '您已不在相应志愿活动的适用范围内,1项报名已结束。',
    en: 'You are no longer among the families whom it was for: 1 sign-up of yours has ended.',
  });
  expect(said('waiting-ended').en).toContain('you do not wait for 1 shift any more');
});

describe('a sentence says the same in both languages, and nothing that is not so in a case that there is', () => {
  it.each([
    // A place that nobody else wants, a sign-up that has none yet, and a place that is left for newcomers.
    ['signup-released', /名额|释放/, /place|somebody else/],
    ['shift-moved', /名额|释放/, /place|somebody else/],
    ['offer-expired', /顺延/, /next one/],
    ['waitlist-skipped', /顺延/, /next one|went/],
    // Whoever was asked has lost the right to answer, or the sign-up has ended by itself.
    ['stand-in-declined', /对方未接受/, /declined/],
    ['stand-in-withdrawn', /撤回/, /taken back|withdrawn/],
    // Places that come free are held for whoever waits; another suspension may hold; a shift may be moved once more.
    ['volunteers-gone', /空出/, /room/],
    ['suspension-lifted', /恢复/, /again/],
    ['shift-moved-clash', /现/, /now/],
  ])('%s', (name, zh, en) => {
    const { title, body } = kinds.find(({ key }) => key === `volunteering.${name}`)!;
    for (const said of [title(FACTS), body(FACTS)]) {
      expect(said.zh).not.toMatch(zh);
      expect(said.en.toLowerCase()).not.toMatch(en);
    }
  });
});
