/** What of volunteering ends with the rights of people. */
export { rights } from './rights.domain.ts';
