import { z } from 'zod';
import { previewStrategy } from '../insight/admin/previewStrategy';
import { settingChoices } from '../insight/admin/settingChoices';
import { settingChanges } from '../domain/audit';
import { MOST_STRATEGY_TYPES } from '../domain/settings';
import { jiraId } from '../jira/jiraId';
import { settingsShape, siteSettings } from '../settings/siteSettings';
import { addAuditLine } from '../store/runs/auditLines';
import { applySettings } from '../sync/applySettings';
import { answering } from './answering';

const named = z.array(jiraId).max(MOST_STRATEGY_TYPES);

/** Calls of the admin page's Settings tab. */
export const settingsCalls = {
  settings: answering('settings', z.object({}), () => siteSettings()),

  saveSettings: answering('saveSettings', settingsShape, async ({ payload, visitor, now }) => {
    const saved = await applySettings(visitor.settings, payload, now);
    const changed = settingChanges(visitor.settings, saved);
    if (changed.length > 0) await addAuditLine({ what: 'settings', changed }, visitor.account, now);
    return saved;
  }),

  previewStrategy: answering('previewStrategy', z.object({ types: named, links: named }), ({ payload }) =>
    previewStrategy(payload),
  ),

  settingChoices: answering('settingChoices', z.object({}), () => settingChoices()),
};
