/** Volunteers: their qualifications, and until when they may not sign up. */
export { volunteers } from './volunteers.domain.ts';
export { HELD_OFFERS } from './held-offers.ts';
export { defaultTerms, policyOf } from './policy.ts';
export { reconsiderAllSuspensions, reconsiderEach } from './reconsider-suspensions.ts';
export { suspendAllForNoShows, suspendEachForNoShows, type VolunteerInDistrict } from './suspend-for-no-shows.ts';
export { suspensionHolds } from './volunteers.access.ts';
