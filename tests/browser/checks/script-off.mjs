// Without JavaScript nothing is lost: the same words, charts, tables and links stand in the main part.

/** What a reader gets from the main part of the page. */
export function contentOf(page) {
  return page.evaluate(() => {
    const main = document.querySelector('main');
    if (!main) return null;
    const seen = (element) => element.checkVisibility({ visibilityProperty: true });
    const all = (selector) => [...main.querySelectorAll(selector)].filter(seen);
    const words = (element) => (element.innerText ?? element.textContent).replace(/\s+/g, ' ').trim();
    return {
      headline: all('h1, .figure').map(words),
      tables: all('table').map(words),
      charts: all('svg').map((svg) => words(svg.querySelector('title') ?? svg)),
      links: all('a[href]').map((link) => link.getAttribute('href')),
      words: words(main).length,
    };
  });
}

/** Compares what is there without script with what is there with it. */
export function sameWithoutScript(withScript, without, fail) {
  if (!without || without.words === 0) return fail('no-script', 'without JavaScript the main part is empty');
  for (const part of ['headline', 'tables', 'charts', 'links']) {
    const lost = (withScript?.[part] ?? []).filter((item) => !without[part].includes(item));
    if (lost.length > 0) fail('no-script', `without JavaScript ${part} are lost: ${lost.slice(0, 3).join(' | ').slice(0, 300)}`);
  }
}

// What each kind of page must have, script or not. A page of a measure has its headline, its table and its files.
const MUST_HAVE = [
  [/^measures\/[^/]+\/(v\/[^/]+\/)?index\.html$/, ['h1', '.figure', 'table', '#downloads', '#cite']],
  [/^downloads\/index\.html$/, ['h1', 'a[href$=".csv"]', 'a[href$=".json"]']],
];

export async function mustHave(page, name, fail) {
  const selectors = MUST_HAVE.filter(([kind]) => kind.test(name)).flatMap(([, wanted]) => wanted);
  for (const selector of selectors) {
    if ((await page.locator(`main ${selector}`).count()) === 0) fail('no-script', `there is no ${selector} without JavaScript`);
  }
}
