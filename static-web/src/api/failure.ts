/** RFC 9457, with the stable `code` that every problem of this service carries. */
export interface Problem {
  readonly status: number;
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  /** Which field is wrong, and the codes of what is wrong with it. */
  readonly errors?: Readonly<Record<string, readonly string[]>>;
  /** How many tries of a code or an answer remain. */
  readonly attemptsLeft?: number;
  /** Who had read a collaboration before it was edited, and when. */
  readonly readBy?: string;
  readonly readAt?: string;
  /** Under which the service keeps what happened. */
  readonly traceId?: string;
}

export type FailureKind =
  /** No answer came: no network, or the service cannot be reached. */
  | 'unreachable'
  /** No answer came in time. It is not known whether the service did what was asked. */
  | 'timeout'
  /** The service answered that it will not or cannot do this. */
  | 'refused'
  /** Something answered that is not this service, such as a sign-in page of a hotel's network. */
  | 'unreadable';

interface FailureDetails {
  readonly problem?: Problem | undefined;
  /** The body of an answer that is JSON but no problem. */
  readonly body?: unknown;
  readonly retryAfterSeconds?: number | undefined;
  readonly cause?: unknown;
}

/** Whatever kept a call from succeeding. A call that its caller gave up is no failure: it rejects with the AbortError. */
export class Failure extends Error {
  readonly kind: FailureKind;
  /** The HTTP status, or 0 when no answer came. */
  readonly status: number;
  readonly problem: Problem | undefined;
  readonly body: unknown;
  readonly retryAfterSeconds: number | undefined;
  /** What a person can tell support where the service failed: it finds the call by it. Its own word goes first; something between may begin a trace anew. */
  reference?: string;

  constructor(kind: FailureKind, status: number, details: FailureDetails = {}) {
    super(details.problem?.code ?? `${kind} ${status}`, { cause: details.cause });
    this.name = 'Failure';
    this.kind = kind;
    this.status = status;
    this.problem = details.problem;
    this.body = details.body;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}
