import { z } from 'zod';
import { myAccess } from '../access/admit';
import { answering } from './answering';

/** The call of every page for its visitor's roles. */
export const accessCalls = {
  myAccess: answering('myAccess', z.object({}), ({ visitor }) => myAccess(visitor.account)),
};
