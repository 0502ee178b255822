import type { Writes } from '../../checks/plant.ts';

export const endEngagements = ({ run }: Writes, source: { readonly id: string }): Promise<void> =>
  run("update engagement set status = 'ENDED', ended_at = starts_at where source_id = $1", source.id);
