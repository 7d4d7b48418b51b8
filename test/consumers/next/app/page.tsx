import Link from "next/link";

export default function Home() {
  return (
    <>
      <h1>Sessions</h1>
      <Link href="/sessions/s1">Session s1</Link>
    </>
  );
}
