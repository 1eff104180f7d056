// The whole examination of a built site.

import { realpath } from 'node:fs/promises';
import { Failures } from './failures.mjs';
import { checkLinks } from './links.mjs';
import { nu, validate, xml } from './markup.mjs';
import { lookAt } from './pages.mjs';
import { serve } from './serve.mjs';
import { choose, filesOf, pagesAmong } from './site.mjs';

/** Examines a site. `eachKind` is the most pages of one kind to open; links and markup are checked on all. */
export async function examine(folder, { eachKind = 40, say = () => {} } = {}) {
  const root = await realpath(folder);
  const failures = new Failures();
  const files = await filesOf(root);
  const pages = pagesAmong(files);
  if (!pages.includes('index.html')) throw new Error(`${folder} is no built site: it has no index.html.`);
  const chosen = choose(pages, eachKind);
  const step = async (words, work) => {
    const start = performance.now();
    await work();
    say(`${words} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  };
  await step(`links of ${files.length} files`, () => checkLinks(root, files, failures));
  await step(`markup of ${pages.length} pages: html-validate`, () => validate(root, pages, failures));
  await step('markup of the whole tree: Nu HTML checker', () => nu(root, failures));
  await step('XML files: xmllint', () => xml(root, files, failures));
  const site = await serve(root);
  await step(`in the browser: ${chosen.length} of ${pages.length} pages`, () => lookAt(chosen, site.origin, failures)).finally(site.close);
  return failures;
}
