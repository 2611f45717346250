import { Stack } from '@atlaskit/primitives/compiled';
import { FILE_HELP } from './fileHelpText';
import styles from './transfer.module.css';

export const FileHelp = () => (
  <details className={styles.help}>
    <summary>The columns of the file</summary>
    <p>
      The first row names the columns, in any order; only <code>key</code> and <code>title</code> must be there. Export
      the strategy to have a file to start from.
    </p>
    <Stack as="dl" space="space.075">
      {FILE_HELP.map(({ columns, text }) => (
        <div key={columns.join()} className={styles.column}>
          <dt>
            {columns.map((column, index) => (
              <span key={column}>
                {index > 0 && ', '}
                <code>{column}</code>
              </span>
            ))}
          </dt>
          <dd>{text}</dd>
        </div>
      ))}
    </Stack>
  </details>
);
