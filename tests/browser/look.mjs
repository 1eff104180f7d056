// Pictures of pages to look at: node look.mjs SITE OUT [PAGE…], each at 320, 768 and 1280 px, in light and dark.

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { open, WIDTHS, windowAt } from './browser.mjs';
import { serve } from './serve.mjs';
import { addressOf, choose, filesOf, pagesAmong } from './site.mjs';

const [site, out, ...asked] = process.argv.slice(2);
if (!site || !out) {
  console.error('usage: node look.mjs SITE OUT [PAGE…]   a PAGE is an address such as measures/absconders/; without one, one page of each kind');
  process.exit(2);
}
const pages = asked.length > 0 ? asked : choose(pagesAmong(await filesOf(site)), 1).map(addressOf);
await mkdir(out, { recursive: true });
const { origin, close } = await serve(site);
const browser = await open();
for (const colorScheme of ['light', 'dark']) {
  const page = await (await browser.newContext({ colorScheme, reducedMotion: 'reduce' })).newPage();
  for (const address of pages) {
    for (const width of WIDTHS) {
      await page.setViewportSize(windowAt(width));
      const response = await page.goto(`${origin}/${address.replace(/^\//, '')}`);
      if (!response.ok()) throw new Error(`${address}: ${response.status()}`);
      const name = `${address.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'home'}-${width}-${colorScheme}.png`;
      await page.screenshot({ path: path.join(out, name), fullPage: true });
      console.log(path.join(out, name));
    }
  }
}
await browser.close();
await close();
