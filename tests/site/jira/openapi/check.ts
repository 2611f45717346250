import { readFileSync } from 'node:fs';
import { Document } from './document';
import { findOpenApi } from './find';

export type OpenApiCheck = {
  request: (request: Request) => Promise<void>;
  response: (request: Request, response: Response) => Promise<void>;
};

const noCheck: OpenApiCheck = { request: () => Promise.resolve(), response: () => Promise.resolve() };

const documents = new Map<string, Document>();

/** One for each file: the document is large, and its schemas are compiled on first use. */
function documentAt(file: string): Document {
  let document = documents.get(file);
  if (!document) {
    document = new Document(JSON.parse(readFileSync(file, 'utf8')));
    documents.set(file, document);
  }
  return document;
}

/**
 * Checks requests and answers against Atlassian's OpenAPI document.
 * @param file the document; default: where it is found, else no checks; `false`: no checks
 */
export function openApiCheck(file: string | false | undefined): OpenApiCheck {
  const path = file ?? findOpenApi();
  if (path === null || path === false) return noCheck;
  return {
    request: async (request) => documentAt(path).checkRequest(request, await request.clone().text()),
    response: async (request, response) =>
      documentAt(path).checkResponse(request, response, await response.clone().text()),
  };
}
