/** Rules about the order of the house hold for everybody: a comment cannot switch them off. */
export const HOUSE_RULES = ['max-lines', 'no-restricted-imports', 'no-restricted-properties', 'no-console'];

const COMMENT = /(?:\/\/|\/\*)\s*(eslint\b[^*\n]*)/g;
const ONE_LINE_WITH_REASON = /^eslint-disable(?:-next)?-line\s+(\S+(?:,\s*\S+)*)\s+--\s+\S/;

/** Comments in a file's text that talk to ESLint in a way that they may not; one sentence each. */
export function wronglySwitchedOff(path: string, text: string): string[] {
  return [...text.matchAll(COMMENT)].flatMap(([, comment = '']) => {
    const rules = ONE_LINE_WITH_REASON.exec(comment)?.[1]?.split(/,\s*/);
    if (!rules) return `${path}: "${comment.trim()}": one line, named rules and a reason after "--"`;
    return rules
      .filter((rule) => HOUSE_RULES.includes(rule))
      .map((rule) => `${path}: ${rule} is a rule of the house, it has no exceptions`);
  });
}
