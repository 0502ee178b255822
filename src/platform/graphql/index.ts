// Decorators of type-graphql ask for it, whichever room is loaded first.
import 'reflect-metadata';
export { Access } from './access.graphql.ts';
export { contribution, type Contributed, type Contribution } from './contribution.ts';
export {
  domainOf,
  type Check,
  type Domain,
  type DomainPart,
  type DownloadFile,
  type DownloadKind,
  type PublicPage,
  type PageKind,
} from './domain.ts';
export { IN_DOUBT, knownError } from './format-error.ts';
export { registerEnum } from './enum.graphql.ts';
export { ErrorPolicy } from './mutations/error-policy.enum.ts';
export { ErrorPolicyField } from './mutations/error-policy.graphql.ts';
export type { AnswerText } from './execution/answer-text.ts';
export type { ExecutionAnswer } from './execution/answers.ts';
export type { Runnable } from './execution/execution.ts';
export type { AccessMap } from './guard.ts';
export { MutationInput } from './mutations/mutation-input.graphql.ts';
export { mutation, type MutationDeclaration } from './mutations/mutation.ts';
export { submit } from './mutations/mutation-types.graphql.ts';
export type { Explanation, ExplainedStatement } from './explanation.ts';
export { Node } from './node.graphql.ts';
export { Rate, rateOf } from './rate.graphql.ts';
export { buildHubSchema, printHubSchema, type HubSchema } from './schema.ts';
export { createGraphqlServer, type GraphqlServer } from './server.ts';
export type { KeptAnswer } from './public/kept-answers.ts';
export { removeOverdue, retire, type RetiredDocument, type RetiredDocuments } from './trusted/retire.ts';
export type { FoundRequest, GraphqlRequest } from './trusted/admit.ts';
export { TrustedDocuments, type Manifest, type StoredDocument } from './trusted/trusted-documents.ts';
