import type { DomainPart } from '../../../../platform/graphql/index.ts';
import { fileMutations } from './files.graphql.ts';
import { volunteeringDownloads } from './volunteering.downloads.ts';

/** Files to take away (导出与下载). */
export const files: DomainPart = {
  mutations: fileMutations,
  downloads: volunteeringDownloads,
};
