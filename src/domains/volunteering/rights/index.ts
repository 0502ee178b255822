/** The end of volunteering with the rights of people. */
export { rights } from './rights.domain.ts';
