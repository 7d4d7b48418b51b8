import type { Register } from "./register.ts";

/** Stands for a code that may be any text: in a union, `string` would swallow the codes that have names. */
export interface AnyCode {
  readonly "~code": "any";
}

/** Enums of TypeScript become their texts. */
type NamedCode<Code> = Code extends string ? (string extends Code ? AnyCode : `${Code}`) : never;

type CodeOfHolder<Holder> = Holder extends { code?: infer Code } ? NamedCode<Code> : never;

/** The envelope's `error.code`, and a bare `code`, as in RFC 9457. */
type CodeOfBody<Body> =
  | CodeOfHolder<Body>
  | (Body extends { error?: infer Holder } ? CodeOfHolder<Holder> : never);

type CodeOfAnswer<Answer> = Answer extends { content: infer Content }
  ? CodeOfBody<Content[keyof Content]>
  : never;

/** Statuses are numbers, `4XX`, `5XX` or `default`. */
type ErrorStatus = `${4 | 5}${string}` | "default";

/** Codes that an operation's error answers name, and {@link AnyCode} where one may have any. */
export type CodeOfOperation<Operation> = Operation extends { responses: infer Answers }
  ? {
      [Status in keyof Answers & (number | string)]: `${Status}` extends ErrorStatus
        ? CodeOfAnswer<Answers[Status]>
        : never;
    }[keyof Answers & (number | string)]
  : never;

type CodeOfPathItem<Item> = Item extends object
  ? { [Part in keyof Item]-?: CodeOfOperation<Item[Part]> }[keyof Item]
  : never;

/** The same of all operations of a spec. */
export type CodeOfPaths<Paths> = {
  [Path in keyof Paths & `/${string}`]: CodeOfPathItem<Paths[Path]>;
}[keyof Paths & `/${string}`];

type FromPaths = Register extends { paths: infer Paths } ? CodeOfPaths<Paths> : never;
type FromCodes = Register extends { codes: infer Codes } ? NamedCode<Codes> : never;

/** What {@link Register} says of codes. */
export type RegisteredCodes = FromPaths | FromCodes;

/** The codes that {@link Register} names: none where nothing is registered. */
export type RegisteredCode = Extract<RegisteredCodes, string>;
