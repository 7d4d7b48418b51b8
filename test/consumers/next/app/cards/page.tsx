import { connection } from "next/server";
import { Cards } from "./cards";

export default async function Page() {
  await connection();
  return <Cards />;
}
