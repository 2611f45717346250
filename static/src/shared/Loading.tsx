import Skeleton from '@atlaskit/skeleton';
import VisuallyHidden from '@atlaskit/visually-hidden';
import styles from './states.module.css';

/** Grey bars in place of loading content. `label` is for screen readers. */
export function Loading({ lines, label = 'Loading' }: { lines: number; label?: string }) {
  return (
    <div className={styles.loading} role="status">
      <VisuallyHidden>{label}</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} width={line === lines - 1 ? '60%' : '100%'} height="16px" isShimmering />
      ))}
    </div>
  );
}
