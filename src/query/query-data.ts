/**
 * An answer as a query may store it. TanStack Query refuses `undefined`, which a schema may make of an answer without
 * content: it becomes `null`. The schema's type does not say so: hence the cast.
 */
export function toQueryData<Output>(answer: Output): Output {
  return answer === undefined ? (null as Output) : answer;
}
