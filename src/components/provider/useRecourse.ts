"use client";

import { createContext, useContext } from "react";
import type { ErrorReader } from "../../envelope/error-reader.ts";
import { toApiError } from "../../envelope/to-api-error.ts";
import type { ApiError } from "../../error/api-error.ts";
import type { Catalog } from "../../guidance/catalog.ts";
import { en } from "../../guidance/locales/en.ts";
import type { RemedyId } from "../../guidance/remedy.ts";
import type { ErrorReport } from "../../report/error-report.ts";
import type { ErrorToasts } from "../../toasts/error-toasts.ts";
import { errorToasts } from "../../toasts/mounted-toasts.ts";
import { NoticedOutages } from "../../toasts/noticed-outages.ts";
import { ShownErrors } from "../../toasts/shown-errors.ts";
import { ManualRetries } from "./manual-retries.ts";

/** What a remedy does in this app. If it returns a promise, the failed part is tried again once that resolves. */
export type RemedyHandler = (error: ApiError) => unknown;

/** By remedy: the kit's own, and those of the app, whose labels its catalog entries give. */
export type RemedyHandlers = Readonly<Partial<Record<RemedyId, RemedyHandler>>>;

/** What the components under a provider share. */
export interface Recourse {
  catalog: Catalog;
  remedies: RemedyHandlers;
  supportUrl: ((report: ErrorReport) => string) | undefined;
  appVersion: string | undefined;
  /** Reads whatever was thrown. Stays the same function for as long as the app passes a `readError`, or passes none. */
  toApiError: ErrorReader;
  /** Calls the app's `onError`. Never throws. */
  onError: ((error: ApiError) => void) | undefined;
  manualRetries: ManualRetries;
  /** The store that shows unhandled failures. */
  toasts: ErrorToasts;
  shownErrors: ShownErrors;
  /** The outages that notices show. */
  noticed: NoticedOutages;
}

/** Without a provider everything still speaks English; only remedies and support are missing. */
export const RecourseContext = createContext<Recourse>({
  catalog: en,
  remedies: {},
  supportUrl: undefined,
  appVersion: undefined,
  toApiError,
  onError: undefined,
  manualRetries: new ManualRetries(),
  toasts: errorToasts,
  shownErrors: new ShownErrors(),
  noticed: new NoticedOutages(),
});

export function useRecourse(): Recourse {
  return useContext(RecourseContext);
}
