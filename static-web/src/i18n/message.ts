import type { Language } from './languages.ts';

/** One sentence for each plural category of a language; the number is the placeholder `{count}`. */
export type Plural = { readonly other: string } & { readonly [Category in Intl.LDMLPluralRule]?: string };

export type Message = string | Plural;

export type Catalogue = Readonly<Record<string, Message>>;

/** The same keys as the English catalogue, with text of another language. A test compares the placeholders. */
export type Translation<English extends Catalogue> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : Plural;
};

type Placeholder<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

type ValueName<M> = M extends string
  ? Placeholder<M>
  : M extends { readonly other: infer Text extends string }
    ? Placeholder<Text> | 'count'
    : never;

type ValueFor<Name> = Name extends 'count' ? number : string | number;

/** What must be given with a message: nothing, or one value for each placeholder. */
export type ValuesOf<M> = [ValueName<M>] extends [never]
  ? []
  : [values: { readonly [Name in ValueName<M> & string]: ValueFor<Name> }];

export type Words<English extends Catalogue> = <Key extends keyof English & string>(
  key: Key,
  ...values: ValuesOf<English[Key]>
) => string;

/** Text of one language, in parts: see {@link loadCatalogue}. */
export interface Area<English extends Catalogue> {
  readonly name: string;
  readonly load: Readonly<Record<Language, () => Promise<Translation<English>>>>;
}

const placeholders = /\{(\w+)\}/gu;

/** Puts values into a message. Numbers are written as the locale writes them; `count` chooses the plural. */
export function fill(message: Message, locale: string, values: Readonly<Record<string, string | number>> = {}): string {
  return chooseForm(message, locale, values['count']).replace(placeholders, (_, name: string) => {
    const value = values[name];
    if (value === undefined) {
      throw new Error(`A message asks for {${name}}, which was not given.`);
    }
    return typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : value;
  });
}

function chooseForm(message: Message, locale: string, count: string | number | undefined): string {
  if (typeof message === 'string') {
    return message;
  }
  return message[new Intl.PluralRules(locale).select(Number(count))] ?? message.other;
}
