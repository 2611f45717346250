import { useQuery } from '@tanstack/react-query';
import { AppFrame } from '../frame/AppFrame';
import { projectPath } from '../frame/addresses';
import { fetchProject } from '../jira/rest';
import { useSiteState } from '../jira/siteState';
import { ProblemScreen } from './Problem';
import { ScreenHead } from './ScreenHead';

/** The app's page of a project. Jira draws breadcrumbs and title, the app what is below. */
export function AppScreen({ projectKey, moduleKey }: { projectKey: string; moduleKey: string }) {
  const { modules } = useSiteState();
  const module = modules.find(({ type, key }) => type === 'jira:projectPage' && key === moduleKey);
  const project = useQuery({ queryKey: ['project', projectKey], queryFn: () => fetchProject(projectKey) });
  if (!module) return <ProblemScreen title={projectKey} error={new Error(`The app has no page ${moduleKey}.`)} />;
  if (project.error) return <ProblemScreen title={projectKey} error={project.error} />;
  if (!project.data) return null;
  const { id, key, name } = project.data;
  const extension = { type: module.type, project: { id, key, type: 'software' } };
  return (
    <>
      <ScreenHead
        above={[
          { text: 'Projects', href: '/projects' },
          { text: name, href: `/projects/${key}` },
        ]}
        title={module.title}
      />
      <AppFrame
        title={`${module.title} of ${name}`}
        place={{ moduleKey, extension }}
        routesBelow={projectPath(key, moduleKey)}
      />
    </>
  );
}
