/** A request with its text in memory: see `TextResponse`. */
export class TextRequest extends Request {
  private readonly content: string;

  /** @throws TypeError as Node's own does, for a GET with a body */
  constructor(url: URL | string, { body, ...init }: Omit<RequestInit, 'body'> & { body?: string } = {}) {
    super(url, init);
    if (body !== undefined && this.method === 'GET') throw new TypeError('A GET cannot have a body.');
    this.content = body ?? '';
  }

  override text(): Promise<string> {
    return Promise.resolve(this.content);
  }

  override json(): Promise<unknown> {
    return this.text().then((text) => JSON.parse(text) as unknown);
  }

  /** The text never changes, so what reads it need not have a request of its own. */
  override clone(): this {
    return this;
  }
}
