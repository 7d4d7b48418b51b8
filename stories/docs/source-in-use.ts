/** For `<Canvas source>`: what a story is given stands in an app as the state of a query. */
export const sourceInUse = {
  transform: (source: string) =>
    source
      .replace(/error=\{ApiError: .*\}$/m, "error={query.error}")
      .replace(/onRetry=\{\(\) => \{\}\}/, "onRetry={query.refetch}"),
};
