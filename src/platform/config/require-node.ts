/**
 * Says what is wrong and ends the process: the hub imports it before anything else is evaluated, and nothing reads its environment
 * without it.
 */
import { unfitNode } from './node.ts';

const unfit = unfitNode(process.versions.node);
if (unfit !== undefined) {
  process.stderr.write(`${unfit}\n`);
  process.exit(1);
}
