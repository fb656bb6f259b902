/** For `unverified`: fal's page itself could not be read, only what others quote of its schema and prices (September and October 2026). */
export const secondHand = "Its inputs and price are from others who quote fal's schema: fal's own page could not be read";
