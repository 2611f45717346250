import { appendFileSync } from 'node:fs';
import { remember } from '../../remember';
import { shapesOf } from './shapesOf';
import { isOfTheApp } from './whoAsks';

const remembered = remember(shapesOf);
const sent = new Set<string>();
let checking = false;

/**
 * Notes the shapes of a statement, if it is the app that sends it and not a test. A test run that names a file in `STATEMENT_SHAPES` finds
 * there what the app sent in all its tests.
 */
export const noteShape = (query: string): void => {
  const file = process.env.STATEMENT_SHAPES;
  if (file === undefined) return;
  const fresh = remembered(query).filter((shape) => !sent.has(shape));
  if (fresh.length === 0 || !(checking || isOfTheApp())) return;
  for (const shape of fresh) sent.add(shape);
  append(file, fresh, false);
};

/** Runs work, and notes that the statements it sends are checked. */
export const checkingShapes = async (work: () => Promise<void>): Promise<void> => {
  sent.clear();
  checking = true;
  await work();
  checking = false;
  const file = process.env.STATEMENT_SHAPES;
  if (file !== undefined) append(file, [...sent], true);
};

const append = (file: string, shapes: readonly string[], checked: boolean): void =>
  appendFileSync(file, shapes.map((shape) => `${JSON.stringify({ shape, checked })}\n`).join(''));
