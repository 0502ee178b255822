import type { Job } from './job.ts';

const LARGEST = 2_000;

/** @throws where the data are not those of the job, without repeating them */
export function parseData<Data extends object>(job: Job<Data>, data: unknown): Data {
  const parsed = job.data.safeParse(data);
  if (!parsed.success) {
    throw new Error(
      `The data of ${job.name} are not as declared: ${parsed.error.issues.map((each) => `${each.path.join('.')} ${each.code}`).join(', ')}.`,
    );
  }
  if (JSON.stringify(parsed.data).length > LARGEST)
    throw new Error(`The data of ${job.name} are too large: a job is told ids.`);
  return parsed.data;
}
