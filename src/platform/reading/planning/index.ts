export { Fault } from './complete.ts';
export { OutOfDate, PlannableQuery, Planner, Unhydrated, type PlannedOperation } from './planner.ts';
export { KeptOnRecord, Unplannable } from './unplannable.ts';
