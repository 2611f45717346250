import { existsSync, readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { type Figures, figuresOf } from './figures';
import type { FirstAnswer } from './measure/firstAnswer';
import type { Measured } from './runEngine';

export type Results = {
  /** when the last row was measured, ISO 8601 */
  date: string;
  /**
   * `load`: mean number of processes that wanted a core in the last quarter of an hour, the benchmark included; more
   * than there are cores makes times too long
   */
  machine: { cpu: string; cores: number; memoryGB: number; node: string; load: number };
  /** a row for each size and engine: times in ms, sizes in bytes unless named otherwise */
  table: Measured[];
  /** `null`: not measured */
  firstAnswer: FirstAnswer | null;
  figures: Figures;
};

export function resultsOf(measured: Measured[], firstAnswer: FirstAnswer | null = null): Results {
  const processors = cpus();
  return {
    date: new Date().toISOString(),
    machine: {
      cpu: processors[0]?.model ?? 'unknown',
      cores: processors.length,
      memoryGB: Math.round(totalmem() / 1024 ** 3),
      node: process.version,
      load: loadavg()[2] ?? 0,
    },
    table: measured,
    firstAnswer,
    figures: figuresOf(measured, firstAnswer),
  };
}

/** The rows in a file of results; none if there is no such file. */
export const rowsIn = (file: string | null): Measured[] =>
  file !== null && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Results).table : [];

/** The results as a file, with numbers rounded to their precision. */
export const resultsText = (results: Results): string =>
  `${JSON.stringify(results, (_, value: unknown) => (typeof value === 'number' ? rounded(value) : value), 2)}\n`;

const rounded = (value: number): number => {
  if (Number.isInteger(value)) return value;
  const digits = Math.abs(value) >= 10 ? 1 : 4;
  return Number(value.toFixed(digits));
};
