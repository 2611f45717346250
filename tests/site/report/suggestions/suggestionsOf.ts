import { servedUnits } from '../../../../src/domain/reference/servedUnits';
import { existing, replay, type ReplayFigures } from '../../../../src/domain/suggestions/replay';
import type { Reason } from '../../../../src/domain/suggestions/reasons';
import type { Candidate, UnitFacts } from '../../../../src/domain/suggestions/unitFacts';
import { DAY_MS } from '../../../../src/domain/time/milliseconds';
import { RUN } from '../../../../src/domain/work/workItem';
import { textIndex } from '../../../../static/src/shared/suggestions/textIndex';
import type { Issue, JiraSite } from '../../jira/jiraSite';
import type { ReadForReport } from '../readForReport';

/** An open unit that serves nothing, with the objective that it probably serves. */
export type SureSuggestion = { key: string; summary: string; objective: Candidate; chance: number; reasons: Reason[] };

/**
 * How good suggestions would have been. `sure`: for the open unlinked units those as sure as answers that were right
 * in 95 %, the surest first; `unlinked`: how many such units there are
 */
export type SuggestionsReport = { figures: ReplayFigures; sure: SureSuggestion[]; unlinked: number };

/** Replays the links of a site up to a day. What Jira shows of the units is read from the site. `items`: as of the day */
export const suggestionsOf = (
  jira: JiraSite,
  { objectives, items }: Pick<ReadForReport, 'objectives' | 'items'>,
  asOf: number,
): SuggestionsReport => {
  const stated = new Set(objectives.map(({ key }) => key));
  const active = objectives.filter(({ status }) => status === 'active');
  const units = servedUnits(items).flatMap((unit) => {
    const issue = jira.issues.find(String(unit.id));
    return issue ? [{ ...unit, facts: factsOf(issue) }] : [];
  });
  const linked = units.flatMap(({ serves, facts }) =>
    serves !== null && serves !== RUN && stated.has(serves) ? [{ ...facts, objective: serves }] : [],
  );
  const { figures, suggester, sure } = replay(linked, active, textIndex());
  const candidates = existing(active, suggester.used, asOf * DAY_MS);
  const unlinked = units.filter(
    ({ serves, outcome }) => serves === null && (outcome === 'todo' || outcome === 'doing'),
  );
  return {
    figures,
    unlinked: unlinked.length,
    sure: unlinked
      .flatMap(({ key, facts }) => {
        const [first] = suggester.suggest(facts, candidates);
        if (!first || sure === null || first.chance < sure) return [];
        const { candidate, chance } = first;
        return {
          key,
          summary: facts.summary,
          objective: candidate,
          chance,
          reasons: suggester.reasonsFor(facts, first),
        };
      })
      .sort((a, b) => b.chance - a.chance),
  };
};

const factsOf = (issue: Issue): UnitFacts => ({
  id: Number(issue.id),
  // Hidden: see the design's replay.
  parent: null,
  created: issue.created,
  project: issue.project.key,
  number: Number(issue.key.slice(issue.key.lastIndexOf('-') + 1)),
  type: issue.type.name,
  reporter: issue.reporter?.accountId ?? null,
  assignee: issue.assignee?.accountId ?? null,
  components: issue.components.map(({ name }) => name),
  labels: issue.labels,
  sprints: issue.sprints.map(({ name }) => name),
  versions: issue.fixVersions.map(({ name }) => name),
  summary: issue.summary,
});
