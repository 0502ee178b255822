import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MAY_HOLD_SENTENCES, sentencesIn, undeclaredSentences } from './own-sentences.ts';

const ROOT = join(import.meta.dirname, '..', '..');

describe('no sentence of the hub is written in Chinese alone', () => {
  it('in all domains', () => {
    expect(undeclaredSentences(ROOT)).toEqual([]);
  });

  it('and who may still does', () => {
    for (const file of Object.keys(MAY_HOLD_SENTENCES))
      expect(sentencesIn(readFileSync(join(ROOT, file), 'utf8')), file).not.toEqual([]);
  });

  it.each([
    "const REASON = '校历已调整';",
    'suspend({ reason: `180 天内缺勤已有 3 次` });',
    "await tell(tx, 'LECTURE_OFF', { to, params: { reason: '家长已撤回申请' }, about: lecture.id });",
    "await tx.query(sql`update signup set cancel_reason = '已不在活动的适用范围内' where id = 1`);",
    "const LATE = { zh: '太晚了', en: 'Too late' }, OFF = '不再进行这项活动';",
  ])('it bites: %s', (planted) => {
    expect(sentencesIn(`const before = 1;\n${planted}\n`)).toHaveLength(1);
  });

  it.each([
    '/** 已不在活动的适用范围内 */',
    '// 已不在活动的适用范围内',
    "const OWN = { NO_LECTURER: { zh: '主讲家长不能参加', en: 'The parent who was to give the lecture cannot come' } };",
    "const RULES = { TAKEN: { description: 'It is taken (场地已被占用).', zh:\n'该时段场地已被占用。', en: 'The room is taken at that time.' } };",
    "registerEnum(Blocker, 'Blocker', 'Why somebody cannot check in (不能签到的原因).', RULES);",
    "const role = em.create(ShiftRole, { name: '主讲家长' });",
  ])('and lets pass: %s', (allowed) => {
    expect(sentencesIn(allowed)).toEqual([]);
  });
});
