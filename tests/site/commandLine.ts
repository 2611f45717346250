import { parseArgs, type ParseArgsConfig } from 'node:util';
import { parseDay } from '../../src/domain/time/day';

/** An error in the command line. The message says what to write instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * The values of a command line's options. One that takes a single value may be given once: of two, one would be lost.
 * @throws UsageError that ends with the usage
 */
export const optionValues = <T extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: T,
  usage: string,
) => {
  const { values, tokens } = parsed(args, options, usage);
  const given = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
  const isSingle = (name: string): boolean => options[name]?.type === 'string' && !options[name].multiple;
  const twice = given.find((name, at) => isSingle(name) && given.indexOf(name) < at);
  if (twice !== undefined) throw new UsageError(`--${twice} is given more than once: give it once. ${usage}`);
  return values;
};

const parsed = <T extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: T, usage: string) => {
  try {
    return parseArgs({ args, options, tokens: true });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}. ${usage}`);
  }
};

/** The day given in an option (days since 1970-01-01); `null`: not given. */
export const dayIn = (option: string, text: string | undefined): number | null => {
  const day = text === undefined ? null : parseDay(text);
  if (text !== undefined && day === null) throw new UsageError(`${option} ${text}: write a date like 2026-01-31.`);
  return day;
};

/** A command with its options, as each of them says it is written. */
export const usageOf = (command: string, options: Record<string, { usage: string }>): string =>
  [command, ...Object.values(options).map(({ usage }) => usage)].join(' ');
