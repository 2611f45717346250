import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SiteClock } from '../clock';
import { JiraSite } from '../jira/jiraSite';
import { ourAppFields } from '../platform/forge/appFields';
import { hierarchyLevels } from './levels';
import { loadIssues, readIssues } from './loadIssues';
import type { Reading } from './reading';

/** A Jira without projects. */
export const newJira = () => new JiraSite({ clock: new SiteClock(0), openapi: false, appFields: ourAppFields() });

/** A Jira with the issues of an export. */
export function loaded(files: readonly string[], reading?: Reading): JiraSite {
  const jira = newJira();
  const { issues } = readIssues(files, reading);
  loadIssues(jira, issues, hierarchyLevels(issues, reading?.levels));
  return jira;
}

/** Files of a test, in a folder that goes with it. */
export function testFiles(): (content: string | Uint8Array, name?: string) => string {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'export-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  return (content, name = 'export.csv') => {
    const at = path.join(folder, name);
    writeFileSync(at, content);
    return at;
  };
}
