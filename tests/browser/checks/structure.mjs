// What stands in the page: one first heading, ids used once, labels that exist, a first Tab that skips to the content.

export async function structure(page, fail) {
  const found = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    const attributes = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'aria-details', 'for', 'headers'];
    const lost = attributes.flatMap((name) => [...document.querySelectorAll(`[${name}]`)].flatMap((element) =>
      element.getAttribute(name).split(/\s+/).filter((id) => id && !ids.includes(id)).map((id) => `${name}="${id}"`)));
    return { twice: ids.filter((id, at) => ids.indexOf(id) !== at), lost, headings: document.querySelectorAll('h1').length };
  });
  for (const id of new Set(found.twice)) fail('ids', `id="${id}" stands more than once`);
  for (const reference of new Set(found.lost)) fail('ids', `${reference} names no element of the page`);
  if (found.headings !== 1) fail('h1', `${found.headings} first headings, not one`);
}

export async function skipLink(page, fail) {
  await page.evaluate(() => {
    document.activeElement?.blur?.();
    window.scrollTo(0, 0);
  });
  await page.keyboard.press('Tab');
  // Its place may be reached by a transition.
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
  const problem = await page.evaluate(() => {
    const link = document.activeElement;
    const href = link?.getAttribute?.('href') ?? '';
    if (link?.localName !== 'a' || !href.startsWith('#')) return `the first Tab goes to <${link?.localName ?? 'nothing'}>, not to a skip link`;
    if (!document.getElementById(href.slice(1))) return `the skip link leads to ${href}, which is not there`;
    const box = link.getBoundingClientRect();
    const within = box.left >= 0 && box.top >= 0 && box.right <= window.innerWidth && box.bottom <= window.innerHeight;
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const seen = link.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && box.width >= 24 && box.height >= 24;
    return within && seen && link.contains(top) ? null : 'the skip link is not visible when it has the focus';
  });
  if (problem) fail('skip-link', problem);
}
