import { createContext, useContext } from 'react';
import { useQuery } from '@tanstack/react-query';
import { fetchFields } from './rest';
import type { Field, SiteState } from './types';

const State = createContext<SiteState | null>(null);

export const SiteStateProvider = State.Provider;

/** The viewer, and the app's modules on the site. */
export function useSiteState(): SiteState {
  const state = useContext(State);
  if (!state) throw new Error('useSiteState is only for what SiteStateProvider holds.');
  return state;
}

/** The viewer. */
export function useViewer() {
  const { users, accountId } = useSiteState();
  return users.find((user) => user.accountId === accountId);
}

/** The first module of a type, such as `jira:issuePanel`. */
export const useModule = (type: string) => useSiteState().modules.find((module) => module.type === type);

/** The app's field and its module; `null` until known. */
export function useAppField(): { field: Field; moduleKey: string } | null {
  const module = useModule('jira:customField');
  const fields = useQuery({ queryKey: ['fields'], queryFn: fetchFields, staleTime: Infinity });
  const field = fields.data?.find(({ schema }) => module && schema.custom?.endsWith(`/static/${module.key}`));
  return field && module ? { field, moduleKey: module.key } : null;
}

/** Fields by name, in that order, without those that do not exist. */
export function useFieldsNamed(names: string[]): Field[] {
  const fields = useQuery({ queryKey: ['fields'], queryFn: fetchFields, staleTime: Infinity });
  return names.flatMap((name) => fields.data?.find((field) => field.name === name) ?? []);
}

/** The fields that hold an estimate on most sites; the first with a value counts. */
export const useEstimateFields = (): Field[] => useFieldsNamed(['Story point estimate', 'Story Points']);
