/** What this domain tells people, and the one place where it is written. */
export { noticeKinds, type VolunteeringNoticeKind } from './notice-kinds.ts';
export { asking, tell, tellEach, type VolunteeringNotification } from './tell.ts';
