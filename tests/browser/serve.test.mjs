// The server gives out the site's files and nothing else.

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { serve } from './serve.mjs';

let folder;
let server;

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'serve-'));
  const site = path.join(folder, 'site');
  await mkdir(path.join(site, 'measures/a'), { recursive: true });
  await writeFile(path.join(folder, 'secret.txt'), 'secret');
  await writeFile(path.join(site, 'index.html'), 'home');
  await writeFile(path.join(site, 'measures/a/index.html'), 'a measure');
  await writeFile(path.join(site, 'data.csv'), 'a,b');
  await symlink('../secret.txt', path.join(site, 'leak.txt'));
  await symlink('..', path.join(site, 'leak'));
  server = await serve(site);
});

after(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** Asks for a path as it is written: fetch would tidy it up. */
function ask(name, method = 'GET') {
  return new Promise((done, failed) => {
    const asked = request(`${server.origin}/`, { path: name, method }, (answer) => {
      let body = '';
      answer.on('data', (part) => (body += part));
      answer.on('end', () => done({ status: answer.statusCode, body, headers: answer.headers }));
    });
    asked.on('error', failed).end();
  });
}

test('files and pages are served with their types', async () => {
  assert.equal((await ask('/')).body, 'home');
  assert.equal((await ask('/measures/a/?x=1')).body, 'a measure');
  const csv = await ask('/data.csv');
  assert.deepEqual([csv.body, csv.headers['content-type']], ['a,b', 'text/csv; charset=utf-8']);
});

test('a folder without its slash is sent on', async () => {
  const { status, headers } = await ask('/measures/a');
  assert.deepEqual([status, headers.location], [301, '/measures/a/']);
});

test('what is not there is not found', async () => {
  for (const name of ['/gone', '/measures/', '/data.csv/']) assert.equal((await ask(name)).status, 404, name);
});

test('nothing outside the site is served', async () => {
  const tricks = [
    '/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/measures/../../secret.txt', '//secret.txt', '/leak.txt', '/leak/secret.txt',
    '/..\\secret.txt', '/%00', '/data.csv%00', '/%', '/./../secret.txt', 'http://elsewhere/secret.txt',
  ];
  for (const name of tricks) {
    const { status, body } = await ask(name);
    assert.ok(status === 400 || status === 404, `${name}: ${status}`);
    assert.ok(!body.includes('secret'), name);
  }
});

test('nothing is taken in', async () => {
  assert.equal((await ask('/data.csv', 'POST')).status, 405);
  assert.equal((await ask('/data.csv', 'HEAD')).body, '');
});
