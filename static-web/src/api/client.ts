import type { Input, Method, Operation, Output, PathsWith } from './contract.ts';
import { Failure, type Problem } from './failure.ts';

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
  /** To be sent back as `ifMatch` with a change, or as `ifNoneMatch` with the next look. */
  readonly etag: string | undefined;
  /** When it was answered, by the service's clock and to the second; the device's own clock may be minutes off. */
  readonly date?: string | undefined;
}

export interface CallOptions {
  /** Gives the call up; it then rejects with the AbortError. */
  readonly signal?: AbortSignal;
  /** Milliseconds until a call without an answer fails; 15,000 unless told. */
  readonly timeout?: number;
  readonly ifMatch?: string;
  readonly ifNoneMatch?: string;
  /** One key for one intention of the person: the service does it once however often the same key arrives. See {@link newIntention}. */
  readonly idempotencyKey?: string;
  /** The secret of a link from an email: sent in a header of its own, never in an address. */
  readonly link?: string;
  /** Asked by the page and not by a person: it does not keep a session alive. */
  readonly background?: boolean;
}

/** An operation that needs no input may be called without. */
type Arguments<Op> =
  object extends Input<Op> ? [input?: Input<Op>, options?: CallOptions] : [input: Input<Op>, options?: CallOptions];

type Call<Paths, M extends Method> = <Path extends PathsWith<Paths, M>>(
  path: Path,
  ...given: Arguments<Operation<Paths, M, Path>>
) => Promise<Answer<Output<Operation<Paths, M, Path>>>>;

export type Client<Paths> = { readonly [M in Method]: Call<Paths, M> };

interface AnyInput {
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: unknown;
}

const patience = 15_000;

/**
 * A caller for a contract's operations, on this page's own origin and with its cookie.
 *
 * @param server the contract's server, which all its paths stand under, such as /api
 */
export function createClient<Paths>(server: string): Client<Paths> {
  const call = (method: Method) => (path: string, input?: AnyInput, options?: CallOptions) =>
    request(method, server + address(path, input), input?.body, options ?? {});
  return {
    get: call('get'),
    post: call('post'),
    put: call('put'),
    patch: call('patch'),
    delete: call('delete'),
  } as Client<Paths>;
}

function address(path: string, input: AnyInput | undefined): string {
  const filled = path.replace(/\{(\w+)\}/gu, (_, name: string) => {
    const value = input?.path?.[name];
    if (value === undefined || value === '') {
      throw new Error(`${path} needs ${name}.`);
    }
    return encodeURIComponent(value);
  });
  const query = Object.entries(input?.query ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return query.length === 0 ? filled : `${filled}?${new URLSearchParams(query)}`;
}

function headersFor(body: unknown, options: CallOptions, trace: string): Headers {
  const headers = {
    Accept: 'application/json, application/problem+json',
    // A text is a file of rows; everything else of the contract is JSON.
    'Content-Type': body === undefined ? undefined : typeof body === 'string' ? 'text/csv' : 'application/json',
    'If-Match': options.ifMatch,
    'If-None-Match': options.ifNoneMatch,
    'Idempotency-Key': options.idempotencyKey,
    'Link-Secret': options.link,
    traceparent: `00-${trace}-${trace.slice(16)}-01`,
    Activity: options.background ? 'none' : undefined,
  };
  return new Headers(Object.entries(headers).filter((one): one is [string, string] => one[1] !== undefined));
}

async function request(method: Method, url: string, body: unknown, options: CallOptions): Promise<Answer<unknown>> {
  const gaveUp = options.signal;
  gaveUp?.throwIfAborted();
  // AbortSignal.any would say this in one line; Safari has it only since 17.4.
  const stop = new AbortController();
  // Names this call in the service's telemetry, all the way through it (W3C Trace Context). Random, so it says nothing of anybody.
  const trace = newIntention();
  const pass = () => stop.abort(gaveUp?.reason);
  gaveUp?.addEventListener('abort', pass);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    stop.abort();
  }, options.timeout ?? patience);
  try {
    const response = await fetch(url, {
      method: method.toUpperCase(),
      headers: headersFor(body, options, trace),
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      signal: stop.signal,
      // Of nothing, JSON is nothing too.
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return await read(response);
  } catch (cause) {
    if (gaveUp?.aborted) {
      throw cause;
    }
    const failure = cause instanceof Failure ? cause : new Failure(late ? 'timeout' : 'unreachable', 0, { cause });
    // Only where we failed: whoever typed a wrong code has nothing to ask support, and by a call that nobody got nothing is found.
    if (late || failure.status >= 500) {
      failure.reference = failure.problem?.traceId ?? trace;
    }
    throw failure;
  } finally {
    clearTimeout(timer);
    gaveUp?.removeEventListener('abort', pass);
  }
}

async function read(response: Response): Promise<Answer<unknown>> {
  const { status, headers } = response;
  const etag = headers.get('ETag') ?? undefined;
  const date = headers.get('Date') ?? undefined;
  const type = headers.get('Content-Type') ?? '';
  // 202: taken, and nothing to say of it yet.
  if (status === 204 || status === 304 || (status === 202 && type === '')) {
    return { status, body: undefined, etag, date };
  }
  const body = /^application\/(\w+\+)?json\b/u.test(type) ? parse(status, await response.text()) : undefined;
  if (response.ok) {
    if (body === undefined) {
      throw new Failure('unreadable', status);
    }
    return { status, body, etag, date };
  }
  const wait = Number(headers.get('Retry-After') ?? Number.NaN);
  throw new Failure('refused', status, {
    body,
    problem: type.startsWith('application/problem+json') ? ({ status, ...(body as object) } as Problem) : undefined,
    retryAfterSeconds: Number.isFinite(wait) ? wait : undefined,
  });
}

function parse(status: number, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Failure('unreadable', status, { cause });
  }
}

/** A key of 128 random bits. Made when a person decides, kept for every try of the same decision. */
export function newIntention(): string {
  // crypto.randomUUID exists only on https and localhost; a clinic may open the local edition over its own network.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
