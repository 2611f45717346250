import SectionMessage from '@atlaskit/section-message';
import { useQuery } from '@tanstack/react-query';
import { Flags } from './frame/Flags';
import { fetchState } from './jira/rest';
import { SiteStateProvider } from './jira/siteState';
import { Layout } from './layout/Layout';
import { AppScreen } from './screens/AppScreen';
import { CreateScreen } from './screens/CreateScreen';
import { IssueScreen } from './screens/IssueScreen';
import { IssuesScreen } from './screens/IssuesScreen';
import { PageScreen } from './screens/PageScreen';
import { ProjectsScreen } from './screens/ProjectsScreen';

type Shown = { projectKey: string | null; screen: React.ReactNode };

/** The project of an address, if any, and what it shows. */
function screenOf(path: string): Shown {
  const [, first, second, third, fourth] = path.split('/').map(decodeURIComponent);
  switch (first) {
    case 'browse':
      return second ? browse(second) : projects;
    case 'projects':
      return second ? { projectKey: second, screen: projectScreen(second, third, fourth) } : projects;
    case 'apps':
      return { projectKey: null, screen: <PageScreen type="jira:globalPage" moduleKey={second} /> };
    case 'admin':
      return { projectKey: null, screen: <PageScreen type="jira:adminPage" moduleKey={third} /> };
    case undefined:
    default:
      return projects;
  }
}

const projects: Shown = { projectKey: null, screen: <ProjectsScreen /> };

/** As in Jira, an address with a project's key leads to the project. */
function browse(key: string): Shown {
  const projectKey = key.replace(/-\d+$/, '');
  return { projectKey, screen: projectKey === key ? projectScreen(key) : <IssueScreen issueKey={key} /> };
}

function projectScreen(projectKey: string, part?: string, moduleKey?: string): React.ReactNode {
  if (part === 'apps' && moduleKey) return <AppScreen projectKey={projectKey} moduleKey={moduleKey} />;
  return part === 'create' ? <CreateScreen projectKey={projectKey} /> : <IssuesScreen projectKey={projectKey} />;
}

/** Jira's pages, as far as the app needs them. Each address loads a page. */
export function App() {
  const state = useQuery({ queryKey: ['state'], queryFn: fetchState });
  if (state.isError) return <SectionMessage appearance="error">{state.error.message}</SectionMessage>;
  if (state.isPending) return null;
  const { projectKey, screen } = screenOf(window.location.pathname);
  return (
    <SiteStateProvider value={state.data}>
      <Layout projectKey={projectKey}>{screen}</Layout>
      <Flags />
    </SiteStateProvider>
  );
}
