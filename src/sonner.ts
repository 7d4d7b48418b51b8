export {
  type SonnerToast,
  sonnerAdapter,
  type ToastAdapter,
} from "./components/toaster/sonner-adapter.tsx";
