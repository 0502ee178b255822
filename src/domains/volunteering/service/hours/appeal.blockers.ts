import { AppealBlocker } from './service-record.rules.ts';
import { ServiceStatus } from '../../model/index.ts';

const APPEAL_DAYS = 30;

export interface AppealFacts {
  readonly now: Date;
  readonly own: boolean;
  readonly status: ServiceStatus;
  readonly appealedAt: Date | null;
  readonly decidedAt: Date | null;
}

export function appealBlockersFor({ now, own, status, appealedAt, decidedAt }: AppealFacts): AppealBlocker[] {
  if (!own) return [AppealBlocker.NOT_YOURS];
  if (appealedAt !== null) return [AppealBlocker.APPEALED_BEFORE];
  if (status !== ServiceStatus.REJECTED) return [AppealBlocker.NOT_REJECTED];
  return now.getTime() >= decidedAt!.getTime() + APPEAL_DAYS * 86_400_000 ? [AppealBlocker.TOO_LATE] : [];
}
