import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { AuditTab } from './audit/AuditTab';
import { DroppedTab } from './dropped/DroppedTab';
import { OperationsTab } from './operations/OperationsTab';
import { SettingsTab } from './SettingsTab';
import { HiddenTitle } from '../../shared/HiddenTitle';
import page from '../../shared/page.module.css';
import styles from './admin.module.css';

/** The settings of the site, and how the app runs on it. */
export default function AdminPage() {
  return (
    <main className={`${page.page} ${styles.page}`}>
      <HiddenTitle>Execution alignment</HiddenTitle>
      <Tabs id="alignment-admin">
        <TabList>
          <Tab>Settings</Tab>
          <Tab>Dropped work</Tab>
          <Tab>Operations</Tab>
          <Tab>Audit log</Tab>
        </TabList>
        <TabPanel>
          <section className={styles.panel} aria-label="Settings">
            <SettingsTab />
          </section>
        </TabPanel>
        <TabPanel>
          <section className={styles.panel} aria-label="Dropped work">
            <DroppedTab />
          </section>
        </TabPanel>
        <TabPanel>
          <section className={styles.panel} aria-label="Operations">
            <OperationsTab />
          </section>
        </TabPanel>
        <TabPanel>
          <section className={styles.panel} aria-label="Audit log">
            <AuditTab />
          </section>
        </TabPanel>
      </Tabs>
    </main>
  );
}
