/** Days and clocks of Asia/Shanghai, where all that the hub tells of takes place. */
export { chineseDay, shanghaiDay, shanghaiDayNumber, shanghaiTime, startOfShanghaiDay } from './shanghai.ts';
