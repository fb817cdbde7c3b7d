// How people write the small words on a phone: "wat", "q es", "oq é", "cest koi", "vc". They are too short to be repaired by their
// letters, and what a question asks for often hangs on them.
import { type Token, tokenise } from './tokens.ts';

const forms: Readonly<Record<string, string>> = {
  // English
  wat: 'what',
  waht: 'what',
  wht: 'what',
  whats: 'what is',
  hw: 'how',
  hwo: 'how',
  wich: 'which',
  wher: 'where',
  dose: 'does',
  ur: 'your',
  thier: 'their',
  teh: 'the',
  abt: 'about',
  u: 'you',
  pls: 'please',
  plz: 'please',
  // Spanish and Portuguese
  q: 'que',
  qe: 'que',
  ke: 'que',
  kien: 'quien',
  kual: 'cual',
  qien: 'quien',
  oq: 'o que',
  vc: 'você',
  vcs: 'vocês',
  qto: 'quanto',
  qtos: 'quantos',
  qtas: 'quantas',
  pq: 'por que',
  xq: 'por que',
  tb: 'também',
  tbm: 'também',
  // French
  cest: 'c’est',
  koi: 'quoi',
  kel: 'quel',
  kelle: 'quelle',
  keske: 'qu’est-ce que',
  kesk: 'qu’est-ce que',
  questce: 'qu’est-ce',
  quesque: 'qu’est-ce que',
  estce: 'est-ce',
  pk: 'pourquoi',
  pourkoi: 'pourquoi',
  // German
  wass: 'was',
  wiso: 'wieso',
  wiviel: 'wie viel',
  wieviele: 'wie viele',
  wiviele: 'wie viele',
  gibts: 'gibt es',
};
const spelt = new Map(Object.entries(forms).map(([short, long]) => [short, tokenise(long)]));

/** Writes out the small words; each keeps what was typed. */
export function writeOut(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => {
    const words = spelt.get(token.folded);
    return words ? words.map((word) => ({ ...word, typed: token.typed })) : [token];
  });
}
