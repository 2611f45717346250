import { NavigationTarget, router } from '@forge/bridge';
import type { MouseEvent } from 'react';
import { useHost } from '../../../shared/host';
import { whereTo } from '../../../shared/whereTo';
import { RouteLink } from '../routing/RouteLink';
import type { Action } from './action';
import styles from './findings.module.css';

const PROJECT_PAGE = 'project-alignment';

export function ActionLink({ action }: { action: Action }) {
  const { context } = useHost();
  if (action.kind === 'route') {
    return (
      <RouteLink to={action.to} query={action.query} className={styles.action}>
        {action.text}
      </RouteLink>
    );
  }
  const { project, text } = action;
  const open = (event: MouseEvent) => {
    const where = whereTo(event);
    if (where === null) return;
    event.preventDefault();
    const place = { target: NavigationTarget.Module, moduleKey: PROJECT_PAGE, projectKey: project.key };
    void (where === 'newTab' ? router.open : router.navigate)(place);
  };
  return (
    <a className={styles.action} href={`${context.siteUrl}/browse/${project.key}`} onClick={open} onAuxClick={open}>
      {text}
    </a>
  );
}
