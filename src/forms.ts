export type { FieldError } from "./forms/field-error-search.ts";
export { fieldErrors } from "./forms/field-errors.ts";
export { type FormErrorOptions, setFormErrors, toFormErrors } from "./forms/form-errors.ts";
