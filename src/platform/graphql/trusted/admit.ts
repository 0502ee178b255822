import type { Viewer } from '../../auth/index.ts';
import type { Config } from '../../config/index.ts';
import { BadUserInput, DocumentNotFound } from '../../errors/index.ts';
import type { TrustedDocument, TrustedDocuments } from './trusted-documents.ts';

const FORM_OF_ID = /^sha256:[0-9a-f]{64}$/;

/** A request as a client sent it. */
export interface GraphqlRequest {
  readonly query?: unknown;
  /** In place of the text. */
  readonly documentId?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
  readonly extensions?: unknown;
}

/** A request that names its document by id, or whose text is found in the manifest, holds the text of the manifest. */
export interface FoundRequest extends Omit<GraphqlRequest, 'documentId'> {
  /** What the text is stored as. */
  readonly stored?: TrustedDocument | undefined;
}

/**
 * Puts the text in the place of its id, as the GraphQL over HTTP specification describes persisted documents.
 * @throws BadUserInput, DocumentNotFound
 */
export function findDocument(trusted: TrustedDocuments, { documentId, ...request }: GraphqlRequest): FoundRequest {
  refuseAutomatic(request.extensions);
  const { query } = request;
  const stored =
    documentId !== undefined && documentId !== null
      ? storedAs(trusted, documentId, query)
      : typeof query === 'string'
        ? trusted.byText(query)
        : undefined;
  return stored ? { ...request, query: stored.document, stored } : request;
}

/** Whether the document is one that this caller may send: decided before anything is parsed. A request without one is for others to refuse. */
export function mayAsk(
  policy: Config['trustedDocuments'],
  { query, stored }: FoundRequest,
  { clients }: Viewer,
): boolean {
  if (policy === 'allow-any' || typeof query !== 'string' || query === '') return true;
  return clients === null || (stored !== undefined && clients.has(stored.client));
}

function storedAs(trusted: TrustedDocuments, id: unknown, query: unknown): TrustedDocument {
  if (query !== undefined && query !== null) {
    throw new BadUserInput({ zh: 'documentId 与 query 不能同时使用。', en: 'Send either a documentId or a query.' }, [
      'documentId',
    ]);
  }
  if (typeof id !== 'string' || !FORM_OF_ID.test(id)) {
    throw new BadUserInput(
      {
        zh: 'documentId 的格式应为 sha256: 加 64 位小写十六进制数字。',
        en: 'A documentId is sha256: and 64 hexadecimal digits in lower case.',
      },
      ['documentId'],
    );
  }
  const stored = trusted.byId(id);
  if (!stored) throw new DocumentNotFound();
  return stored;
}

/** Texts that clients register themselves would be a way around the manifest. */
function refuseAutomatic(extensions: unknown): void {
  if (typeof extensions !== 'object' || extensions === null || !('persistedQuery' in extensions)) return;
  throw new BadUserInput(
    { zh: '不支持 persistedQuery,请使用 documentId。', en: 'There is no persistedQuery here: send a documentId.' },
    ['extensions', 'persistedQuery'],
  );
}
