// Text in charts, which axe leaves undecided: contrast with what is really behind it, size, cut-off and overlap.
//
// The ground is read from a picture of the page with the letters made transparent, so bars, bands and lines under
// a label count as what they are.

import { PNG } from 'pngjs';

const SMALLEST = 11;

/** Looks at every text of every picture on the page. `looks` says how the page is, for the message. */
export async function chartText(page, looks, fail) {
  const texts = await page.evaluate(collect);
  for (const text of texts) {
    const where = `“${text.words}”`;
    if (text.pixels < SMALLEST - 0.05) fail('chart-size', `${where} is ${text.pixels.toFixed(1)} px high, less than ${SMALLEST}`, looks);
    if (text.cut) fail('chart-cut', `${where} runs out of its picture`, looks);
    if (text.over) fail('chart-overlap', `${where} lies over “${text.over}”`, looks);
  }
  if (texts.length > 0) await contrast(page, texts, looks, fail);
}

async function contrast(page, texts, looks, fail) {
  const area = texts.map((text) => text.box).reduce(union);
  await page.evaluate(letters, 'hide');
  const picture = PNG.sync.read(await page.screenshot({ fullPage: true, clip: area, animations: 'disabled' }));
  await page.evaluate(letters, 'show');
  for (const text of texts) {
    const ratio = weakest(picture, area, text);
    const least = text.pixels >= 24 || (text.pixels >= 18.66 && text.bold) ? 3 : 4.5;
    if (ratio < least) fail('chart-contrast', `“${text.words}” has ${ratio.toFixed(2)}:1, less than ${least}:1`, looks);
  }
}

/** Runs in the page: each text of a picture, where it is, and what is wrong with its place. */
function collect() {
  const shown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const own = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const texts = [...document.querySelectorAll('svg text, svg text tspan')].filter((element) => own(element) && shown(element));
  const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const rgba = (colour) => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = 'rgba(0, 0, 0, 0)';
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data];
  };
  const within = (inner, outer) =>
    inner.left >= outer.left - 1 && inner.right <= outer.right + 1 && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
  // Letters do not fill the height of their box; only a real overlap counts.
  const core = (box) => ({ left: box.left + 0.5, right: box.right - 0.5, top: box.top + box.height * 0.22, bottom: box.bottom - box.height * 0.22 });
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const boxes = texts.map((element) => element.getBoundingClientRect());
  const outermost = (element) => {
    const svg = element.ownerSVGElement;
    return svg.ownerSVGElement ? outermost(svg) : svg;
  };
  const seen = (element, at) => boxes[at].width > 0 && boxes[at].height > 0;
  return texts.map((element, at) => ({ element, at })).filter(({ element, at }) => seen(element, at)).map(({ element, at }) => {
    const style = getComputedStyle(element);
    const matrix = element.getScreenCTM();
    const [red, green, blue, alpha] = rgba(style.fill);
    let opacity = (alpha / 255) * Number(style.fillOpacity);
    for (let up = element; up; up = up.parentElement) opacity *= Number(getComputedStyle(up).opacity);
    const over = texts.findIndex((other, n) => n < at && !other.contains(element) && outermost(other) === outermost(element) && seen(other, n) && meet(core(boxes[n]), core(boxes[at])));
    const box = boxes[at];
    return {
      words: element.textContent.trim().slice(0, 60),
      colour: [red, green, blue],
      opacity,
      bold: Number(style.fontWeight) >= 700,
      pixels: parseFloat(style.fontSize) * Math.hypot(matrix.a, matrix.b),
      cut: !within(box, outermost(element).getBoundingClientRect()),
      over: over < 0 ? null : texts[over].textContent.trim().slice(0, 60),
      box: { x: box.left + window.scrollX, y: box.top + window.scrollY, width: box.width, height: box.height },
    };
  });
}

/** Runs in the page: makes the letters of pictures transparent, or brings them back. */
function letters(what) {
  for (const element of document.querySelectorAll('svg text, svg text tspan')) {
    if (what === 'hide') element.style.setProperty('fill-opacity', '0', 'important');
    else element.style.removeProperty('fill-opacity');
  }
}

function union(a, b) {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return { x, y, width: Math.max(a.x + a.width, b.x + b.width) - x, height: Math.max(a.y + a.height, b.y + b.height) - y };
}

/** The contrast that nine tenths of the ground behind a text reach. */
function weakest(picture, area, { box, colour, opacity }) {
  const ratios = [];
  const [left, top] = [Math.floor(box.x - area.x), Math.floor(box.y - area.y)];
  for (let y = Math.max(top, 0); y < Math.min(top + box.height, picture.height); y += 1) {
    for (let x = Math.max(left, 0); x < Math.min(left + box.width, picture.width); x += 1) {
      const at = 4 * (y * picture.width + x);
      const ground = [...picture.data.subarray(at, at + 3)];
      ratios.push(ratio(colour.map((part, n) => part * opacity + ground[n] * (1 - opacity)), ground));
    }
  }
  if (ratios.length === 0) return 0;
  ratios.sort((a, b) => a - b);
  return ratios[Math.floor(ratios.length / 10)];
}

/** The contrast ratio of WCAG 2. */
function ratio(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour) {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
