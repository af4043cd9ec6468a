/** The languages of the host's own texts, the first one for whoever asks for none of them. */
export const languages = ['fr', 'en', 'nl'] as const;
export type Language = (typeof languages)[number];

export function toLanguage(tag: string): Language {
  return languages.find((language) => tag.split('-')[0] === language) ?? languages[0];
}
