import type { Counters, Logger } from '../../observability/index.ts';
import type { OperationLog } from '../operation-log.ts';
import type { Documents } from './documents.ts';

export interface RoadFacilities {
  readonly logger: Logger;
  readonly counters: Counters;
  readonly log: OperationLog;
  readonly documents: Documents;
}
