import { z } from 'zod';
import { operations } from '../insight/admin/operations';
import { syncAgain } from '../sync/firstSync/syncAgain';
import { answering } from './answering';

/** What the admin page asks of how the app runs. */
export const operationsCalls = {
  operations: answering('operations', z.object({}), ({ visitor, now }) => operations(visitor.settings, now)),
  syncAgain: answering('syncAgain', z.object({}), ({ now }) => syncAgain(now)),
};
