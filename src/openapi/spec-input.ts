import type { ParamNames } from "../error/route-form.ts";
import type { JsonType } from "./media-type.ts";
import type { IsAnyRoute, OperationOf } from "./spec.ts";

type ParametersIn<Place extends string, Operation> = Operation extends { parameters: infer Places }
  ? Place extends keyof Places
    ? NonNullable<Places[Place]>
    : never
  : never;

/** The type of a path parameter. The app itself formats what is neither string, number nor boolean. */
type PathValue<Value> = unknown extends Value
  ? string | number
  : Value extends string | number
    ? Value
    : Value extends boolean
      ? `${Value}`
      : string;

type PathValues<Values, Names extends string> = {
  readonly [Name in Names]: Name extends keyof Values
    ? PathValue<NonNullable<Values[Name]>>
    : string | number;
};

/** `params`, with the names in the route and the types in the spec; required only if the route has parameters. */
export type SpecParams<Paths, R extends string> = [ParamNames<R>] extends [never]
  ? { readonly params?: Readonly<Record<string, never>> }
  : {
      readonly params: PathValues<ParametersIn<"path", OperationOf<Paths, R>>, ParamNames<R>>;
    };

type Sendable = string | number | boolean | Date;

type QueryItem<Value> = unknown extends Value
  ? Sendable
  : Value extends string
    ? string extends Value
      ? Value | Date
      : Value
    : Value extends number | boolean | null
      ? Value
      : never;

type QueryValue<Value> = unknown extends Value
  ? Sendable | readonly Sendable[]
  : Value extends readonly (infer Item)[]
    ? QueryItem<Item> | readonly QueryItem<Item>[]
    : QueryItem<Value>;

type IsOptional<Values, Name extends keyof Values> =
  Record<never, never> extends Pick<Values, Name> ? true : false;

type FlatQuery<Values> = {
  readonly [Name in keyof Values as [QueryValue<Values[Name]>] extends [never]
    ? never
    : Name]: IsOptional<Values, Name> extends true
    ? QueryValue<Values[Name]> | null | undefined
    : QueryValue<Values[Name]>;
};

type IsNested<Value> = Value extends Sendable | readonly unknown[] | null ? never : true;

type NestedNames<Values> = {
  [Name in keyof Values & string]-?: unknown extends Values[Name]
    ? never
    : [IsNested<NonNullable<Values[Name]>>] extends [never]
      ? never
      : Name;
}[keyof Values & string];

/** An object in the spec's query is written name by name: `"created[gte]"`. */
type NestedQuery<Names extends string> = [Names] extends [never]
  ? unknown
  : {
      readonly [Name in `${Names}[${string}]`]?: Sendable | readonly Sendable[] | null | undefined;
    };

type QueryOf<Values> = FlatQuery<Values> & NestedQuery<NestedNames<Values>>;

type QueryPart<Values> = [Values] extends [never]
  ? { readonly query?: Readonly<Record<string, never>> }
  : Record<never, never> extends QueryOf<Values>
    ? { readonly query?: QueryOf<Values> }
    : { readonly query: QueryOf<Values> };

/** `query`. Optional parameters may be `null` or `undefined`, and are left out then. */
export type SpecQuery<Paths, R> = QueryPart<ParametersIn<"query", OperationOf<Paths, R>>>;

/** The query parameters that a page may add or override. */
export type SpecPageQuery<Paths, R> = PageQuery<ParametersIn<"query", OperationOf<Paths, R>>>;

type PageQuery<Values> = [Values] extends [never]
  ? Readonly<Record<string, never>>
  : QueryOf<Partial<Values>>;

/** Sent as it is, with its own content type or the call's. */
type Bytes = Blob | ArrayBuffer | ArrayBufferView<ArrayBuffer>;

type BodyAs<Type, Value> = Type extends JsonType
  ? Value
  : Type extends `multipart/${string}`
    ? FormData
    : Type extends `application/x-www-form-urlencoded${string}`
      ? URLSearchParams
      : Type extends "*/*"
        ? Value | string | Bytes
        : string | Bytes;

type BodyOf<RequestBody> = RequestBody extends { content: infer Content }
  ? { [Type in keyof Content]: BodyAs<Type, Content[Type]> }[keyof Content]
  : never;

type BodyPart<Operation> = Operation extends { requestBody: infer RequestBody }
  ? { readonly body: BodyOf<RequestBody> }
  : Operation extends { requestBody?: { content: infer Content } }
    ? { readonly body?: BodyOf<{ content: Content }> }
    : { readonly body?: undefined };

/**
 * `body`: JSON has the spec's type, forms are FormData or URLSearchParams, and all else is bytes, or text with its
 * `content-type` among the headers. GET and HEAD have none: `fetch` refuses it.
 */
export type SpecBody<Paths, R> = [R] extends [`${"GET" | "HEAD"} ${string}`]
  ? { readonly body?: undefined }
  : BodyPart<OperationOf<Paths, R>>;

type HeaderValue<Value> = Value extends string
  ? Value
  : Value extends number | boolean
    ? `${Value}`
    : string;

type HeaderValues<Values> = [Values] extends [never]
  ? Readonly<Record<string, string>>
  : Readonly<Record<string, string>> & {
      readonly [Name in keyof Values]?: HeaderValue<NonNullable<Values[Name]>>;
    };

/**
 * `headers`: those in the spec by name, and any other. None is required, since the API may set it for all of its calls:
 * in its own `headers`, by its credentials or as the idempotency key.
 */
export interface SpecHeaders<Paths, R> {
  readonly headers?: HeaderValues<ParametersIn<"header", OperationOf<Paths, R>>>;
}

/** Whether a route may be called without options. */
export type NeedsNothing<Paths, R extends string> =
  IsAnyRoute<Paths, R> extends true
    ? true
    : Record<never, never> extends SpecInput<Paths, R>
      ? true
      : false;

/** The options of a route according to its spec. */
export type SpecInput<Paths, R extends string> = SpecParams<Paths, R> &
  SpecQuery<Paths, R> &
  SpecBody<Paths, R> &
  SpecHeaders<Paths, R>;
