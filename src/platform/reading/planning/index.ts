export { Fault } from './complete.ts';
export { OutOfDate, PlannableQuery, Planner, type PlannedOperation } from './planner.ts';
export { KeptOnRecord, Unplannable } from './unplannable.ts';
