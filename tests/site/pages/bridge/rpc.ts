/** Calls across a MessagePort, both ways. Functions among the arguments and answers arrive as functions that call back. */
export type Rpc = { call(name: string, argument?: unknown): Promise<unknown> };

/** Answers a call from the other side. */
export type Answer = (name: string, argument: unknown) => unknown;

type Message =
  | { kind: 'call'; id: number; name: string; argument: unknown }
  | { kind: 'result'; id: number; value: unknown }
  | { kind: 'error'; id: number; message: string };

const FUNCTION = '$function';
const RUN = '$run';

export function rpc(port: MessagePort, answer: Answer): Rpc {
  const functions = new Map<number, (...given: unknown[]) => unknown>();
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let calls = 0;

  const pack = (value: unknown): unknown => {
    if (typeof value === 'function') {
      const id = functions.size;
      functions.set(id, value as (...given: unknown[]) => unknown);
      return { [FUNCTION]: id };
    }
    return mapParts(value, pack);
  };

  const unpack = (value: unknown): unknown => {
    const id = isRecord(value) ? value[FUNCTION] : undefined;
    return id === undefined ? mapParts(value, unpack) : (...given: unknown[]) => call(RUN, { id, given });
  };

  const call = (name: string, argument?: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = calls++;
      waiting.set(id, { resolve, reject });
      port.postMessage({ kind: 'call', id, name, argument: pack(argument) } satisfies Message);
    });

  const run = (name: string, argument: unknown): unknown => {
    if (name !== RUN) return answer(name, argument);
    const { id, given } = argument as { id: number; given: unknown[] };
    return functions.get(id)?.(...given);
  };

  port.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'call') {
      new Promise((resolve) => resolve(run(data.name, unpack(data.argument)))).then(
        (value) => port.postMessage({ kind: 'result', id: data.id, value: pack(value) } satisfies Message),
        (error: unknown) => {
          const message = error instanceof Error ? error.message : String(error);
          port.postMessage({ kind: 'error', id: data.id, message } satisfies Message);
        },
      );
      return;
    }
    const caller = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.kind === 'result') caller?.resolve(unpack(data.value));
    else caller?.reject(new Error(data.message));
  };
  return { call };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function mapParts(value: unknown, change: (part: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(change);
  if (!isRecord(value) || Object.prototype.toString.call(value) !== '[object Object]') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, change(part)]));
}
