import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../../clock';
import { JiraError } from '../../jira/errors';
import {
  type AppJqlFunctions,
  fragmentOf,
  type FunctionCall,
  type FunctionResult,
  type Precomputation,
} from '../../jira/jql/appFunctions';
import type { AppFunctions } from './appFunctions';
import type { AppManifest } from './manifest';
import { ENVIRONMENT_ID } from './runtime';

/** Jira's documentation of JQL functions: the time of a call, and how long an unused result and a failure are kept. */
const LIMIT_SECONDS = 25;
const KEPT_MS = 7 * 86_400_000;
const FAILED_MS = 60_000;

/** The names of the field that holds issues. */
const ISSUE_FIELDS = new Set(['issue', 'issuekey', 'key', 'id']);

const answer = z.union([
  z.object({ jql: z.string().min(1) }),
  z.object({ error: z.string().min(1), storeErrorAsPrecomputation: z.boolean().default(false) }),
]);

const keyOf = ({ field, operator, name, arguments: given }: FunctionCall): string =>
  JSON.stringify([field, operator, name.toLowerCase(), given]);

/** The JQL functions of the app, as Jira asks and remembers them: once for all people, not as any of them. */
export class JqlFunctions implements AppJqlFunctions {
  private readonly kept = new Map<string, Precomputation>();
  private readonly failed = new Map<string, { message: string; at: number }>();

  constructor(
    private readonly app: AppManifest,
    private readonly functions: AppFunctions,
    private readonly clock: Clock,
  ) {}

  async resultOf(call: FunctionCall): Promise<string | null> {
    const module = this.moduleOf(call);
    if (!module) return null;
    const now = this.clock.now();
    const key = keyOf(call);
    const kept = this.kept.get(key);
    if (kept && kept.used > now - KEPT_MS) {
      kept.used = now;
      if ('error' in kept) throw new JiraError(400, [kept.error]);
      return kept.value;
    }
    const failed = this.failed.get(key);
    if (failed && failed.at > now - FAILED_MS) throw new JiraError(400, [failed.message]);
    const id = randomUUID();
    const said = await this.ask(call, module.function, id);
    const functionKey = `ari:cloud:ecosystem::extension/${this.app.appId}/${ENVIRONMENT_ID}/static/${module.key}`;
    const made = { ...call, id, functionKey, created: now, updated: now, used: now };
    if ('jql' in said) {
      fragmentOf(call.name, said.jql);
      this.kept.set(key, { ...made, value: said.jql });
      return said.jql;
    }
    if (said.storeErrorAsPrecomputation) this.kept.set(key, { ...made, error: said.error });
    else this.failed.set(key, { message: said.error, at: now });
    throw new JiraError(400, [said.error]);
  }

  list(): Precomputation[] {
    const now = this.clock.now();
    return [...this.kept.values()].filter(({ used }) => used > now - KEPT_MS);
  }

  replace(id: string, result: FunctionResult): void {
    const [key, kept] = [...this.kept].find(([, one]) => one.id === id) ?? [];
    if (key === undefined || kept === undefined) return;
    if ('value' in result) fragmentOf(kept.name, result.value);
    const { id: same, functionKey, created, used, field, operator, name, arguments: given } = kept;
    const about = { field, operator, name, arguments: given, id: same, functionKey, created, used };
    this.kept.set(key, { ...about, updated: this.clock.now(), ...result });
  }

  private moduleOf({ field, operator, name, arguments: given }: FunctionCall) {
    const module = this.app.modules['jira:jqlFunction'].find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (!module) return null;
    if (!ISSUE_FIELDS.has(field) || !module.types.includes('issue'))
      throw new JiraError(400, [`The function '${name}' cannot be used with the field '${field}'.`]);
    if (!module.operators.some((one) => one === operator))
      throw new JiraError(400, [`The operator '${operator}' is not supported by the function '${name}'.`]);
    const needed = module.arguments.filter(({ required }) => required).length;
    if (given.length < needed || given.length > module.arguments.length)
      throw new JiraError(400, [`The function '${name}' takes ${module.arguments.length} arguments.`]);
    return module;
  }

  private async ask(call: FunctionCall, functionKey: string, precomputationId: string) {
    const { field, operator, name: functionName, arguments: given } = call;
    const clause = { field, type: ['issue'], operator, functionName, arguments: given };
    try {
      const payload = { precomputationId, clause };
      return answer.parse(await this.functions.call(functionKey, { payload, limitSeconds: LIMIT_SECONDS }));
    } catch {
      const error = `The function '${functionName}' failed.`;
      return { error, storeErrorAsPrecomputation: false };
    }
  }
}
