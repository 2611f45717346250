import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import SearchIcon from '@atlaskit/icon/core/search';
import Textfield from '@atlaskit/textfield';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { IssueTable } from '../issue/IssueTable';
import { ListFieldCell } from '../issue/ListFieldCell';
import { countIssues, fetchProject, searchIssues } from '../jira/rest';
import { useAppField } from '../jira/siteState';
import { BulkEdit } from './BulkEdit';
import { Problem } from './Problem';
import { ScreenHead } from './ScreenHead';
import styles from './screens.module.css';

const PAGE = 50;

/** JQL for the typed text: a key, JQL that calls a function, or words of the summary. */
function jqlFor(projectKey: string, typed: string): string {
  if (/\w\(.*\)/.test(typed)) return `project = "${projectKey}" AND (${typed}) ORDER BY created DESC, key DESC`;
  const text = typed.trim().replace(/["\\]/g, ' ');
  const isKey = /^[A-Z][A-Z0-9_]*-\d+$/i.test(text);
  const match = isKey ? ` AND key = "${text}"` : text === '' ? '' : ` AND summary ~ "${text}*"`;
  return `project = "${projectKey}"${match} ORDER BY created DESC, key DESC`;
}

/** The project's work items, newest first, a page at a time. */
export function IssuesScreen({ projectKey }: { projectKey: string }) {
  const [typed, setTyped] = useState('');
  const [tokens, setTokens] = useState<string[]>([]);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [editing, setEditing] = useState(false);
  const client = useQueryClient();
  const appField = useAppField();
  const project = useQuery({ queryKey: ['project', projectKey], queryFn: () => fetchProject(projectKey) });
  const jql = jqlFor(projectKey, typed);
  const token = tokens.at(-1) ?? null;
  const more = appField ? [appField.field.id] : [];
  const page = useQuery({
    queryKey: ['issues', jql, token, more],
    queryFn: () => searchIssues(jql, token, more, PAGE),
    placeholderData: keepPreviousData,
  });
  const count = useQuery({ queryKey: ['count', jql], queryFn: () => countIssues(jql) });

  const readAgain = () => void client.invalidateQueries({ queryKey: ['issues'] });
  const search = (text: string) => {
    setTyped(text);
    setTokens([]);
  };
  const from = tokens.length * PAGE;
  const issues = page.data?.issues ?? [];
  return (
    <>
      <ScreenHead
        above={[{ text: 'Projects', href: '/projects' }]}
        title={project.data?.name ?? projectKey}
        actions={
          appField && (
            <Button isDisabled={selected.size === 0} onClick={() => setEditing(true)}>
              {selected.size === 0 ? 'Edit selected' : `Edit ${selected.size} selected`}
            </Button>
          )
        }
      />
      <Problem error={project.error ?? page.error} />
      <div className={styles.tools}>
        <div className={styles.search}>
          <Textfield
            isCompact
            aria-label="Search work items"
            placeholder="Search by key, summary or JQL function"
            value={typed}
            onChange={({ currentTarget }) => search(currentTarget.value)}
            elemBeforeInput={<Lens />}
          />
        </div>
        {count.data !== undefined && (
          <span className={styles.subtle}>
            {count.data === 0 ? 'None' : `${from + 1}–${from + issues.length} of ${count.data}`}
          </span>
        )}
      </div>
      {page.data?.issues.length === 0 ? (
        <EmptyState header="Nothing found" description="No work item matches." />
      ) : (
        <IssueTable
          issues={issues}
          label="Work items"
          extra={
            appField && {
              name: appField.field.name,
              cell: (issue) => <ListFieldCell issue={issue} {...appField} onEdited={readAgain} />,
            }
          }
          selection={{ keys: selected, onChange: setSelected }}
        />
      )}
      <div className={styles.paging}>
        <Button isDisabled={tokens.length === 0} onClick={() => setTokens(tokens.slice(0, -1))}>
          Previous
        </Button>
        <Button
          isDisabled={!page.data?.nextPageToken}
          onClick={() => setTokens([...tokens, page.data?.nextPageToken ?? ''])}
        >
          Next
        </Button>
      </div>
      {editing && appField && project.data && (
        <BulkEdit
          keys={[...selected]}
          project={project.data}
          {...appField}
          onEnd={() => {
            setEditing(false);
            setSelected(new Set());
            readAgain();
          }}
        />
      )}
    </>
  );
}

function Lens(): ReactNode {
  return (
    <span className={styles.lens}>
      <SearchIcon label="" />
    </span>
  );
}
