// A static server for a built site: loopback only, and nothing but regular files within the site's folder.

import { createServer } from 'node:http';
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.xml': 'application/xml; charset=utf-8',
};

/** Serves a folder on a free port. Returns its origin and a function that stops it. */
export async function serve(folder) {
  const root = await realpath(folder);
  const server = createServer((request, response) => {
    answer(root, request, response).catch(() => send(response, 500, 'The server failed.'));
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const close = () => new Promise((done) => {
    server.close(done);
    server.closeAllConnections?.();
  });
  return { origin: `http://127.0.0.1:${server.address().port}`, close };
}

async function answer(root, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, 405, 'Only GET and HEAD.');
  const name = nameOf(request.url);
  if (name === null) return send(response, 400, 'Not a plain path.');
  const wanted = path.join(root, name);
  const found = await fileAt(root, wanted);
  if (found) return stream(request, response, found);
  if (await fileAt(root, path.join(wanted, 'index.html'))) {
    const [asked, ...query] = request.url.split('?');
    if (asked.endsWith('/')) return stream(request, response, path.join(wanted, 'index.html'));
    response.writeHead(301, { Location: [`${asked}/`, ...query].join('?') });
    return response.end();
  }
  return send(response, 404, 'Not here.');
}

/** The file name that a request asks for, or null when it is not a plain path within the site. */
function nameOf(url) {
  if (!url.startsWith('/') || url.startsWith('//')) return null;
  let name;
  try {
    name = decodeURIComponent(url.split(/[?#]/, 1)[0]);
  } catch {
    return null;
  }
  const parts = name.split('/');
  return /[\0\\]/.test(name) || parts.includes('..') || parts.includes('.') ? null : name;
}

/** The path when a regular file of the site lies there; a link that leads out of the site does not count. */
async function fileAt(root, wanted) {
  try {
    const real = await realpath(wanted);
    const within = real.startsWith(root + path.sep);
    return within && (await stat(real)).isFile() ? real : null;
  } catch {
    return null;
  }
}

async function stream(request, response, file) {
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
  const { size } = await stat(file);
  response.writeHead(200, { 'Content-Type': type, 'Content-Length': size, 'X-Content-Type-Options': 'nosniff' });
  if (request.method === 'HEAD') return response.end();
  return createReadStream(file).pipe(response);
}

function send(response, status, words) {
  if (!response.headersSent) response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(words);
}
