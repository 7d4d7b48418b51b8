/** Toasts that an app draws itself, in the kit's stack and in another library's. */

import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { toast as sonner, Toaster } from "sonner";
import { describe, expect, it, vi } from "vitest";
import { useErrorGuidance } from "../../../src/components/remedies/useErrorGuidance.ts";
import type { ErrorToastProps } from "../../../src/components/toaster/drawn-toast.ts";
import {
  ErrorToaster,
  type ErrorToasterProps,
} from "../../../src/components/toaster/ErrorToaster.tsx";
import { sonnerAdapter } from "../../../src/components/toaster/sonner-adapter.tsx";
import { ApiError } from "../../../src/error/api-error.ts";
import { toastError } from "../../../src/toasts/mounted-toasts.ts";
import { fakeFetch, json, quietApi } from "../../fetcher/fake-fetch.ts";
import { underProvider } from "../../query/under-provider.tsx";

function PlainToast(props: ErrorToastProps) {
  const { toast, onRetry, onClose, frameProps, titleProps, descriptionProps } = props;
  const { title, fix, primary } = useErrorGuidance(toast.error, { onRetry });
  return (
    <div {...frameProps}>
      <p {...titleProps}>{`${title} (${toast.count})`}</p>
      <p {...descriptionProps}>{fix}</p>
      {primary && (
        <button type="button" onClick={primary.run}>
          {primary.label}
        </button>
      )}
      <button type="button" onClick={onClose}>
        Away with it
      </button>
    </div>
  );
}

const failed = (requestId: string) =>
  new ApiError({ code: "GENERIC_ERROR", kind: "serverError", message: "m", requestId });

async function show(props: Partial<ErrorToasterProps>, retry: () => unknown) {
  const draw = (toast: ErrorToastProps) => <PlainToast {...toast} />;
  render(
    <>
      <Toaster />
      <ErrorToaster {...props}>{draw}</ErrorToaster>
    </>,
    underProvider({ api: quietApi(fakeFetch(json({})).fetch) }),
  );
  await act(async () => toastError(failed("req_1"), { retry }));
  await act(async () => toastError(failed("req_2"), { retry }));
}

// jsdom has no pointer capture, which sonner uses for swiping.
Object.assign(Element.prototype, { setPointerCapture() {} });

describe.each([
  { stack: "the kit’s own stack", props: { className: "corner" }, role: "dialog" },
  { stack: "sonner", props: { adapter: sonnerAdapter(sonner) }, role: "group" },
])("A toast that the app draws, in $stack", ({ props, role }) => {
  const found = () => screen.findByRole(role, { name: "That didn’t work (2)" });

  it("has its name, its description and its count", async () => {
    await show(props, () => {});
    expect(await found()).toHaveAccessibleDescription(/problem is on our side/);
    expect(document.querySelector(".recourse-toast")).toBeNull();
  });

  it("is dismissed by its button", async () => {
    await show(props, () => {});
    await found();
    await userEvent.click(screen.getByRole("button", { name: "Away with it" }));
    await waitFor(() => expect(screen.queryByRole(role)).toBeNull());
  });

  it("is dismissed by Escape", async () => {
    await show(props, () => {});
    const toast = await found();
    act(() => screen.getByRole("button", { name: "Away with it" }).focus());
    expect(toast).toContainElement(document.querySelector(":focus"));
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole(role)).toBeNull());
  });

  it("tries again and goes once that worked", async () => {
    const retry = vi.fn(async () => {});
    await show(props, retry);
    await found();
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(screen.queryByRole(role)).toBeNull());
    expect(retry).toHaveBeenCalledTimes(1);
  });
});

it("stands in a region that takes the app’s class beside the kit’s", async () => {
  await show({ className: "corner" }, () => {});
  const region = await screen.findByRole("region", { name: "Problems" });
  expect([...region.classList]).toEqual(["recourse", "recourse-toasts", "corner"]);
});
