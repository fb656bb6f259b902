import { PageNotFound } from "@/app/_components/page-not-found";
import { say } from "@/lib/messages/say";

/** Within the frame, whose page is the document's `main`. A board that is missing has no title to show in the browser. */
export default function NotFound() {
  return (
    <>
      <title>{say("app.notFound.pageTitle")}</title>
      <PageNotFound />
    </>
  );
}
