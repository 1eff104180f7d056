// axe-core: the rules of WCAG 2.2 AA that a machine can decide, and its best practices.

import axe from 'axe-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Runs axe on the page as it now is. `looks` says how that is, for the message. */
export async function runAxe(page, looks, fail) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(
    async (tags) => (await window.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })).violations,
    TAGS,
  );
  for (const { id, help, nodes } of violations) {
    const where = nodes.slice(0, 3).map((node) => `${node.target.flat().join(' ')} ${node.html.slice(0, 140)}`);
    const more = nodes.length > 3 ? `\n… and ${nodes.length - 3} more` : '';
    fail(`axe:${id}`, `${help}\n${where.join('\n')}${more}`, looks);
  }
}
