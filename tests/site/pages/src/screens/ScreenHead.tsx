import Breadcrumbs, { BreadcrumbsItem } from '@atlaskit/breadcrumbs';
import type { ReactNode } from 'react';
import styles from './screens.module.css';

type Props = { above?: { text: string; href: string }[]; title: string; actions?: ReactNode };

/** Where a screen is, what it is called, and what can be done. */
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
