import axios from "axios";

const baseURL = new URLSearchParams(location.search).get("api") ?? "/";

export const client = axios.create({ baseURL });

client.interceptors.request.use((config) => {
  config.headers.set("Authorization", `Bearer ${sessionStorage.getItem("token") ?? "t1"}`);
  return config;
});
