import Breadcrumbs, { BreadcrumbsItem } from '@atlaskit/breadcrumbs';
import Button from '@atlaskit/button/new';
import GoalIcon from '@atlaskit/icon/core/goal';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { AppContext } from '../issue/AppContext';
import { AppPanel } from '../issue/AppPanel';
import { Children } from '../issue/Children';
import { Details } from '../issue/Details';
import { StatusMenu } from '../issue/StatusMenu';
import { TypeIcon } from '../issue/TypeIcon';
import { useIssue } from '../issue/useIssue';
import styles from '../issue/issue.module.css';
import { fetchCanEdit, fetchPanel, setPanel } from '../jira/rest';
import { useModule } from '../jira/siteState';
import { ProblemScreen } from './Problem';

/** Jira's issue page with the app's field, context and panel. */
export function IssueScreen({ issueKey }: { issueKey: string }) {
  const { issue, change, edit, refresh } = useIssue(issueKey);
  const client = useQueryClient();
  const canEdit = useQuery({ queryKey: ['canEdit', issueKey], queryFn: () => fetchCanEdit(issueKey) });
  const panel = useQuery({ queryKey: ['panel', issueKey], queryFn: () => fetchPanel(issueKey) });
  const module = useModule('jira:issuePanel');
  const summary = issue.data?.fields.summary;
  useEffect(() => {
    if (summary !== undefined) document.title = `[${issueKey}] ${summary}`;
  }, [issueKey, summary]);

  if (issue.error && !issue.data) return <ProblemScreen title={issueKey} error={issue.error} />;
  if (!issue.data) return null;
  const { fields } = issue.data;
  const panelChanged = () => void client.invalidateQueries({ queryKey: ['panel'] });
  const showPanel = async () => {
    await setPanel({ issue: issueKey }, true);
    panelChanged();
  };
  return (
    <>
      <Breadcrumbs>
        <BreadcrumbsItem href="/projects" text="Projects" />
        <BreadcrumbsItem href={`/projects/${fields.project.key}`} text={fields.project.name} />
        {fields.parent && <BreadcrumbsItem href={`/browse/${fields.parent.key}`} text={fields.parent.key} />}
        <BreadcrumbsItem
          href={`/browse/${issueKey}`}
          text={issueKey}
          iconBefore={<TypeIcon type={fields.issuetype} />}
        />
      </Breadcrumbs>
      <div className={styles.issue}>
        <div>
          <h1 className={styles.title}>{fields.summary}</h1>
          {module && panel.data && !panel.data.shown && (
            <div className={styles.actions}>
              <Button iconBefore={GoalIcon} onClick={() => void showPanel()}>
                {module.title}
              </Button>
            </div>
          )}
          {module && panel.data?.shown && (
            <AppPanel
              module={module}
              issue={issue.data}
              state={panel.data}
              onState={panelChanged}
              onRefresh={() => void refresh()}
            />
          )}
          <Children issue={issue.data} />
        </div>
        <div className={styles.side}>
          <div>
            <StatusMenu issue={issue.data} onChange={change} />
          </div>
          <Details issue={issue.data} canEdit={canEdit.data ?? false} onEdit={edit} />
          <AppContext issue={issue.data} onRefresh={() => void refresh()} />
        </div>
      </div>
    </>
  );
}
