import { makeResolver } from '@forge/resolver';
import type { Contract } from '../contract';
import { issueCalls } from './issue';
import { projectCalls } from './project';

/** Answers every call of the contract. */
export const resolver = makeResolver<Contract>({ ...issueCalls, ...projectCalls });
