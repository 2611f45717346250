import { z } from 'zod';
import { searchGroups } from '../jira/groups';
import { saveSettings, siteSettings } from '../settings/siteSettings';
import { answering } from './answering';

const groups = z.array(z.object({ id: z.string().min(1).max(255), name: z.string().max(255) })).max(1000);

/** What the admin page asks. */
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
    }),
    ({ payload }) => saveSettings(payload),
  ),

  searchGroups: answering('searchGroups', z.object({ query: z.string().max(200) }), ({ payload }) =>
    searchGroups(payload.query),
  ),
};
