export { prepareQueues, rebuildIndexes } from './boss.ts';
export { enqueue, type EnqueueOptions } from './enqueue.ts';
export { job, type Job, type Retry } from './job.ts';
export { checkJobs, checkQueues, JOB_TABLES, jobsWithoutQueue, TABLES_VERSION } from './requirements.ts';
export { JobRunner, type BoundJob, type RunnerOptions } from './runner.ts';
