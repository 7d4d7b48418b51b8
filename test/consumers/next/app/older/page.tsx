import { connection } from "next/server";
import { SessionPart } from "@/lib/session-part";

export default async function Page() {
  await connection();
  return <SessionPart />;
}
