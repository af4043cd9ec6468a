import type { Provider } from '../../domain/attendance/sheet.js';
import { plainPng } from './plain-png.js';

const dataAddress = /^data:image\/(?:png|jpeg);base64,([A-Za-z0-9+/]+=*)$/;
/** What a JPEG image begins with (ISO/IEC 10918-1, B.1.1.3). */
const startOfJpeg = 'ffd8';

/**
 * The image of a provider as a `data:` address of what can be drawn, by what it is and not by what it is called; null for
 * none: a sheet is worth more than its logo.
 */
export function logoOf({ logo }: Pick<Provider, 'logo'>): string | null {
  const bytes = Buffer.from(dataAddress.exec(logo)?.[1] ?? '', 'base64');
  if (bytes.toString('hex', 0, 2) === startOfJpeg)
    return `data:image/jpeg;base64,${bytes.toString('base64')}`;
  const image = plainPng(bytes);
  return image && `data:image/png;base64,${image.toString('base64')}`;
}
