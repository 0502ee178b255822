/** Places at shifts: signing up, approval, waiting, standing in and confirming again. */
export { approval } from './approval/index.ts';
export { reconfirmUntil } from './reconfirmation/reconfirm-until.ts';
export { releaseUnconfirmed } from './reconfirmation/release-unconfirmed.ts';
export { endSignups, standingSignups } from './signups/end-signups.ts';
export { signups } from './signups/index.ts';
export { blockersFor, cancelBlockersFor, type CancelSignupFacts, type SignupFacts } from './signups/signup.blockers.ts';
export { lockMyself } from './signups/signup.locks.ts';
export { takeBackComingTooEarly } from './signups/take-back-coming.ts';
export { expireStandIns } from './stand-ins/expire-stand-ins.ts';
export { standIns } from './stand-ins/index.ts';
export { moveStandIns } from './stand-ins/move-stand-ins.ts';
export { closeWaitingLists } from './waiting-list/close-waiting-list.ts';
export { waitingList } from './waiting-list/index.ts';
export { offerFreedPlaces } from './waiting-list/offer-freed-places.ts';
export { settleDue } from './waiting-list/settle-due.ts';
export { settleOffers } from './waiting-list/settle-offers.ts';
export { AcceptOfferBlocker, WaitlistBlocker } from './waiting-list/waitlist.rules.ts';
export { withdrawOffersBeyond } from './waiting-list/withdraw-offers-beyond.ts';
