import { z } from 'zod';
import { operations } from '../insight/admin/operations';
import { syncAgain } from '../sync/firstSync/syncAgain';
import { answering } from './answering';

/** Calls of the admin page's Operations tab. */
export const operationsCalls = {
  operations: answering('operations', z.object({}), ({ visitor, now }) => operations(visitor.settings, now)),
  syncAgain: answering('syncAgain', z.object({}), ({ visitor, now }) => syncAgain(visitor.account, now)),
};
