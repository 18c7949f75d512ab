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
}

/** One pattern, such as `/inbox/:threadId`, builds addresses here and recognises them in {@link matchPath}, so the two cannot drift apart. */
export function path<const Pattern extends string>(pattern: Pattern): Path<Pattern> {
  return {
    pattern,
    to: (...given) =>
      pattern.replace(/:(\w+)/gu, (_, name: string) => {
        const value = (given[0] as Readonly<Record<string, string>> | undefined)?.[name];
        if (value === undefined || value === '') {
          throw new Error(`${pattern} needs ${name}.`);
        }
        return encodeURIComponent(value);
      }),
  };
}

/** The parameters in an address of this pattern, or undefined where the address is another. */
export function matchPath<Pattern extends string>(
  { pattern }: Path<Pattern>,
  address: string,
): Parameters<Pattern> | undefined {
  return matchSegments(pattern.split('/'), address) as Parameters<Pattern> | undefined;
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
