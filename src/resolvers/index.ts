import { makeResolver } from '@forge/resolver';
import type { Contract } from '../contract';
import { accessCalls } from './access';
import { auditCalls } from './audit';
import { bulkCalls } from './bulk';
import { droppedCalls } from './dropped';
import { issueCalls } from './issue';
import { operationsCalls } from './operations';
import { portfolioCalls } from './portfolio';
import { projectCalls } from './project';
import { ruleCalls } from './rules';
import { settingsCalls } from './settings';
import { strategyCalls } from './strategy';

/** The resolver of all calls of the contract. */
export const resolver = makeResolver<Contract>({
  ...accessCalls,
  ...issueCalls,
  ...projectCalls,
  ...bulkCalls,
  ...ruleCalls,
  ...portfolioCalls,
  ...strategyCalls,
  ...settingsCalls,
  ...droppedCalls,
  ...operationsCalls,
  ...auditCalls,
});
