import type { FastifyRequest } from 'fastify';
import { BadUserInput } from '../errors/index.ts';
import type { FoundRequest, GraphqlRequest } from '../graphql/index.ts';

/** The method of a request. HEAD asks for what GET would answer, and may do as little. */
export function methodOf({ method }: Pick<FastifyRequest, 'method'>): 'GET' | 'POST' {
  return method === 'POST' ? 'POST' : 'GET';
}

/** The operation, by the body of a POST or the address of a GET. @throws BadUserInput for an address that says it twice, or in no JSON */
export function askedBy(request: FastifyRequest): GraphqlRequest {
  if (methodOf(request) === 'POST') return request.body as GraphqlRequest;
  const search = new URLSearchParams(searchOf(request.url));
  return {
    documentId: once(search, 'documentId'),
    query: once(search, 'query'),
    operationName: once(search, 'operationName') || undefined,
    variables: objectIn(search, 'variables'),
    extensions: objectIn(search, 'extensions'),
  };
}

/** The address that asks the same with the text of the document. */
export function searchFor({ query, operationName, variables, extensions }: FoundRequest): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ query, operationName, variables, extensions })) {
    if (value !== undefined) search.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return `?${search.toString()}`;
}

function searchOf(url: string): string {
  const from = url.indexOf('?');
  return from === -1 ? '' : url.slice(from);
}

function once(search: URLSearchParams, name: string): string | undefined {
  const [value, another] = search.getAll(name);
  if (another !== undefined)
    throw new BadUserInput({ zh: `地址中的 ${name} 只能出现一次。`, en: `${name} may stand in the address once.` }, [
      name,
    ]);
  return value;
}

function objectIn(search: URLSearchParams, name: string): object | undefined {
  const text = once(search, name);
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // A text that cannot be read is refused like one that is no object.
  }
  throw new BadUserInput(
    { zh: `地址中的 ${name} 应为 JSON 对象。`, en: `${name} must be a JSON object in the address.` },
    [name],
  );
}
