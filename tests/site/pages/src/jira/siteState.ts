import { createContext, useContext } from 'react';
import { useQuery } from '@tanstack/react-query';
import { fetchFields } from './rest';
import type { Field, SiteState } from './types';

const State = createContext<SiteState | null>(null);

export const SiteStateProvider = State.Provider;

/** Who looks, and what the app adds to the site. */
export function useSiteState(): SiteState {
  const state = useContext(State);
  if (!state) throw new Error('useSiteState is only for what SiteStateProvider holds.');
  return state;
}

/** The person who looks. */
export function useViewer() {
  const { users, accountId } = useSiteState();
  return users.find((user) => user.accountId === accountId);
}

/** The first module of a type, such as `jira:issuePanel`. */
export const useModule = (type: string) => useSiteState().modules.find((module) => module.type === type);

/** The field that the app adds, and its module; `null` until it is known. */
export function useAppField(): { field: Field; moduleKey: string } | null {
  const module = useModule('jira:customField');
  const fields = useQuery({ queryKey: ['fields'], queryFn: fetchFields, staleTime: Infinity });
  const field = fields.data?.find(({ schema }) => module && schema.custom?.endsWith(`/static/${module.key}`));
  return field && module ? { field, moduleKey: module.key } : null;
}

/** Fields by their names, in that order; those that there are not are left out. */
export function useFieldsNamed(names: string[]): Field[] {
  const fields = useQuery({ queryKey: ['fields'], queryFn: fetchFields, staleTime: Infinity });
  return names.flatMap((name) => fields.data?.find((field) => field.name === name) ?? []);
}

/** The fields that hold an estimate on most sites; the first with a value counts. */
export const useEstimateFields = (): Field[] => useFieldsNamed(['Story point estimate', 'Story Points']);
