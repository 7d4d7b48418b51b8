import { connection } from "next/server";
import { Suspense } from "react";
import { SessionPart } from "@/lib/session-part";
import { PartBoundary } from "./part-boundary";

export default async function Page() {
  await connection();
  return (
    <PartBoundary>
      <Suspense fallback="Loading…">
        <SessionPart />
      </Suspense>
    </PartBoundary>
  );
}
