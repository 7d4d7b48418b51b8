import { misuse } from "../error/misuse.ts";

/** A schema of zod, valibot, ArkType or any library with Standard Schema (standardschema.dev, version 1). */
export interface StandardSchema<Output = unknown> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => SchemaResult<Output> | Promise<SchemaResult<Output>>;
    readonly types?: { readonly input: unknown; readonly output: Output } | undefined;
  };
}

type SchemaResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly SchemaIssue[] };

export interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/**
 * Checks that a schema is a Standard Schema, or absent.
 * @throws TypeError for anything else, such as a schema of an older zod
 */
export function requireSchema<Output>(
  schema: StandardSchema<Output> | undefined,
): StandardSchema<Output> | undefined {
  if (schema === undefined || typeof schema?.["~standard"]?.validate === "function") return schema;
  throw misuse(
    "schema",
    schema,
    () =>
      process.env.NODE_ENV !== "production" &&
      "must be a Standard Schema, as those of zod 4, valibot and arktype are",
  );
}
