import type { ObjectiveRef } from '../../../../src/contract';
import { RouteLink } from './routing/RouteLink';
import styles from './routing/routing.module.css';

export const objectivePath = (key: string) => `/objectives/${encodeURIComponent(key)}`;

type Props = {
  objective: ObjectiveRef;
  /** the key only, where there is no room for the title */
  isShort?: boolean;
};

export function ObjectiveLink({ objective, isShort = false }: Props) {
  const { key, title, status } = objective;
  const text = (
    <>
      <span className={styles.key}>{key}</span>
      {!isShort && title && (
        <>
          {' '}
          <bdi>{title}</bdi>
        </>
      )}
    </>
  );
  // An objective that the strategy lacks has no page.
  if (status === 'unknown') return <span className={styles.plain}>{text}</span>;
  return (
    <RouteLink to={objectivePath(key)} className={styles.objective} title={isShort ? title : undefined}>
      {text}
    </RouteLink>
  );
}
