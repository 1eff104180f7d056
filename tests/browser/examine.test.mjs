// The checks themselves: the good site passes, and each change that spoils it is found, with nothing else.

import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { examine } from './examine.mjs';
import { FAULTS } from './fixtures/faults.mjs';
import { print } from './checks/print.mjs';

const GOOD = fileURLToPath(new URL('fixtures/good', import.meta.url));

test('the good site passes every check', async () => {
  assert.deepEqual((await examine(GOOD)).report().trim(), '');
});

test('each fault of the bad site is found, and no other', async () => {
  const site = await mkdtemp(path.join(tmpdir(), 'bad-site-'));
  try {
    await spoil(site);
    const failures = await examine(site, { eachKind: 1000 });
    const expected = FAULTS.flatMap(({ name, fails, file, inFile }) => [
      ...fails.map((check) => `measures/${name}/index.html ${check}`),
      ...inFile.map((check) => `measures/${name}/${file[0]} ${check}`),
    ]);
    assert.deepEqual(failures.names(), expected.sort(), failures.report());
  } finally {
    await rm(site, { recursive: true });
  }
});

test('a folder that is no site is refused', async () => {
  await assert.rejects(examine(path.join(GOOD, 'data')), /no built site/);
});

test('a page that does not print is found', async () => {
  const found = [];
  await print({ pdf: async () => Buffer.from('nothing') }, (check) => found.push(check));
  await print({ pdf: async () => { throw new Error('no printer'); } }, (check) => found.push(check));
  assert.deepEqual(found, ['print', 'print']);
});

/** Writes the bad site: the good one, and a spoilt copy of its measure page for each fault. */
async function spoil(site) {
  await cp(GOOD, site, { recursive: true });
  const page = await readFile(path.join(GOOD, 'measures/benches/index.html'), 'utf8');
  for (const { name, changes, file } of FAULTS) {
    const folder = path.join(site, 'measures', name);
    await mkdir(folder);
    const spoilt = changes.reduce((text, [from, to]) => replaceOnce(text, from, to, name), page);
    await writeFile(path.join(folder, 'index.html'), spoilt);
    if (file) await writeFile(path.join(folder, file[0]), file[1]);
  }
  const home = await readFile(path.join(site, 'index.html'), 'utf8');
  const links = FAULTS.filter((fault) => !fault.unlinked).map(({ name }) => `<li><a href="measures/${name}/">${name}</a></li>`);
  await writeFile(path.join(site, 'index.html'), replaceOnce(home, '</ul>', `${links.join('\n')}\n</ul>`, 'home'));
}

function replaceOnce(text, from, to, name) {
  assert.equal(text.split(from).length, 2, `${name}: the good page does not say “${from}” once`);
  return text.replace(from, () => to);
}
