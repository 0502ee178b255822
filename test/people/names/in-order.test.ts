import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStudent } from '../../../seeds/factories/index.ts';
import type { SchoolRecord } from '../../../seeds/factories/index.ts';
import type { Scenario, StaffMember } from '../../../seeds/scenario/index.ts';
import { hubTables, insertRows } from '../../../seeds/writing/index.ts';
import { Student } from '../../../src/domains/people/index.ts';
import { readingsOfLibrary } from '../../../src/migrations/name-readings.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';

/** As a reader of Chinese looks for them: by the sounds of their surnames, all of one surname together. */
const IN_ORDER = [
  '阿卜杜拉·买买提',
  'Anna Li',
  '单小明', // shàn, and not dān
  '解晓东', // xiè
  '尉迟恭', // yù chí
  '曾小明', // zēng
  '查良镛', // zhā
  '翟天临', // zhái
  '张小雨',
  '张一',
  '章二',
  'བསོད་ནམས',
  'ئايگۈل',
];
/** Sorted by these: what stands at other places than a simple list of syllables has it. */
const BY_KEY: readonly string[] = ['盖叫天', '吕布', '马冬', '万俟卨', '区志强', '朴实', '仇英', '王一'];

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let admin: StaffMember;

beforeAll(async () => {
  hub = await startTestHub();
  scenario = await beginScenario(hub);
  school = await scenario.school();
  admin = await scenario.schoolAdmin(school);
});
afterAll(() => hub.stop());

const rows = async (statement: string, ...values: unknown[]): Promise<Record<string, unknown>[]> =>
  (await hub.database.pool.query<Record<string, unknown>>(statement, values)).rows;

describe('names stand where a reader looks for them', () => {
  it('by surnames, sounds, tones and signs', async () => {
    const names = [...IN_ORDER, ...BY_KEY];
    const sorted = await rows(`select name from unnest($1::text[]) name order by name_key(name) collate "C"`, names);
    const order = sorted.map(({ name }) => name as string);
    expect(order.filter((name) => IN_ORDER.includes(name))).toEqual([...IN_ORDER.slice(0, 11), ...order.slice(-2)]);
    expect(order.filter((name) => BY_KEY.includes(name))).toEqual(BY_KEY);
    expect(
      await rows(`select name_key('吕') as "of lü", name_key('鲁') as "of lu", name_key('栾') as "of luan"`),
    ).toEqual([{ 'of lü': 'lu:3吕', 'of lu': 'lu3鲁', 'of luan': 'luan2栾' }]);
  });

  it('in a list, page by page, forwards and backwards, while some are renamed and others come', async () => {
    const pupils = [...IN_ORDER, ...BY_KEY].map((name) => aStudent({ school, name }));
    await insertRows(hub.database.pool, hubTables(), Student, pupils);
    const page = async (args: string) => {
      const { data, errors } = await hub.ask(
        `{ students(${args}, orderBy: [{ by: NAME }]) { pageInfo { endCursor startCursor hasNextPage hasPreviousPage } nodes { name } } }`,
        { as: admin.accountId },
      );
      expect(errors).toBeUndefined();
      return data!['students'] as {
        pageInfo: { endCursor: string; startCursor: string; hasNextPage: boolean; hasPreviousPage: boolean };
        nodes: { name: string }[];
      };
    };
    const whole = (await page('first: 100')).nodes.map(({ name }) => name);
    const forwards: string[] = [];
    for (let after = '', more = true; more;) {
      const { nodes, pageInfo } = await page(`first: 4${after && `, after: "${after}"`}`);
      forwards.push(...nodes.map(({ name }) => name));
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
      if (forwards.length === 4)
        await insertRows(hub.database.pool, hubTables(), Student, [aStudent({ school, name: '阿一' })]);
    }
    expect(forwards).toEqual(whole);
    const backwards: string[] = [];
    for (let before = '', more = true; more;) {
      const { nodes, pageInfo } = await page(`last: 5${before && `, before: "${before}"`}`);
      backwards.unshift(...nodes.map(({ name }) => name));
      [before, more] = [pageInfo.startCursor, pageInfo.hasPreviousPage];
    }
    expect(backwards.filter((name) => name !== '阿一')).toEqual(whole);
    expect(whole.filter((name) => IN_ORDER.includes(name)).slice(0, 11)).toEqual(IN_ORDER.slice(0, 11));
  });

  it('and the place goes with the name, whoever writes it, and cannot be written otherwise', async () => {
    const [{ id }] = (await rows(`select id from student where name = '章二'`)) as [{ id: string }];
    await rows(`update student set name = '仇二', name_key = 'x' where id = $1`, id);
    expect(await rows('select name_key from student where id = $1', id)).toEqual([{ name_key: 'qiu2仇er4二' }]);
    await rows(`update student set name_key = 'x', name_search = '' where id = $1`, id);
    expect(
      await rows('select name_key, name_search = name_search(name) as found from student where id = $1', id),
    ).toEqual([{ name_key: 'qiu2仇er4二', found: true }]);
  });

  it('whoever is known to some by a name of before stands by the number, and neither name is told by the place', async () => {
    const teacher = await scenario.schoolAdmin(school);
    const keyOf = async () =>
      (
        await rows(
          'select stf.name_key, stf.staff_number from staff stf join account acc on acc.person_id = stf.person_id where acc.id = $1',
          teacher.accountId,
        )
      )[0]!;
    const rename = (name: string) =>
      rows(
        'update person set name = $2 where id = (select person_id from account where id = $1)',
        teacher.accountId,
        name,
      );
    await rename('查一');
    expect((await keyOf())['name_key']).toBe('zha1查yi1一');
    await rows(
      `update staff_assignment set held_as = '查一' where staff_id = (select stf.id from staff stf join account acc on acc.person_id = stf.person_id where acc.id = $1)`,
      teacher.accountId,
    );
    await rename('仇一');
    const { name_key: key, staff_number: number } = await keyOf();
    expect(key).toBe(`~${number as string}`);
  });
});

describe('the readings that PostgreSQL has', () => {
  it('are those of pinyin-pro: with another version a migration reads all names anew', async () => {
    const { signs, surnames } = await readingsOfLibrary();
    const all = Object.keys(signs);
    const [read] = await rows(
      `select array_agg((name_readings(sign, false))[1] order by place) as readings from unnest($1::text[]) with ordinality each(sign, place)`,
      all,
    );
    expect(read!['readings']).toEqual(all.map((sign) => signs[sign]));
    const names = Object.keys(surnames);
    const [called] = await rows(
      `select array_agg(array_to_string(name_readings(name, true), ' ') order by place) as readings from unnest($1::text[]) with ordinality each(name, place)`,
      names,
    );
    expect(called!['readings']).toEqual(names.map((name) => surnames[name]));
    expect(all.length).toBeGreaterThan(20_000);
  });
});
