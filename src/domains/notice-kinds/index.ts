/** How what people are told is declared, and put into words: below all who tell, and below the room that keeps it. */
export { momentIn } from './moment.ts';
export { NOTICE_CATALOGUE, NoticeCatalogue } from './notice-catalogue.ts';
export { countOf, withBlanksFilled } from './sentences.ts';
export {
  NOTICE_KINDS,
  noticeKind,
  type NoParams,
  type NoticeKind,
  type NoticeParams,
  type Tells,
} from './notice-kind.ts';
