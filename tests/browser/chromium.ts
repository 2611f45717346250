import { existsSync } from 'node:fs';

/** Chrome or Chromium where a person's machine has one; only used where the packaged browser does not run. */
const INSTALLED = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
];

/** Flags of the packaged browser that do not suit tests: with them a second browser context ends the browser. */
const UNSUITABLE = ['--single-process', '--no-zygote'];

const isPackagedPlatform = process.platform === 'linux' && process.arch === 'x64';

/**
 * The path of a Chromium: the one that comes with `npm ci` on Linux x64, elsewhere one found on the machine.
 * Throws an error that says what to install where there is none.
 */
export const chromiumPath = async (): Promise<string> => {
  if (isPackagedPlatform) return (await packaged()).executablePath();
  const found = INSTALLED.find((path) => existsSync(path));
  if (!found) throw new Error('The browser tests need Chrome or Chromium: install one, or run them on Linux x64.');
  return found;
};

/** Arguments to start it with. */
export const chromiumArgs = async (): Promise<string[]> =>
  isPackagedPlatform ? (await packaged()).args.filter((flag) => !UNSUITABLE.includes(flag)) : [];

const packaged = async () => {
  // On this setting the package unpacks the system libraries (NSS) that a slim machine lacks.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  // Nothing here draws in three dimensions.
  chromium.setGraphicsMode = false;
  return chromium;
};
