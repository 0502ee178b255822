/** `npm run explain -- OPERATION --as ACCOUNT`: how a stored query is answered. In production it needs DATABASE_URL alone, and nothing of the answer is told. */
import { configOrExit } from '../platform/config/index.ts';
import { explainOnTerminal } from './explain-on-terminal.ts';

await explainOnTerminal(configOrExit(), process.argv.slice(2));
