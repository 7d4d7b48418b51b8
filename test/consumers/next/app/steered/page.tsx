"use client";

import { notFound, redirect, useSearchParams } from "next/navigation";
import { Suspense } from "react";
import { ErrorBoundary } from "react-recourse";

function Steered() {
  const to = useSearchParams().get("to");
  if (to === "home") redirect("/");
  if (to === "nowhere") notFound();
  return <h1>Here</h1>;
}

export default function Page() {
  return (
    <ErrorBoundary>
      <Suspense>
        <Steered />
      </Suspense>
    </ErrorBoundary>
  );
}
