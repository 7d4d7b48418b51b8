import { runBench } from "../run-bench.ts";
import { measureToasts } from "./measure-toasts.ts";

export const runToasts = (args: readonly string[]) =>
  runBench(
    {
      name: "toasts",
      packages: ["react", "sonner", "react-hot-toast", "react-toastify"],
      measure: measureToasts,
    },
    args,
  );
