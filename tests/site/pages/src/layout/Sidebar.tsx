import AddIcon from '@atlaskit/icon/core/add';
import BoardsIcon from '@atlaskit/icon/core/boards';
import ListIcon from '@atlaskit/icon/core/list-bulleted';
import GoalIcon from '@atlaskit/icon/core/goal';
import { useQuery } from '@tanstack/react-query';
import type { ComponentProps, ComponentType, ReactNode } from 'react';
import { fetchProject } from '../jira/rest';
import { useSiteState } from '../jira/siteState';
import styles from './layout.module.css';

type Glyph = ComponentType<ComponentProps<typeof ListIcon>>;

/** Where one can go: all projects, and the pages of the present one, the app's among them. */
export function Sidebar({ projectKey }: { projectKey: string | null }) {
  return (
    <nav className={styles.sidebar} aria-label="Site">
      <ul>
        <Item href="/projects" icon={BoardsIcon}>
          Projects
        </Item>
      </ul>
      {projectKey && <ProjectItems projectKey={projectKey} />}
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

function Item({ href, icon: Icon, children }: { href: string; icon: Glyph; children: ReactNode }) {
  const here = window.location.pathname === href;
  return (
    <li>
      <a href={href} className={here ? styles.here : styles.item} aria-current={here ? 'page' : undefined}>
        <Icon label="" color="currentColor" />
        {children}
      </a>
    </li>
  );
}
