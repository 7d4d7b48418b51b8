import type { JsonType } from "./media-type.ts";
import type { NoSpec, OperationOf, RouteOf } from "./spec.ts";

type OutputOfContent<Content> = [keyof Content & JsonType] extends [never]
  ? OutputOfText<Content>
  : Content[keyof Content & JsonType];

/** Plain text gives a string. Many specs name no media type, and mean JSON. */
type OutputOfText<Content> = [keyof Content & `text/plain${string}`] extends [never]
  ? "*/*" extends keyof Content
    ? Content["*/*"]
    : unknown
  : string;

type OutputOfAnswer<Answer> = Answer extends { content: infer Content }
  ? [Content] extends [never]
    ? null
    : OutputOfContent<Content>
  : null;

type SuccessKey<Answers> = {
  [Status in keyof Answers & (number | string)]: `${Status}` extends `2${string}` ? Status : never;
}[keyof Answers & (number | string)];

type OutputOfAnswers<Answers> = [SuccessKey<Answers>] extends [never]
  ? "default" extends keyof Answers
    ? OutputOfAnswer<Answers["default"]>
    : unknown
  : { [Status in SuccessKey<Answers>]: OutputOfAnswer<Answers[Status]> }[SuccessKey<Answers>];

type OutputOfOperation<Operation> = Operation extends { responses: infer Answers }
  ? [Answers] extends [never]
    ? unknown
    : OutputOfAnswers<Answers>
  : unknown;

/**
 * What a route gives on success: the JSON of all its 2xx answers, or of `default` if it has none; a string for plain
 * text; `null` without a body; `unknown` for anything else, such as a file, and without a spec.
 */
export type SpecOutput<Paths, R> = [Paths] extends [NoSpec]
  ? unknown
  : [R] extends [`HEAD ${string}`]
    ? null
    : OutputOfOperation<OperationOf<Paths, R>>;

/**
 * The type of a route's result, for types of your own.
 *
 * ```ts
 * type Session = OutputOf<paths, "GET /v1/sessions/{sessionId}">;
 * ```
 */
export type OutputOf<Paths, R extends RouteOf<Paths>> = SpecOutput<Paths, R>;
