/** How wide a picture may be at first, in pixels: as wide as it is printed, four times as fine as a screen. */
const widest = 800;
const narrowest = 50;

/**
 * A picture that was chosen, as a `data:` address of at most so many characters: smaller as long as it is too long, and
 * without what shines through where that saves it from being small. Undefined when nothing fits.
 *
 * @throws DOMException for a file that is no picture.
 */
export async function fittedPicture(file: Blob, longest: number): Promise<string | undefined> {
  const picture = await createImageBitmap(file);
  for (let width = Math.min(widest, picture.width); width >= narrowest; width *= 0.75) {
    const found = addressesOf(picture, width).find((address) => address.length <= longest);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** As PNG, and on white as JPEG. */
function addressesOf(picture: ImageBitmap, width: number): readonly string[] {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width);
  canvas.height = Math.max(1, Math.round((picture.height / picture.width) * width));
  const context = canvas.getContext('2d');
  if (!context) return [];
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const drawn = canvas.toDataURL('image/png');
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  return [drawn, canvas.toDataURL('image/jpeg', 0.85)];
}
