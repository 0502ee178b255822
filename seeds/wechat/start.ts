/** `npm run wechat:fake`: a stand-in for WeChat on this machine, to try signing in by hand. */
import { FAKE_APP_ID, FAKE_APP_SECRET, startFakeWechat } from './fake-wechat.ts';

const { address } = await startFakeWechat(4800);
process.stdout.write(`A stand-in for WeChat answers at ${address}. Start the hub beside it:

WECHAT_BASE_URL=${address} WECHAT_APP_ID=${FAKE_APP_ID} WECHAT_APP_SECRET=${FAKE_APP_SECRET} npm start

Codes to sign in with are try-NAME-ANYTHING, each good once: NAME is who signs in.
`);
