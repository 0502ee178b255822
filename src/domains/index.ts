export { people } from './people/index.ts';
export { identity } from './identity/index.ts';
export { timetable } from './timetable/index.ts';
export { notices } from './notices/index.ts';
export { policy } from './policy/index.ts';
export { courses } from './courses/index.ts';
export { meetings } from './meetings/index.ts';
export { volunteering } from './volunteering/index.ts';
