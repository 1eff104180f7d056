// The linked data of the pages is schema.org in the eyes of jsonld, and of TypeScript with the types of schema-dts.
//
// Nothing asks the network: the context of schema.org comes down to the vocabulary that every name is taken from.

import assert from 'node:assert';
import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import jsonld from 'jsonld';
import ts from 'typescript';

const HERE = dirname(fileURLToPath(import.meta.url));
const SCHEMA = 'https://schema.org/';

/** Every piece of linked data of a built site, with the page it stands on. */
function scripts(site) {
  const found = [];
  for (const folder of ['measures', 'discrepancies']) {
    for (const entry of readdirSync(join(site, folder), { withFileTypes: true })) {
      if (!entry.isDirectory()) continue;
      const page = join(folder, entry.name, 'index.html');
      let html;
      try {
        html = readFileSync(join(site, page), 'utf8');
      } catch {
        continue;
      }
      for (const [, script] of html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) {
        found.push({ page, data: JSON.parse(script) });
      }
    }
  }
  return found;
}

async function expands({ page, data }) {
  const documentLoader = (url) => {
    assert.ok(url.startsWith('https://schema.org'), `${page} asks for ${url}`);
    return { contextUrl: null, documentUrl: url, document: { '@context': { '@vocab': SCHEMA } } };
  };
  const expanded = await jsonld.expand(data, { base: 'https://record.example/', documentLoader, safe: true });
  const types = expanded.flatMap((node) => node['@type'] ?? []);
  assert.ok(types.length > 0 && types.every((type) => type.startsWith(SCHEMA)), `${page}: ${types}`);
}

/** A source of TypeScript that holds only where each piece is of the type it says it is. */
function asSource(found) {
  const pieces = found.map(({ data }, at) => {
    const type = data['@graph'] ? 'Graph' : 'WithContext<Dataset>';
    return `export const piece${at}: ${type} = ${JSON.stringify(data, null, 1)};\n`;
  });
  return `import type { Dataset, Graph, WithContext } from 'schema-dts';\n${pieces.join('')}`;
}

function typeErrors(source) {
  const folder = mkdtempSync(join(tmpdir(), 'linked-data-'));
  try {
    symlinkSync(join(HERE, 'node_modules'), join(folder, 'node_modules'));
    const file = join(folder, 'pieces.ts');
    writeFileSync(file, source);
    const { ES2022, NodeNext } = { ...ts.ScriptTarget, ...ts.ModuleKind };
    const program = ts.createProgram([file], {
      strict: true, noEmit: true, skipLibCheck: true, target: ES2022, module: NodeNext, types: [],
    });
    return ts.getPreEmitDiagnostics(program).map((error) => ts.flattenDiagnosticMessageText(error.messageText, '\n'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const found = scripts(process.argv[2]);
assert.ok(found.length > 1, `only ${found.length} pieces of linked data`);
for (const piece of found) await expands(piece);
assert.deepEqual(typeErrors(asSource(found)), []);
const [first] = found.filter(({ data }) => data['@type'] === 'Dataset');
const spoilt = { ...first, data: { ...first.data, name: { '@type': 'Dataset', nonsense: 1 } } };
assert.notDeepEqual(typeErrors(asSource([spoilt])), [], 'a piece that is no Dataset passes as one');
console.log(`${found.length} pieces of linked data: expanded by jsonld, and of the types of schema-dts`);
