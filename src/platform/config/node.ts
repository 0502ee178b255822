/** The first Node in which everything works that the hub is written with. */
const NEEDED = [24, 2] as const;

/** Tells in one sentence what is wrong with a version of Node; undefined where nothing is. */
export function unfitNode(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const fits = major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
  return fits
    ? undefined
    : `The hub needs Node ${NEEDED.join('.')} or newer, and this is Node ${version}: npm scripts use the one that \`npm ci\` brings, as \`npm run start:production\` does.`;
}
