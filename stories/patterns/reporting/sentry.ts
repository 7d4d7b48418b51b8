import { addEventProcessor, captureException } from "@sentry/react";
import { sentryReporter } from "react-recourse/reporters";

export const report = sentryReporter({ addEventProcessor, captureException });
