import type { Invariant } from "./left-behind";

/** Members, tags, marks, links, generations, models and money are of the tenant of the board or person that they belong to. */
export const tenantsDoNotMix: Invariant = {
  name: "tenants do not mix",
  violations: ({ rows }) =>
    rows(`
      SELECT 'board' AS what, b.id::text FROM boards.boards AS b JOIN boards.users AS u ON u.id = b.owner_id WHERE u.tenant_id <> b.tenant_id
      UNION ALL SELECT 'generation', g.id::text FROM boards.generations AS g JOIN boards.boards AS b ON b.id = g.board_id WHERE b.tenant_id <> g.tenant_id
      UNION ALL SELECT 'member', m.id::text FROM boards.board_members AS m JOIN boards.boards AS b ON b.id = m.board_id JOIN boards.users AS u ON u.id = m.user_id WHERE u.tenant_id <> b.tenant_id
      UNION ALL SELECT 'tag', x.id::text FROM boards.generation_tags AS x JOIN boards.tags AS t ON t.id = x.tag_id JOIN boards.generations AS g ON g.id = x.generation_id WHERE t.tenant_id <> g.tenant_id
      UNION ALL SELECT 'share link', l.id::text FROM boards.share_links AS l JOIN boards.boards AS b ON b.id = l.board_id WHERE b.tenant_id <> l.tenant_id
      UNION ALL SELECT 'invitation', i.id::text FROM boards.invitations AS i JOIN boards.boards AS b ON b.id = i.board_id WHERE b.tenant_id <> i.tenant_id
      UNION ALL SELECT 'model', j.id::text FROM boards.provider_jobs AS j JOIN boards.added_models AS m ON m.name = j.generator_name WHERE m.tenant_id <> j.tenant_id
      UNION ALL SELECT 'model setting', s.id::text FROM boards.generator_settings AS s JOIN boards.added_models AS m ON m.name = s.generator_name WHERE m.tenant_id IS DISTINCT FROM s.tenant_id AND m.tenant_id IS NOT NULL
      UNION ALL SELECT 'money', t.id::text FROM boards.credit_transactions AS t JOIN boards.users AS u ON u.id = t.user_id WHERE u.tenant_id <> t.tenant_id`),
};
