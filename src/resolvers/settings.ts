import { z } from 'zod';
import { settingChoices } from '../insight/admin/settingChoices';
import { siteSettings } from '../settings/siteSettings';
import { applySettings } from '../sync/applySettings';
import { answering } from './answering';

const named = z.object({ id: z.string().min(1).max(255), name: z.string().max(255) });
const groups = z.array(named).max(1000);
const project = named.extend({ id: z.string().regex(/^\d{1,15}$/), key: z.string().max(255) });

/** Calls of the admin page's Settings tab. */
export const settingsCalls = {
  settings: answering('settings', z.object({}), () => siteSettings()),

  saveSettings: answering(
    'saveSettings',
    z.object({
      editorGroups: groups,
      viewerGroups: groups,
      guardrail: z.number().nullable(),
      cadenceDays: z.number(),
      responseDays: z.number(),
      estimateFields: z.array(named).max(1000),
      excludedProjects: z.array(project).max(1000),
      ownQuotaShare: z.number(),
    }),
    ({ payload, visitor, now }) => applySettings(visitor.settings, payload, now),
  ),

  settingChoices: answering('settingChoices', z.object({}), () => settingChoices()),
};
