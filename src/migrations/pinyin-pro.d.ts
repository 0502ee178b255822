declare module 'pinyin-pro/dist/esm/data/surname.mjs' {
  /** Readings of surnames, with the signs of their tones. */
  const surnames: Readonly<Record<string, string>>;
  export default surnames;
}
