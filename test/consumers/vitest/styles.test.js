import "react-recourse/styles.css";
import "react-recourse/themes/shadcn.css";

test("stylesheets can be imported", () => {});
