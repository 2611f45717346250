/**
 * A response with its text in memory. Node's own sends it through streams, which takes longer than most of the local
 * site's work.
 */
export class TextResponse extends Response {
  constructor(
    private readonly content: string,
    init?: ResponseInit,
  ) {
    super(null, init);
  }

  override text(): Promise<string> {
    return Promise.resolve(this.content);
  }

  override json(): Promise<unknown> {
    return this.text().then((text) => JSON.parse(text) as unknown);
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.resolve(new TextEncoder().encode(this.content).buffer);
  }

  override clone(): TextResponse {
    return new TextResponse(this.content, this);
  }
}
