/** Apart from the rest of `useRemedy`, since React 18 has no Activity. */

import { act, render, screen } from "@testing-library/react";
import { Activity } from "react";
import { expect, it } from "vitest";
import { RemedyButton } from "../../../src/components/remedies/RemedyButton.tsx";
import type { RemedyAction } from "../../../src/components/remedies/remedy-action.ts";
import { pending } from "../../fetcher/fake-fetch.ts";

it("A remedy that was done while it was hidden can be pressed again", async () => {
  const done = pending<void>();
  const action: RemedyAction = { id: "signIn", label: "Sign in", run: () => done.promise };
  const page = (mode: "visible" | "hidden") => (
    <Activity mode={mode}>
      <RemedyButton action={action} emphasis="primary" />
    </Activity>
  );
  const { rerender } = render(page("visible"));
  await act(async () => screen.getByRole("button").click());
  rerender(page("hidden"));
  await act(async () => done.resolve());
  rerender(page("visible"));
  expect(screen.getByRole("button")).toHaveTextContent("Sign in");
  expect(screen.getByRole("button")).not.toHaveAttribute("aria-busy");
});
