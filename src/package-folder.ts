import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/**
 * The folder of this package, with `plugin.json`, `migrations` and `dist/web`. Node finds it by the name of the package
 * and not by where this module is: a bundler puts that elsewhere, and takes an address beside it for a file to copy.
 */
export const packageFolder = packageFolderSeenFrom(import.meta.url);

/** The folder of what runs: the sources in the repository, what was built of them everywhere else. */
export const codeFolder = new URL(import.meta.url.endsWith('.ts') ? 'src/' : 'dist/', packageFolder);

/**
 * @param place the address of a module; undefined in what a bundler has made CommonJS of.
 * @throws Error that says what to do where the package is not installed.
 */
export function packageFolderSeenFrom(place: string | undefined): URL {
  try {
    const require = createRequire(place as string);
    const manifest = require.resolve(/* turbopackIgnore: true */ 'seances/plugin.json');
    return new URL('./', pathToFileURL(manifest));
  } catch (cause) {
    throw new Error(
      'The package "seances" reads its migrations and its browser part from its own folder, which is not to be found ' +
        `from ${place ?? 'here'}: keep it out of the bundle, and install it where that runs.`,
      { cause },
    );
  }
}
