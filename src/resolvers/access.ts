import { z } from 'zod';
import { answering } from './answering';

/** The call of every page for its visitor's roles, so that it shows no more than those allow. */
export const accessCalls = {
  myAccess: answering('myAccess', z.object({}), ({ visitor }) => visitor.access()),
};
