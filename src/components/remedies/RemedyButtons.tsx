"use client";

import { RemedyButton } from "./RemedyButton.tsx";
import type { ErrorGuidance } from "./useErrorGuidance.ts";

/** The remedies that a card or a toast offers. Draws nothing if there is none. */
export function RemedyButtons({ guidance }: { guidance: ErrorGuidance }) {
  const { primary, secondary } = guidance;
  if (!primary && !secondary) return null;
  return (
    <div className="recourse-actions">
      {primary && <RemedyButton key={primary.id} action={primary} emphasis="primary" />}
      {secondary && <RemedyButton key={secondary.id} action={secondary} emphasis="secondary" />}
    </div>
  );
}
