import type { Register } from "./register.ts";

/** Stands for a code that may be any string. In a union, `string` itself would absorb the named codes. */
export interface AnyCode {
  readonly "~code": "any";
}

/** Members of a TypeScript enum become their string values. */
type NamedCode<Code> = Code extends string ? (string extends Code ? AnyCode : `${Code}`) : never;

type CodeOfHolder<Holder> = Holder extends { code?: infer Code } ? NamedCode<Code> : never;

/** The type of the envelope's `error.code`, or of a bare `code` as in RFC 9457. */
type CodeOfBody<Body> =
  | CodeOfHolder<Body>
  | (Body extends { error?: infer Holder } ? CodeOfHolder<Holder> : never);

type CodeOfAnswer<Answer> = Answer extends { content: infer Content }
  ? CodeOfBody<Content[keyof Content]>
  : never;

/** Error statuses in a spec: numbers, `4XX`, `5XX` or `default`. */
type ErrorStatus = `${4 | 5}${string}` | "default";

/** The codes that an operation's error answers name; {@link AnyCode} for an answer that may have any code. */
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

/** The codes of all operations of a spec. */
export type CodeOfPaths<Paths> = {
  [Path in keyof Paths & `/${string}`]: CodeOfPathItem<Paths[Path]>;
}[keyof Paths & `/${string}`];

type FromPaths = Register extends { paths: infer Paths } ? CodeOfPaths<Paths> : never;
type FromCodes = Register extends { codes: infer Codes } ? NamedCode<Codes> : never;

/** The codes that {@link Register} declares, with {@link AnyCode} if any code may come. */
export type RegisteredCodes = FromPaths | FromCodes;

/** The codes that {@link Register} names; `never` if it names none. */
export type RegisteredCode = Extract<RegisteredCodes, string>;
