import type { FastifyReply, FastifyRequest } from 'fastify';
import { html } from '../../documents/index.ts';
import { inLocale } from '../../errors/index.ts';
import { localeOf } from '../language.ts';
import { problemTypeOf, HTML_TYPE } from './media-type.ts';
import { pageAnswer } from './page-answer.ts';
import { addVary } from './vary.ts';
import type { Problem } from './http-answer.ts';

const TITLE = { zh: '无法完成此请求', en: 'This cannot be done' };

/** What was in vain, in the form that was asked for: as JSON, as GraphQL over HTTP has it, or as a page for whoever looks at it. */
export function problemAnswer(
  { headers: { accept, 'accept-language': language } }: FastifyRequest,
  status: number,
  told: Problem,
): { readonly headers: Readonly<Record<string, string>>; readonly body: string } {
  const type = problemTypeOf(accept);
  if (type !== HTML_TYPE) return { headers: { 'content-type': type }, body: JSON.stringify(told) };
  const locale = localeOf(language);
  const title = inLocale(TITLE, locale);
  const body = html`<h1>${title}</h1>${told.errors.map(({ message }) => html`<p>${message}</p>`)}`;
  return pageAnswer(status, { title, body }, locale);
}

/** Answers by it where nothing else is told. */
export function sendProblem(reply: FastifyReply, status: number, told: Problem): FastifyReply {
  const { headers, body } = problemAnswer(reply.request, status, told);
  const { vary, ...others } = headers;
  if (vary !== undefined) addVary(reply, vary);
  return reply
    .status(status)
    .headers({ 'cache-control': 'no-store', ...others })
    .send(body);
}
