import { act, renderHook } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { useErrorLog } from "../../../src/components/toaster/useErrorLog.ts";
import { ApiError } from "../../../src/error/api-error.ts";
import { errorToasts, toastError } from "../../../src/toasts/mounted-toasts.ts";

const failed = () =>
  new ApiError({ code: "X", kind: "conflict", message: "m", requestId: "req_1" });

describe("useErrorLog", () => {
  it("keeps up with what becomes a toast, and keeps what is dismissed, until it is cleared", () => {
    act(() => errorToasts.clearLog());
    const { result } = renderHook(() => useErrorLog());
    expect(result.current).toEqual([]);
    act(() => toastError(failed()));
    act(() => toastError(failed()));
    act(() => errorToasts.clear());
    expect(result.current).toMatchObject([{ count: 2, error: { requestId: "req_1" } }]);
    act(() => errorToasts.clearLog());
    expect(result.current).toEqual([]);
  });
});
