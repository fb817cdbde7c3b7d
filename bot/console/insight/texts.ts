// Every sentence of the insight pages, in the five languages.
import type { TurnOutcome } from '../../../dialogs/index.ts';
import type { Language } from '../../../knowledge/index.ts';
import type { Series } from './figures.ts';
import type { PeriodFault } from './period.ts';

export interface InsightTexts {
  readonly title: string;
  readonly lead: string;
  readonly period: string;
  readonly days: string;
  readonly from: string;
  readonly to: string;
  readonly show: string;
  readonly shown: string;
  readonly faults: Readonly<Record<PeriodFault, string>>;
  readonly shownInstead: string;
  readonly none: string;
  readonly figures: string;
  readonly questions: string;
  readonly all: string;
  readonly series: Readonly<Record<Series, string>>;
  readonly outcomes: Readonly<Record<TurnOutcome, string>>;
  readonly becameTitle: string;
  readonly outcome: string;
  readonly count: string;
  readonly share: string;
  readonly perDayTitle: string;
  readonly perWeekTitle: string;
  readonly barsDescription: string;
  readonly day: string;
  readonly week: string;
  readonly taughtMark: string;
  readonly languageTitle: string;
  readonly language: string;
  readonly channelTitle: string;
  readonly channel: string;
  readonly rowsDescription: string;
  readonly unansweredTitle: string;
  readonly unansweredLead: string;
  readonly unansweredNone: string;
  readonly near: string;
  readonly examples: string;
  readonly escalation: string;
  readonly openEscalation: string;
  readonly groupsShown: string;
  readonly unhelpfulTitle: string;
  readonly unhelpfulLead: string;
  readonly unhelpfulNone: string;
  readonly answer: string;
  readonly helpful: string;
  readonly unhelpful: string;
  readonly unhelpfulShare: string;
  readonly timesTitle: string;
  readonly standing: string;
  readonly waitingTitle: string;
  readonly workingTitle: string;
  readonly middle: string;
  readonly timesNone: string;
  readonly time: string;
  readonly under: string;
  readonly between: string;
  readonly over: string;
  readonly taughtTitle: string;
  readonly taughtNone: string;
  readonly taughtLead: string;
  readonly taughtKind: string;
  readonly taughtBefore: string;
  readonly taughtSince: string;
  readonly taughtKinds: Readonly<Record<'published' | 'phrasing' | 'changed' | 'withdrawn', string>>;
  readonly exportTitle: string;
  readonly exportLead: string;
  readonly exportCsv: string;
  readonly exportJson: string;
}

export const insightTexts: Readonly<Record<Language, InsightTexts>> = {
  en: {
    title: 'Insight',
    lead: 'What visitors asked, and what became of it.',
    period: 'Period',
    days: '{count} days',
    from: 'From',
    to: 'To',
    show: 'Show',
    shown: '{from} to {to}. Days begin and end at midnight UTC.',
    faults: {
      unreadable: 'That is no period.',
      backwards: 'The period ends before it begins.',
      tooLong: 'A period has at most 366 days.',
    },
    shownInstead: 'The last 30 days are shown.',
    none: 'Nothing was asked in this period.',
    figures: 'The figures',
    questions: 'Questions',
    all: 'All',
    series: {
      answered: 'Answered by the bot',
      clarified: 'Asked back',
      escalated: 'Handed to staff',
      unanswered: 'Declined or unreadable',
      talk: 'Small talk and others',
    },
    outcomes: {
      answered: 'Answered',
      answeredWithReservation: 'Answered with a reservation',
      clarified: 'Asked back',
      declined: 'Declined',
      escalated: 'Handed to staff',
      rephrase: 'Not readable, asked to rephrase',
      smallTalk: 'Small talk',
      ownQuestion: 'About a question already with staff',
      other: 'Other',
    },
    becameTitle: 'What became of the messages',
    outcome: 'Outcome',
    count: 'Number',
    share: 'Share',
    perDayTitle: 'Messages per day',
    perWeekTitle: 'Messages per week',
    barsDescription: 'Messages: {count}. The highest bar is {label} with {most}.',
    day: 'Day',
    week: 'Week from',
    taughtMark: 'Something was taught',
    languageTitle: 'By language',
    language: 'Language',
    channelTitle: 'By channel',
    channel: 'Channel',
    rowsDescription: '{count} in all. The longest bar is {label} with {most}.',
    unansweredTitle: 'Questions without an answer',
    unansweredLead: 'Handed over, declined or asked back. Those that are alike stand together.',
    unansweredNone: 'Every question of this period was answered.',
    near: 'Near: {question}',
    examples: 'Asked as',
    escalation: 'With staff',
    openEscalation: 'Open a question of this group',
    groupsShown: 'The {shown} largest of {count} groups.',
    unhelpfulTitle: 'Answers found unhelpful',
    unhelpfulLead: 'The surest first: 9 of 10 visitors tell more than 1 of 1.',
    unhelpfulNone: 'Nobody found an answer unhelpful in this period.',
    answer: 'Answer',
    helpful: 'Helpful',
    unhelpful: 'Not helpful',
    unhelpfulShare: 'Not helpful, share',
    timesTitle: 'How long it took',
    standing: 'Handed over: {count}. With a reply: {replied}. Waiting: {waiting}.',
    waitingTitle: 'Until the first reply',
    workingTitle: 'From taking a question to the first reply',
    middle: 'Half took no longer than {median}, nine of ten no longer than {ninetieth}.',
    timesNone: 'There is nothing to measure yet.',
    time: 'Time',
    under: 'under {to}',
    between: '{from} to {to}',
    over: '{from} and more',
    taughtTitle: 'What was taught',
    taughtNone: 'Nothing was taught in this period.',
    taughtLead: 'How often a day each was the answer, within the period: before it was taught, and since.',
    taughtKind: 'What',
    taughtBefore: 'A day before',
    taughtSince: 'A day since',
    taughtKinds: {
      published: 'New answer',
      phrasing: 'New wording',
      changed: 'Answer changed',
      withdrawn: 'Answer withdrawn',
    },
    exportTitle: 'Export',
    exportLead:
      'All messages of this period. Visitors and conversations have no names in it; addresses and long numbers in questions are masked.',
    exportCsv: 'As a table (CSV)',
    exportJson: 'For programs (JSON)',
  },
  es: {
    title: 'Estadísticas',
    lead: 'Qué preguntaron los visitantes y en qué quedó.',
    period: 'Periodo',
    days: '{count} días',
    from: 'Desde',
    to: 'Hasta',
    show: 'Mostrar',
    shown: 'Del {from} al {to}. Los días empiezan y terminan a medianoche UTC.',
    faults: {
      unreadable: 'Eso no es un periodo.',
      backwards: 'El periodo termina antes de empezar.',
      tooLong: 'Un periodo tiene como máximo 366 días.',
    },
    shownInstead: 'Se muestran los últimos 30 días.',
    none: 'No se preguntó nada en este periodo.',
    figures: 'Las cifras',
    questions: 'Preguntas',
    all: 'Todos',
    series: {
      answered: 'Respondidas por el bot',
      clarified: 'Con pregunta aclaratoria',
      escalated: 'Pasadas al equipo',
      unanswered: 'Rechazadas o ilegibles',
      talk: 'Charla y otros',
    },
    outcomes: {
      answered: 'Respondida',
      answeredWithReservation: 'Respondida con reserva',
      clarified: 'Con pregunta aclaratoria',
      declined: 'Rechazada',
      escalated: 'Pasada al equipo',
      rephrase: 'Ilegible, se pidió reformular',
      smallTalk: 'Charla',
      ownQuestion: 'Sobre una pregunta que ya tiene el equipo',
      other: 'Otros',
    },
    becameTitle: 'En qué quedaron los mensajes',
    outcome: 'Resultado',
    count: 'Número',
    share: 'Parte',
    perDayTitle: 'Mensajes por día',
    perWeekTitle: 'Mensajes por semana',
    barsDescription: 'Mensajes: {count}. La barra más alta es {label}, con {most}.',
    day: 'Día',
    week: 'Semana desde',
    taughtMark: 'Se enseñó algo',
    languageTitle: 'Por idioma',
    language: 'Idioma',
    channelTitle: 'Por canal',
    channel: 'Canal',
    rowsDescription: '{count} en total. La barra más larga es {label}, con {most}.',
    unansweredTitle: 'Preguntas sin respuesta',
    unansweredLead: 'Pasadas al equipo, rechazadas o con pregunta aclaratoria. Las parecidas están juntas.',
    unansweredNone: 'Todas las preguntas de este periodo tuvieron respuesta.',
    near: 'Cerca de: {question}',
    examples: 'Preguntada así',
    escalation: 'Con el equipo',
    openEscalation: 'Abrir una pregunta de este grupo',
    groupsShown: 'Los {shown} grupos mayores de {count}.',
    unhelpfulTitle: 'Respuestas que no ayudaron',
    unhelpfulLead: 'Primero las más seguras: 9 de 10 visitantes dicen más que 1 de 1.',
    unhelpfulNone: 'En este periodo nadie dijo que una respuesta no le ayudó.',
    answer: 'Respuesta',
    helpful: 'Ayudó',
    unhelpful: 'No ayudó',
    unhelpfulShare: 'No ayudó, parte',
    timesTitle: 'Cuánto se tardó',
    standing: 'Pasadas al equipo: {count}. Con respuesta: {replied}. En espera: {waiting}.',
    waitingTitle: 'Hasta la primera respuesta',
    workingTitle: 'Desde tomar la pregunta hasta la primera respuesta',
    middle: 'La mitad no tardó más de {median}; nueve de cada diez, no más de {ninetieth}.',
    timesNone: 'Todavía no hay nada que medir.',
    time: 'Tiempo',
    under: 'menos de {to}',
    between: 'de {from} a {to}',
    over: '{from} o más',
    taughtTitle: 'Qué se enseñó',
    taughtNone: 'No se enseñó nada en este periodo.',
    taughtLead:
      'Cuántas veces al día fue la respuesta, dentro del periodo: antes de enseñarse y desde entonces.',
    taughtKind: 'Qué',
    taughtBefore: 'Al día, antes',
    taughtSince: 'Al día, desde entonces',
    taughtKinds: {
      published: 'Respuesta nueva',
      phrasing: 'Formulación nueva',
      changed: 'Respuesta cambiada',
      withdrawn: 'Respuesta retirada',
    },
    exportTitle: 'Exportar',
    exportLead:
      'Todos los mensajes de este periodo. Los visitantes y las conversaciones no tienen nombre; las direcciones y los números largos de las preguntas están ocultos.',
    exportCsv: 'Como tabla (CSV)',
    exportJson: 'Para programas (JSON)',
  },
  pt: {
    title: 'Estatísticas',
    lead: 'O que os visitantes perguntaram e o que foi feito disso.',
    period: 'Período',
    days: '{count} dias',
    from: 'De',
    to: 'Até',
    show: 'Mostrar',
    shown: 'De {from} a {to}. Os dias começam e terminam à meia-noite UTC.',
    faults: {
      unreadable: 'Isso não é um período.',
      backwards: 'O período termina antes de começar.',
      tooLong: 'Um período tem no máximo 366 dias.',
    },
    shownInstead: 'São mostrados os últimos 30 dias.',
    none: 'Nada foi perguntado neste período.',
    figures: 'Os números',
    questions: 'Perguntas',
    all: 'Todas',
    series: {
      answered: 'Respondidas pelo bot',
      clarified: 'Com pergunta de volta',
      escalated: 'Passadas à equipe',
      unanswered: 'Recusadas ou ilegíveis',
      talk: 'Conversa e outras',
    },
    outcomes: {
      answered: 'Respondida',
      answeredWithReservation: 'Respondida com ressalva',
      clarified: 'Com pergunta de volta',
      declined: 'Recusada',
      escalated: 'Passada à equipe',
      rephrase: 'Ilegível, pedido para reformular',
      smallTalk: 'Conversa',
      ownQuestion: 'Sobre uma pergunta que já está com a equipe',
      other: 'Outras',
    },
    becameTitle: 'O que foi feito das mensagens',
    outcome: 'Resultado',
    count: 'Número',
    share: 'Parcela',
    perDayTitle: 'Mensagens por dia',
    perWeekTitle: 'Mensagens por semana',
    barsDescription: 'Mensagens: {count}. A barra mais alta é {label}, com {most}.',
    day: 'Dia',
    week: 'Semana desde',
    taughtMark: 'Algo foi ensinado',
    languageTitle: 'Por idioma',
    language: 'Idioma',
    channelTitle: 'Por canal',
    channel: 'Canal',
    rowsDescription: '{count} no total. A barra mais longa é {label}, com {most}.',
    unansweredTitle: 'Perguntas sem resposta',
    unansweredLead: 'Passadas à equipe, recusadas ou com pergunta de volta. As parecidas ficam juntas.',
    unansweredNone: 'Todas as perguntas deste período foram respondidas.',
    near: 'Perto de: {question}',
    examples: 'Perguntada como',
    escalation: 'Com a equipe',
    openEscalation: 'Abrir uma pergunta deste grupo',
    groupsShown: 'Os {shown} maiores de {count} grupos.',
    unhelpfulTitle: 'Respostas que não ajudaram',
    unhelpfulLead: 'As mais certas primeiro: 9 de 10 visitantes dizem mais do que 1 de 1.',
    unhelpfulNone: 'Neste período ninguém disse que uma resposta não ajudou.',
    answer: 'Resposta',
    helpful: 'Ajudou',
    unhelpful: 'Não ajudou',
    unhelpfulShare: 'Não ajudou, parcela',
    timesTitle: 'Quanto tempo levou',
    standing: 'Passadas à equipe: {count}. Com resposta: {replied}. À espera: {waiting}.',
    waitingTitle: 'Até a primeira resposta',
    workingTitle: 'De assumir a pergunta até a primeira resposta',
    middle: 'Metade não levou mais do que {median}; nove em cada dez, não mais do que {ninetieth}.',
    timesNone: 'Ainda não há nada para medir.',
    time: 'Tempo',
    under: 'menos de {to}',
    between: 'de {from} a {to}',
    over: '{from} ou mais',
    taughtTitle: 'O que foi ensinado',
    taughtNone: 'Nada foi ensinado neste período.',
    taughtLead:
      'Quantas vezes por dia foi a resposta, dentro do período: antes de ser ensinada e desde então.',
    taughtKind: 'O quê',
    taughtBefore: 'Por dia, antes',
    taughtSince: 'Por dia, desde então',
    taughtKinds: {
      published: 'Nova resposta',
      phrasing: 'Nova formulação',
      changed: 'Resposta alterada',
      withdrawn: 'Resposta retirada',
    },
    exportTitle: 'Exportar',
    exportLead:
      'Todas as mensagens deste período. Visitantes e conversas não têm nome; endereços e números longos nas perguntas estão ocultos.',
    exportCsv: 'Como tabela (CSV)',
    exportJson: 'Para programas (JSON)',
  },
  fr: {
    title: 'Statistiques',
    lead: 'Ce que les visiteurs ont demandé, et ce qu’il en est advenu.',
    period: 'Période',
    days: '{count} jours',
    from: 'Du',
    to: 'Au',
    show: 'Afficher',
    shown: 'Du {from} au {to}. Les jours commencent et finissent à minuit UTC.',
    faults: {
      unreadable: 'Ce n’est pas une période.',
      backwards: 'La période finit avant de commencer.',
      tooLong: 'Une période compte au plus 366 jours.',
    },
    shownInstead: 'Les 30 derniers jours sont affichés.',
    none: 'Rien n’a été demandé pendant cette période.',
    figures: 'Les chiffres',
    questions: 'Questions',
    all: 'Tous',
    series: {
      answered: 'Répondues par le bot',
      clarified: 'Demande de précision',
      escalated: 'Transmises à l’équipe',
      unanswered: 'Déclinées ou illisibles',
      talk: 'Bavardage et autres',
    },
    outcomes: {
      answered: 'Répondue',
      answeredWithReservation: 'Répondue avec réserve',
      clarified: 'Demande de précision',
      declined: 'Déclinée',
      escalated: 'Transmise à l’équipe',
      rephrase: 'Illisible, prière de reformuler',
      smallTalk: 'Bavardage',
      ownQuestion: 'Sur une question déjà transmise',
      other: 'Autres',
    },
    becameTitle: 'Ce que sont devenus les messages',
    outcome: 'Résultat',
    count: 'Nombre',
    share: 'Part',
    perDayTitle: 'Messages par jour',
    perWeekTitle: 'Messages par semaine',
    barsDescription: 'Messages : {count}. La barre la plus haute est {label}, avec {most}.',
    day: 'Jour',
    week: 'Semaine du',
    taughtMark: 'Quelque chose a été enseigné',
    languageTitle: 'Par langue',
    language: 'Langue',
    channelTitle: 'Par canal',
    channel: 'Canal',
    rowsDescription: '{count} en tout. La barre la plus longue est {label}, avec {most}.',
    unansweredTitle: 'Questions sans réponse',
    unansweredLead:
      'Transmises, déclinées ou suivies d’une demande de précision. Celles qui se ressemblent sont ensemble.',
    unansweredNone: 'Toutes les questions de cette période ont eu une réponse.',
    near: 'Proche de : {question}',
    examples: 'Posée ainsi',
    escalation: 'Avec l’équipe',
    openEscalation: 'Ouvrir une question de ce groupe',
    groupsShown: 'Les {shown} plus grands de {count} groupes.',
    unhelpfulTitle: 'Réponses jugées inutiles',
    unhelpfulLead: 'Les plus sûres d’abord : 9 visiteurs sur 10 en disent plus que 1 sur 1.',
    unhelpfulNone: 'Personne n’a jugé une réponse inutile pendant cette période.',
    answer: 'Réponse',
    helpful: 'Utile',
    unhelpful: 'Pas utile',
    unhelpfulShare: 'Pas utile, part',
    timesTitle: 'Le temps qu’il a fallu',
    standing: 'Transmises : {count}. Avec une réponse : {replied}. En attente : {waiting}.',
    waitingTitle: 'Jusqu’à la première réponse',
    workingTitle: 'De la prise en charge à la première réponse',
    middle: 'La moitié n’a pas pris plus de {median}, neuf sur dix pas plus de {ninetieth}.',
    timesNone: 'Il n’y a encore rien à mesurer.',
    time: 'Temps',
    under: 'moins de {to}',
    between: 'de {from} à {to}',
    over: '{from} et plus',
    taughtTitle: 'Ce qui a été enseigné',
    taughtNone: 'Rien n’a été enseigné pendant cette période.',
    taughtLead:
      'Combien de fois par jour c’était la réponse, dans la période : avant l’enseignement, et depuis.',
    taughtKind: 'Quoi',
    taughtBefore: 'Par jour, avant',
    taughtSince: 'Par jour, depuis',
    taughtKinds: {
      published: 'Nouvelle réponse',
      phrasing: 'Nouvelle formulation',
      changed: 'Réponse modifiée',
      withdrawn: 'Réponse retirée',
    },
    exportTitle: 'Exporter',
    exportLead:
      'Tous les messages de cette période. Visiteurs et conversations y sont sans nom ; les adresses et les longs numéros des questions sont masqués.',
    exportCsv: 'En tableau (CSV)',
    exportJson: 'Pour des programmes (JSON)',
  },
  de: {
    title: 'Auswertung',
    lead: 'Was Besucherinnen und Besucher gefragt haben und was daraus wurde.',
    period: 'Zeitraum',
    days: '{count} Tage',
    from: 'Von',
    to: 'Bis',
    show: 'Zeigen',
    shown: '{from} bis {to}. Die Tage beginnen und enden um Mitternacht UTC.',
    faults: {
      unreadable: 'Das ist kein Zeitraum.',
      backwards: 'Der Zeitraum endet, bevor er beginnt.',
      tooLong: 'Ein Zeitraum hat höchstens 366 Tage.',
    },
    shownInstead: 'Gezeigt werden die letzten 30 Tage.',
    none: 'In diesem Zeitraum wurde nichts gefragt.',
    figures: 'Die Zahlen',
    questions: 'Fragen',
    all: 'Alle',
    series: {
      answered: 'Vom Bot beantwortet',
      clarified: 'Nachgefragt',
      escalated: 'An Mitarbeitende gegeben',
      unanswered: 'Abgelehnt oder unlesbar',
      talk: 'Plauderei und Sonstiges',
    },
    outcomes: {
      answered: 'Beantwortet',
      answeredWithReservation: 'Mit Vorbehalt beantwortet',
      clarified: 'Nachgefragt',
      declined: 'Abgelehnt',
      escalated: 'An Mitarbeitende gegeben',
      rephrase: 'Nicht lesbar, um andere Worte gebeten',
      smallTalk: 'Plauderei',
      ownQuestion: 'Zu einer Frage, die schon bei Mitarbeitenden ist',
      other: 'Sonstiges',
    },
    becameTitle: 'Was aus den Nachrichten wurde',
    outcome: 'Ergebnis',
    count: 'Anzahl',
    share: 'Anteil',
    perDayTitle: 'Nachrichten je Tag',
    perWeekTitle: 'Nachrichten je Woche',
    barsDescription: 'Nachrichten: {count}. Der höchste Balken ist {label} mit {most}.',
    day: 'Tag',
    week: 'Woche ab',
    taughtMark: 'Etwas wurde gelehrt',
    languageTitle: 'Nach Sprache',
    language: 'Sprache',
    channelTitle: 'Nach Kanal',
    channel: 'Kanal',
    rowsDescription: 'Insgesamt {count}. Der längste Balken ist {label} mit {most}.',
    unansweredTitle: 'Fragen ohne Antwort',
    unansweredLead: 'Weitergegeben, abgelehnt oder nachgefragt. Ähnliche stehen zusammen.',
    unansweredNone: 'In diesem Zeitraum wurde jede Frage beantwortet.',
    near: 'Nahe bei: {question}',
    examples: 'So gefragt',
    escalation: 'Bei Mitarbeitenden',
    openEscalation: 'Eine Frage dieser Gruppe öffnen',
    groupsShown: 'Die {shown} größten von {count} Gruppen.',
    unhelpfulTitle: 'Antworten, die nicht geholfen haben',
    unhelpfulLead: 'Die sichersten zuerst: 9 von 10 Besuchern sagen mehr als 1 von 1.',
    unhelpfulNone: 'In diesem Zeitraum hat niemand eine Antwort für nicht hilfreich erklärt.',
    answer: 'Antwort',
    helpful: 'Hilfreich',
    unhelpful: 'Nicht hilfreich',
    unhelpfulShare: 'Nicht hilfreich, Anteil',
    timesTitle: 'Wie lange es dauerte',
    standing: 'Weitergegeben: {count}. Mit Antwort: {replied}. Wartend: {waiting}.',
    waitingTitle: 'Bis zur ersten Antwort',
    workingTitle: 'Von der Übernahme bis zur ersten Antwort',
    middle: 'Nach {median} war es bei der Hälfte so weit, nach {ninetieth} bei neun von zehn.',
    timesNone: 'Noch gibt es nichts zu messen.',
    time: 'Dauer',
    under: 'unter {to}',
    between: '{from} bis {to}',
    over: '{from} und mehr',
    taughtTitle: 'Was gelehrt wurde',
    taughtNone: 'In diesem Zeitraum wurde nichts gelehrt.',
    taughtLead: 'Wie oft am Tag es die Antwort war, im Zeitraum: vor dem Lehren und seitdem.',
    taughtKind: 'Was',
    taughtBefore: 'Am Tag, vorher',
    taughtSince: 'Am Tag, seitdem',
    taughtKinds: {
      published: 'Neue Antwort',
      phrasing: 'Neue Formulierung',
      changed: 'Antwort geändert',
      withdrawn: 'Antwort zurückgezogen',
    },
    exportTitle: 'Export',
    exportLead:
      'Alle Nachrichten dieses Zeitraums. Besucher und Gespräche haben darin keine Namen; Adressen und lange Nummern in Fragen sind verdeckt.',
    exportCsv: 'Als Tabelle (CSV)',
    exportJson: 'Für Programme (JSON)',
  },
};
