import { expect } from 'chai';
import type { Page } from 'playwright-core';

/** What is wanted between words and what is behind them, and for a drawing alone (WCAG 1.4.3 and 1.4.11). */
const [wanted, wantedOfDrawings] = [4.5, 3];

/**
 * Keeps the controls of the page, one of each look, in `window.controls`, and answers how many they are. What is below
 * an open dialog cannot be reached.
 */
const findControls = `(() => {
  const roots = (root) => [root, ...[...root.querySelectorAll('*')].flatMap(
    (element) => (element.shadowRoot ? roots(element.shadowRoot) : []))];
  const looks = new Map();
  for (const root of roots(document)) for (const control of root.querySelectorAll('button, a[href], summary, [role="menuitem"]')) {
    if (!control.checkVisibility({ visibilityProperty: true }) || control.closest('header:not(dialog header), .skip')) continue;
    if (control.disabled || control.getAttribute('aria-disabled') === 'true') continue;
    const states = ['aria-pressed', 'aria-current', 'aria-expanded', 'aria-checked'].map((name) => control.getAttribute(name));
    const host = root.host?.localName ?? '';
    const look = [host, control.localName, control.className, control.parentElement?.className, control.closest('tr')?.className, ...states].join();
    if (!looks.has(look)) looks.set(look, control);
  }
  window.controls = [...looks.values()];
  return window.controls.length;
})()`;

/** Where the middle of a control is, once it is in view; undefined when something else is above it. */
const placeOf = (index: number) => `(() => {
  const control = window.controls[${index}];
  if (!control.isConnected || !control.checkVisibility({ visibilityProperty: true })) return undefined;
  control.scrollIntoView({ block: 'center', inline: 'center' });
  const box = control.getClientRects()[0];
  if (!box || box.width < 2) return undefined;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  let hit = document.elementFromPoint(x, y);
  while (hit?.shadowRoot?.elementFromPoint(x, y) && hit.shadowRoot.elementFromPoint(x, y) !== hit)
    hit = hit.shadowRoot.elementFromPoint(x, y);
  return control === hit || control.contains(hit) ? { x, y } : undefined;
})()`;

/** The contrast of each text and drawing of a control with what is painted behind it. */
const contrastsOf = (index: number) => `(() => {
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const paint = (colors) => {
    context.clearRect(0, 0, 1, 1);
    for (const color of colors) { context.fillStyle = color; context.fillRect(0, 0, 1, 1); }
    return [...context.getImageData(0, 0, 1, 1).data];
  };
  const behind = (element) => {
    const colors = ['Canvas'];
    const own = [];
    for (let at = element; at; at = at.assignedSlot ?? at.parentElement ?? at.getRootNode().host) {
      own.unshift(getComputedStyle(at).backgroundColor);
      if (at.localName === 'dialog' || at.popover !== null && at.popover !== undefined) break;
    }
    return [...colors, ...own];
  };
  const luminance = ([red, green, blue]) => [red, green, blue]
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    .reduce((sum, value, part) => sum + value * [0.2126, 0.7152, 0.0722][part], 0);
  const ratio = (element, color) => {
    const ground = behind(element);
    const [one, other] = [luminance(paint(ground)), luminance(paint([...ground, color]))];
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  };
  const control = window.controls[${index}];
  const is = control.outerHTML.replace(/<!--.*?-->/g, '').replace(/\\s+/g, ' ').slice(0, 160);
  return [control, ...control.querySelectorAll('*')].flatMap((element) => {
    const style = getComputedStyle(element);
    if (style.display === 'none' || element.closest('.hidden-text')) return [];
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
    if (hasText) return [{ is, ratio: ratio(element, style.color), isDrawing: false }];
    if (element.localName === 'svg') return [{ is, ratio: ratio(element, style.color), isDrawing: true }];
    return [];
  });
})()`;

interface Contrast {
  readonly is: string;
  readonly ratio: number;
  readonly isDrawing: boolean;
}

/** Asserts that the controls of the page can be read under the mouse, with the focus, and while they are pressed. */
export async function expectContrastInUse(page: Page, state: string): Promise<void> {
  const count = await page.evaluate<number>(findControls);
  expect(count, `controls of ${state}`).to.be.above(0);
  const faint: string[] = [];
  const look = async (index: number, use: string, first = ''): Promise<void> => {
    const contrasts = await page.evaluate<readonly Contrast[]>(first + contrastsOf(index));
    for (const { is, ratio, isDrawing } of contrasts)
      if (ratio < (isDrawing ? wantedOfDrawings : wanted)) faint.push(`${ratio.toFixed(2)} ${use}: ${is}`);
  };
  for (let index = 0; index < count; index += 1) {
    const place = await page.evaluate<{ x: number; y: number } | undefined>(placeOf(index));
    if (!place) continue;
    await page.mouse.move(place.x, place.y);
    await look(index, 'under the mouse');
    await look(index, 'with the focus', `window.controls[${index}].focus();`);
    await page.mouse.down();
    await look(index, 'pressed');
    // Let go elsewhere, so that nothing is done.
    await page.mouse.move(1, 1);
    await page.mouse.up();
  }
  expect(faint, `contrast on ${state}`).to.deep.equal([]);
}
