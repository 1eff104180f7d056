// Every link of the built tree leads somewhere: files, fragments, style sheets, feeds. Nothing asks the network.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Parser } from 'htmlparser2';
import { addressOf, pagesAmong } from './site.mjs';

const LINKS = ['href', 'src', 'action', 'formaction', 'poster', 'data', 'cite', 'xlink:href'];
const OUTSIDE = /^(https?:|mailto:)/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
// A page that a server shows under any address; nothing needs to lead to it.
const ANYWHERE = '404.html';

/** Checks the links of all pages, pictures, style sheets and XML files of a site. */
export async function checkLinks(folder, files, failures) {
  const marked = files.filter((name) => /\.(html|svg|xml)$/.test(name));
  const read = new Map();
  for (const name of marked) read.set(name, linksIn(await readFile(path.join(folder, name), 'utf8'), name.endsWith('.html')));
  const site = { files: new Set(files), read, base: siteBase(read), reached: new Set(['index.html', ANYWHERE]) };
  for (const [name, { links }] of read) for (const link of links) follow(site, name, link, failures);
  for (const name of files.filter((file) => file.endsWith('.css'))) {
    for (const link of urlsIn(await readFile(path.join(folder, name), 'utf8'))) follow(site, name, link, failures);
  }
  const lost = pagesAmong(files).filter((name) => !site.reached.has(name));
  for (const name of lost) failures.add(name, 'orphan', 'no other page leads here');
}

/** The links and the ids of a text. */
function linksIn(text, html) {
  const [links, ids] = [[], new Set()];
  let canonical = null;
  const inText = { loc: html ? null : 'loc' };
  let open = null;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (attributes.id) ids.add(attributes.id);
      open = name === inText.loc ? '' : null;
      if (name === 'link' && attributes.rel === 'canonical') canonical = attributes.href;
      for (const key of LINKS) if (key in attributes && name !== 'base') links.push(attributes[key]);
      for (const candidate of (attributes.srcset ?? '').split(',')) if (candidate.trim()) links.push(candidate.trim().split(/\s+/)[0]);
      links.push(...urlsIn(attributes.style ?? ''));
    },
    ontext(words) {
      if (open !== null) open += words;
    },
    onclosetag(name) {
      if (name === inText.loc && open) links.push(open.trim());
      open = null;
    },
  }, { xmlMode: !html, decodeEntities: true });
  parser.end(text);
  return { links, ids, canonical };
}

function urlsIn(css) {
  return [...css.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)\s]*))\s*\)/g)].map(([, a, b, c]) => a ?? b ?? c);
}

/** Where the site says it stands, from the canonical address of its home page. */
function siteBase(read) {
  const home = read.get('index.html')?.canonical;
  return home && OUTSIDE.test(home) ? home : null;
}

function follow(site, from, link, failures) {
  const inner = site.base && link.startsWith(site.base) ? `/${link.slice(site.base.length)}` : link;
  if (inner === link && (OUTSIDE.test(link) || link.startsWith('data:'))) return;
  const fail = (words) => failures.add(from, 'link', `${link} ${words}`);
  if (SCHEME.test(inner) || inner.startsWith('//')) return fail('is no address that a page may link to');
  if (inner.startsWith('/') && inner === link && from !== ANYWHERE) return fail('holds only where the site is at the top of its host');
  const target = resolve(from, inner);
  if (!target) return fail('leads out of the site');
  const page = site.files.has(target.name) ? target.name : `${target.name.replace(/\/?$/, '/')}index.html`.replace(/^\//, '');
  if (!site.files.has(page)) return fail('is not there');
  if (page !== target.name && target.name !== '' && !target.name.endsWith('/')) return fail('needs a slash at its end');
  if (page !== from) site.reached.add(page);
  if (target.fragment && site.read.has(page) && !site.read.get(page).ids.has(target.fragment)) {
    failures.add(from, 'fragment', `${link}: there is no id="${target.fragment}" on ${addressOf(page) || 'the home page'}`);
  }
}

/** The file name and the fragment that a link means, seen from a file of the site. */
function resolve(from, link) {
  // One folder more than the site has shows a link that climbs out of it.
  const top = 'http://site.invalid/top/';
  let url;
  try {
    url = new URL(link.startsWith('/') ? `.${link}` : link, link.startsWith('/') ? top : top + from);
    if (!url.href.startsWith(top)) return null;
    return { name: decodeURIComponent(url.pathname.slice('/top/'.length)), fragment: decodeURIComponent(url.hash.slice(1)) };
  } catch {
    return null;
  }
}
