import type { StatusCategoryKey } from '../jira/model';
import { UsageError } from '../commandLine';
import { DATE_ORDERS, type DateOrder } from './exportDate';
import { sameType } from './levels';
import { namesIn, pairsIn, unquoted } from './lists';
import type { Given } from './loadExport';
import type { Reading } from './reading';
import { sameStatus } from './statusCategories';

/** The options of every command that takes a person's own data. */
export const LOAD_OPTIONS = {
  data: { type: 'string', multiple: true, usage: '--data export.csv [--data more.csv]' },
  objectives: { type: 'string', usage: '[--objectives objectives.csv]' },
  levels: { type: 'string', multiple: true, usage: '[--levels "Feature=1, Subtarea=-1"]' },
  statuses: { type: 'string', multiple: true, usage: '[--statuses "Closed=done, In Progress=doing"]' },
  dates: { type: 'string', usage: `[--dates ${DATE_ORDERS.join('|')}]` },
} as const;

/** The options that make objectives of issues. */
export const OBJECTIVE_ISSUES = {
  'objective-types': { type: 'string', multiple: true, usage: '[--objective-types "Initiative, Objective"]' },
  'objective-links': { type: 'string', multiple: true, usage: '[--objective-links "Contributes"]' },
} as const;

/** How to give a name that has a comma, for the end of a usage. */
export const COMMAS = 'A name with a comma goes in quotes of its own: \'"Parked, later", Gone\'.';

type Values = { data?: string[]; objectives?: string; levels?: string[]; statuses?: string[]; dates?: string };

const LEVELS = { from: -1, to: 10 };

const CATEGORIES: Record<string, StatusCategoryKey> = {
  todo: 'new',
  'to do': 'new',
  doing: 'indeterminate',
  'in progress': 'indeterminate',
  done: 'done',
};

/**
 * The person's files and what they say of them.
 * @throws UsageError that says what to write instead
 */
export function givenIn({ data = [], objectives, levels, statuses, dates }: Values): Given {
  return {
    data,
    objectives,
    reading: {
      levels: pairs('--levels', levels, sameType, levelIn, '"Feature=1, Subtask=-1"'),
      statuses: pairs('--statuses', statuses, sameStatus, categoryIn, '"Closed=done, In Progress=doing"'),
      dates: orderIn(dates),
    },
  };
}

/**
 * The types of issues and links that a person names as strategy. Links alone join to nothing.
 * @throws UsageError
 */
export function strategyIn(types?: readonly string[], links?: readonly string[]): Reading['strategy'] {
  if (types === undefined && links === undefined) return undefined;
  const named = (option: string, lists: readonly string[], example: string): Set<string> => {
    const names = namesIn(lists).map(sameType);
    if (names.length === 0) throw new UsageError(`${option} is empty; write it like "${example}".`);
    return new Set(names);
  };
  if (types === undefined) {
    throw new UsageError('--objective-links needs --objective-types too: the types of issues that are objectives.');
  }
  return {
    types: named('--objective-types', types, 'Initiative, Objective'),
    links: links === undefined ? new Set() : named('--objective-links', links, 'Contributes'),
  };
}

const levelIn = (text: string): number | undefined => {
  const level = Number(text.replace('−', '-'));
  return /^[-−+]?\d+$/.test(text) && level >= LEVELS.from && level <= LEVELS.to ? level : undefined;
};

const categoryIn = (text: string): StatusCategoryKey | undefined => CATEGORIES[text.toLowerCase()];

/**
 * `Name=value, Name=value`, in one list or several, names without regard to case; a value stands behind the last equals
 * sign.
 * @throws UsageError also for a name with two values
 */
function pairs<T>(
  option: string,
  lists: readonly string[] | undefined,
  same: (name: string) => string,
  read: (value: string) => T | undefined,
  example: string,
): ReadonlyMap<string, T> | undefined {
  if (lists === undefined) return undefined;
  const found = new Map<string, T>();
  for (const part of lists.flatMap(pairsIn)) {
    const [, written = '', value = ''] = /^(.+)=([^=]*)$/s.exec(part) ?? [];
    const name = unquoted(written);
    const known = read(value.trim());
    if (name === '' || known === undefined) {
      throw new UsageError(`${option}: "${part}" is not understood; write it like ${example}.`);
    }
    const before = found.get(same(name));
    if (before !== undefined && before !== known) {
      throw new UsageError(`${option} says two things of "${name}"; say one.`);
    }
    found.set(same(name), known);
  }
  if (found.size === 0) throw new UsageError(`${option} is empty; write it like ${example}.`);
  return found;
}

function orderIn(text: string | undefined): DateOrder | undefined {
  const known = DATE_ORDERS.find((order) => order === text);
  if (text !== undefined && !known) throw new UsageError(`--dates ${text}: write one of ${DATE_ORDERS.join(', ')}.`);
  return known;
}
