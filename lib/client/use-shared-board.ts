"use client";

import { useQuery } from "@apollo/client/react";
import { type RefCallback, useCallback, useEffect, useRef } from "react";
import { graphql } from "./generated/index.ts";
import { keepRenewed } from "./live/keep-renewed.ts";
import { type SteadySource, steadySource } from "./live/steady-source.ts";
import { useRetry } from "./live/use-retry.ts";

const sharedBoardQuery = graphql(`
  query SharedBoard($token: String!) {
    sharedBoard(token: $token) {
      title
      description
      ownerName
      showsRecipe
      expiresAt
      filesExpireAt
      generations(limit: 200) {
        id
        artifactType
        storageUrl
        downloadUrl
        small: thumbnailUrl(width: 320)
        medium: thumbnailUrl(width: 640)
        large: thumbnailUrl(width: 1280)
        textContent
        width
        height
        durationSeconds
        createdAt
        generatorTitle
        inputParams
      }
    }
  }
`);

/**
 * The board of a share link with its newest 200 results; `board` is null when the link opens nothing (any more), undefined while it loads. Addresses of
 * files end within five minutes: they are renewed before, also after the machine has slept or was offline. Images take a new address as it
 * comes; for video and audio give the element the `ref` of `useSteadySource`. `renew` asks for new addresses at once.
 */
export function useSharedBoard(token: string) {
  const { data, error, refetch } = useQuery(sharedBoardQuery, { variables: { token }, fetchPolicy: "cache-and-network" });
  const board = data?.sharedBoard;
  const endsAt = useRef(0);
  endsAt.current = board ? new Date(board.filesExpireAt).getTime() : 0;
  const isOpen = Boolean(board);

  useRetry(!data && error, refetch);
  useEffect(() => (isOpen ? keepRenewed(() => endsAt.current, refetch) : undefined), [isOpen, refetch]);
  return { board, error, renew: refetch };
}

/**
 * A `ref` for a video or audio element that plays a shared file: it keeps playing when its address is renewed, and goes on at the same place by
 * the newest address when the old one opens nothing any more. The element gets no `src` of its own.
 */
export function useSteadySource(address: string | null, renew: () => unknown): RefCallback<HTMLMediaElement> {
  const source = useRef<SteadySource | null>(null);
  const newest = useRef({ address, renew });
  newest.current = { address, renew };
  useEffect(() => {
    if (address) source.current?.offer(address);
  }, [address]);
  const hasAddress = address !== null;
  return useCallback(
    (element: HTMLMediaElement | null) => {
      source.current?.stop();
      const first = newest.current.address;
      source.current = element && hasAddress && first ? steadySource(element, first, () => newest.current.renew()) : null;
    },
    [hasAddress],
  );
}
