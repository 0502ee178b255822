/** The notices of this domain, in the one place where their texts are written. */
export { noticeKinds, type VolunteeringNoticeKind } from './notice-kinds.ts';
export { asking, tell, tellEach, type VolunteeringNotification } from './tell.ts';
