/** A window so small that the opened chat fills it; style/window.css says the same. */
export const isSmallWindow = (): boolean => window.matchMedia('(max-width: 30rem), (max-height: 30rem)').matches;
