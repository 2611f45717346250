import { AppFrame } from '../frame/AppFrame';
import { adminPath, globalPath } from '../frame/addresses';
import { useSiteState, useViewer } from '../jira/siteState';
import { ProblemScreen } from './Problem';
import { ScreenHead } from './ScreenHead';
import styles from './screens.module.css';

type Props = { type: 'jira:globalPage' | 'jira:adminPage'; moduleKey: string | undefined };

/** A page of the app outside of projects: for everyone, or in Jira's settings, for Jira admins only. */
export function PageScreen({ type, moduleKey = '' }: Props) {
  const module = useSiteState().modules.find((one) => one.type === type && one.key === moduleKey);
  const viewer = useViewer();
  if (!module) return <ProblemScreen title="Apps" error={new Error(`The app has no page ${moduleKey}.`)} />;
  const isForAdmins = type === 'jira:adminPage';
  if (isForAdmins && !viewer?.jiraAdmin) {
    return <ProblemScreen title="Jira settings" error={new Error('Only Jira administrators may see this page.')} />;
  }
  const frame = (
    <AppFrame
      title={module.title}
      place={{ moduleKey, extension: { type } }}
      routesBelow={isForAdmins ? adminPath(moduleKey) : globalPath(moduleKey)}
      isPage={module.layout === 'blank'}
    />
  );
  if (module.layout === 'blank') {
    return (
      <div data-layout="blank">
        {/* Nothing is drawn around the page, so screen readers get its title here. */}
        <h1 className={styles.hidden}>{module.title}</h1>
        {frame}
      </div>
    );
  }
  return (
    <>
      <ScreenHead title={module.title} />
      {frame}
    </>
  );
}
