/** What a mutation has to do with whoever decides about themself, and why. */
export const OWN_CASES = {
  REFUSED: 'decides about somebody, and refuses it where that is the caller',
  OWN_NAME: 'what somebody does, asks for or takes back in their own name',
  WAITS: "one's own waits for somebody else to decide on it",
  NEWCOMER: "puts somebody new on record, who is nobody's own yet",
  GIVES_UP: "gives up what is one's own, and gives nobody anything",
  HELD_ALREADY: 'gives no more than is held already',
  OPENS_A_REQUEST: 'opens a request that somebody else decides',
  REPEATS_DECISIONS: 'prints or lists what others have decided',
  ALIKE: 'is about all of a class, and takes everybody alike',
  OFFERED_TO_ALL: 'is about what is offered and when, the same for everybody',
  PLACES_AND_DAYS: 'is about schools, classes, rooms and days',
} as const;

export type OwnCase = keyof typeof OWN_CASES;
