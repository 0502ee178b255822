import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { UnprintableText } from '../../../src/platform/documents/index.ts';
import {
  hoursOf,
  renderServiceCertificate,
  type ServiceCertificateFacts,
} from '../../../src/domains/volunteering/index.ts';
import { boxesOfPages, overlaps, textOfPages } from '../../platform/documents/reading-back.ts';

const facts = (services: number, more: Partial<ServiceCertificateFacts> = {}): ServiceCertificateFacts => ({
  number: 'ZY20260201-0A1B2C3D4E',
  holder: '𬱖甪堃',
  school: '银杏桥中学',
  district: '西城区',
  period: { from: '2025-09-01', to: '2026-01-20' },
  serviceCount: services,
  services: Array.from({ length: services }, (_, at) => ({
    day: '2025-10-12',
    activity: `护学岗第${at + 1}次`,
    place: '南门',
    minutes: 50,
  })),
  totalMinutes: services * 50,
  issuedAt: new Date('2026-01-31T16:30:00Z'),
  issuer: '西城区',
  recordedBy: ['银杏桥中学'],
  contacts: [{ name: '西城区', contact: '010-00000000' }],
  verifyAt: 'https://hub.example.org/verify/ZY20260201-0A1B2C3D4E',
  ...more,
});
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('the service certificate', () => {
  it('says who served how long, where to verify it, and when it was issued by the calendar of Asia/Shanghai', async () => {
    const [page, ...more] = await textOfPages(await renderServiceCertificate(facts(3)));
    expect(more).toEqual([]);
    for (const part of [
      '志愿服务记录证明',
      'ZY20260201-0A1B2C3D4E',
      '𬱖甪堃',
      '西城区银杏桥中学',
      '2025年9月1日至2026年1月20日',
      '护学岗第3次',
      '2025-10-12',
      '2.5小时',
      '150分钟',
      '2026年2月1日',
      'https://hub.example.org/verify/ZY20260201-0A1B2C3D4E',
      '第1页/共1页',
    ]) {
      expect(page).toContain(part);
    }
  });

  it('has what receivers look for: who recorded and issued it, where they are reached, and places for signatures, a seal and the number of a card', async () => {
    const long = facts(20, {
      recordedBy: ['北京市西城区教育科学研究院附属第一实验学校（德胜校区）小学部', '银杏桥中学', '西城区'],
      contacts: [
        { name: '西城区', contact: '010-00000000 家校协同办公室' },
        { name: '银杏桥中学', contact: 'office@example.org' },
      ],
      holder: '阿卜杜热合曼·阿卜杜克里木·买买提吐尔逊',
    });
    for (const given of [facts(3), long, facts(13), facts(16)]) {
      const bytes = await renderServiceCertificate(given);
      const text = (await textOfPages(bytes)).join('');
      for (const part of [
        '证件类型及号码：',
        `记录单位：${given.recordedBy.join('、')}`,
        '谁记录谁证明',
        '签发单位：西城区',
        '负责人（签字）',
        '经办人（签字）',
        '（签发单位盖章）',
        ...given.contacts.map(({ contact }) => contact.replaceAll(' ', '')),
      ])
        expect(text).toContain(part);
      for (const boxes of await boxesOfPages(bytes)) expect(overlaps(boxes)).toEqual([]);
    }
    expect((await textOfPages(await renderServiceCertificate(facts(1, { contacts: [] })))).join('')).not.toContain(
      '联系方式',
    );
  });

  it('names the district alone where the service was given at several schools', async () => {
    expect((await textOfPages(await renderServiceCertificate(facts(1, { school: null })))).join('')).toContain(
      '期间，在西城区参加志愿服务',
    );
  });

  it('is the same in every byte for equal facts, and another one for others', async () => {
    const [one, same, other] = await Promise.all(
      [facts(12), facts(12), facts(12, { totalMinutes: 590 })].map(renderServiceCertificate),
    );
    expect(hashOf(one!)).toBe(hashOf(same!));
    expect(hashOf(one!)).not.toBe(hashOf(other!));
  });

  it('lists hundreds of services on numbered pages, and stays small', async () => {
    const bytes = await renderServiceCertificate(facts(300));
    const pages = await textOfPages(bytes);
    expect(pages.length).toBeGreaterThan(5);
    expect(bytes.length).toBeLessThan(150_000);
    for (const [at, page] of pages.entries()) {
      expect(page).toContain(`第${at + 1}页/共${pages.length}页`);
      expect(page).toContain('ZY20260201-0A1B2C3D4E');
    }
    expect(pages.join('').match(/护学岗第\d+次/g)).toEqual(
      Array.from({ length: 300 }, (_, at) => `护学岗第${at + 1}次`),
    );
    expect(pages.at(-1)).toContain('特此证明');
  });

  it('says that overlapping time counts once, and never says more than was served', async () => {
    expect((await textOfPages(await renderServiceCertificate(facts(2, { totalMinutes: 80 })))).join('')).toContain(
      '时段重叠的部分只计一次',
    );
    await expect(renderServiceCertificate(facts(2, { totalMinutes: 101 }))).rejects.toThrow('more than was served');
    expect([0, 59, 60, 100, 375].map(hoursOf)).toEqual(['0', '0.98', '1', '1.66', '6.25']);
  });

  it('is not made for a name that it cannot show; an emoji in an activity is marked as missing', async () => {
    await expect(renderServiceCertificate(facts(1, { holder: '王𪚥' }))).rejects.toThrow(UnprintableText);
    const marked = facts(1, { services: [{ day: '2025-10-12', activity: '🎉游园会', place: '操场', minutes: 50 }] });
    expect((await textOfPages(await renderServiceCertificate(marked))).join('')).toContain('〓游园会');
  });
});
