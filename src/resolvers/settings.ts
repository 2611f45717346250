import { z } from 'zod';
import { settingChoices } from '../insight/admin/settingChoices';
import { settingChanges } from '../domain/audit';
import { settingsShape, siteSettings } from '../settings/siteSettings';
import { addAuditLine } from '../store/runs/auditLines';
import { applySettings } from '../sync/applySettings';
import { answering } from './answering';

/** Calls of the admin page's Settings tab. */
export const settingsCalls = {
  settings: answering('settings', z.object({}), () => siteSettings()),

  saveSettings: answering('saveSettings', settingsShape, async ({ payload, visitor, now }) => {
    const saved = await applySettings(visitor.settings, payload, now);
    const changed = settingChanges(visitor.settings, saved);
    if (changed.length > 0) await addAuditLine({ what: 'settings', changed }, visitor.account, now);
    return saved;
  }),

  settingChoices: answering('settingChoices', z.object({}), () => settingChoices()),
};
