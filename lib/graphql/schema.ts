import "@/lib/users/graphql";
import "@/lib/api-keys/graphql";
import "@/lib/accounts/graphql";
import "@/lib/sessions/graphql";
import "@/lib/boards/graphql";
import "@/lib/members/graphql";
import "@/lib/invitations/graphql";
import "@/lib/sharing/graphql";
import "@/lib/generators/graphql";
import "@/lib/generator-settings/graphql";
import "@/lib/providers/graphql";
import "@/lib/credits/graphql";
import "@/lib/generations/graphql";
import "@/lib/provider-jobs/graphql";
import "@/lib/lineage/graphql";
import "@/lib/tags/graphql";
import "@/lib/marks/graphql";
import "@/lib/search/graphql";
import "@/lib/trash/graphql";
import "@/lib/audit/graphql";
import { auditMutations } from "@/lib/graphql/audit-mutations";
import { boundInputs } from "@/lib/graphql/bound-inputs";
import { boundLists } from "@/lib/graphql/bound-lists";
import { builder } from "@/lib/graphql/builder";
import { cleanArguments } from "@/lib/graphql/clean-arguments";
import { guardFields } from "@/lib/graphql/guarded-fields";

/** The whole schema: each noun adds its own part, what is not for everybody is guarded, every list has its bound, in and out, texts come clean, and the audit log hears of every mutation. */
export const schema = boundInputs(cleanArguments(auditMutations(boundLists(guardFields(builder.toSchema())))));
