// The files themselves: html-validate's rules, the Nu HTML checker over the whole tree, well-formed XML.

import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';

const run = promisify(execFile);
const ROOM = { maxBuffer: 256 * 1024 * 1024 };

const RULES = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // Titles say what a figure is; that can take more than 70 letters.
    'long-title': 'off',
    // Files of the site's own folder, behind a policy that allows no other.
    'require-sri': 'off',
    // Templates leave line ends as they are.
    'no-trailing-whitespace': 'off',
    // `<!doctype html>` and `<!DOCTYPE html>` are the same.
    'doctype-style': 'off',
    // A region that scrolls sideways is named and takes the focus: the pattern is role, label and tabindex.
    'prefer-native-element': ['error', { exclude: ['region'] }],
  },
};

export async function validate(folder, pages, failures) {
  const checker = new HtmlValidate(new FileSystemConfigLoader(RULES));
  for (const name of pages) {
    const report = await checker.validateFile(path.join(folder, name));
    for (const message of report.results.flatMap((result) => result.messages)) {
      failures.add(name, `html:${message.ruleId}`, `${message.line}:${message.column} ${message.message}`);
    }
  }
}

// It reads files, where a policy's 'self' means nothing; the browser judges the policy.
const NOT_FROM_FILES = /^Resource violates Content Security Policy/;

/** Linked data is a data block, which no policy governs since no browser runs it. The checker takes it for a script, even
    with its digest in the policy. */
const isDataAsScript = ({ message, extract = '' }) =>
  /^Inline script violates Content Security Policy/.test(message) && extract.includes('type="application/ld+json"');

/** The Nu HTML checker comes as a jar inside its npm package; it reads HTML, CSS and SVG. */
export async function nu(folder, failures) {
  const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
  const flags = ['--stdout', '--format', 'json', '--also-check-css', '--also-check-svg', '--skip-non-html', '--exit-zero-always'];
  const { stdout, stderr } = await run('java', ['-Xss4m', '-jar', jar, ...flags, folder], ROOM);
  let answer;
  try {
    answer = JSON.parse(stdout);
  } catch {
    throw new Error(`The Nu HTML checker gave no answer: ${(stdout + stderr).slice(0, 2000)}`);
  }
  for (const message of answer.messages) {
    const name = path.relative(folder, decodeURIComponent(new URL(message.url).pathname));
    const counts = message.type === 'error' || message.subType === 'warning';
    if (counts && !NOT_FROM_FILES.test(message.message) && !isDataAsScript(message)) {
      failures.add(name, 'nu', `${message.lastLine ?? '?'}: ${message.message}`);
    }
  }
}

/** XML that no parser takes is no feed, no sitemap and no picture. */
export async function xml(folder, files, failures) {
  for (const name of files.filter((file) => /\.(xml|svg|rss|atom)$/.test(file))) {
    await run('xmllint', ['--noout', '--nonet', path.join(folder, name)], ROOM).catch((error) => {
      if (error.code === 'ENOENT') throw error;
      failures.add(name, 'xml', String(error.stderr).split('\n')[0].replace(folder, ''));
    });
  }
}
