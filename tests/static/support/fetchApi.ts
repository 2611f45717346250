/**
 * What `@forge/bridge` uses of the browser's fetch and the browser of these tests does not have: headers, a request's body as text, an
 * answer's as JSON.
 */
class PlainHeaders {
  private readonly values: Map<string, string>;

  constructor(init: Iterable<[string, string]> | Record<string, string> = {}) {
    const pairs = Symbol.iterator in init ? [...init] : Object.entries(init);
    this.values = new Map(pairs.map(([name, value]) => [name.toLowerCase(), value]));
  }

  has = (name: string): boolean => this.values.has(name.toLowerCase());
  get = (name: string): string | null => this.values.get(name.toLowerCase()) ?? null;
  set = (name: string, value: string): void => void this.values.set(name.toLowerCase(), value);
  entries = () => this.values.entries();
  [Symbol.iterator] = () => this.values[Symbol.iterator]();
}

class PlainRequest {
  readonly method: string;
  readonly headers: PlainHeaders;

  constructor(
    readonly url: string,
    private readonly init: { method?: string; headers?: Record<string, string>; body?: string } = {},
  ) {
    this.method = init.method ?? 'GET';
    this.headers = new PlainHeaders(init.headers);
  }

  text = (): Promise<string> => Promise.resolve(this.init.body ?? '');
}

class PlainResponse {
  readonly status: number;
  readonly ok: boolean;

  constructor(
    private readonly body: string | null,
    { status = 200 }: { status?: number } = {},
  ) {
    this.status = status;
    this.ok = status >= 200 && status < 300;
  }

  text = (): Promise<string> => Promise.resolve(this.body ?? '');
  json = async (): Promise<unknown> => JSON.parse(await this.text()) as unknown;
}

Object.assign(globalThis, { Headers: PlainHeaders, Request: PlainRequest, Response: PlainResponse });
