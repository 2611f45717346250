import { Stack } from '@atlaskit/primitives/compiled';
import SectionMessage from '@atlaskit/section-message';
import { useQuery } from '@tanstack/react-query';
import type { NamedField, PreviewedObjective } from '../../../../src/contract';
import { MINUTE_MS } from '../../../../src/domain/time/milliseconds';
import { ask } from '../../shared/ask';
import { ErrorState } from '../../shared/ErrorState';
import { useFormat } from '../../shared/host';
import { IssueLink } from '../../shared/IssueLink';
import { type JiraIssue, readIssues } from '../../shared/jira/issues';
import { UNSEEN } from '../../shared/jira/seenObjectives';
import { Loading } from '../../shared/Loading';
import { queryKeyOf } from '../../shared/queries';
import { sumOf } from '../../shared/sumOf';
import { type Column, DataTable } from '../../shared/table/DataTable';

const idsOf = (chosen: readonly NamedField[]): string[] => chosen.map(({ id }) => id);

const readPreview = async (types: string[], links: string[]) => {
  const preview = await ask('previewStrategy', { types, links });
  const ids = preview.objectives.map(({ issueId }) => issueId);
  return { ...preview, issues: await readIssues(ids, ['summary']) };
};

/** What the chosen types make of the site, before it is saved: which objectives, and how many units each takes. */
export function StrategyPreview({ types, links }: { types: NamedField[]; links: NamedField[] }) {
  const format = useFormat();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: queryKeyOf('previewStrategy', idsOf(types), idsOf(links)),
    queryFn: () => readPreview(idsOf(types), idsOf(links)),
    enabled: types.length > 0,
    staleTime: MINUTE_MS,
  });
  if (types.length === 0) return null;
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (isPending) return <Loading lines={4} label="Looking at the issues of these types" />;
  const { objectives, choices, isWhole, issues } = data;
  const units = sumOf(objectives, ({ below, linked }) => below + linked);
  const taken = objectives.filter(({ isTaken }) => isTaken).flatMap(({ issueId }) => issues.get(issueId)?.key ?? []);
  return (
    <Stack space="space.150">
      <SectionMessage
        title={`${format.count(objectives.length, 'objective')}, which ${format.units(units)} would serve`}
      >
        <Stack as="ul" space="space.075">
          <li>Work with an objective of its own, or Run the business, keeps it and is not counted here.</li>
          {choices > 0 && (
            <li>
              {format.count(choices, 'issue')} {choices === 1 ? 'is' : 'are'} linked to several of them: the first key
              counts.
            </li>
          )}
          {taken.length > 0 && (
            <li>
              Stated objectives have the keys {format.list(taken)} already. Both stay: pages add “(Jira)” to the
              issue’s.
            </li>
          )}
          {!isWhole && <li>There is more than this preview looks at, so its numbers are the least that it may be.</li>}
        </Stack>
      </SectionMessage>
      {objectives.length > 0 && (
        <DataTable
          caption="The objectives that these types make"
          isLow
          columns={columnsFor(issues, (count) => format.number(count))}
          rows={objectives}
          rowKey={({ issueId }) => issueId}
        />
      )}
    </Stack>
  );
}

const columnsFor = (
  issues: ReadonlyMap<string, JiraIssue>,
  number: (count: number) => string,
): Column<PreviewedObjective>[] => [
  {
    head: 'Objective',
    kind: 'text',
    cell: ({ issueId }) => {
      const issue = issues.get(issueId);
      if (!issue) return UNSEEN;
      return (
        <>
          <IssueLink issueKey={issue.key} /> <bdi>{issue.fields.summary}</bdi>
        </>
      );
    },
  },
  { head: 'Work items below it', kind: 'number', cell: ({ below }) => number(below) },
  { head: 'Work items by links', kind: 'number', cell: ({ linked }) => number(linked) },
];
