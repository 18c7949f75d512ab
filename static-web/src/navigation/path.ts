type ParameterName<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParameterName<Rest>
  : Pattern extends `${string}:${infer Name}`
    ? Name
    : never;

type Parameters<Pattern extends string> = { readonly [Name in ParameterName<Pattern>]: string };

type Given<Pattern extends string> = [ParameterName<Pattern>] extends [never] ? [] : [parameters: Parameters<Pattern>];

export interface Path<Pattern extends string> {
  readonly pattern: Pattern;
  /** The address, with each parameter encoded. */
  readonly to: (...given: Given<Pattern>) => string;
  /** The parameters in an address of this pattern, or undefined where the address is another. */
  readonly match: (address: string) => Parameters<Pattern> | undefined;
}

/** One pattern, such as `/inbox/:threadId`, builds addresses and recognises them, so the two cannot drift apart. */
export function path<const Pattern extends string>(pattern: Pattern): Path<Pattern> {
  const segments = pattern.split('/');
  return {
    pattern,
    to: (...given) => {
      const parameters: Readonly<Record<string, string>> = given[0] ?? {};
      return segments
        .map((segment) => {
          if (!segment.startsWith(':')) {
            return segment;
          }
          const value = parameters[segment.slice(1)];
          if (value === undefined || value === '') {
            throw new Error(`${pattern} needs ${segment.slice(1)}.`);
          }
          return encodeURIComponent(value);
        })
        .join('/');
    },
    match: (address) => matchSegments(segments, address) as Parameters<Pattern> | undefined,
  };
}

function matchSegments(segments: readonly string[], address: string): Record<string, string> | undefined {
  const found = (address.length > 1 ? address.replace(/\/$/u, '') : address).split('/');
  if (found.length !== segments.length) {
    return undefined;
  }
  const parameters: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const actual = found[index] ?? '';
    if (!segment.startsWith(':')) {
      if (segment !== actual) {
        return undefined;
      }
    } else {
      const value = decode(actual);
      if (value === undefined || value === '') {
        return undefined;
      }
      parameters[segment.slice(1)] = value;
    }
  }
  return parameters;
}

/** An address with a broken escape such as `%E0%A4%A` is somebody's typing: no page, not a crash. */
function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
