/** No school of the country is meant: trees, birds and weather, and nothing of any district's map. */
const FIRST = [
  '青槐',
  '银杏',
  '松鹤',
  '晨曦',
  '长河',
  '云杉',
  '紫藤',
  '白鹭',
  '清泉',
  '红枫',
  '朝阳花',
  '知春',
  '望岳',
  '听雨',
  '映雪',
] as const;
const SECOND = ['里', '园', '桥', '坊'] as const;

/** How many different names there are before a number is added. */
export const SCHOOL_NAMES = FIRST.length * SECOND.length;

/** `青槐里小学`; from the sixtieth on with a number, `青槐里第二小学`. */
export function schoolName(number: number, suffix: '小学' | '中学' | '学校'): string {
  const round = Math.floor(number / SCHOOL_NAMES);
  const first = FIRST[number % FIRST.length]!;
  const second = SECOND[Math.floor(number / FIRST.length) % SECOND.length]!;
  return `${first}${second}${round === 0 ? '' : `第${'一二三四五六七八九'[round]}`}${suffix}`;
}

/** Codes of GB/T 2260; the real names of districts, the schools in them are not. */
export const DISTRICTS = [
  { code: '110102', name: '西城区', short: '西' },
  { code: '110101', name: '东城区', short: '东' },
  { code: '110105', name: '朝阳区', short: '朝' },
  { code: '110106', name: '丰台区', short: '丰' },
  { code: '110107', name: '石景山区', short: '石' },
  { code: '110108', name: '海淀区', short: '海' },
  { code: '110109', name: '门头沟区', short: '门' },
  { code: '110111', name: '房山区', short: '房' },
  { code: '110112', name: '通州区', short: '通' },
  { code: '110113', name: '顺义区', short: '顺' },
] as const;
