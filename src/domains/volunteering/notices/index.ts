/** What this domain tells people, and the one place where it is written. */
export { noticeKinds, type NoticeKind } from './notice-kinds.ts';
export { asking, tell, tellEach, type Telling } from './tell.ts';
