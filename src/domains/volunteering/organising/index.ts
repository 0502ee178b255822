/**
 * Everything that volunteers sign up for: activities, shifts and their roles, series of them, and lectures that parents
 * give.
 */
export { activities } from './activities/index.ts';
export {
  namedActivities,
  ofLeavers,
  ORGANISER_WORKS_THERE,
  settleLostOrganisers,
  toldOfLostOrganisers,
} from './activities/lost-organisers.ts';
export { endLecturesWithoutLecturer } from './lectures/end-lectures.ts';
export { lectures } from './lectures/index.ts';
export { whoCountsOnIt } from './lectures/lecture-people.ts';
export { roles } from './roles/index.ts';
export { changedTerms, roleTerms } from './roles/role.terms.ts';
export { tellOffCalendar } from './series/calendar/tell-off-calendar.ts';
export { series } from './series/index.ts';
export { callOff } from './shifts/call-off.ts';
export { shifts } from './shifts/index.ts';
export { placesWithheld } from './shifts/places.facts.ts';
