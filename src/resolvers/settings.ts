import { z } from 'zod';
import { settingChoices } from '../insight/admin/settingChoices';
import { settingsShape, siteSettings } from '../settings/siteSettings';
import { applySettings } from '../sync/applySettings';
import { answering } from './answering';

/** Calls of the admin page's Settings tab. */
export const settingsCalls = {
  settings: answering('settings', z.object({}), () => siteSettings()),

  saveSettings: answering('saveSettings', settingsShape, ({ payload, visitor, now }) =>
    applySettings(visitor.settings, payload, now),
  ),

  settingChoices: answering('settingChoices', z.object({}), () => settingChoices()),
};
