import { english, speak, type Texts } from './strings.js';

/**
 * Brings the texts of another language, `lang-….js` beside the widget, by the first part of its tag. Where there is none, or not all
 * of them, they stay English; what the assistant answers is English in any case.
 */
export async function loadLanguage(tag: string | null, assets: string): Promise<void> {
  const language = tag?.split('-')[0]?.toLowerCase() ?? english.lang;
  if (language === english.lang) return;
  try {
    const { texts }: { readonly texts: Partial<Texts> } = await import(`${assets}lang-${language}.js`);
    speak({ ...english, ...texts });
  } catch {
    console.warn(`The assistant's own texts are not there in '${language}'; they are shown in English.`);
  }
}
