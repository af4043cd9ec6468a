/** What makes QR codes, without what draws them: its published types bring Node's into the browser part. */
declare module 'qrcode/lib/core/qrcode.js' {
  interface Modules {
    /** How many there are in a row. */
    readonly size: number;
    /** Whether one is dark. */
    get(row: number, column: number): number;
  }

  export function create(
    text: string,
    options: { readonly errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' },
  ): { readonly modules: Modules };
}
