/** What a mutation has to do with people who decide about themselves, and why. */
export const OWN_CASES = {
  REFUSED: 'decides about somebody, and refuses it where that is the caller',
  OWN_NAME: 'what somebody does, asks for or takes back in their own name',
  WAITS: "one's own waits for somebody else to decide on it",
  NEWCOMER: "puts somebody new on record, who is nobody's own yet",
  GIVES_UP: "gives up what is one's own, and gives nobody anything",
  HELD_ALREADY: 'gives no more than is held already',
  OPENS_A_REQUEST: 'opens a request that somebody else decides',
  REPEATS_DECISIONS: 'prints or lists what others have decided',
  ALIKE: 'is about everybody of a group, and takes them alike',
  OFFERED_TO_ALL: 'is about what is offered and when, the same for everybody',
  PLACES_AND_DAYS: 'is about the organisation and its days, and no person',
} as const;

export type OwnCase = keyof typeof OWN_CASES;
