import { isJiraId } from '../../../src/domain/jiraId';
import { type DateOrder, exportDate, ordersIn } from './exportDate';
import { inputError } from './inputError';
import type { Reading } from './reading';
import type { Column, Row, Table } from './table/readTable';

/** How the cells of one file are read. Each throws InputError with the place of a cell that is wrong. */
export type CellReader = {
  /** a text that may not be empty */
  stated: (row: Row, from: Column) => string;
  /** an instant (epoch milliseconds); `null`: empty */
  date: (row: Row, from: Column) => number | null;
  /** `null`: empty */
  number: (row: Row, from: Column) => number | null;
  /** Jira's id of an issue, without zeros in front; `null`: empty */
  id: (row: Row, from: Column) => string | null;
  /** a text that is as long as it may be, or empty */
  short: (row: Row, from: Column, longest: number) => string;
};

/**
 * @param dates the columns that hold dates, which together tell whether days or months come first
 * @throws InputError if they contradict each other
 */
export function cellReader(table: Table, dates: readonly Column[], reading: Reading): CellReader {
  const order = orderIn(table, dates, reading.dates);
  const forms = { order, locale: table.language.locale };
  return {
    stated: (row, from) => {
      const text = row.cell(from);
      if (text === '') throw wrong(row, from, 'it is empty; fill it in or leave the row out');
      return text;
    },
    date: (row, from) => {
      const text = row.cell(from);
      if (text === '') return null;
      const instant = exportDate(text, forms);
      if (instant !== null) return instant;
      throw wrong(row, from, `"${text}" is not a date; write it like 23/Jul/12 11:41 AM or 2012-07-23 11:41`);
    },
    number: (row, from) => {
      const text = row.cell(from);
      if (text === '') return null;
      const value = Number(/^-?\d+,\d{1,2}$/.test(text) ? text.replace(',', '.') : text);
      if (Number.isFinite(value)) return value;
      throw wrong(row, from, `"${text}" is not a number; write it like 5 or 2.5`);
    },
    id: (row, from) => {
      const text = row.cell(from);
      if (text === '') return null;
      if (isJiraId(text)) return String(Number(text));
      throw wrong(row, from, `"${text}" is not an id of Jira, a number up to ${MOST}; keep Jira's own id`);
    },
    short: (row, from, longest) => {
      const text = row.cell(from);
      if (text.length <= longest) return text;
      const start = `"${text.slice(0, SHOWN)}…"`;
      throw wrong(row, from, `${start} has ${text.length} characters, and may have ${longest}; shorten it`);
    },
  };
}

const MOST = Number.MAX_SAFE_INTEGER;
/** Characters of a long cell that an error shows. */
const SHOWN = 20;

/** Whether days, months or years come first in a file, as a person says, else as days above 12 tell. */
function orderIn({ file, rows }: Table, dates: readonly Column[], said: DateOrder | undefined): DateOrder | null {
  const { orders, open, yearOrDay } = ordersIn(rows.flatMap((row) => dates.map((column) => row.cell(column))));
  const [order = null] = orders;
  // A year of two digits looks like a day. So what does not fit is refused where it stands.
  if (said === 'year-first') return said;
  if (yearOrDay !== null && said === undefined) {
    const message = `"${yearOrDay}" may have its year or its day first, and no date of the file tells which; add --dates year-first or --dates day-first`;
    throw inputError({ file }, message);
  }
  if (orders.size > 1) {
    throw inputError({ file }, 'some of its dates have the day first and others the month; export the issues again');
  }
  if (said !== undefined && order !== null && said !== order) {
    throw inputError({ file }, `its dates are ${order}, not ${said}; leave --dates out, it is seen`);
  }
  if (order === null && said === undefined && open !== null) {
    const message = `"${open}" may be two days, and no date of the file tells which; add --dates day-first or --dates month-first`;
    throw inputError({ file }, message);
  }
  return said ?? order;
}

/** An error in the cell of that row and column. */
export const wrong = ({ file, row }: Pick<Row, 'file' | 'row'>, from: Column, message: string) =>
  inputError({ file, row, column: from[0] }, message);
