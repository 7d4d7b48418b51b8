"use client";

import { catchError } from "next/error";
import { ErrorCard } from "react-recourse";

/** Of a part of a page: the kit's own boundary cannot ask the server again. */
export const PartBoundary = catchError((_props: object, { error, retry }) => (
  <ErrorCard error={error} onRetry={retry} />
));
