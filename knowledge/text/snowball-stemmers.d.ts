declare module 'snowball-stemmers' {
  interface Stemmer {
    stem(word: string): string;
  }
  export function newStemmer(algorithm: 'english' | 'spanish' | 'portuguese' | 'french' | 'german'): Stemmer;
}
