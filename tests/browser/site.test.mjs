// Which pages are opened when there are many.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, choose, kindOf } from './site.mjs';

test('a page is known by its address', () => {
  assert.deepEqual(['index.html', 'a/index.html', '404.html'].map(addressOf), ['', 'a/', '404.html']);
});

test('pages at one depth of one folder are of one kind', () => {
  assert.equal(kindOf('measures/a/index.html'), kindOf('measures/b/index.html'));
  assert.notEqual(kindOf('measures/a/index.html'), kindOf('sources/a/index.html'));
  assert.notEqual(kindOf('measures/a/index.html'), kindOf('measures/a/v/1/index.html'));
  assert.notEqual(kindOf('measures/index.html'), kindOf('sources/index.html'));
});

test('of many pages of a kind the first, the last and some between are chosen', () => {
  const many = Array.from({ length: 101 }, (_, n) => `m/${String(n).padStart(3, '0')}/index.html`);
  assert.deepEqual(choose([...many, 'index.html'], 3), ['index.html', many[0], many[50], many[100]]);
  assert.deepEqual(choose(many, 1), [many[0]]);
  assert.equal(choose(many, 200).length, 101);
});
