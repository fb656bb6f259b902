/** Stands for the provider's name in a driver's sentences: a driver may serve several providers. guard-provider.ts fills it in. */
export const providerName = "{provider}";

/** A driver's sentence with the name of the provider at hand. */
export const fillProviderName = (sentence: string, name: string): string => sentence.replaceAll(providerName, () => name);
