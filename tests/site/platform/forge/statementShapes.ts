import { appendFileSync } from 'node:fs';
import { remember } from '../../remember';

/**
 * A statement with its literals and the lengths of its lists left out: statements of one shape differ only in what they ask for, and a
 * database plans them alike.
 */
const shapeOf = (query: string): string =>
  query
    .replace(/'(?:[^']|'')*'|\b\d+\b/g, '?')
    .replace(/\s+/g, ' ')
    .replace(/\?(?: ?, ?\?)+/g, '?')
    .replace(/(\( ?\? ?\))(?: ?, ?\( ?\? ?\))+/g, '$1')
    .replace(/(\bWHEN (?:(?!\bWHEN\b|\bEND\b|\bELSE\b).)*?THEN \?)(?: \1)+/gi, '$1')
    .replace(/(\([^()]*\))(?: or \1)+/gi, '$1')
    .trim();

const remembered = remember(shapeOf);
const sent = new Set<string>();

/**
 * Notes the shape of a statement that the app sends. A test run that names a file in `STATEMENT_SHAPES` finds there what all its tests
 * sent.
 */
export const noteShape = (query: string): void => {
  const file = process.env.STATEMENT_SHAPES;
  if (file === undefined) return;
  const shape = remembered(query);
  if (sent.has(shape)) return;
  sent.add(shape);
  appendFileSync(file, `${JSON.stringify({ shape })}\n`);
};

/** Does some work, and notes that the statements it sent are checked: called where that is done. */
export const checkingShapes = async (work: () => Promise<void>): Promise<void> => {
  sent.clear();
  await work();
  const file = process.env.STATEMENT_SHAPES;
  if (file !== undefined)
    for (const shape of sent) appendFileSync(file, `${JSON.stringify({ shape, checked: true })}\n`);
};
