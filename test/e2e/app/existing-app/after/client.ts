import axios from "axios";
import { createApi } from "react-recourse";

const baseURL = new URLSearchParams(location.search).get("api") ?? "/";

export const api = createApi({ baseUrl: baseURL });

export const client = axios.create({ baseURL, adapter: "fetch", env: { fetch: api.fetch } });

client.interceptors.request.use((config) => {
  config.headers.set("Authorization", `Bearer ${sessionStorage.getItem("token") ?? "t1"}`);
  return config;
});
