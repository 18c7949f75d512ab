/** Reads the types that openapi-typescript makes of a contract. All of it is gone after compilation. */

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

type Json<Content> = Content extends { readonly 'application/json': infer Body }
  ? Body
  : Content extends { readonly 'text/csv': string }
    ? string
    : undefined;

/** The paths of a contract that have an operation of this method. */
export type PathsWith<Paths, M extends Method> = {
  [Path in keyof Paths]: Paths[Path] extends { readonly [Verb in M]: object } ? Path : never;
}[keyof Paths] &
  string;

export type Operation<Paths, M extends Method, Path extends keyof Paths> = Paths[Path] extends {
  readonly [Verb in M]: infer Found;
}
  ? Found
  : never;

type Part<Op, Name extends string> = Op extends { readonly parameters: { readonly [Key in Name]: infer Value } }
  ? { readonly [Key in Name]: Value }
  : Op extends { readonly parameters: { readonly [Key in Name]?: infer Value } }
    ? [Exclude<Value, undefined>] extends [never]
      ? unknown
      : { readonly [Key in Name]?: Value }
    : unknown;

type BodyPart<Op> = Op extends { readonly requestBody: { readonly content: infer Content } }
  ? { readonly body: Json<Content> }
  : Op extends { readonly requestBody?: { readonly content: infer Content } }
    ? { readonly body?: Json<Content> }
    : unknown;

/** What a call of this operation has to be given: the parts of its path, its query, its body. */
export type Input<Op> = Part<Op, 'path'> & Part<Op, 'query'> & BodyPart<Op>;

type Success = 200 | 201 | 202 | 203 | 204;

/** The body of a successful answer, or undefined where there is none. */
export type Output<Op> = Op extends { readonly responses: infer Responses }
  ? {
      [Status in keyof Responses & Success]: Responses[Status] extends { readonly content: infer Content }
        ? Json<Content>
        : undefined;
    }[keyof Responses & Success]
  : never;
