import type { PgBoss, Queue, QueueResult } from 'pg-boss';
import type { Job } from './job.ts';

/** Days and hours of schedules are those of the people whom the hub is for. */
const TIME_ZONE = 'Asia/Shanghai';
const LONGEST_RETRY_DELAY = 3_600;
/** A job may wait for its turn after it was taken, and its time runs from its turn on: pg-boss gives up on it that much later. */
const LONGEST_WAIT_FOR_A_TURN = 900;
/** A process that is killed says nothing any more; after this time what it was doing is done again. */
const HEARTBEAT = 30;
const DAY = 86_400;

function queueOf(
  job: Job,
): Required<
  Pick<
    Queue,
    | 'retryLimit'
    | 'retryDelay'
    | 'retryBackoff'
    | 'retryDelayMax'
    | 'expireInSeconds'
    | 'heartbeatSeconds'
    | 'retentionSeconds'
    | 'deleteAfterSeconds'
  >
> {
  return {
    retryLimit: job.retry.limit,
    retryDelay: job.retry.delaySeconds,
    retryBackoff: true,
    retryDelayMax: LONGEST_RETRY_DELAY,
    expireInSeconds: job.timeoutSeconds + LONGEST_WAIT_FOR_A_TURN,
    heartbeatSeconds: HEARTBEAT,
    retentionSeconds: 14 * DAY,
    deleteAfterSeconds: 7 * DAY,
  };
}

/**
 * Makes the queues and schedules in the database those of the declared jobs; several processes may do so at once.
 * A queue that is declared no more stays, for a process of the version before may still work; it is due by itself no more.
 */
export async function settleQueues(boss: PgBoss, jobs: readonly Job[]): Promise<void> {
  const known = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]));
  const scheduled = new Map((await boss.getSchedules()).map((schedule) => [schedule.name, schedule]));
  for (const job of jobs) {
    const wanted = queueOf(job);
    const queue = known.get(job.name);
    // `short`: at most one job waits under a key.
    if (!queue) await boss.createQueue(job.name, { policy: 'short', ...wanted });
    else if (differs(queue, wanted)) await boss.updateQueue(job.name, wanted);
    const schedule = scheduled.get(job.name);
    // After a time in which nobody worked, what was due is done once.
    if (job.cron !== null && (schedule?.cron !== job.cron || schedule.timezone !== TIME_ZONE)) {
      await boss.schedule(job.name, job.cron, null, { tz: TIME_ZONE, missed: 'once' });
    }
  }
  const due = new Set(jobs.filter((job) => job.cron !== null).map((job) => job.name));
  for (const name of scheduled.keys()) if (!due.has(name)) await boss.unschedule(name);
}

function differs(queue: QueueResult, wanted: Partial<Queue>): boolean {
  return Object.entries(wanted).some(([name, value]) => queue[name as keyof QueueResult] !== value);
}
