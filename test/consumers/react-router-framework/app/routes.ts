import { index, type RouteConfig, route } from "@react-router/dev/routes";

export default [
  index("routes/home.tsx"),
  route("loaded", "routes/loaded.tsx"),
  route("prefetched", "routes/prefetched.tsx"),
  route("action", "routes/action.tsx"),
] satisfies RouteConfig;
