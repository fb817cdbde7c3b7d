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
  readonly examples: readonly string[];
  readonly howHeading: string;
  readonly how: readonly { readonly heading: string; readonly text: string }[];
  readonly privacy: string;
  readonly noScript: string;
}

export const homeTexts: Readonly<Record<Language, HomeTexts>> = {
  en: {
    name: 'Questions about ICLEI',
    description: 'Ask about ICLEI, smart and sustainable cities, and how cities and companies work together.',
    skip: 'Skip to the question',
    languages: 'Languages',
    heading: 'What would you like to know?',
    lead: 'About ICLEI, the network of local governments for sustainability; about smart and sustainable cities; about how cities and companies work together.',
    label: 'Your question',
    placeholder: 'For example: What is ICLEI?',
    ask: 'Ask',
    automatic: 'You get an automatic answer with its source. If there is none, people take over.',
    examplesHeading: 'Examples',
    examples: [
      'What is ICLEI?',
      'What makes a city a smart city?',
      'What is the Solutions Gateway?',
      'How can cities and companies work together?',
      'How does a city become a member?',
      'I would like to talk to a person',
    ],
    howHeading: 'How answers are made',
    how: [
      {
        heading: 'Written by people, given automatically',
        text: 'The assistant makes nothing up. It looks for the answer in a collection that people have written and checked.',
      },
      {
        heading: 'Every answer names its source',
        text: 'Below it you see where it comes from, the time it is true for, and when it was last checked.',
      },
      {
        heading: 'People stand behind it',
        text: 'What the assistant can’t answer goes to staff. Their reply appears in the same chat, also when you come back later.',
      },
    ],
    privacy: 'Nothing is stored in your browser before you open the chat.',
    noScript: 'The chat needs JavaScript. Please allow it for this page.',
  },
  es: {
    name: 'Preguntas sobre ICLEI',
    description:
      'Pregunte por ICLEI, por las ciudades inteligentes y sostenibles y por la cooperación entre ciudades y empresas.',
    skip: 'Ir a la pregunta',
    languages: 'Idiomas',
    heading: '¿Qué le gustaría saber?',
    lead: 'Sobre ICLEI, la red de gobiernos locales por la sostenibilidad; sobre ciudades inteligentes y sostenibles; sobre cómo cooperan ciudades y empresas.',
    label: 'Su pregunta',
    placeholder: 'Por ejemplo: ¿Qué es ICLEI?',
    ask: 'Preguntar',
    automatic: 'Recibirá una respuesta automática con su fuente. Si no la hay, le atienden personas.',
    examplesHeading: 'Ejemplos',
    examples: [
      '¿Qué es ICLEI?',
      '¿Qué hace inteligente a una ciudad?',
      '¿Qué es el Solutions Gateway?',
      '¿Cómo pueden cooperar ciudades y empresas?',
      '¿Cómo se hace miembro una ciudad?',
      'Quiero hablar con una persona',
    ],
    howHeading: 'Cómo se hacen las respuestas',
    how: [
      {
        heading: 'Escritas por personas, dadas automáticamente',
        text: 'El asistente no inventa nada. Busca la respuesta en una colección que han escrito y revisado personas.',
      },
      {
        heading: 'Cada respuesta nombra su fuente',
        text: 'Debajo verá de dónde procede, para qué fecha es válida y cuándo se revisó por última vez.',
      },
      {
        heading: 'Detrás hay personas',
        text: 'Lo que el asistente no sabe contestar llega al equipo. La respuesta aparece en el mismo chat, también si vuelve más tarde.',
      },
    ],
    privacy: 'No se guarda nada en su navegador antes de que abra el chat.',
    noScript: 'El chat necesita JavaScript. Permítalo en esta página, por favor.',
  },
  pt: {
    name: 'Perguntas sobre o ICLEI',
    description:
      'Pergunte sobre o ICLEI, cidades inteligentes e sustentáveis e a cooperação entre cidades e empresas.',
    skip: 'Ir para a pergunta',
    languages: 'Idiomas',
    heading: 'O que você gostaria de saber?',
    lead: 'Sobre o ICLEI, a rede de governos locais pela sustentabilidade; sobre cidades inteligentes e sustentáveis; sobre como cidades e empresas cooperam.',
    label: 'Sua pergunta',
    placeholder: 'Por exemplo: O que é o ICLEI?',
    ask: 'Perguntar',
    automatic: 'Você recebe uma resposta automática com a fonte. Se não houver, pessoas assumem.',
    examplesHeading: 'Exemplos',
    examples: [
      'O que é o ICLEI?',
      'O que torna uma cidade inteligente?',
      'O que é o Solutions Gateway?',
      'Como cidades e empresas podem cooperar?',
      'Como uma cidade se torna membro?',
      'Quero falar com uma pessoa',
    ],
    howHeading: 'Como as respostas são feitas',
    how: [
      {
        heading: 'Escritas por pessoas, dadas automaticamente',
        text: 'O assistente não inventa nada. Ele procura a resposta em uma coleção escrita e conferida por pessoas.',
      },
      {
        heading: 'Cada resposta cita a sua fonte',
        text: 'Abaixo dela você vê de onde vem, para que data vale e quando foi conferida pela última vez.',
      },
      {
        heading: 'Há pessoas por trás',
        text: 'O que o assistente não sabe responder vai para a equipe. A resposta aparece no mesmo chat, mesmo que você volte mais tarde.',
      },
    ],
    privacy: 'Nada é guardado no seu navegador antes de você abrir o chat.',
    noScript: 'O chat precisa de JavaScript. Por favor, permita-o nesta página.',
  },
  fr: {
    name: 'Questions sur ICLEI',
    description:
      'Posez vos questions sur ICLEI, les villes intelligentes et durables et la coopération entre villes et entreprises.',
    skip: 'Aller à la question',
    languages: 'Langues',
    heading: 'Que souhaitez-vous savoir ?',
    lead: 'Sur ICLEI, le réseau des gouvernements locaux pour le développement durable ; sur les villes intelligentes et durables ; sur la coopération entre villes et entreprises.',
    label: 'Votre question',
    placeholder: 'Par exemple : Qu’est-ce que ICLEI ?',
    ask: 'Demander',
    automatic:
      'Vous recevez une réponse automatique avec sa source. S’il n’y en a pas, une équipe prend le relais.',
    examplesHeading: 'Exemples',
    examples: [
      'Qu’est-ce que ICLEI ?',
      'Qu’est-ce qui rend une ville intelligente ?',
      'Qu’est-ce que le Solutions Gateway ?',
      'Comment villes et entreprises peuvent-elles coopérer ?',
      'Comment une ville devient-elle membre ?',
      'Je voudrais parler à une personne',
    ],
    howHeading: 'D’où viennent les réponses',
    how: [
      {
        heading: 'Écrites par des personnes, données automatiquement',
        text: 'L’assistant n’invente rien. Il cherche la réponse dans une collection écrite et vérifiée par des personnes.',
      },
      {
        heading: 'Chaque réponse cite sa source',
        text: 'Vous voyez en dessous d’où elle vient, à quelle date elle est valable et quand elle a été vérifiée.',
      },
      {
        heading: 'Une équipe est là',
        text: 'Ce que l’assistant ne sait pas est transmis à l’équipe. Sa réponse s’affiche dans la même discussion, même si vous revenez plus tard.',
      },
    ],
    privacy: 'Rien n’est enregistré dans votre navigateur avant que vous n’ouvriez la discussion.',
    noScript: 'La discussion a besoin de JavaScript. Merci de l’autoriser pour cette page.',
  },
  de: {
    name: 'Fragen zu ICLEI',
    description:
      'Fragen Sie zu ICLEI, zu smarten und nachhaltigen Städten und zur Zusammenarbeit von Städten und Unternehmen.',
    skip: 'Zur Frage springen',
    languages: 'Sprachen',
    heading: 'Was möchten Sie wissen?',
    lead: 'Über ICLEI, das Netzwerk von Städten und Gemeinden für Nachhaltigkeit; über smarte und nachhaltige Städte; darüber, wie Städte und Unternehmen zusammenarbeiten.',
    label: 'Ihre Frage',
    placeholder: 'Zum Beispiel: Was ist ICLEI?',
    ask: 'Fragen',
    automatic: 'Sie erhalten eine automatische Antwort mit Quelle. Gibt es keine, übernehmen Menschen.',
    examplesHeading: 'Beispiele',
    examples: [
      'Was ist ICLEI?',
      'Was macht eine Stadt zur Smart City?',
      'Was ist das Solutions Gateway?',
      'Wie können Städte und Unternehmen zusammenarbeiten?',
      'Wie wird eine Stadt Mitglied?',
      'Ich möchte mit einem Menschen sprechen',
    ],
    howHeading: 'Wie die Antworten entstehen',
    how: [
      {
        heading: 'Von Menschen geschrieben, automatisch gegeben',
        text: 'Der Assistent erfindet nichts. Er sucht die Antwort in einer Sammlung, die Menschen geschrieben und geprüft haben.',
      },
      {
        heading: 'Jede Antwort nennt ihre Quelle',
        text: 'Darunter sehen Sie, woher sie stammt, für welche Zeit sie gilt und wann sie zuletzt geprüft wurde.',
      },
      {
        heading: 'Menschen stehen dahinter',
        text: 'Was der Assistent nicht beantworten kann, geht an das Team. Die Antwort erscheint im selben Chat, auch wenn Sie später wiederkommen.',
      },
    ],
    privacy: 'In Ihrem Browser wird nichts gespeichert, bevor Sie den Chat öffnen.',
    noScript: 'Der Chat braucht JavaScript. Bitte erlauben Sie es für diese Seite.',
  },
};
