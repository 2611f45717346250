import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import VisuallyHidden from '@atlaskit/visually-hidden';
import { OperationsTab } from './operations/OperationsTab';
import { SettingsTab } from './SettingsTab';
import styles from './admin.module.css';

/** The settings of the site, and how the app runs on it. */
export default function AdminPage() {
  return (
    <main className={styles.page}>
      {/* Jira draws the title above the frame. Inside, only screen readers need it. */}
      <VisuallyHidden>
        <h1>Execution alignment</h1>
      </VisuallyHidden>
      <Tabs id="alignment-admin">
        <TabList>
          <Tab>Settings</Tab>
          <Tab>Operations</Tab>
        </TabList>
        <TabPanel>
          <section className={styles.panel} aria-label="Settings">
            <SettingsTab />
          </section>
        </TabPanel>
        <TabPanel>
          <section className={styles.panel} aria-label="Operations">
            <OperationsTab />
          </section>
        </TabPanel>
      </Tabs>
    </main>
  );
}
