import type { Provider } from '../../domain/attendance/sheet.js';
import { plainPng } from './plain-png.js';

const dataAddress = /^data:image\/(png|jpeg);base64,([A-Za-z0-9+/]+=*)$/;

/** The image of a provider as a `data:` address of what can be drawn; null for none: a sheet is worth more than its logo. */
export function logoOf({ logo }: Pick<Provider, 'logo'>): string | null {
  const [, kind, base64 = ''] = dataAddress.exec(logo) ?? [];
  if (kind !== 'png') return kind === 'jpeg' ? logo : null;
  const image = plainPng(Buffer.from(base64, 'base64'));
  return image && `data:image/png;base64,${image.toString('base64')}`;
}
