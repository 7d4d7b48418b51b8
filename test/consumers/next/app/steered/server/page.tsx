import { notFound, redirect } from "next/navigation";
import { Suspense } from "react";
import { ErrorBoundary } from "react-recourse";

type Props = { searchParams: Promise<{ to?: string }> };

export default function Page({ searchParams }: Props) {
  return (
    <ErrorBoundary>
      <Suspense>
        <Steered searchParams={searchParams} />
      </Suspense>
    </ErrorBoundary>
  );
}

async function Steered({ searchParams }: Props) {
  const { to } = await searchParams;
  if (to === "home") redirect("/");
  if (to === "nowhere") notFound();
  return <h1>Here</h1>;
}
