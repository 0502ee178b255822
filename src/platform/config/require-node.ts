/** Imported first: says what is wrong before anything else is evaluated, and ends the process. */
import { unfitNode } from './node.ts';

const unfit = unfitNode(process.versions.node);
if (unfit !== undefined) {
  process.stderr.write(`${unfit}\n`);
  process.exit(1);
}
