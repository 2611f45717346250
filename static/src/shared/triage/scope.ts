import { createContext, useContext } from 'react';
import type {
  DeferResult,
  LinkResult,
  Measure,
  Tag,
  Triage,
  UndecidedWork,
  UnlinkedPart,
  UnlinkResult,
  WindowDays,
} from '../../../../src/contract';
import type { Payload } from '../ask';
import type { LearnedIn } from '../suggestions/useSuggestions';

export type TriageLook = { window: WindowDays; measure: Measure; part: UnlinkedPart };

/** What is set aside; `deferral`: `null` brings it back. */
export type Defer = Payload<'deferInProject'>;

/** Where triage looks, and through which calls it changes. */
export type TriageScope = {
  /** tells the answers of one place from another's */
  name: readonly unknown[];
  learnedIn: LearnedIn;
  /** in words, after "the effort": "here", "of your projects" */
  where: string;
  read: (look: TriageLook, cursor: string | null) => Promise<UndecidedWork>;
  /** whether the page around it chooses sprint and fix version already */
  isFiltered: boolean;
  /** whether a filter of the page around it leaves out work, of which `read` does not tell */
  isPart: boolean;
  /** the epics with most unlinked work below them, by roll-ups; `null`: not to be had here */
  largest: ((look: TriageLook) => Promise<Triage>) | null;
  link: (payload: Payload<'linkIssues'>) => Promise<LinkResult[]>;
  unlink: (payload: { issueIds: string[]; was: Tag; back: Tag | null }) => Promise<UnlinkResult[]>;
  defer: (payload: Defer) => Promise<DeferResult[]>;
  /** reads again what else a decision changes */
  onChanged: () => unknown;
};

const Scope = createContext<TriageScope | null>(null);

export const TriageScopeProvider = Scope.Provider;

/** The scope that the surface set. */
export function useTriageScope(): TriageScope {
  const scope = useContext(Scope);
  if (scope === null) throw new Error('Triage needs a scope around it.');
  return scope;
}
