import { Link } from "react-router";

export default function Home() {
  return (
    <>
      <h1>Sessions</h1>
      <Link to="/loaded">Session s1</Link>
    </>
  );
}
