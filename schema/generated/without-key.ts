// Written by `npm run codegen`: change schema/operations instead.

/** Mutations that take no `idempotencyKey`: whoever asks again has them done again. */
export const WITHOUT_KEY: ReadonlySet<string> = new Set([
  'sha256:1fe4be9bac5e47d140b4aa172b1ad69004c16db8141398c070357c63d40ec3e6', // ChangeAuthenticator
  'sha256:c22f3e2ffe838a384bf39904b4f42ecffb15eb41145aaf0a3f12608b0a23f1ec', // ChangePassword
  'sha256:d5638c1d5623986d95fbdd1cac862b9a7dce3d44fb156f4cdb5c18921313f549', // CreateRecoveryCodes
  'sha256:71677841d1da6ec7f4c6d57be310570d97104545ffd86a95ac9743a8af6ded93', // OfferAuthenticator
  'sha256:18ee12e6cf5457ec72579b80ccfdf60314830191dc39086230221b5de7fc9daf', // SetUpSignIn
  'sha256:7f73f4b43d91f2f19a5a7e097f6adabe18fac75d04683a6f258b3fe92ce9fccf', // SignInWithPassword
  'sha256:914886715af366367870c0050212f4d47056573864bcf42b9aedbdc83eac7f45', // RefreshSession
  'sha256:887f06c8dd66030c2641ba1e2f9fd74fcf07ff8e9a8ed0fd570b2eaae0b20886', // SignInWithWechat
]);
