export { type FieldError, fieldErrors } from "./forms/field-errors.ts";
export { type FormErrorOptions, setFormErrors, toFormErrors } from "./forms/form-errors.ts";
