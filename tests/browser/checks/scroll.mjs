// No sideways scroll: WCAG 1.4.10. Names the elements that stick out, which axe does not.

export async function noSidewaysScroll(page, width, fail) {
  const found = await page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    if (scrollWidth <= window.innerWidth) return null;
    const scrolls = (element) => element && (['auto', 'scroll', 'hidden'].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const out = [...document.body.querySelectorAll('*')].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && box.right > window.innerWidth + 0.5 && !scrolls(element.parentElement);
    });
    const name = (element) => `<${element.localName}${element.id && ` id="${element.id}"`}${element.getAttribute('class') ? ` class="${element.getAttribute('class')}"` : ''}>`;
    return { scrollWidth, out: out.slice(-3).map(name) };
  });
  if (found) fail('scroll', `at ${width} px the page is ${found.scrollWidth} px wide: ${found.out.join(', ')}`);
}
