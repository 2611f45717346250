import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';

/** A request, or an answer of the local site, that contradicts Atlassian's OpenAPI document. */
class OpenApiMismatch extends Error {
  override name = 'OpenApiMismatch';
}

type Schema = Record<string, unknown>;
type Content = Record<string, { schema?: Schema }>;
type Parameter = { name: string; in: string; required?: boolean; schema: Schema };
type Operation = {
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Content };
  responses: Record<string, { content?: Content }>;
};
type Api = { paths: Record<string, Record<string, Operation>> };

/** An OpenAPI document against which calls are checked: path, query, request body, status and answer. */
export class Document {
  private readonly ajv = new Ajv({
    ownProperties: true,
    strict: false,
    validateFormats: false,
    validateSchema: false,
    coerceTypes: false,
  });
  private readonly coercing = new Ajv({
    strict: false,
    validateFormats: false,
    validateSchema: false,
    coerceTypes: 'array',
  });
  private readonly compiled = new Map<Schema, ValidateFunction>();
  private readonly templates: { template: string; parts: string[] }[];
  private readonly paths: Api['paths'];

  constructor(api: unknown) {
    const { paths } = api as Api;
    this.paths = paths;
    for (const ajv of [this.ajv, this.coercing]) ajv.addSchema(api as Schema, 'jira');
    this.templates = Object.keys(paths).map((template) => ({ template, parts: template.split('/') }));
  }

  /** @throws OpenApiMismatch */
  checkRequest(request: Request, body: string): void {
    const call = this.callOf(request);
    if (!call) return;
    const { operation, label } = call;
    this.checkQuery(new URL(request.url).searchParams, operation.parameters ?? [], label);
    const schema = operation.requestBody?.content['application/json']?.schema;
    if (body === '') {
      if (schema && operation.requestBody?.required) throw new OpenApiMismatch(`${label}: it wants a body.`);
      return;
    }
    if (!schema) throw new OpenApiMismatch(`${label}: it takes no body.`);
    this.checkValue(schema, parsed(body, label), `${label}, request`);
  }

  /** @throws OpenApiMismatch */
  checkResponse(request: Request, response: Response, body: string): void {
    const call = this.callOf(request);
    if (!call) return;
    const { operation, label } = call;
    const documented = operation.responses[String(response.status)];
    if (!documented) throw new OpenApiMismatch(`${label}: status ${response.status} is not documented.`);
    const schema = documented.content?.['application/json']?.schema;
    if (schema && Object.keys(schema).length > 0) {
      this.checkValue(schema, parsed(body, label), `${label}, answer ${response.status}`);
    }
  }

  /** The documented operation; `null`: the path is not in the document, and the site refuses it itself. */
  private callOf(request: Request): { operation: Operation; label: string } | null {
    const path = new URL(request.url).pathname;
    const parts = path.split('/');
    const method = request.method.toLowerCase();
    const fits = this.templates.filter(
      ({ template, parts: wanted }) =>
        wanted.length === parts.length &&
        this.paths[template]?.[method] !== undefined &&
        wanted.every((part, at) => part.startsWith('{') || part === parts[at]),
    );
    const literal = (one: { parts: string[] }) => one.parts.filter((part) => !part.startsWith('{')).length;
    const best = fits.sort((a, b) => literal(b) - literal(a))[0];
    const operation = best && this.paths[best.template]?.[method];
    return operation ? { operation, label: `${request.method} ${path}` } : null;
  }

  private checkQuery(query: URLSearchParams, parameters: Parameter[], label: string): void {
    const known = new Map(parameters.filter((one) => one.in === 'query').map((one) => [one.name, one]));
    for (const name of new Set(query.keys())) {
      const schema = known.get(name)?.schema;
      if (!schema) throw new OpenApiMismatch(`${label}: it has no query parameter "${name}".`);
      const value = schema['type'] === 'array' ? query.getAll(name) : query.get(name);
      const validate = this.validator(schema, () =>
        this.coercing.compile({ type: 'object', properties: { value: absolute(schema) } }),
      );
      if (!validate({ value })) throw mismatch(`${label}, query parameter "${name}"`, validate.errors);
    }
    for (const { name, required } of known.values()) {
      if (required && !query.has(name)) throw new OpenApiMismatch(`${label}: it wants the query parameter "${name}".`);
    }
  }

  private checkValue(schema: Schema, value: unknown, label: string): void {
    const validate = this.validator(schema, () => this.ajv.compile(absolute(schema)));
    if (!validate(value)) throw mismatch(label, validate.errors);
  }

  private validator(schema: Schema, compile: () => ValidateFunction): ValidateFunction {
    let validate = this.compiled.get(schema);
    if (!validate) {
      validate = compile();
      this.compiled.set(schema, validate);
    }
    return validate;
  }
}

/** A schema whose references are made absolute, for use outside of its document. */
function absolute(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"jira#/')) as Schema;
}

function parsed(body: string, label: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new OpenApiMismatch(`${label}: the body is not JSON: ${body.slice(0, 200)}`);
  }
}

function mismatch(label: string, errors: ErrorObject[] | null | undefined): OpenApiMismatch {
  const told = (errors ?? []).map((error) => {
    const detail = JSON.stringify(error.params);
    return `${error.instancePath || '/'} ${error.message ?? ''} ${detail}`;
  });
  return new OpenApiMismatch(`${label}: ${told.join('; ')}`);
}
