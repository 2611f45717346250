import { view } from '@forge/bridge';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { ErrorBoundary } from './shared/ErrorBoundary';
import { ErrorState } from './shared/ErrorState';
import { HostProvider, type HostContext } from './shared/host';
import { Loading } from './shared/Loading';
import { createQueryClient, queryKeyOf } from './shared/queries';

const FieldView = lazy(() => import('./surfaces/field/FieldView'));
const FieldEdit = lazy(() => import('./surfaces/field/FieldEdit'));
const IssuePage = lazy(() => import('./surfaces/issue/IssuePage'));
const ProjectPage = lazy(() => import('./surfaces/project/ProjectPage'));
const PortfolioPage = lazy(() => import('./surfaces/portfolio/PortfolioPage'));
const AdminPage = lazy(() => import('./surfaces/admin/AdminPage'));

/** The page of a module of the manifest. */
function Surface({ context }: { context: HostContext }) {
  switch (context.moduleKey) {
    case 'strategic-objective':
      return context.extension.entryPoint === 'edit' ? <FieldEdit /> : <FieldView />;
    case 'alignment-context':
      return <IssuePage wide={false} />;
    case 'alignment-panel':
      return <IssuePage wide />;
    case 'project-alignment':
      return <ProjectPage />;
    case 'portfolio':
      return <PortfolioPage />;
    case 'alignment-settings':
      return <AdminPage />;
    default:
      throw new Error(`No page for the module ${context.moduleKey}.`);
  }
}

function Page() {
  const context = useQuery({ queryKey: queryKeyOf('context'), queryFn: () => view.getContext(), staleTime: Infinity });
  if (context.isPending) return <Loading lines={2} />;
  if (context.isError) return <ErrorState error={context.error} retry={() => void context.refetch()} />;
  return (
    <HostProvider context={context.data}>
      <Suspense fallback={<Loading lines={2} />}>
        <Surface context={context.data} />
      </Suspense>
    </HostProvider>
  );
}

export function App() {
  const [client] = useState(createQueryClient);
  return (
    <ErrorBoundary>
      <QueryClientProvider client={client}>
        <Page />
      </QueryClientProvider>
    </ErrorBoundary>
  );
}
