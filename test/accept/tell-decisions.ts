import { decisions } from './decisions.ts';

const open = decisions();
process.stdout.write(
  open.length === 0
    ? 'Nothing is left for somebody to decide.\n'
    : `Somebody must decide:\n${open.map((each) => `  ${each}\n`).join('')}`,
);
