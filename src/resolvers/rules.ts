import { z } from 'zod';
import { MOST_GATHERED } from '../domain/callLimits';
import { previewRule } from '../insight/previewRule';
import { rulesOf } from '../insight/rules';
import { jiraId } from '../jira/jiraId';
import { moveRule } from '../linking/rules/moveRule';
import { removeRule } from '../linking/rules/removeRule';
import { saveRule } from '../linking/rules/saveRule';
import { answering } from './answering';
import * as payloads from './payloads';

/** The number of a rule. */
const id = jiraId;
const placeOf = ({ project }: { project: { id: number } | null }): number | null => project?.id ?? null;

/** Calls about standing rules. */
export const ruleCalls = {
  rules: answering('rules', z.object({}), ({ visitor }) => rulesOf(placeOf(visitor), visitor.seesAll)),

  previewRule: answering(
    'previewRule',
    z.object({ to: payloads.tag, issueIds: z.array(payloads.issueId).min(1).max(MOST_GATHERED) }),
    ({ payload, visitor }) => previewRule(payload, placeOf(visitor)),
  ),

  saveRule: answering(
    'saveRule',
    z.object({ id: id.nullable(), jql: payloads.line, to: payloads.tag, on: z.boolean() }),
    async ({ payload, visitor, now }) => {
      await saveRule(payload, visitor, now);
      return rulesOf(placeOf(visitor), visitor.seesAll);
    },
  ),

  moveRule: answering('moveRule', z.object({ id, before: id.nullable() }), async ({ payload, visitor }) => {
    await moveRule(payload, visitor);
    return rulesOf(placeOf(visitor), visitor.seesAll);
  }),

  deleteRule: answering('deleteRule', z.object({ id }), async ({ payload, visitor, now }) => {
    await removeRule(payload.id, visitor, now);
    return rulesOf(placeOf(visitor), visitor.seesAll);
  }),
};
