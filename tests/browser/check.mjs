// The command: node check.mjs SITE [--each-kind N]. Prints what does not hold and exits with 1, or says that all does.

import { parseArgs } from 'node:util';
import { examine } from './examine.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { 'each-kind': { type: 'string', default: '40' } } });
const eachKind = Number(values['each-kind']);
if (positionals.length !== 1 || !Number.isInteger(eachKind) || eachKind < 1) {
  console.error('usage: node check.mjs SITE [--each-kind N]');
  process.exit(2);
}
const failures = await examine(positionals[0], { eachKind, say: (words) => console.log(`  ${words}`) });
if (failures.count > 0) {
  console.log(failures.report());
  console.log(`${failures.count} failures`);
  process.exit(1);
}
console.log('  every check holds');
