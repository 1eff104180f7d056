// The files of a built site, its pages, and a choice of pages when there are too many to open each one.

import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** Every file of the site by its path from the root, with `/` between folders, in order. */
export async function filesOf(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: false });
  const found = [];
  for (const entry of entries) {
    if (entry.isDirectory()) {
      const inner = await filesOf(path.join(folder, entry.name));
      found.push(...inner.map((name) => `${entry.name}/${name}`));
    } else {
      found.push(entry.name);
    }
  }
  return found.sort();
}

/** The pages among the files. */
export function pagesAmong(files) {
  return files.filter((name) => name.endsWith('.html'));
}

/** The address of a page: `a/index.html` is `a/`. */
export function addressOf(page) {
  return page.replace(/(^|\/)index\.html$/, '$1');
}

/** Pages of one kind stand at the same depth below the same first folder: `measures/x/` and `measures/y/`. */
export function kindOf(page) {
  const parts = page.split('/');
  return parts.length < 3 ? page : `${parts[0]}/${'*/'.repeat(parts.length - 2)}${parts.at(-1)}`;
}

/** At most `limit` pages of each kind: the first, the last, and others evenly between. */
export function choose(pages, limit) {
  const kinds = new Map();
  for (const page of pages) kinds.set(kindOf(page), [...(kinds.get(kindOf(page)) ?? []), page]);
  return [...kinds.values()].flatMap((same) => evenly(same, limit)).sort();
}

function evenly(list, limit) {
  if (list.length <= limit) return list;
  if (limit === 1) return [list[0]];
  return Array.from({ length: limit }, (_, n) => list[Math.round((n * (list.length - 1)) / (limit - 1))]);
}
