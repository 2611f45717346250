import { join, sep } from 'node:path';

/** Enough to get through the packages between the app's code and the platform. */
const FRAMES = 100;
const inFolder = (...folders: string[]): string => [process.cwd(), ...folders, ''].join(sep);
const [APP, SQL, TESTS, PLATFORM] = [
  inFolder('src'),
  inFolder('src', 'store', 'sql'),
  inFolder('tests'),
  inFolder('tests', 'site', 'platform'),
];
/** An app that tests the platform itself. */
const FIXTURE = inFolder('tests', 'site', 'platform', 'fixture');
const SITE = join(process.cwd(), 'tests', 'site', 'site.ts');

/**
 * Whether it is the app's code that asks for what is asked now, not a test's: tests reach the database by the app's own driver. Goes by the
 * stack, also of what awaits this; the driver itself and the platform say nothing. Where the stack tells neither, it is the app.
 */
export const isOfTheApp = (): boolean => {
  const asking = filesOnStack().find((file) => isApp(file) || isTest(file));
  return asking === undefined || isApp(asking);
};

const isApp = (file: string): boolean => file.startsWith(APP) && !file.startsWith(SQL);
const isTest = (file: string): boolean =>
  file.startsWith(TESTS) && file !== SITE && !(file.startsWith(PLATFORM) && !isTestOfPlatform(file));
const isTestOfPlatform = (file: string): boolean => file.endsWith('.test.ts') || file.startsWith(FIXTURE);

const filesOnStack = (): string[] => {
  const { stackTraceLimit } = Error;
  const prepareStackTrace: unknown = Reflect.get(Error, 'prepareStackTrace');
  // As they are: looking lines up in source maps would take most of a test's time.
  Error.prepareStackTrace = (_, frames) => frames.map((frame) => frame.getFileName() ?? '');
  Error.stackTraceLimit = FRAMES;
  const { stack } = new Error();
  Object.assign(Error, { prepareStackTrace, stackTraceLimit });
  return stack as unknown as string[];
};
