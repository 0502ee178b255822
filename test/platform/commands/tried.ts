/** Mutations that anybody may try with the id of something that there is not. */
export const tried = [
  'acceptOffer',
  'declineOffer',
  'leaveWaitlist',
  'joinWaitlist',
  'signUpForShift',
  'cancelSignup',
  'offerStandIn',
  'reconfirmSignup',
  'declineStandIn',
  'withdrawStandIn',
  'acceptParentLecture',
  'withdrawParentLecture',
  'revokeSession',
];

/** What each of them names by an id; the others name a signup. */
export const id: Record<string, string> = {
  acceptOffer: 'entry',
  declineOffer: 'entry',
  leaveWaitlist: 'entry',
  joinWaitlist: 'role',
  signUpForShift: 'role',
  declineStandIn: 'standIn',
  withdrawStandIn: 'standIn',
  acceptParentLecture: 'lecture',
  withdrawParentLecture: 'lecture',
  revokeSession: 'session',
};
