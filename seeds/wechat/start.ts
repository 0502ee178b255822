/** `npm run wechat:fake`: a stand-in for WeChat on this machine, to try signing in by hand. */
import { FAKE_APP_ID, FAKE_APP_SECRET, startFakeWechat } from './fake-wechat.ts';

const DEFAULT_PORT = '4800';
const port = process.env['FAKE_WECHAT_PORT'] || DEFAULT_PORT;
if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
  process.stderr.write('FAKE_WECHAT_PORT: expected a whole number from 0 to 65535\n');
  process.exit(78);
}

const { address } = await startFakeWechat(Number(port)).catch((error: Error) => {
  process.stderr.write(`No stand-in for WeChat at port ${port}: ${error.message}. FAKE_WECHAT_PORT names another.\n`);
  process.exit(1);
});
process.stdout.write(`A stand-in for WeChat answers at ${address}. Start the hub beside it:

WECHAT_BASE_URL=${address} WECHAT_APP_ID=${FAKE_APP_ID} WECHAT_APP_SECRET=${FAKE_APP_SECRET} npm start

Codes to sign in with are try-NAME-ANYTHING, each good once: NAME is who signs in, in any letters.
Codes of a telephone number are phone-NUMBER-ANYTHING, e.g. phone-13800000001-1, each good once.
`);
