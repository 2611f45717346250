import type { Counted, IssueAlignment, Joins, Measure, Provenance, StoredIssue, Tag, TagOrigin } from '../../contract';
import { Cascade } from '../../domain/strategy/cascade';
import { AppError } from '../../domain/appError';
import type { Sight } from '../../domain/work/coverage';
import { standingOf } from '../../domain/work/standing';
import type { WorkSizes } from '../../domain/work/work';
import { RUN } from '../../domain/work/workItem';
import type { Reading } from '../../jira/toWorkItem';
import { statedAndServed } from '../../store/strategy/statedStrategy';
import { originsOf } from '../../store/tagging/tagOrigins';
import type { Projected } from '../../store/work/findWorkItems';
import { coveredSyncState } from '../../site/syncState';
import { chainOf } from '../figures';
import { overallWork } from '../project/overallWork';
import { originOf } from '../tagOrigin';
import { type Source, sourceOf } from './sourceOf';

const tagFrom = (key: string | null): Tag | null => {
  if (key === null) return null;
  return key === RUN ? { kind: 'run' } : { kind: 'objective', key };
};

export type IssueQuestion = {
  issue: number;
  /** the issue and its ancestors, nearest first, as stored */
  stored: readonly Projected[];
  canEdit: boolean;
  measure: Measure;
  sight: Sight;
  /** how issues of this site are read; `null` before the app has looked at it */
  reading: Reading | null;
};

/**
 * What an issue serves, from where, and that objective's progress, as stored. Names the issues this rests on: the page
 * reads them from Jira as the viewer, and asks again if they differ.
 */
export const issueAlignment = async (
  { issue, stored, canEdit, measure, sight, reading }: IssueQuestion,
  now: number,
): Promise<IssueAlignment> => {
  const [found] = stored;
  if (!found) throw new AppError('notFound', 'The app does not know this issue yet. Please try again in a minute.');
  const stated = statedAndServed();
  const keys = stated.then(({ servedKey }) => servedKey);
  const source = sourceOf(stored);
  const [{ objectives }, own, sync, origins] = await Promise.all([
    stated,
    overallWork(measure, sight, keys),
    coveredSyncState(sight.coverage, now),
    originsOf(source === null ? [] : [source.issue]),
  ]);
  const cascade = new Cascade(objectives);
  const mayBrowse = ({ project }: Projected): boolean => sight.coverage.browsable.has(project);
  const above = stored.slice(1).filter(mayBrowse);
  return {
    issueId: String(issue),
    counted: countedAs(found),
    tag: tagFrom(found.tag),
    field: reading?.fields.objective ?? null,
    serves: servesWhat(found, cascade, own),
    provenance: provenanceFor(found, source, {
      above,
      origin: originOf(origins.get(source?.issue ?? 0)),
      joins: { types: [...(reading?.strategy.types ?? [])], links: [...(reading?.strategy.links ?? [])] },
    }),
    standing: standingOf(found.serves, found.outcome === 'done', cascade.statusOf),
    canEdit,
    stored: [found, ...above].map(storedIssue),
    measure,
    covers: sight.coverage.covers,
    asOf: new Date(now).toISOString(),
    sync,
  };
};

const storedIssue = ({ id, parent, updated }: Projected): StoredIssue => ({
  id: String(id),
  parentId: parent === null ? null : String(parent),
  updated: new Date(updated).toISOString(),
});

const servesWhat = (
  { serves }: Projected,
  cascade: Cascade,
  own: ReadonlyMap<string, WorkSizes> | null,
): IssueAlignment['serves'] => {
  if (serves === null) return { kind: 'none' };
  return serves === RUN ? { kind: 'run' } : { kind: 'objective', chain: chainOf(serves, cascade, own) };
};

/**
 * The source of what an issue serves. Named only in a project that the viewer may browse; the page shows of it what
 * Jira shows them.
 */
const provenanceFor = (
  found: Projected,
  source: Source | null,
  { above, origin, joins }: { above: readonly Projected[]; origin: TagOrigin | null; joins: Joins },
): Provenance => {
  if (found.serves === null) return { kind: 'none' };
  if (source?.kind === 'direct') return found.own === null ? { kind: 'direct', origin } : { kind: 'itself' };
  const isNamed = [found, ...above].some(({ id }) => id === source?.issue);
  const fromId = isNamed ? String(source?.issue) : null;
  if (source === null || source.kind === 'inherited')
    return { kind: 'inherited', fromId, origin: isNamed ? origin : null };
  return source.kind === 'link' ? { kind: 'link', fromId, joins } : { kind: source.kind, fromId };
};

const countedAs = ({ level, parent, outcome, unit, own }: Projected): Counted => {
  if (own !== null) return { kind: 'objective' };
  if (level < 0 && parent !== null) return { kind: 'subtask', parentId: String(parent) };
  if (outcome === 'dropped') return { kind: 'dropped' };
  return { kind: level > 0 && !unit ? 'container' : 'unit' };
};
