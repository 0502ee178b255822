/** `npm run admin:create`: the first two administrators of a district, one a call, with a link to set up a password and a token for an hour; called again for one of them, these anew. */
import { parseArgs } from 'node:util';
import { openByHand, openHubDatabase } from '../app.ts';
import { migrations } from '../migrations/index.ts';
import {
  CannotBegin,
  createFirstAdministrator,
  signInAddress,
  type FirstAdministrator,
} from '../domains/identity/index.ts';
import { configOrExit } from '../platform/config/index.ts';
import { createTokens } from '../platform/auth/index.ts';
import { checkMigrations, clockOf } from '../platform/database/index.ts';
import { HubError } from '../platform/errors/index.ts';
import { runTask } from './run-task.ts';

const USAGE = `Usage: npm run admin:create -- --district-code 110102 --district-name 西城区 --name 姓名 --staff-number 工号 [--account admin] [--second] [--reset]`;
const TOKEN_SECONDS = 3600;
const DONE = {
  NEW: 'Made',
  RESTORED: 'Has the role from today on',
  AGAIN: 'Administers the district already',
} as const;

const wanted = argumentsOrExit();
const config = configOrExit();
await runTask(
  async () => {
    const database = await openHubDatabase(config);
    try {
      await checkMigrations(database, migrations);
      const clock = await clockOf(database);
      const { accountId, sessionId, how, link } = await createFirstAdministrator(openByHand(database, clock.now()), {
        ...wanted,
        linkHours: config.sessions.signInLinkHours,
      });
      const token = await createTokens(config.token, clock.now).sign(accountId, TOKEN_SECONDS, sessionId);
      process.stdout.write(
        [
          `${DONE[how]}: account_${accountId}`,
          link === null
            ? 'A password is set up already; where it is lost, --reset gives a link for a new one, and the old one is over.'
            : `Link to set up a password, for ${config.sessions.signInLinkHours} hours and once; whoever opens it signs in as them:\n${signInAddress(config.publicUrl, link)}`,
          `Token for an hour, for the identity provider (linkStaffIdentity) or a first call; the same call gives a new one:\n${token}`,
          '',
        ].join('\n'),
      );
    } finally {
      await database.close();
    }
  },
  CannotBegin,
  HubError,
);

function argumentsOrExit(): Omit<FirstAdministrator, 'linkHours'> {
  try {
    const { values } = parseArgs({
      options: {
        'district-code': { type: 'string' },
        'district-name': { type: 'string' },
        name: { type: 'string' },
        'staff-number': { type: 'string' },
        account: { type: 'string' },
        second: { type: 'boolean', default: false },
        reset: { type: 'boolean', default: false },
      },
    });
    const {
      'district-code': districtCode,
      'district-name': districtName,
      name,
      'staff-number': staffNumber,
      account,
      second,
      reset: resetsPassword,
    } = values;
    if (districtCode && /^\d{6}$/.test(districtCode) && districtName && name && staffNumber) {
      return {
        districtCode,
        districtName,
        name,
        staffNumber,
        ...(account !== undefined && { accountName: account }),
        sessionSeconds: TOKEN_SECONDS,
        second,
        resetsPassword,
      };
    }
  } catch {
    // An unknown flag is answered like a missing one.
  }
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}
