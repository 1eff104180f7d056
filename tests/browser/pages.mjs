// Opens pages in the browser and puts them through every check, light and dark, wide and narrow, on paper.

import { open, WIDTHS, windowAt } from './browser.mjs';
import { addressOf } from './site.mjs';
import { runAxe } from './checks/axe.mjs';
import { chartText } from './checks/chart-text.mjs';
import { watch } from './checks/network.mjs';
import { print } from './checks/print.mjs';
import { noSidewaysScroll } from './checks/scroll.mjs';
import { contentOf, mustHave, sameWithoutScript } from './checks/script-off.mjs';
import { skipLink, structure } from './checks/structure.mjs';

const WORKERS = 2;
const DESK = windowAt(1280);
const LOOKS = { colorScheme: 'light', forcedColors: 'none', media: 'screen', reducedMotion: 'reduce' };

/** Looks at each page; failures go to `failures`. */
export async function lookAt(pages, origin, failures) {
  const browser = await open();
  const left = [...pages];
  const work = async () => {
    const reader = await newReader(browser, origin);
    for (let name = left.shift(); name !== undefined; name = left.shift()) await reader(name, failures);
  };
  try {
    await Promise.all(Array.from({ length: WORKERS }, work));
  } finally {
    await browser.close();
  }
}

/** A reader with one window that runs scripts and one that does not. */
async function newReader(browser, origin) {
  const [scripted, plain] = [await browser.newContext({ viewport: DESK }), await browser.newContext({ viewport: DESK, javaScriptEnabled: false })];
  const attend = [watch(scripted, origin), watch(plain, origin)];
  const [page, still] = [await scripted.newPage(), await plain.newPage()];
  return async (name, failures) => {
    const fail = (check, words, looks) => failures.add(name, check, words.replaceAll(origin, ''), looks);
    attend.forEach((next) => next(fail));
    const address = `${origin}/${addressOf(name)}`;
    try {
      await onScreen(page, address, fail);
      const withScript = await contentOf(page);
      await still.goto(address);
      sameWithoutScript(withScript, await contentOf(still), fail);
      await mustHave(still, name, fail);
      await print(page, fail);
    } catch (error) {
      fail('broken', String(error));
    }
  };
}

async function onScreen(page, address, fail) {
  await page.emulateMedia(LOOKS);
  await page.setViewportSize(DESK);
  await page.goto(address, { waitUntil: 'load' });
  await structure(page, fail);
  await skipLink(page, fail);
  await page.evaluate(() => document.activeElement?.blur());
  await runAxe(page, 'light', fail);
  await chartText(page, 'light', fail);
  await page.emulateMedia({ ...LOOKS, colorScheme: 'dark' });
  await runAxe(page, 'dark', fail);
  await chartText(page, 'dark', fail);
  await page.emulateMedia({ ...LOOKS, forcedColors: 'active' });
  await runAxe(page, 'forced colours', fail);
  await page.emulateMedia(LOOKS);
  for (const width of WIDTHS) {
    await page.setViewportSize(windowAt(width));
    await noSidewaysScroll(page, width, fail);
    if (width === 320) {
      await runAxe(page, 'at 320 px', fail);
      await chartText(page, 'at 320 px', fail);
    }
  }
}
