import {
  families,
  family,
  openShift,
  type Family,
  type FamilyGuardian,
  type Scenario,
  type ShiftOnOffer,
  type ShiftOptions,
  type StaffMember,
} from '../../seeds/scenario/index.ts';
import type { SchoolClassRecord, SchoolRecord } from '../../seeds/factories/index.ts';
import * as admin from '../../schema/generated/admin.ts';
import * as mini from '../../schema/generated/mini-program.ts';
import type { TypedDocument } from '../../schema/generated/typed-document.ts';
import { inTransaction, type Transaction } from '../../src/platform/commands/index.ts';
import { openRequest, Services } from '../../src/platform/request/index.ts';
import { guest } from '../../src/domains/people/index.ts';
import { startTestHub, type GraphqlAnswer, type TestHub, type TestHubOptions } from '../support/hub.ts';
import { beginScenario } from '../support/world.ts';
import { SignUpBooks, type Role } from './sign-up-books.ts';

type Who = Pick<FamilyGuardian, 'accountId'>;

interface Payload {
  readonly userErrors: readonly { readonly code: string; readonly message: string; readonly path: readonly string[] }[];
}

export type Answered<P> = GraphqlAnswer<unknown> & { readonly payload: P | undefined; readonly codes: string[] };

/** A school that asks for volunteers, and what parents and organisers press, over HTTP. */
export class Desk extends SignUpBooks {
  readonly hub: TestHub;
  readonly scenario: Scenario;
  readonly school: SchoolRecord;
  readonly schoolClass: SchoolClassRecord;
  readonly organiser: StaffMember;
  readonly #clock: { now: Date };

  private constructor(
    hub: TestHub,
    clock: { now: Date },
    scenario: Scenario,
    school: SchoolRecord,
    schoolClass: SchoolClassRecord,
    organiser: StaffMember,
  ) {
    super();
    this.hub = hub;
    this.#clock = clock;
    this.scenario = scenario;
    this.school = school;
    this.schoolClass = schoolClass;
    this.organiser = organiser;
  }

  static async open({
    at = new Date(),
    ...options
  }: Pick<TestHubOptions, 'variables' | 'database' | 'logger'> & { readonly at?: Date } = {}): Promise<Desk> {
    const clock = { now: at };
    const hub = await startTestHub({ ...options, clock: () => clock.now });
    const scenario = await beginScenario(hub, clock.now);
    const school = await scenario.school();
    const schoolClass = await scenario.schoolClass(school);
    return new Desk(hub, clock, scenario, school, schoolClass, await scenario.teacher(schoolClass));
  }

  /** The clock of the hub; that of the scenario is where it begins. */
  get now(): Date {
    return this.#clock.now;
  }

  set now(at: Date) {
    this.#clock.now = at;
  }

  close(): Promise<void> {
    return this.hub.stop();
  }

  newFamily(guardians = 1): Promise<Family> {
    return family(this.scenario, [this.schoolClass], { guardians });
  }

  async parents(count: number): Promise<FamilyGuardian[]> {
    return (await families(this.scenario, count, [this.schoolClass])).map((each) => each.parent);
  }

  offer(options: ShiftOptions = {}): Promise<ShiftOnOffer> {
    return openShift(this.scenario, this.organiser, { school: this.school, ...options });
  }

  /** A role with nobody in it any more to be had: its places are taken by as many strangers, who are answered. */
  async full(capacity = 1, options: ShiftOptions = {}): Promise<ShiftOnOffer & { readonly inside: FamilyGuardian[] }> {
    const offered = await this.offer({ ...options, role: { capacity, ...options.role } });
    const inside = await this.parents(capacity);
    for (const each of inside) await this.signUp(each, offered);
    return { ...offered, inside };
  }

  async send<Data extends object, P extends Payload>(
    document: TypedDocument<Data, { input: never }>,
    who: Who,
    input: object,
  ): Promise<Answered<P>> {
    const answer = await this.hub.ask<Data, { input: never }>(document, {
      as: who.accountId,
      variables: { input: input as never },
    });
    const payload = answer.data ? (Object.values(answer.data)[0] as P) : undefined;
    return {
      ...answer,
      payload,
      codes:
        payload?.userErrors.map((error) => error.code) ?? (answer.errors ?? []).map((error) => error.extensions.code),
    };
  }

  signUp(
    who: Who,
    { role }: Role,
    more: { ifFull?: 'REFUSE' | 'JOIN_WAITLIST'; acceptRiskNotice?: boolean; idempotencyKey?: string } = {},
  ) {
    return this.send<mini.SignUpForShiftMutation, mini.SignUpForShiftMutation['signUpForShift']>(
      mini.SignUpForShiftDocument as never,
      who,
      { roleId: `shift-role_${role.id}`, acceptRiskNotice: true, ...more },
    );
  }

  cancel(who: Who, signupId: string, more: object = {}) {
    return this.send<mini.CancelSignupMutation, mini.CancelSignupMutation['cancelSignup']>(
      mini.CancelSignupDocument as never,
      who,
      { signupId, ...more },
    );
  }

  /** Takes back whatever the guardian has in the role. */
  async cancelOf(who: FamilyGuardian, { role }: Role) {
    return this.cancel(who, `signup_${await this.signupOf(who, { role })}`);
  }

  join(who: Who, { role }: Role, more: object = {}) {
    return this.send<mini.JoinWaitlistMutation, mini.JoinWaitlistMutation['joinWaitlist']>(
      mini.JoinWaitlistDocument as never,
      who,
      { roleId: `shift-role_${role.id}`, ...more },
    );
  }

  leave(who: Who, entryId: string, more: object = {}) {
    return this.send<mini.LeaveWaitlistMutation, mini.LeaveWaitlistMutation['leaveWaitlist']>(
      mini.LeaveWaitlistDocument as never,
      who,
      { entryId, ...more },
    );
  }

  accept(who: Who, entryId: string, more: object = {}) {
    return this.send<mini.AcceptOfferMutation, mini.AcceptOfferMutation['acceptOffer']>(
      mini.AcceptOfferDocument as never,
      who,
      { entryId, acceptRiskNotice: true, ...more },
    );
  }

  decline(who: Who, entryId: string, more: object = {}) {
    return this.send<mini.DeclineOfferMutation, mini.DeclineOfferMutation['declineOffer']>(
      mini.DeclineOfferDocument as never,
      who,
      { entryId, ...more },
    );
  }

  requestCancellation(who: Who, signupId: string, reason = '家中有事') {
    return this.send<
      mini.RequestSignupCancellationMutation,
      mini.RequestSignupCancellationMutation['requestSignupCancellation']
    >(mini.RequestSignupCancellationDocument as never, who, { signupId, reason });
  }

  decideCancellation(who: Who, signupId: string, approve: boolean, reason?: string) {
    return this.send<
      admin.DecideCancellationRequestMutation,
      admin.DecideCancellationRequestMutation['decideCancellationRequest']
    >(admin.DecideCancellationRequestDocument as never, who, { signupId, approve, reason });
  }

  offerStandIn(
    who: Who,
    signupId: string,
    more: { guardianId?: string; toWaitlist?: boolean; idempotencyKey?: string } = {},
  ) {
    return this.send<mini.OfferStandInMutation, mini.OfferStandInMutation['offerStandIn']>(
      mini.OfferStandInDocument as never,
      who,
      { signupId, ...more },
    );
  }

  acceptStandIn(who: Who, how: { standInId?: string; code?: string; acceptRiskNotice?: boolean }) {
    return this.send<mini.AcceptStandInMutation, mini.AcceptStandInMutation['acceptStandIn']>(
      mini.AcceptStandInDocument as never,
      who,
      { acceptRiskNotice: true, ...how },
    );
  }

  declineStandIn(who: Who, standInId: string) {
    return this.send<mini.DeclineStandInMutation, mini.DeclineStandInMutation['declineStandIn']>(
      mini.DeclineStandInDocument as never,
      who,
      { standInId },
    );
  }

  withdrawStandIn(who: Who, standInId: string) {
    return this.send<mini.WithdrawStandInMutation, mini.WithdrawStandInMutation['withdrawStandIn']>(
      mini.WithdrawStandInDocument as never,
      who,
      { standInId },
    );
  }

  decideStandIn(who: Who, standInId: string, approve: boolean, reason?: string) {
    return this.send<admin.DecideStandInMutation, admin.DecideStandInMutation['decideStandIn']>(
      admin.DecideStandInDocument as never,
      who,
      { standInId, approve, reason },
    );
  }

  resize(who: Who, { role }: Role, capacity: number) {
    return this.send<admin.UpdateShiftRoleMutation, admin.UpdateShiftRoleMutation['updateShiftRole']>(
      admin.UpdateShiftRoleDocument as never,
      who,
      { roleId: `shift-role_${role.id}`, capacity },
    );
  }

  /** Work that nobody asked for, as a job does it: at the hub's clock, in a transaction. */
  asJob<T>(work: (tx: Transaction) => Promise<T>, now = this.now): Promise<T> {
    const context = openRequest(this.hub.hub.database, {
      viewer: guest,
      now,
      locale: 'zh-CN',
      signal: new AbortController().signal,
      services: new Services(),
    });
    return inTransaction(context, async (tx) => {
      const done = await work(tx);
      await tx.em.flush();
      return done;
    });
  }
}
