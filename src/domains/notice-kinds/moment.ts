import type { Message } from '../../platform/errors/index.ts';

const format = (locale: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, {
    timeZone: 'Asia/Shanghai',
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
const [inChinese, inEnglish] = [format('zh-CN'), format('en-GB')];

/** A moment as people in the district say it, e.g. 11月25日周三 18:30, for use in the texts of a notice. */
export function momentIn(moment: string): Message {
  const date = new Date(moment);
  return { zh: inChinese.format(date), en: inEnglish.format(date) };
}
