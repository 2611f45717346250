import { z } from 'zod';
import { myAccess } from '../access/admit';
import { answering } from './answering';

/** What every page asks, to show a visitor no more than they may do. */
export const accessCalls = {
  myAccess: answering('myAccess', z.object({}), ({ visitor }) => myAccess(visitor.account)),
};
