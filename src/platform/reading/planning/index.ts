export { Fault } from './complete.ts';
export { OutOfDate, PlannableQuery, Planner, type PlannedOperation } from './planner.ts';
export { Unplannable } from './unplannable.ts';
