import { METHODS } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Message } from '../errors/index.ts';
import { sendProblem } from './answers/problem-answer.ts';
import { discardBody, problemFor } from './answers/problems.ts';

/** Tells whoever asks by another method which there are: an address that is there is not "nothing". */
export function refuseOtherMethods(
  app: FastifyInstance,
  url: string,
  allowed: readonly string[],
  message: Message,
): void {
  const others = METHODS.filter((method) => ![...allowed, 'CONNECT'].includes(method));
  for (const method of others) if (!app.supportedMethods.includes(method)) app.addHttpMethod(method);
  const refuse = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
    sendProblem(reply.header('allow', allowed.join(', ')), 405, problemFor(request, 'BAD_USER_INPUT', message));
  app.route({
    method: others,
    url,
    // Whatever its body is, it is not for that.
    onRequest(request, reply) {
      discardBody(request, reply);
      refuse(request, reply);
    },
    handler: refuse,
  });
}
