// The words of the home page, in five languages.
import type { Language } from '../../knowledge/index.ts';

export interface HomeTexts {
  readonly name: string;
  readonly description: string;
  readonly skip: string;
  readonly languages: string;
  readonly heading: string;
  readonly lead: string;
  readonly label: string;
  readonly placeholder: string;
  readonly ask: string;
  readonly automatic: string;
  readonly examplesHeading: string;
  /** Each must be answered, or understood as the wish for a person: tests/webChat/examples.test.ts asks them all. */
  readonly examples: readonly string[];
  readonly howHeading: string;
  readonly how: readonly { readonly heading: string; readonly text: string }[];
  readonly privacy: string;
  readonly noScript: string;
}

export const homeTexts: Readonly<Record<Language, HomeTexts>> = {
  en: {
    name: 'Questions about ICLEI',
    description:
      'Ask about ICLEI, smart and sustainable cities, and how cities and businesses work together.',
    skip: 'Skip to the question box',
    languages: 'Languages',
    heading: 'What would you like to know?',
    lead: 'Ask about ICLEI, the worldwide network of local governments for sustainability, about smart and sustainable cities, or about how cities and businesses work together.',
    label: 'Your question',
    placeholder: 'For example: What is ICLEI?',
    ask: 'Ask',
    automatic: 'You get an automatic answer with its source. If there is none, ICLEI’s staff take over.',
    examplesHeading: 'Examples',
    examples: [
      'What is ICLEI?',
      'What is a smart city for ICLEI?',
      'What is the Solutions Gateway?',
      'Why should cities and businesses work together?',
      'How can my city join ICLEI?',
      'I would like to talk to a person',
    ],
    howHeading: 'Where the answers come from',
    how: [
      {
        heading: 'Written by people',
        text: 'The assistant makes nothing up. It finds the answer in a collection that people have written and checked.',
      },
      {
        heading: 'Every answer names its source',
        text: 'Below each answer you see where it comes from, how recent it is, and when it was last checked.',
      },
      {
        heading: 'People are there for you',
        text: 'What the assistant can’t answer goes to ICLEI’s staff. Their reply appears in the same chat, even if you come back later.',
      },
    ],
    privacy: 'Nothing is stored in your browser until you open the chat.',
    noScript: 'The chat needs JavaScript. Please allow it for this page.',
  },
  es: {
    name: 'Preguntas sobre ICLEI',
    description:
      'Pregunte sobre ICLEI, las ciudades inteligentes y sostenibles y la cooperación entre ciudades y empresas.',
    skip: 'Ir al campo de la pregunta',
    languages: 'Idiomas',
    heading: '¿Qué le gustaría saber?',
    lead: 'Pregunte sobre ICLEI, la red mundial de gobiernos locales comprometidos con el desarrollo sostenible, sobre las ciudades inteligentes y sostenibles o sobre la cooperación entre ciudades y empresas.',
    label: 'Su pregunta',
    placeholder: 'Por ejemplo: ¿Qué es ICLEI?',
    ask: 'Preguntar',
    automatic:
      'Recibirá una respuesta automática con su fuente. Si no la encontramos, le atenderá el equipo de ICLEI.',
    examplesHeading: 'Ejemplos',
    examples: [
      '¿Qué es ICLEI?',
      '¿Qué es una ciudad inteligente para ICLEI?',
      '¿Qué es el Solutions Gateway?',
      '¿Por qué deberían trabajar juntas las ciudades y las empresas?',
      '¿Cómo puede mi ciudad unirse a ICLEI?',
      'Quiero hablar con una persona',
    ],
    howHeading: 'De dónde vienen las respuestas',
    how: [
      {
        heading: 'Redactadas por personas',
        text: 'El asistente no inventa nada. Busca la respuesta en una colección de textos que han redactado y revisado personas.',
      },
      {
        heading: 'Cada respuesta indica su fuente',
        text: 'Debajo de cada respuesta verá de dónde procede, de qué fecha es la información y cuándo se revisó por última vez.',
      },
      {
        heading: 'Un equipo a su disposición',
        text: 'Lo que el asistente no sabe contestar llega al equipo de ICLEI. La respuesta aparece en el mismo chat, aunque vuelva más tarde.',
      },
    ],
    privacy: 'No se guarda nada en su navegador hasta que abra el chat.',
    noScript: 'El chat necesita JavaScript. Por favor, permítalo en esta página.',
  },
  pt: {
    name: 'Perguntas sobre o ICLEI',
    description:
      'Pergunte sobre o ICLEI, cidades inteligentes e sustentáveis e a cooperação entre cidades e empresas.',
    skip: 'Ir para o campo da pergunta',
    languages: 'Idiomas',
    heading: 'O que você gostaria de saber?',
    lead: 'Pergunte sobre o ICLEI, a rede mundial de governos locais pela sustentabilidade, sobre cidades inteligentes e sustentáveis ou sobre a cooperação entre cidades e empresas.',
    label: 'Sua pergunta',
    placeholder: 'Por exemplo: O que é o ICLEI?',
    ask: 'Perguntar',
    automatic:
      'Você recebe uma resposta automática com a fonte. Se não houver resposta, a equipe do ICLEI assume.',
    examplesHeading: 'Exemplos',
    examples: [
      'O que é o ICLEI?',
      'O que é uma cidade inteligente para o ICLEI?',
      'O que é o Solutions Gateway?',
      'Por que cidades e empresas deveriam trabalhar juntas?',
      'Como minha cidade pode aderir ao ICLEI?',
      'Quero falar com uma pessoa',
    ],
    howHeading: 'De onde vêm as respostas',
    how: [
      {
        heading: 'Escritas por pessoas',
        text: 'O assistente não inventa nada. Ele busca a resposta em uma coleção de textos escritos e revisados por pessoas.',
      },
      {
        heading: 'Toda resposta cita a fonte',
        text: 'Abaixo de cada resposta você vê de onde ela vem, de quando é a informação e quando foi revisada pela última vez.',
      },
      {
        heading: 'Uma equipe à disposição',
        text: 'O que o assistente não sabe responder vai para a equipe do ICLEI. A resposta aparece no mesmo chat, mesmo que você volte mais tarde.',
      },
    ],
    privacy: 'Nada é guardado no seu navegador até você abrir o chat.',
    noScript: 'O chat precisa de JavaScript. Por favor, permita-o nesta página.',
  },
  fr: {
    name: 'Questions sur ICLEI',
    description:
      'Posez vos questions sur ICLEI, les villes intelligentes et durables et la coopération entre villes et entreprises.',
    skip: 'Aller au champ de la question',
    languages: 'Langues',
    heading: 'Que souhaitez\u2011vous savoir ?',
    lead: 'Posez vos questions sur ICLEI, le réseau mondial des gouvernements locaux pour le développement durable, sur les villes intelligentes et durables ou sur la coopération entre villes et entreprises.',
    label: 'Votre question',
    placeholder: 'Par exemple : Qu’est-ce qu’ICLEI ?',
    ask: 'Poser la question',
    automatic:
      'Vous recevez une réponse automatique avec sa source. À défaut, l’équipe d’ICLEI prend le relais.',
    examplesHeading: 'Exemples',
    examples: [
      'Qu’est-ce qu’ICLEI ?',
      'Qu’est-ce qu’une ville intelligente pour ICLEI ?',
      'Qu’est-ce que le Solutions Gateway ?',
      'Pourquoi les villes et les entreprises devraient-elles travailler ensemble ?',
      'Comment ma ville peut-elle adhérer à ICLEI ?',
      'Je voudrais parler à une personne',
    ],
    howHeading: 'D’où viennent les réponses',
    how: [
      {
        heading: 'Rédigées par des humains',
        text: 'L’assistant n’invente rien. Il cherche la réponse dans un recueil de textes que des personnes ont rédigés et vérifiés.',
      },
      {
        heading: 'Chaque réponse cite sa source',
        text: 'Sous chaque réponse, vous voyez d’où elle vient, de quand date l’information et quand elle a été vérifiée pour la dernière fois.',
      },
      {
        heading: 'Une équipe à votre écoute',
        text: 'Ce que l’assistant ne sait pas est transmis à l’équipe d’ICLEI. Sa réponse s’affiche dans la même discussion, même si vous revenez plus tard.',
      },
    ],
    privacy: 'Rien n’est enregistré dans votre navigateur tant que vous n’ouvrez pas la discussion.',
    noScript: 'La discussion a besoin de JavaScript. Merci de l’autoriser pour cette page.',
  },
  de: {
    name: 'Fragen zu ICLEI',
    description:
      'Stellen Sie Ihre Fragen zu ICLEI, zu smarten und nachhaltigen Städten und zur Zusammenarbeit von Städten und Unternehmen.',
    skip: 'Zum Fragefeld springen',
    languages: 'Sprachen',
    heading: 'Was möchten Sie wissen?',
    lead: 'Stellen Sie Ihre Fragen zu ICLEI, dem weltweiten Netzwerk von Städten, Gemeinden und Regionen für Nachhaltigkeit, zu smarten und nachhaltigen Städten oder dazu, wie Städte und Unternehmen zusammenarbeiten.',
    label: 'Ihre Frage',
    placeholder: 'Zum Beispiel: Was ist ICLEI?',
    ask: 'Fragen',
    automatic:
      'Sie erhalten eine automatische Antwort mit Quelle. Gibt es keine, übernimmt das Team von ICLEI.',
    examplesHeading: 'Beispiele',
    examples: [
      'Was ist ICLEI?',
      'Was ist für ICLEI eine Smart City?',
      'Was ist das Solutions Gateway?',
      'Warum sollten Städte und Unternehmen zusammenarbeiten?',
      'Wie kann meine Stadt ICLEI beitreten?',
      'Ich möchte mit einem Menschen sprechen',
    ],
    howHeading: 'Woher die Antworten kommen',
    how: [
      {
        heading: 'Von Menschen geschrieben',
        text: 'Der Assistent erfindet nichts. Er sucht die Antwort in einer Sammlung, die Menschen geschrieben und geprüft haben.',
      },
      {
        heading: 'Jede Antwort nennt ihre Quelle',
        text: 'Unter jeder Antwort steht, woher sie stammt, von wann die Angaben sind und wann sie zuletzt geprüft wurden.',
      },
      {
        heading: 'Ein Team ist für Sie da',
        text: 'Was der Assistent nicht beantworten kann, geht an das Team von ICLEI. Die Antwort erscheint im selben Chat, auch wenn Sie später wiederkommen.',
      },
    ],
    privacy: 'In Ihrem Browser wird nichts gespeichert, bevor Sie den Chat öffnen.',
    noScript: 'Der Chat braucht JavaScript. Bitte erlauben Sie es für diese Seite.',
  },
};
