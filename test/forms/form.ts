/** `npm run test:full`: all that is left out where every change is tested. Which that is, each file says that asks for it. */
export const FULL = process.env['TESTS'] === 'full';
