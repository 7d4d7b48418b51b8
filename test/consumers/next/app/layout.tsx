import type { ReactNode } from "react";
import "react-recourse/styles.css";
import { Providers } from "./providers";

export const metadata = { title: "Sessions", icons: "data:," };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <Providers>
          <main>{children}</main>
        </Providers>
      </body>
    </html>
  );
}
