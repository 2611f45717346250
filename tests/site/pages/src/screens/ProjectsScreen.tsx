import EmptyState from '@atlaskit/empty-state';
import { useQuery } from '@tanstack/react-query';
import { fetchProjects } from '../jira/rest';
import { useSiteState } from '../jira/siteState';
import { Problem } from './Problem';
import { ScreenHead } from './ScreenHead';
import styles from './screens.module.css';

/** The projects that the viewer may browse. */
export function ProjectsScreen() {
  const { modules } = useSiteState();
  const pages = modules.filter(({ type }) => type === 'jira:projectPage');
  const projects = useQuery({ queryKey: ['projects'], queryFn: fetchProjects });
  return (
    <>
      <ScreenHead title="Projects" />
      <Problem error={projects.error} />
      {projects.data?.length === 0 && (
        <EmptyState header="No projects" description="There is no project that you may browse." />
      )}
      <ul className={styles.cards}>
        {projects.data?.map(({ key, name, avatarUrls }) => (
          <li key={key} className={styles.card}>
            <img src={new URL(avatarUrls['24x24']).pathname} alt="" width="32" height="32" />
            <div>
              <h2 className={styles.cardTitle}>
                <a href={`/projects/${key}`}>{name}</a>
              </h2>
              <p className={styles.subtle}>{key}</p>
              <p>
                {pages.map((page) => (
                  <a key={page.key} href={`/projects/${key}/apps/${page.key}`}>
                    {page.title}
                    <span className={styles.hidden}> of {name}</span>
                  </a>
                ))}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
