import type { Counted, IssueAlignment, Measure, Provenance, Tag } from '../contract';
import { Cascade } from '../domain/cascade';
import { AppError } from '../domain/appError';
import { standingOf } from '../domain/standing';
import type { WorkSizes } from '../domain/work';
import { RUN } from '../domain/workItem';
import { fetchIssues } from '../jira/issues';
import type { JiraIssue } from '../jira/issue';
import { countingFields } from '../jira/fields';
import { visitorPermissions } from '../jira/permissions';
import { hasMalformedTag, type Reading, tagOf } from '../jira/toWorkItem';
import { maySeeTotals } from '../settings/roles';
import type { SiteSettings } from '../settings/siteSettings';
import { siteReading } from '../sync/siteReading';
import { statedObjectives } from '../store/objectives';
import { idsAbove, isBrokenDown, type Projected } from '../store/findWorkItems';
import { projectsWithUnits } from '../store/projects';
import { syncState } from '../sync/firstSync';
import { catchUp } from '../sync/catchUp';
import { chainOf } from './figures';
import { overallWork } from './overallWork';

/** A tag as the front end sees it. */
const tagFrom = (key: string | null): Tag | null => {
  if (key === null) return null;
  return key === RUN ? { kind: 'run' } : { kind: 'objective', key };
};

/**
 * What an issue serves, how it got it, and how far that is. Reads the issue and those above it from Jira as the viewer and,
 * where the projection is behind them, brings it up to date first: an edit in Jira's own field shows at once.
 */
export const issueAlignment = async (
  { issue: issueId, settings, measure }: { issue: number; settings: SiteSettings; measure: Measure },
  now: number,
): Promise<IssueAlignment> => {
  const reading = await siteReading();
  const { issue, above } = await readWithParents(issueId, reading);
  const found = (await catchUp([issue, ...above], reading, now)).get(issueId);
  if (!found) throw new AppError('notFound', 'The app does not know this issue yet. Please try again in a minute.');
  const [objectives, counted, withUnits, sync] = await Promise.all([
    statedObjectives(),
    countedAs(issue, found),
    projectsWithUnits(),
    syncState(),
  ]);
  const cascade = new Cascade(objectives);
  const tagged = counted.kind === 'subtask' ? Number(counted.parentId) : issueId;
  const { administer, browsable, editable } = await visitorPermissions(withUnits, [tagged]);
  const seesTotals = await maySeeTotals(settings, administer);
  const own = await overallWork(measure, { browsable, seesTotals, withUnits });
  return {
    issue: { id: issue.id, key: issue.key },
    counted,
    outcome: found.outcome,
    tag: tagFrom(tagOf(issue, reading.fields)),
    malformedTag: hasMalformedTag(issue, reading.fields),
    serves: servesWhat(found, cascade, own),
    provenance: provenanceFor(found, above),
    standing: standingOf(found.serves, found.outcome === 'done', cascade.statusOf),
    canEdit: editable.size > 0,
    measure,
    asOf: new Date(now).toISOString(),
    sync,
  };
};

const servesWhat = (
  { serves }: Projected,
  cascade: Cascade,
  own: ReadonlyMap<string, WorkSizes> | null,
): IssueAlignment['serves'] => {
  if (serves === null) return { kind: 'none' };
  return serves === RUN ? { kind: 'run' } : { kind: 'objective', chain: chainOf(serves, cascade, own) };
};

/** The source is named only where the viewer was shown it. */
const provenanceFor = ({ id, source }: Projected, above: readonly JiraIssue[]): Provenance => {
  if (source === null) return { kind: 'none' };
  if (source === id) return { kind: 'direct' };
  const from = above.find((issue) => Number(issue.id) === source);
  return { kind: 'inherited', from: from ? { key: from.key, summary: from.fields.summary ?? '' } : null };
};

const countedAs = async (issue: JiraIssue, { id, level, outcome }: Projected): Promise<Counted> => {
  const { parent } = issue.fields;
  if (level < 0 && parent) return { kind: 'subtask', parentId: parent.id, parentKey: parent.key };
  if (outcome === 'dropped') return { kind: 'dropped' };
  return level > 0 && (await isBrokenDown(id)) ? { kind: 'container' } : { kind: 'unit' };
};

/** More levels than Jira's hierarchy can have; also ends a way up that goes in a circle. */
const MOST_LEVELS = 10;

/**
 * The issue and those above it, nearest first, as far as the viewer may see them. One call to Jira, and another for each parent
 * that the projection does not know of yet.
 */
const readWithParents = async (
  issueId: number,
  { fields }: Reading,
): Promise<{ issue: JiraIssue; above: JiraIssue[] }> => {
  const asked = ['summary', ...countingFields(fields)];
  const known = [issueId, ...(await idsAbove(issueId, MOST_LEVELS))];
  const read = new Map((await fetchIssues('user', known, asked)).map((issue) => [Number(issue.id), issue]));
  const find = async (id: number): Promise<JiraIssue | undefined> =>
    known.includes(id) ? read.get(id) : (await fetchIssues('user', [id], asked))[0];
  const issue = await find(issueId);
  if (!issue) throw new AppError('notFound', 'This issue does not exist, or you may not see it.');
  const above: JiraIssue[] = [];
  for (let { parent } = issue.fields; parent && above.length < MOST_LEVELS; parent = above.at(-1)?.fields.parent) {
    const next = await find(Number(parent.id));
    if (!next) break;
    above.push(next);
  }
  return { issue, above };
};
