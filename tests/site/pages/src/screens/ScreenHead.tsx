import Breadcrumbs, { BreadcrumbsItem } from '@atlaskit/breadcrumbs';
import type { ReactNode } from 'react';
import styles from './screens.module.css';

type Props = { above?: { text: string; href: string }[]; title: string; actions?: ReactNode };

/** A screen's breadcrumbs, title and actions. */
export function ScreenHead({ above = [], title, actions }: Props) {
  return (
    <div className={styles.head}>
      <div>
        {above.length > 0 && (
          <Breadcrumbs>
            {above.map(({ text, href }) => (
              <BreadcrumbsItem key={href} href={href} text={text} />
            ))}
          </Breadcrumbs>
        )}
        <h1 className={styles.title}>{title}</h1>
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
