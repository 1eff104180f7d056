// The search of a built site as a reader uses it: words, numbers, filters, the keyboard, the address, the policy.
// `SITE=public node --test tests/browser/reader/search.mjs`; the site is this repository's own.

import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { open, windowAt } from '../browser.mjs';
import { runAxe } from '../checks/axe.mjs';
import { watch } from '../checks/network.mjs';
import { noSidewaysScroll } from '../checks/scroll.mjs';
import { serve } from '../serve.mjs';

const HOSTILE = '<img src=x onerror="window.hurt=1"><b>Absconded</b>';
let browser;
let site;
let folder;
let context;
let page;
let complaints;

before(async () => {
  assert.ok(process.env.SITE, 'SITE names no built site');
  // A copy, of which one title is made hostile: the program would never write it so.
  folder = await mkdtemp(path.join(os.tmpdir(), 'search-'));
  await cp(process.env.SITE, folder, { recursive: true });
  await spoil(path.join(folder, 'search', 'records'));
  [browser, site] = [await open(), await serve(folder)];
});

after(async () => {
  await browser?.close();
  await site?.close();
  if (folder) await rm(folder, { recursive: true });
});

beforeEach(async () => {
  context = await browser.newContext({ viewport: windowAt(1280) });
  complaints = [];
  watch(context, site.origin)((check, words) => complaints.push(`${check}: ${words}`));
  page = await context.newPage();
});

afterEach(async () => {
  await context.close();
  assert.deepEqual(complaints, []);
});

/** Puts markup into the title of one page, so that it is found among the others. */
async function spoil(records) {
  for (const name of await readdir(records)) {
    const file = path.join(records, name);
    const lines = JSON.parse(await readFile(file, 'utf8'));
    const line = lines.find(([address]) => address === 'measures/foreign-offenders/');
    if (line) line[1] = HOSTILE;
    await writeFile(file, JSON.stringify(lines));
  }
}

const says = () => page.locator('#seek-says');
const titles = () => page.locator('#seek-results .entry-title').allTextContents();

async function visit(query = '') {
  await page.goto(`${site.origin}/search/${query}`);
}

/** Types over what stands in the field and waits for what comes of it. */
async function type(words) {
  await page.locator('#seek-words').fill('');
  await page.waitForFunction(() => document.getElementById('seek-says').textContent.startsWith('Every measure'));
  await page.locator('#seek-words').pressSequentially(words);
  await page.waitForFunction(() => /result|Nothing/.test(document.getElementById('seek-says').textContent));
  await settled();
}

/** Nothing is on its way any more, and what came of it is shown. */
async function settled() {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => setTimeout(done, 50)); }));
}

test('every page leads to the search, and what is typed there is searched for', async () => {
  await page.goto(`${site.origin}/measures/absconders/`);
  await page.locator('.seek input').fill('tracing staff');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\/\?q=tracing\+staff$/);
  await page.locator('#seek-results a').first().waitFor();
  assert.equal(await page.locator('#seek-words').inputValue(), 'tracing staff');
  assert.match((await titles())[0], /staff/i);
});

test('results come while typing, best first, with how many there are', async () => {
  await visit();
  await type('abscon');
  assert.match(await says().textContent(), /^[\d,]+ results/);
  const found = await titles();
  assert.equal(found.length, 10);
  // Measures that have it in a title of theirs stand before findings that do.
  const kinds = await page.locator('#seek-results .seek-kind').allTextContents();
  assert.ok(kinds.slice(0, 3).every((kind) => kind === 'Measure'), kinds.join(' | '));
  assert.ok(found.some((title) => /abscon/i.test(title)), found.join(' | '));
  await page.locator('#seek-more').click();
  await page.waitForFunction(() => document.querySelectorAll('#seek-results li').length > 10);
  const focused = await page.evaluate(() => [...document.querySelectorAll('#seek-results a')].indexOf(document.activeElement));
  assert.equal(focused, 10);
});

test('a number is found as printed and without its comma, whole and begun', async () => {
  await visit();
  const counts = [];
  for (const words of ['53,298', '53298', '53,29']) {
    await type(words);
    counts.push(Number.parseInt(await says().textContent(), 10));
    assert.ok((await page.locator('#seek-results a').count()) > 0, words);
  }
  assert.equal(counts[0], counts[1]);
  assert.ok(counts[2] >= counts[0]);
});

test('accents, case and apostrophes make no difference, and all words must be there', async () => {
  await visit();
  await type('ABSCÔNDED tracing');
  const accented = await says().textContent();
  await type('absconded tracing');
  assert.equal(await says().textContent(), accented);
  assert.match(accented, /result/);
  await type('absconded zzzzzz');
  assert.match(await says().textContent(), /^Nothing on this site has all of these words/);
  assert.equal(await page.locator('#seek-results li').count(), 0);
});

test('filters tell how many they leave, and stay in the address', async () => {
  await visit('?q=absconded');
  await page.locator('#seek-results a').first().waitFor();
  const [value, words] = await page.locator('#seek-kind option').nth(1).evaluate((option) => [option.value, option.textContent]);
  await page.locator('#seek-kind').selectOption(value);
  await settled();
  const left = words.match(/\((\d+)\)$/)[1];
  assert.match(await says().textContent(), new RegExp(`^${left} results?`));
  assert.equal(new URL(page.url()).searchParams.get('kind'), value);
  await page.reload();
  await page.locator('#seek-results a').first().waitFor();
  assert.equal(await page.locator('#seek-kind').inputValue(), value);
  assert.match(await says().textContent(), new RegExp(`^${left} results?`));
});

test('the standing and the year of a figure narrow without any words', async () => {
  await visit('?standing=unconfirmed');
  await page.locator('#seek-results a').first().waitFor();
  const standings = await page.locator('#seek-results .status').allTextContents();
  assert.ok(standings.length > 0 && standings.every((words) => /not confirmed/.test(words)), standings.join(' | '));
  await page.locator('#seek-year').selectOption({ index: 1 });
  await settled();
  assert.match(page.url(), /standing=unconfirmed&year=\d{4}$/);
});

test('the way back from a result leads to the same results', async () => {
  await visit();
  await type('tracing staff');
  const found = await titles();
  await page.locator('#seek-results a').first().click();
  await page.waitForURL(/\/(measures|discrepancies|sources)\//);
  await page.goBack();
  await page.locator('#seek-results a').first().waitFor();
  assert.equal(await page.locator('#seek-words').inputValue(), 'tracing staff');
  assert.deepEqual(await titles(), found);
});

test('it can be used with the keyboard alone', async () => {
  await visit();
  await settled();
  await page.keyboard.press('/');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'seek-words');
  await page.keyboard.type('home/office');
  assert.equal(await page.locator('#seek-words').inputValue(), 'home/office');
  await page.keyboard.press('Enter');
  await page.locator('#seek-results a').first().waitFor();
  await settled();
  for (let tabs = 0; tabs < 12; tabs += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement.matches('#seek-results a'))) break;
  }
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/search/'));
});

test('markup in a query and in a title stays text', async () => {
  await visit(`?q=${encodeURIComponent(HOSTILE)}&kind=${encodeURIComponent(HOSTILE)}`);
  await settled();
  assert.equal(await page.locator('#seek-words').inputValue(), HOSTILE);
  await visit('?q=foreign+offenders&kind=measure');
  await page.locator('#seek-results a').first().waitFor();
  assert.ok((await titles()).includes(HOSTILE), (await titles()).join(' | '));
  assert.equal(await page.locator('main img, main b').count(), 0);
  assert.equal(await page.evaluate(() => window.hurt), undefined);
});

test('the page with results holds in every look', async () => {
  const failures = [];
  const fail = (check, words, looks) => failures.push(`${check} ${looks ?? ''}: ${words}`);
  await visit('?q=home');
  await page.locator('#seek-results a').first().waitFor();
  for (const look of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }]) {
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', ...look });
    await runAxe(page, JSON.stringify(look), fail);
  }
  await page.setViewportSize(windowAt(320));
  await noSidewaysScroll(page, 320, fail);
  await runAxe(page, 'at 320 px', fail);
  assert.deepEqual(failures, []);
});

test('without a script the form and the lists lead on', async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const still = await plain.newPage();
  await still.goto(`${site.origin}/search/?q=absconders`);
  assert.match(await still.locator('main').innerText(), /needs a script/);
  await still.locator('#seek-words').fill('absconders');
  await still.keyboard.press('Enter');
  await still.waitForURL((url) => !url.pathname.startsWith('/search/'));
  assert.equal(await still.locator('main a').first().isVisible(), true);
  await plain.close();
});

test('a page opened from a file says that the search needs a server', async () => {
  const offline = await browser.newContext();
  const still = await offline.newPage();
  await still.goto(pathToFileURL(path.join(folder, 'search', 'index.html')).href);
  assert.match(await still.locator('#seek-says').textContent(), /opened from a file/);
  await offline.close();
});
