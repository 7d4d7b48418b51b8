/**
 * An answer as a query may hold it: TanStack Query refuses `undefined`, which is what a schema may make of an answer without
 * content, so that it becomes `null`. Here the schema's type says less than the query holds: hence the cast.
 */
export function toQueryData<Output>(answer: Output): Output {
  return answer === undefined ? (null as Output) : answer;
}
