import type { DomainPart } from '../../../../platform/graphql/index.ts';
import { fileMutations } from './files.graphql.ts';
import { volunteeringDownloads } from './volunteering.downloads.ts';

/** What is taken away as a file (导出与下载). */
export const files: DomainPart = {
  mutations: fileMutations,
  downloads: volunteeringDownloads,
};
