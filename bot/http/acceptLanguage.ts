// Which of our languages a browser asks for.
import { type Language, parseLanguage } from '../../knowledge/index.ts';

/**
 * @param header Accept-Language: "de-DE,de;q=0.9,en;q=0.5"
 * @returns the one it likes best of those we have, or null
 */
export function preferredLanguage(header: string | undefined): Language | null {
  const offers = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((offer) => {
      const [tag, ...parameters] = offer.split(';');
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)/u.exec(parameter)?.[1]).find(Boolean);
      return { language: parseLanguage(tag), quality: Number(quality ?? 1) };
    })
    .filter((offer) => offer.quality > 0)
    .toSorted((one, other) => other.quality - one.quality);
  return offers.find((offer) => offer.language)?.language ?? null;
}
