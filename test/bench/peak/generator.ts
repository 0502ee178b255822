/** The process that makes the load: takes a plan from its parent, answers what became of it, and stays until its CPU time has been read. */
import { once } from 'node:events';
import { runLoad, type LoadPlan } from './load.ts';

process.once('disconnect', () => process.exit(1));
const [plan] = (await once(process, 'message')) as [LoadPlan];
const result = await runLoad(plan);
process.send!(result);
