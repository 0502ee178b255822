import { hashingInTurn, JOIN_REFUSALS, offerIdentity, ownStanding, tokenAtWork } from '../domains/identity/index.ts';
import { NOTICE_CATALOGUE, NoticeCatalogue } from '../domains/notice-kinds/index.ts';
import { inbox } from '../domains/notices/index.ts';
import {
  guest,
  INBOX,
  myRolesAtWork,
  OWN_STANDING,
  STANDING_DECISIONS,
  DECISION_QUEUES,
} from '../domains/people/index.ts';
import { HELD_OFFERS } from '../domains/volunteering/index.ts';
import type { FileTokens, Seals, Tokens } from '../platform/auth/index.ts';
import {
  BatchQueues,
  BATCH_QUEUES,
  REMEMBERED_ACCESSES,
  RememberedAccesses,
  RIGHT_DEPENDENTS,
  RIGHTS_AT_WORK,
  WriteLimiter,
  WRITE_LIMITER,
} from '../platform/commands/index.ts';
import type { Config } from '../platform/config/index.ts';
import type { Database } from '../platform/database/index.ts';
import type { Logger } from '../platform/observability/index.ts';
import { Cursors, CURSORS } from '../platform/reading/index.ts';
import {
  FILE_TOKENS,
  GUEST,
  openSystemRequest,
  PUBLIC_URL,
  SEALS,
  Services,
  type RequestContext,
} from '../platform/request/index.ts';
import { decisionQueues, domains, noticeKinds, permissions, rightDependents } from './domains.ts';

/** Offers what the domains provide to the rooms below them. */
function offerToOneAnother(services: Services): Services {
  return services
    .offer(GUEST, guest)
    .offer(RIGHT_DEPENDENTS, rightDependents)
    .offer(DECISION_QUEUES, decisionQueues)
    .offer(STANDING_DECISIONS, STANDING_DECISIONS.in(domains))
    .offer(HELD_OFFERS, HELD_OFFERS.in(domains))
    .offer(JOIN_REFUSALS, JOIN_REFUSALS.in(domains))
    .offer(RIGHTS_AT_WORK, { roles: myRolesAtWork, token: tokenAtWork })
    .offer(OWN_STANDING, ownStanding)
    .offer(NOTICE_CATALOGUE, new NoticeCatalogue(noticeKinds))
    .offer(INBOX, inbox);
}

/** A request of whoever runs the hub, by its database alone: with what commands ask of one another, and without what takes a configuration. */
export function openByHand(database: Database, now: Date): RequestContext {
  return openSystemRequest(database, {
    now,
    signal: new AbortController().signal,
    services: offerToOneAnother(new Services()),
  });
}

/** Offers what commands, readers and resolvers find at every request. */
export function offerServices(
  config: Config,
  {
    logger,
    tokens,
    seals,
    fileTokens,
  }: {
    readonly logger: Logger;
    readonly tokens: Tokens;
    readonly seals: Seals;
    readonly fileTokens: FileTokens;
  },
): Services {
  return offerIdentity(
    offerToOneAnother(new Services())
      .offer(SEALS, seals)
      .offer(FILE_TOKENS, fileTokens)
      .offer(PUBLIC_URL, config.publicUrl)
      .offer(REMEMBERED_ACCESSES, new RememberedAccesses(config.accessesRemembered))
      .offer(
        WRITE_LIMITER,
        new WriteLimiter({
          ...config.writes,
          maxWaitMs: config.requestTimeoutMs / 2,
          onRefused: (refused) => logger.warn({ refused }, 'more write than can'),
        }),
      )
      .offer(BATCH_QUEUES, new BatchQueues(config.requestTimeoutMs))
      .offer(CURSORS, new Cursors(config.token.key)),
    config,
    {
      tokens,
      permissions,
      hashing: hashingInTurn((refused) => logger.warn({ refused }, 'more sign in by a password than can')),
    },
  );
}
