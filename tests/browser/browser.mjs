// Debian's Chromium, kept from talking to anything but the site.

import { chromium } from 'playwright-core';
import { existsSync } from 'node:fs';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser that `CHROMIUM` names, or the one on the path. */
export async function open() {
  return chromium.launch({ executablePath: executable(), args: FLAGS });
}

function executable() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const found = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(existsSync);
  if (!found) throw new Error(`No browser: none of ${NAMES.join(', ')} is on the path, and CHROMIUM is not set.`);
  return found;
}

/** The widths a reader comes with: a phone (or a page at 400 %), a tablet, a desk. */
export const WIDTHS = [320, 768, 1280];

/** The size of the window at a width. */
export function windowAt(width) {
  return { width, height: width === 320 ? 640 : 900 };
}
