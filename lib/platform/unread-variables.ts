import { variables } from "@/lib/platform/env-variables";

/** Variables of the original that have no effect here: why, or what to use instead. */
const retiredVariables: Record<string, string> = {
  BOARDS_REDIS_URL: "Inngest is the queue, and progress is stored in PostgreSQL",
  BOARDS_API_HOST: "use HOST",
  BOARDS_API_PORT: "use PORT",
  BOARDS_API_RELOAD: "use `npm run dev`",
  BOARDS_API_URL: "use BOARDS_FRONTEND_BASE_URL",
  BOARDS_INTERNAL_API_URL: "background functions read files from storage, not over HTTP",
  BOARDS_JOB_QUEUE_NAME: "Inngest names its own queues",
  BOARDS_DISABLE_GRAPHQL: "GraphQL can't be disabled",
  BOARDS_TESTING: "it's not supported",
  BOARDS_OTEL_ENABLED: "it's not supported",
  BOARDS_OTEL_ENDPOINT: "it's not supported",
  BOARDS_OTEL_SERVICE_NAME: "it's not supported",
  BOARDS_STORAGE_MAX_FILE_SIZE: "use BOARDS_MAX_UPLOAD_SIZE",
  BOARDS_STORAGE_LOCAL_PUBLIC_URL_BASE: "use BOARDS_FRONTEND_BASE_URL; file URLs start with it",
  BOARDS_STORAGE_SUPABASE_BUCKET: "use Supabase's S3 endpoint, with BOARDS_STORAGE_DEFAULT_PROVIDER=s3",
  BOARDS_SUPABASE_SERVICE_ROLE_KEY: "tokens are verified by the project's public keys",
};

/** Names that the launcher and the tests read, and the server does not. */
const launcherVariables = [
  "BOARDS_HOME",
  "BOARDS_LOCAL_INNGEST_EVENT_KEY",
  "BOARDS_LOCAL_INNGEST_SIGNING_KEY",
  "BOARDS_BROWSER",
  "BOARDS_INNGEST_CHECKPOINTS",
  "BOARDS_WORKERS",
  "BOARDS_WORKER_PORT",
  "BOARDS_STRICT_STATEMENTS",
];

/** A sentence for every BOARDS_ variable that is set and read by nothing, most often misspelt. */
export function unreadVariables(source: Record<string, string | undefined>): string[] {
  const known = new Set([...Object.keys(variables), ...launcherVariables]);
  return Object.keys(source)
    .filter((name) => name.startsWith("BOARDS_") && source[name] && !known.has(name))
    .map((name) => {
      const instead = retiredVariables[name];
      if (instead) return `${name} has no effect: ${instead}.`;
      return `${name} is not a setting of Boards. See .env.example for the list.`;
    });
}
