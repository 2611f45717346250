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
import { ProjectsScreen } from './screens/ProjectsScreen';

/** Which project an address is about, and what it shows of it. */
function screenOf(path: string): { projectKey: string | null; screen: React.ReactNode } {
  const [, first, key, apps, moduleKey] = path.split('/').map(decodeURIComponent);
  if (first === 'browse' && key) {
    return { projectKey: key.replace(/-\d+$/, ''), screen: <IssueScreen issueKey={key} /> };
  }
  if (first === 'projects' && key) {
    if (apps === 'apps' && moduleKey) {
      return { projectKey: key, screen: <AppScreen projectKey={key} moduleKey={moduleKey} /> };
    }
    if (apps === 'create') return { projectKey: key, screen: <CreateScreen projectKey={key} /> };
    return { projectKey: key, screen: <IssuesScreen projectKey={key} /> };
  }
  return { projectKey: null, screen: <ProjectsScreen /> };
}

/** Jira's pages, as far as the app needs them around it. Each address is a page of its own. */
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
