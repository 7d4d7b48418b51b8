import Link from "next/link";

export default function Home() {
  return (
    <>
      <h1>Sessions</h1>
      <Link href="/server" prefetch={false}>
        On the server
      </Link>
    </>
  );
}
