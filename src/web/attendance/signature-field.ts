import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import SignaturePad from 'signature_pad';
import type { AttendanceLocale } from './load-attendance-locale.js';
import {
  isSignature,
  pathOf,
  signatureBox,
  strokeInBox,
  strokesOf,
  withStroke,
  type Stroke,
} from './signature-strokes.js';
import controlsCss from '../core/styles/controls.css?inline';
import signatureFieldCss from './signature-field.css?inline';
import { sheets } from '../core/sheets.js';

/** How thick the pen is, in pixels. */
const pen = 2.5;

/**
 * A signature, drawn with a finger, a pen or a mouse. Fires `change` after each stroke; `value` is path data in a box of 600
 * by 200, empty until something is drawn. What is seen is what is kept: a stroke becomes a line of the drawing once the pen is
 * lifted. Whoever cannot draw signs in words, which is up to the page around.
 */
export class SignatureField extends LitElement {
  static override properties = {
    locale: { attribute: false },
    value: { attribute: false },
    strokes: { state: true },
  };

  static override styles = sheets(controlsCss, signatureFieldCss);

  declare locale: AttendanceLocale;
  declare value: string;
  declare strokes: readonly Stroke[];
  #pad: SignaturePad | undefined;
  #told = '';
  readonly #sizes = new ResizeObserver(() => this.#fit());

  constructor() {
    super();
    this.value = '';
    this.strokes = [];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
    this.#pad?.off();
    this.#pad = undefined;
  }

  /** A value from elsewhere is drawn anew. */
  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('value') || this.value === this.#told) return;
    this.#told = this.value;
    this.strokes = strokesOf(this.value);
  }

  override render(): TemplateResult {
    const { locale } = this;
    const { width, height } = signatureBox;
    const isEmpty = this.strokes.length === 0;
    return html`<div class="head">
        <span class="label" id="label">${locale.text('signature.label')}</span>
        <button type="button" class="button" aria-disabled=${isEmpty} @click=${this.#clear}>
          ${locale.text('signature.clear')}
        </button>
      </div>
      <div class="pad">
        <svg viewBox=${`0 0 ${width} ${height}`} aria-hidden="true">
          <path d=${pathOf(this.strokes) || nothing} />
        </svg>
        <canvas role="img" aria-labelledby="label" aria-describedby="hint"></canvas>
      </div>
      <p id="hint" class="muted" role="status">
        ${locale.text(this.value === '' ? 'signature.hint' : 'signature.drawn')}
      </p>`;
  }

  override updated(): void {
    if (this.#pad) return;
    const canvas = this.#canvas;
    this.#pad = new SignaturePad(canvas, { minWidth: pen, maxWidth: pen, dotSize: pen, minDistance: 1 });
    this.#pad.addEventListener('beginStroke', () => this.#ink());
    this.#pad.addEventListener('endStroke', () => this.#keep());
    this.#sizes.observe(canvas);
  }

  get #canvas(): HTMLCanvasElement {
    return this.renderRoot.querySelector('canvas') as HTMLCanvasElement;
  }

  /** The canvas has the screen's own pixels. What is being drawn while it changes is lost, what was drawn is not on it. */
  #fit(): void {
    const canvas = this.#canvas;
    canvas.width = canvas.clientWidth * devicePixelRatio;
    canvas.height = canvas.clientHeight * devicePixelRatio;
    canvas.getContext('2d')?.scale(devicePixelRatio, devicePixelRatio);
    this.#pad?.clear();
  }

  /** In the colour of the moment: the reader's scheme may change. */
  #ink(): void {
    if (this.#pad) this.#pad.penColor = getComputedStyle(this.#canvas).color;
  }

  #keep(): void {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    const drawn = this.#pad?.toData() ?? [];
    this.strokes = drawn
      .filter(({ points }) => points.length > 0)
      .reduce((kept, { points }) => withStroke(kept, strokeInBox(points, { width, height })), this.strokes);
    this.#pad?.clear();
    this.#tell();
  }

  readonly #clear = (): void => {
    if (this.strokes.length === 0) return;
    this.strokes = [];
    this.#tell();
  };

  #tell(): void {
    this.#told = isSignature(this.strokes) ? pathOf(this.strokes) : '';
    this.value = this.#told;
    this.dispatchEvent(new Event('change'));
  }
}

customElements.define('signature-field', SignatureField);
