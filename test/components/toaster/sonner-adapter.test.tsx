import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Fragment, StrictMode } from "react";
import { Toaster, toast } from "sonner";
import { describe, expect, it } from "vitest";
import { ErrorToaster } from "../../../src/components/toaster/ErrorToaster.tsx";
import {
  sonnerAdapter,
  type ToastAdapter,
} from "../../../src/components/toaster/sonner-adapter.tsx";
import { ApiError } from "../../../src/error/api-error.ts";
import { errorToasts, toastError } from "../../../src/toasts/mounted-toasts.ts";
import { fakeFetch, json, quietApi } from "../../fetcher/fake-fetch.ts";
import { underProvider } from "../../query/under-provider.tsx";

// jsdom has no pointer capture, which sonner uses for swiping.
Object.assign(Element.prototype, { setPointerCapture() {} });

const expired = (requestId: string) =>
  new ApiError({
    code: "SESSION_EXPIRED",
    kind: "notFound",
    message: "m",
    route: "GET /v1/x",
    requestId,
  });

const adapter = sonnerAdapter(toast);

/** Sonner stands beside the provider, as in an app that had it first. */
function show(Mode: typeof StrictMode = Fragment) {
  const { wrapper: Provider } = underProvider({
    api: quietApi(fakeFetch(json({})).fetch),
    remedies: { openSession: () => {} },
  });
  const ui = (isShown: boolean) => (
    <Mode>
      <Toaster />
      <Provider>{isShown && <ErrorToaster adapter={adapter} />}</Provider>
    </Mode>
  );
  const view = render(ui(true));
  return {
    ...view,
    leave: () => view.rerender(ui(false)),
    comeBack: () => view.rerender(ui(true)),
  };
}

const fail = (requestId: string) => act(async () => toastError(expired(requestId)));
const found = () => screen.findByRole("group", { name: /This session has expired/ });

describe("an error toast in an app's own sonner", () => {
  it("has the same words, button and request id, also with sonner outside of the provider", async () => {
    show();
    await fail("req_1");
    const content = within(await found());
    expect(content.getByText(/Open a new one to go on/)).toBeInTheDocument();
    expect(content.getByRole("button", { name: "Open a new session" })).toBeInTheDocument();
    expect(content.getByText("req_1", { selector: "code" })).toBeInTheDocument();
    expect(document.querySelectorAll("[data-sonner-toast]")).toHaveLength(1);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("is one for equal failures, counted, with the newest id", async () => {
    show();
    await fail("req_1");
    await fail("req_2");
    const content = within(await found());
    expect(content.getByText("×2")).toBeInTheDocument();
    expect(content.getByText("req_2", { selector: "code" })).toBeInTheDocument();
    expect(document.querySelectorAll("[data-sonner-toast]")).toHaveLength(1);
  });

  it("is dismissed by its own button, and may come back", async () => {
    show();
    await fail("req_1");
    await userEvent.click(within(await found()).getByRole("button", { name: "Dismiss" }));
    expect(errorToasts.open()).toEqual([]);
    await waitFor(() => expect(document.querySelector("[data-sonner-toast]")).toBeNull());
    await fail("req_2");
    expect(within(await found()).queryByText(/×/)).toBeNull();
  });

  it("is closed here as well when sonner dismisses it", async () => {
    show();
    await fail("req_1");
    await found();
    act(() => void toast.dismiss());
    await waitFor(() => expect(errorToasts.open()).toEqual([]));
  });

  it("goes with the toaster", async () => {
    const { leave } = show();
    await fail("req_1");
    await found();
    leave();
    await waitFor(() => expect(document.querySelector("[data-sonner-toast]")).toBeNull());
  });
});

it("comes back with its toaster, which a change of page took off for a while", async () => {
  const { leave, comeBack } = show();
  await fail("req_1");
  await found();
  leave();
  await waitFor(() => expect(screen.queryByRole("group")).toBeNull());
  expect(errorToasts.open()).toHaveLength(1);
  comeBack();
  const shown = await found();
  await userEvent.click(within(shown).getByRole("button", { name: "Dismiss" }));
  await waitFor(() => expect(errorToasts.open()).toHaveLength(0));
});

it("comes back also while sonner still lets it fade", async () => {
  const { leave, comeBack } = show();
  await fail("req_1");
  await found();
  const faded = document.querySelector("[data-sonner-toast]");
  leave();
  await waitFor(() => expect(faded).toHaveAttribute("data-removed", "true"));
  comeBack();
  await waitFor(() => expect(faded).not.toBeInTheDocument());
  expect(await found()).toBeVisible();
});

it("is closed here as well when sonner dismisses it in StrictMode", async () => {
  await fail("req_1");
  show(StrictMode);
  await found();
  act(() => void toast.dismiss());
  await waitFor(() => expect(errorToasts.open()).toEqual([]));
});

describe("another library's stack", () => {
  it("closes nothing else by telling late that a toast was dismissed", async () => {
    const dismissals: (() => void)[] = [];
    const lateAdapter: ToastAdapter = {
      show: (_key, _content, onDismiss) => void dismissals.push(onDismiss),
      hide() {},
    };
    render(
      <ErrorToaster adapter={lateAdapter} />,
      underProvider({ api: quietApi(fakeFetch(json({})).fetch) }),
    );
    await fail("req_1");
    act(() => errorToasts.clear());
    await fail("req_2");
    act(() => dismissals[0]?.());
    expect(errorToasts.open()).toHaveLength(1);
    act(() => dismissals.at(-1)?.());
    expect(errorToasts.open()).toHaveLength(0);
  });
});
