/** Names that look real and belong to nobody: common surnames and given names, put together by number. */

export const SURNAMES = [
  '王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴', '徐', '孙', '胡', '朱', '高', '林', '何', '郭', '马', '罗',
  '梁', '宋', '郑', '谢', '韩', '唐', '冯', '于', '董', '萧', '程', '曹', '袁', '邓', '许', '傅', '沈', '曾', '彭', '吕',
  '苏', '卢', '蒋', '蔡', '贾', '丁', '魏', '薛', '叶', '阎', '余', '潘', '杜', '戴', '夏', '钟', '汪', '田', '任', '姜',
  '范', '方', '石', '姚', '谭', '廖', '邹', '熊', '金', '陆', '郝', '孔', '白', '崔', '康', '毛', '邱', '秦', '江', '史',
] as const;

const CHILD_FIRST = [
  '子', '梓', '一', '思', '雨', '宇', '欣', '浩', '诗', '若', '语', '泽', '明', '可', '嘉', '沐', '奕', '书', '晨', '安',
] as const;
const CHILD_SECOND = [
  '涵', '轩', '诺', '彤', '桐', '航', '怡', '然', '萱', '泽', '妍', '辰', '瑶', '乐', '宁', '睿', '琪', '阳', '菲', '恒',
  '佳', '墨', '熙', '远',
] as const;

const ADULT_GIVEN = [
  '伟', '芳', '娜', '敏', '静', '磊', '洋', '艳', '勇', '军', '杰', '娟', '涛', '超', '明', '霞', '平', '刚', '建国', '建华',
  '志强', '秀英', '桂兰', '海燕', '丽娟', '国栋', '文博', '晓东', '雪梅', '春燕', '俊杰', '丽华', '慧敏', '立新', '永刚',
  '玉兰', '红梅', '振华', '晓梅', '志远', '海波', '淑珍', '雅琴', '宏伟', '佩佩', '少华', '文静', '新宇', '云飞', '佳慧',
] as const;

export const CHILD_NAMES = CHILD_FIRST.length * CHILD_SECOND.length;
export const ADULT_NAMES = ADULT_GIVEN.length;

const at = <T>(list: readonly T[], index: number): T => list[index % list.length]!;

export const surname = (number: number): string => at(SURNAMES, number);

export function childGivenName(number: number): string {
  return at(CHILD_FIRST, number) + at(CHILD_SECOND, Math.floor(number / CHILD_FIRST.length));
}

export const adultGivenName = (number: number): string => at(ADULT_GIVEN, number);

/** In the manner of examples: nobody's number is meant. */
export function phoneNumber(number: number): string {
  return `138000${String(number % 100_000).padStart(5, '0')}`;
}
