/** `npm run explain -- OPERATION --as ACCOUNT`: how a stored query is answered. In production it needs DATABASE_URL alone, and nothing of the answer is told. */
import { configOrExit } from '../platform/config/index.ts';
import { explainOnTerminal, tellsUsage } from './explain-on-terminal.ts';

const args = process.argv.slice(2);
if (!tellsUsage(args)) await explainOnTerminal(configOrExit(), args);
