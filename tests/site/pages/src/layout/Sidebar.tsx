import AddIcon from '@atlaskit/icon/core/add';
import BoardsIcon from '@atlaskit/icon/core/boards';
import ListIcon from '@atlaskit/icon/core/list-bulleted';
import ChartTrendIcon from '@atlaskit/icon/core/chart-trend';
import GoalIcon from '@atlaskit/icon/core/goal';
import SettingsIcon from '@atlaskit/icon/core/settings';
import { useQuery } from '@tanstack/react-query';
import type { ComponentProps, ComponentType, ReactNode } from 'react';
import { adminPath, globalPath } from '../frame/addresses';
import { fetchProject } from '../jira/rest';
import { useSiteState, useViewer } from '../jira/siteState';
import styles from './layout.module.css';

type Glyph = ComponentType<ComponentProps<typeof ListIcon>>;

/** The links: all projects, the present project's pages, and the app's pages; those for Jira admins only for them. */
export function Sidebar({ projectKey }: { projectKey: string | null }) {
  const viewer = useViewer();
  return (
    <nav className={styles.sidebar} aria-label="Site">
      <ul>
        <Item href="/projects" icon={BoardsIcon}>
          Projects
        </Item>
      </ul>
      {projectKey && <ProjectItems projectKey={projectKey} />}
      <PageItems title="Apps" type="jira:globalPage" pathOf={globalPath} icon={ChartTrendIcon} />
      {viewer?.jiraAdmin && (
        <PageItems title="Jira settings" type="jira:adminPage" pathOf={adminPath} icon={SettingsIcon} />
      )}
    </nav>
  );
}

function ProjectItems({ projectKey }: { projectKey: string }) {
  const { modules } = useSiteState();
  const project = useQuery({ queryKey: ['project', projectKey], queryFn: () => fetchProject(projectKey) });
  const home = `/projects/${projectKey}`;
  if (!project.data) return null;
  return (
    <>
      <h2 className={styles.project}>
        <img src={new URL(project.data.avatarUrls['24x24']).pathname} alt="" width="24" height="24" />
        {project.data.name}
      </h2>
      <ul>
        <Item href={home} icon={ListIcon}>
          Work items
        </Item>
        <Item href={`${home}/create`} icon={AddIcon}>
          Create
        </Item>
        {modules
          .filter(({ type }) => type === 'jira:projectPage')
          .map(({ key, title }) => (
            <Item key={key} href={`${home}/apps/${key}`} icon={GoalIcon}>
              {title}
            </Item>
          ))}
      </ul>
    </>
  );
}

type PageItemsProps = { title: string; type: string; pathOf: (moduleKey: string) => string; icon: Glyph };

/** The app's pages of a kind, if any. */
function PageItems({ title, type, pathOf, icon }: PageItemsProps) {
  const pages = useSiteState().modules.filter((module) => module.type === type);
  if (pages.length === 0) return null;
  return (
    <>
      <h2 className={styles.group}>{title}</h2>
      <ul>
        {pages.map((page) => (
          <Item key={page.key} href={pathOf(page.key)} icon={icon} isAbove>
            {page.title}
          </Item>
        ))}
      </ul>
    </>
  );
}

type ItemProps = {
  href: string;
  icon: Glyph;
  /** also current for all addresses below it */
  isAbove?: boolean;
  children: ReactNode;
};

function Item({ href, icon: Icon, isAbove = false, children }: ItemProps) {
  const { pathname } = window.location;
  const here = pathname === href || (isAbove && pathname.startsWith(`${href}/`));
  return (
    <li>
      <a href={href} className={here ? styles.here : styles.item} aria-current={here ? 'page' : undefined}>
        <Icon label="" color="currentColor" />
        {children}
      </a>
    </li>
  );
}
